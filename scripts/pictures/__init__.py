"""The guide's pictures, taken from the running program."""
