"""Agreements: what parties that can be told apart have signed, announced, pledged or planned."""
