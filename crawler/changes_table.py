"""The closing table of a new reading: which fields changed in how many pages, with examples."""

from collections import defaultdict
from collections.abc import Sequence

from crawler.json_text import to_json
from crawler.table import render_table

SHOWN = 160  # characters of a value


def render_changes(changes: Sequence[tuple[str, dict[str, tuple[object, object]]]], examples: int) -> str:
    """Return the table, most frequent first, and below it `examples` changes of each field."""
    fields: dict[str, list[tuple[str, object, object]]] = defaultdict(list)
    for url, changed in changes:
        for name, (before, after) in changed.items():
            fields[name].append((url, before, after))
    ranked = sorted(fields.items(), key=lambda item: (-len(item[1]), item[0]))
    header = [["改变的字段", "页面"], ["field", "pages"]]
    table = render_table([*header, *([name, len(found)] for name, found in ranked)], header_rows=2)
    lines = [
        line
        for name, found in ranked
        for url, before, after in found[:examples]
        for line in ("", f"{name}  {url}", f"  前 before: {shown(before)}", f"  后 after:  {shown(after)}")
    ]
    return "\n".join([table, *lines])


def shown(value: object) -> str:
    """Return a value on one line, cut to SHOWN characters; facts without their empty fields."""
    if isinstance(value, list):
        value = [{k: v for k, v in fact.items() if v not in (None, 0, "[]", "{}")} for fact in value]
    text = value if isinstance(value, str) else to_json(value)
    text = " ".join(text.split())
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
