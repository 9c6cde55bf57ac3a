"""People read Vietnamese, English on request: gettext catalogs under `locale/`.

Message ids are English; `locale/vi` translates them (and Click's own, in the same domain).
"""

from __future__ import annotations

import gettext
import os
from functools import cache
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("vi", "en")
DOMAIN = "messages"

_current: gettext.NullTranslations = gettext.NullTranslations()
_spoken = "en"


def speak(language: str) -> None:
    """From now on `_` answers in the language, and Click's own messages too."""
    global _current, _spoken
    _current, _spoken = catalog(language), language
    gettext.bindtextdomain(DOMAIN, LOCALE)
    os.environ["LANGUAGE"] = language


def spoken() -> str:
    """The language in which `_` answers."""
    return _spoken


def current() -> gettext.NullTranslations:
    """The catalog in which `_` answers."""
    return _current


@cache
def catalog(language: str) -> gettext.NullTranslations:
    """The catalog of the language; English needs none."""
    return gettext.translation(DOMAIN, LOCALE, [language], fallback=language == "en")


def _(message: str) -> str:
    """The message in the current language."""
    return _current.gettext(message)


def mark(message: str) -> str:
    """The message as it is: marks it for the catalogs, to be translated when it is printed."""
    return message
