"""The library: one file in, facts with their places out. Knows no inbox, database or command."""
