"""Clim'Act Issy: climate figures nobody reads become actions anybody can take part in."""
