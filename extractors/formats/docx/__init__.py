"""Word files: the XML walked once, nothing lost."""
