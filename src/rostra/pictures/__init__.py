"""Pictures of a deck as pixels."""
