"""What rehearsals took: measured, kept, reported."""
