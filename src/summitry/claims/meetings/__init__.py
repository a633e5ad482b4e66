"""Meetings: of which forum, on which day, in which place and at which level."""
