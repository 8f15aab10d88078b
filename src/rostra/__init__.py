"""Rostra: slides from Markdown, in a terminal."""

__version__ = "0.1.0"
