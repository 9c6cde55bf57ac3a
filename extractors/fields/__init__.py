"""One file a field: a Document in, Candidates out."""
