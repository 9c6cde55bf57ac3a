"""The guide's pages that are written from the program itself."""
