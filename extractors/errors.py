"""Why a file was not read. Each owns the finding's code; its text says what happened."""


class ExtractionError(Exception):
    """A file that cannot be read; the run goes on without it."""

    code = "file.unreadable"


class Unreadable(ExtractionError):
    """Damaged, empty or not what it claims to be."""


class Encrypted(ExtractionError):
    """Protected by a password."""

    code = "file.encrypted"


class TooLarge(ExtractionError):
    """Over a limit: bytes, inflated bytes, pages, rows, time."""

    code = "file.too_large"


class Unsupported(ExtractionError):
    """A kind of file that no reader takes."""

    code = "file.unsupported"


class NoText(ExtractionError):
    """A picture of a paper: the pages carry no text of their own. Tried again when it can be read."""

    code = "file.needs_ocr"
