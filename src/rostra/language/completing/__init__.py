"""What can be completed, one file a kind of place."""
