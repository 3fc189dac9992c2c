"""Use cases and queries: a session first, no commit, values of the domain back."""
