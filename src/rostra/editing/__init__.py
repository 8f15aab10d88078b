"""Changes to the files of a deck that leave every other byte as it is."""
