"""The commands: each parses, calls `pipeline.run` and prints; made after the language is known."""
