"""HTTP that is not a page: auth, API, embeds, media, health, security wrapper."""
