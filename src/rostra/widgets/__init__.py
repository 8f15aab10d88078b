"""FrameView and the small parts of screens."""
