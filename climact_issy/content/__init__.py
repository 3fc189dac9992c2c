"""The catalogue as data files and their typed loaders; may import domain."""
