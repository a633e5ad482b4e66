"""Releases: what changed, the version it calls for, the archive, what describes it, where it goes."""
