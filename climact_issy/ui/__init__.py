"""The design system: no word of the project in it."""
