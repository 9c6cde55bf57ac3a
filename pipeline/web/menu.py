"""The menu that stands on every page."""

from __future__ import annotations

from pipeline.language import _


def links(actor: dict[str, str] | None) -> list[tuple[str, str]]:
    """Where a reader may go: (path, words)."""
    here = [
        ("/", _("Overview")),
        ("/thidua/audit_documents", _("Papers")),
        ("/review", _("To review")),
        ("/findings", _("Findings")),
        ("/search", _("Search")),
        ("/charts", _("Charts")),
        ("/thidua", _("Questions and tables")),
    ]
    return here if actor else [*here, ("/login", _("Log in"))]
