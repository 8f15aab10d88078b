"""Decks written one way, without any change in what they show."""
