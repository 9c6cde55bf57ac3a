"""The application: what happens to a block's documents, from the inbox to the report."""
