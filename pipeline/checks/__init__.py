"""One file a family of rules; a rule is a small function over records."""
