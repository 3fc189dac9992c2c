"""States of the citizen pages."""
