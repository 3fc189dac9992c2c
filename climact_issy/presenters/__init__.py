"""Domain results made ready for display, as frozen dataclasses; no Reflex."""
