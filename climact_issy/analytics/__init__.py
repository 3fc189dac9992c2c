"""Pure pandas on documented columns."""
