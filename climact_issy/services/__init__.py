"""Use cases and queries on an open session; no commit, no Reflex."""
