"""What can be asked for on the command line, one file a command; each has a function of its own name."""
