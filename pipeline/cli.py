"""The `thidua` command: Click parses, calls and prints."""
