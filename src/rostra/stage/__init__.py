"""The screen of a talk, painted without Textual: what is seen, and the bytes that bring it to the terminal."""
