"""What a reader says of some files, without the moments in which nothing ended."""

from extractors.records import Limits

LIMITS = Limits()


def read_through(read, jobs, limits=LIMITS):
    """What each file says, in the order of their ids: they come as they end."""
    return sorted(filter(None, read(jobs, limits, ())), key=lambda said: said.file_id)
