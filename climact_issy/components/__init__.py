"""Project-specific components: arguments in, component out; never a State."""
