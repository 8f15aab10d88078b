"""Charts: what their source says, what is common to them, and one file for each kind of them."""
