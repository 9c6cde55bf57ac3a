"""What holds for all tests: the program, started hundreds of times, is compiled once, whatever the machine says.

No example has a deadline: a machine that is busy with other tests is slow, not wrong.
"""

import os

from hypothesis import settings

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

settings.register_profile("thidua", deadline=None)
settings.load_profile("thidua")
