"""One module per outside party; the only importers of httpx and authlib."""
