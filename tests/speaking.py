"""The language that is spoken during a test."""

from contextlib import contextmanager

from pipeline.language import speak, spoken


@contextmanager
def speaking(language):
    """The language meanwhile, and the one before again."""
    before = spoken()
    speak(language)
    try:
        yield
    finally:
        speak(before)
