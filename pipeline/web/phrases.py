"""Datasette's own templates in our languages: their English words are replaced when a template is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from jinja2 import BaseLoader, Environment

from pipeline.language import _, mark
from pipeline.web.heads import head

PHRASES = (
    mark(">Log out<"),
    mark(">View and edit SQL<"),
    mark(">Edit SQL<"),
    mark(">This data as "),
    mark(">advanced<"),
    mark(">Advanced export<"),
    mark("JSON shape:"),
    mark(">default<"),
    mark(">array<"),
    mark(">newline-delimited<"),
    mark(">object<"),
    mark("CSV options:"),
    mark("> download file<"),
    mark("> stream all rows<"),
    mark('value="Export CSV"'),
    mark(">Next page<"),
    mark('value="Apply"'),
    mark(">- remove filter -<"),
    mark(">- column -<"),
    mark(">Sort...<"),
    mark(">Sort by {{ column.name }}<"),
    mark("> descending<"),
    mark(">Custom SQL query"),
    mark(">Query parameters<"),
    mark('value="Run SQL"'),
    mark(">Format SQL<"),
    mark(">0 results<"),
    mark(">0 records<"),
    mark("returning "),
    mark("more than "),
    mark("These facets timed out: "),
    mark("Suggested facets: "),
    mark(">Search:<"),
    mark(">remove<"),
    mark("Powered by "),
    mark("Queries took "),
    mark(">Links from other tables<"),
)
"""Words of the templates of Datasette 0.65; a test says which are not there any more."""
COLUMN, CONDITION, VALUE, SORT = mark("Column"), mark("Condition"), mark("Value"), mark("Sort")
"""What a filter's fields are called to who does not see them."""
_OFFERED = (
    "{% for known, words in offered %}"
    '<option value="{{ known }}"{% if known == value %} selected{% endif %}>{{ words }}</option>{% endfor %}'
)
"""What may be chosen by name."""
REWRITTEN: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(r" row\{% if [a-z_]+(?:\|length)? == 1 %\}\{% else %\}s\{% endif %\}"),
        lambda _found: " " + _("rows"),
    ),
    (re.compile(r"\{\{ display \}\}"), lambda _found: "{{ condition(display) }}"),
    (re.compile(r"\{\{ human_description_en \}\}"), lambda _found: "{{ conditions(human_description_en, table) }}"),
    (re.compile(r"\{\{ show_hide_text \}\}"), lambda _found: "{{ said(show_hide_text) }} SQL"),
    (re.compile(r"\{\{ item\.label \}\}"), lambda _found: "{{ crumb(item.label) }}"),
    (
        re.compile(r'(<dl class="column-descriptions">.*?</dl>)', re.DOTALL),
        lambda found: "<details><summary>" + _("What the columns mean") + "</summary>" + found[0] + "</details>",
    ),
    (re.compile(r'(?<=rel="nofollow">)\{\{ column\.name \}\}'), lambda _found: "{{ head(column.name, table) }}"),
    (re.compile(r"\{\{ column\.name \}\}(?=</option>)"), lambda _found: "{{ head(column.name, table) }}"),
    (re.compile(r"(?m)^(\s+)\{\{ column\.name \}\}$"), lambda found: found[1] + "{{ head(column.name, table) }}"),
    (re.compile(r'(?<=scope="col">)\{\{ column \}\}'), lambda _found: "{{ head(column) }}"),
    (re.compile(r"\{\{ name \}\}(?=</label>)"), lambda _found: "{{ head(name) }}"),
    (
        re.compile(r'<input type="text" (?P<id>id="qp[^"]*" name="[^"]*") value="\{\{ value \}\}">'),
        lambda found: (
            f"{{% if name in choices %}}{{% set offered = choices[name] %}}<select {found['id']}>{_OFFERED}</select>"
            f"{{% else %}}{found[0]}{{% endif %}}"
        ),
    ),
    (re.compile(r"\{\{ facet_info\.name \}\}(?=\{% if)"), lambda _found: "{{ head(facet_info.name, table) }}"),
    (
        re.compile(r"\{\{ (?:\(facet_value\.label \| string\(\)\)|facet_value\.label) or \"-\" \}\}"),
        lambda _found: "{{ faceted(facet_info.name, facet_value.label) }}",
    ),
    (
        re.compile(r"<option(?P<chosen>\{%[^>]*%\})?>\{\{ (?P<name>c|column) \}\}<"),
        lambda found: (
            f'<option value="{{{{ {found["name"]} }}}}"{found["chosen"] or ""}>{{{{ head({found["name"]}, table) }}}}<'
        ),
    ),
    (
        re.compile(r'<select name="_filter_column'),
        lambda _found: f'<select aria-label="{_(COLUMN)}" name="_filter_column',
    ),
    (re.compile(r'<select name="_filter_op'), lambda _found: f'<select aria-label="{_(CONDITION)}" name="_filter_op'),
    (
        re.compile(r'<input type="text" name="(?P<name>_filter_value_[^"]*)" class="filter-value" value="[^>]*>'),
        lambda found: (
            "{% set offered = filter_values(table, column, value) %}{% if offered %}"
            f'<select name="{found["name"]}" class="filter-value" aria-label="{_(VALUE)}">{_OFFERED}</select>'
            f"{{% else %}}{found[0]}{{% endif %}}"
        ),
    ),
    (
        re.compile(r'<input type="text" name="_filter_value" class="filter-value"(?=>)'),
        lambda found: f'{found[0]} list="filter-words" placeholder="{_(VALUE)}"',
    ),
    (
        re.compile(r'(?=<form class="filters")'),
        lambda _found: (
            '<datalist id="filter-words">{% for column, words in filter_words(table) %}'
            '<option value="{{ words }}">{{ head(column, table) }}</option>{% endfor %}</datalist>'
        ),
    ),
    (
        re.compile(r'<input type="text" name="_filter_value'),
        lambda _found: f'<input type="text" aria-label="{_(VALUE)}" name="_filter_value',
    ),
    (
        re.compile(r"<dt>\{\{ column_name \}\}</dt>"),
        lambda _found: "<dt>{{ head(column_name, table) }} <code>{{ column_name }}</code></dt>",
    ),
    (re.compile(r'<select name="_sort"'), lambda _found: f'<select aria-label="{_(SORT)}" name="_sort"'),
    (re.compile(r"<(/?)h3>"), lambda found: f"<{found[1]}h2>"),
    (re.compile(r" \(view\)"), lambda _found: ""),
    (re.compile(r' style="[^"]*#\{\{ database_color\(database\) \}\}"'), lambda _found: ""),
    (
        re.compile(r"(?<=\{% block title %\})\{\{ database \}\}: \{\{ table \}\}"),
        lambda _found: "{{ metadata.title or table }}",
    ),
    (
        re.compile(r"(?<=\{% block title %\})\{\{ database \}\}\{% if query and query.sql %\}.*?\{% endif %\}"),
        lambda _found: "{{ metadata.title or database }}",
    ),
    (
        re.compile(r'<pre class="wrapped-sql">\{\{ view_definition \}\}</pre>'),
        lambda found: "<details><summary>" + _("How the table is worked out (SQL)") + f"</summary>{found[0]}</details>",
    ),
    (re.compile(r"<html>"), lambda _found: '<html lang="' + _("en") + '">'),
)
WORDS = (
    mark("home"),
    mark("where"),
    mark("sorted by"),
    mark("descending"),
    mark("and"),
    mark("contains"),
    mark("does not contain"),
    mark("starts with"),
    mark("ends with"),
    mark("does not end with"),
    mark("is null"),
    mark("is not null"),
    mark("is blank"),
    mark("is not blank"),
    mark("like"),
    mark("not like"),
    mark("array contains"),
    mark("array does not contain"),
    mark("show"),
    mark("hide"),
)
"""Words that Datasette's code gives to its templates."""
LOOKUPS = {"glob": mark("like (* and ?)"), "in": mark("one of"), "not in": mark("none of"), "date": mark("on the day")}
"""Conditions of filters whose words would be found in sentences too."""
DATABASE = "thidua"
COLUMN_MENU = "static('table.js')"
"""A menu at each column that speaks English only: the heads sort, and the form above filters."""


class Translated(BaseLoader):
    """A loader whose templates speak our language; the desk's own speak it already."""

    def __init__(self, under: Any) -> None:
        self._under = under

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The template's text with our words."""
        source, name, fresh = self._under.get_source(environment, template)
        own = template.startswith(("desk", "_paper", "_turn", "_charts", "index", "database"))
        return (source if own else translated(source)), name, fresh

    def list_templates(self) -> list[str]:
        """Every template there is."""
        found: list[str] = self._under.list_templates()
        return found


def translated(source: str) -> str:
    """The template's text with our words; scripts stay as they are, since they are known by their hash."""
    parts = re.split(r"(<script.*?</script>)", source, flags=re.DOTALL)
    return "".join(
        part if part.startswith("<script") else _translated(part) for part in parts if COLUMN_MENU not in part
    )


def _translated(text: str) -> str:
    for phrase in PHRASES:
        text = text.replace(phrase, _(phrase))
    for pattern, words in REWRITTEN:
        text = pattern.sub(words, text)
    return text


_BY_LENGTH = sorted(WORDS, key=len, reverse=True)
_KNOWN = re.compile(rf"\b(?:{'|'.join(map(re.escape, _BY_LENGTH))})\b(?=[^\"]*(?:\"[^\"]*\"[^\"]*)*$)")
"""A known word outside quotes: what stands inside is a value of the store."""


_EQUALS = re.compile(r"\b(?P<column>[a-z_]+) (?P<is>=|!=) \"(?P<value>[^\"]*)\"")
_COLUMN = re.compile(r"\b[a-z]+_*[a-z_]*\b(?=[^\"]*(?:\"[^\"]*\"[^\"]*)*$)")
"""What may be a column's name, outside quotes."""


def crumb(label: str) -> str:
    """What a step of the way here is called: the store itself is all its tables."""
    return _("All tables and prepared questions") if label == DATABASE else said(label)


def condition(display: str) -> str:
    """What a condition of a filter is called."""
    return _(LOOKUPS[display]) if display in LOOKUPS else said(display)


def conditions(text: str, table: str, faceted: Callable[[str, str], str]) -> str:
    """Datasette's line of conditions with the columns' heads and the values' words: `Tình trạng = "chắc chắn"`."""
    text = _EQUALS.sub(
        lambda found: f'{found["column"]} {found["is"]} "{faceted(found["column"], found["value"])}"', text or ""
    )
    return said(_COLUMN.sub(lambda found: head(found[0], table), text))


def said(value: object) -> str:
    """A number as Vietnamese papers write it, a condition of Datasette's in our words; "" for nothing."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    return _KNOWN.sub(lambda found: _(found[0]), str(value))
