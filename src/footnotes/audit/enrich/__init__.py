"""Findings -> the library again, with the archived copies in it."""
