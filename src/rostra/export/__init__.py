"""Frames to files, one file a format."""
