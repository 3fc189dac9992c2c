"""Clim'Act Issy: climate figures nobody reads become actions anybody can do."""
