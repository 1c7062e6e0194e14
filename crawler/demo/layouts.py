"""Fill the page layouts of the sample sites, layouts/*.html."""

from functools import cache
from html import escape
from pathlib import Path
from string import Template

FOLDER = Path(__file__).parent / "layouts"


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


def fill(name: str, **values: object) -> str:
    """Return layouts/`name`.html with its $fields replaced; values are escaped unless they are `Html`."""
    return _template(name).substitute({key: _markup(value) for key, value in values.items()})


def tags(pattern: str, texts: list[str]) -> Html:
    """Return each text, escaped, in the markup `pattern` at its `{}`, one a line."""
    return Html("\n".join(pattern.format(escape(text, quote=False)) for text in texts))


def _markup(value: object) -> str:
    return value if isinstance(value, Html) else escape(str(value))


@cache
def _template(name: str) -> Template:
    return Template((FOLDER / f"{name}.html").read_text(encoding="utf-8"))
