"""What a talk is, as plain values."""
