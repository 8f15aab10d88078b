"""What an editor can say about a deck while it is written: pure functions, with no screen and no protocol."""
