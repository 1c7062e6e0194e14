"""What a new reading of stored pages says otherwise: which fields changed in how many pages, with examples."""

from collections import Counter, defaultdict

from crawler.json_text import to_json
from crawler.table import render_table

SHOWN = 160  # characters of a value

Changes = dict[str, tuple[object, object]]  # by field: before, after


class ChangeLog:
    """Counts the pages in which a field changed, and keeps the first `limit` of each field."""

    def __init__(self, limit: int = 0) -> None:
        self.limit = limit
        self.pages: Counter[str] = Counter()  # by field
        self.examples: dict[str, list[tuple[str, object, object]]] = defaultdict(list)

    def note(self, url: str, changes: Changes) -> None:
        """Take note of what one page says otherwise."""
        for field, (before, after) in changes.items():
            self.pages[field] += 1
            if len(self.examples[field]) < self.limit:
                self.examples[field].append((url, before, after))

    def render(self) -> str:
        """Return the table, most frequent field first, and the examples below it; nothing where nothing changed."""
        if not self.pages:
            return ""
        ranked = sorted(self.pages.items(), key=lambda item: (-item[1], item[0]))
        table = render_table([["改变的字段", "页面"], ["field", "pages"], *ranked], header_rows=2)
        lines = [
            f"\n{field}  {url}\n  前 before: {shown(before)}\n  后 after:  {shown(after)}"
            for field, _ in ranked
            for url, before, after in self.examples[field]
        ]
        return "\n".join([table, *lines]) + "\n"


def shown(value: object) -> str:
    """Return a value on one line, cut to SHOWN characters; facts without their empty fields."""
    if isinstance(value, list):
        value = [{k: v for k, v in fact.items() if v not in (None, 0, "[]", "{}")} for fact in value]
    text = value if isinstance(value, str) else to_json(value)
    text = " ".join(text.split())
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
