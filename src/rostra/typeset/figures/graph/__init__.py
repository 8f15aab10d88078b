"""Graphs: boxes in ranks, edges on tracks between them; for figures of boxes and arrows."""
