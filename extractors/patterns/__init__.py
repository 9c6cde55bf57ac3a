"""Every regular expression, verbose and composed, a sample line above each."""
