"""How fast the program reads, as ratios measured in one run: `python -m bench`."""
