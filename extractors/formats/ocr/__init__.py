"""Pictures of papers read as papers: words by an engine, lines, tables and places by us."""
