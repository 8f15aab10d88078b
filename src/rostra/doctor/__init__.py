"""What this terminal can do, and what to do about what it lacks."""
