"""Pages: bind states to components, once per language."""
