"""What holds for all tests: the program, started hundreds of times, is compiled once, whatever the machine says."""

import os

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
