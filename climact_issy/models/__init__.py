"""SQLModel tables, one module a noun; may import content and domain."""
