"""All that asks the terminal something, or knows something of it."""
