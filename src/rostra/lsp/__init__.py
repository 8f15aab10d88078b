"""The language server: what :mod:`rostra.language` knows, for every editor; the only home of pygls."""
