"""Put what a page's scripts write with document.write where a browser would put it."""

import re
from collections.abc import Mapping

from lxml import etree, html

STRING = r"""\"(?:[^"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'"""
STATEMENT = re.compile(
    rf"(?P<write>document\.write(?:ln)?\s*\()|(?:\bvar\s+|(?<=[;,\n{{])[ \t]{{0,40}})(?P<name>[A-Za-z_$][\w$]*)\s*=\s*(?P<value>{STRING})"
    r"(?=\s*(?:[;,\n}]|$|//))"
)
TOKEN = re.compile(
    rf"\s*(?:(?P<string>{STRING})|(?P<name>[A-Za-z_$][\w$]*)(?P<cut>\.(?:substring|substr|slice)\(\s*0\s*,\s*(?P<length>\d{{1,6}})\s*\))?"
    r"|(?P<number>\d+)|(?P<operator>[+();,]))"
)
STOP = re.compile(r"[ \t]*(?:[\r\n}]|$)")  # where a statement without semicolon ends
ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
LONGEST_SCRIPT = 200_000
LONGEST_WRITE = 20_000  # of one call; variables may be summed without end
LONGEST_WRITTEN = 500_000  # of one page
CONTROL = {"n": "\n", "t": "\t", "r": ""}


def unquote(literal: str) -> str:
    """Return the value of a JavaScript string literal."""

    def plain(match: re.Match[str]) -> str:
        code = match[1] or match[2]
        return chr(int(code, 16)) if code else CONTROL.get(match[3], match[3])

    value = ESCAPE.sub(plain, literal[1:-1]).replace("\0", "")
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def evaluate(script: str, start: int, known: Mapping[str, str]) -> tuple[str | None, int]:
    """Return what the sum of literals and `known` names at `start` makes, None for anything else, and where it ends."""
    parts: list[str] = []
    size = 0
    position = start
    while match := TOKEN.match(script, position):
        position = match.end()
        name = match["name"]
        if match["string"]:
            parts.append(unquote(match["string"]))
        elif match["number"]:
            parts.append(match["number"])
        elif name in known and size < LONGEST_WRITE:
            parts.append(known[name][: int(match["length"])] if match["cut"] else known[name])
            size += len(parts[-1])
        elif name or match["operator"] == "(":
            return None, position
        elif match["operator"] in ");,":
            return "".join(parts), position
    return ("".join(parts) if STOP.match(script, position) else None), position


def written(script: str, known: dict[str, str]) -> str:
    """Return the HTML that `script` writes; its string variables are added to `known` for the scripts after it.

    Every branch of a condition is written; a write that needs more than strings, or is longer than an item, is not.
    """
    parts: list[str] = []
    room = LONGEST_WRITTEN
    position = 0
    while match := STATEMENT.search(script, position):
        position = match.end()
        if match["write"]:
            value, position = evaluate(script, position, known)
            if value and len(value) <= room:
                parts.append(value)
                room -= len(value)
        else:
            known[match["name"]] = unquote(match["value"])
    return "".join(parts)


def insert_written(tree: etree._Element) -> None:
    """Add what the scripts of `tree` write behind each script, where it holds a link."""
    known: dict[str, str] = {}
    room = LONGEST_WRITTEN
    for script in list(tree.iter("script")):
        text = script.text or ""
        parent = script.getparent()
        if parent is None or len(text) > LONGEST_SCRIPT or ("document.write" not in text and "=" not in text):
            continue
        markup = written(text, known)
        if "<a " not in markup or len(markup) > room:
            continue
        room -= len(markup)
        try:
            parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
            pieces = html.fragments_fromstring(markup, parser=parser)
        except etree.ParserError:
            continue
        place = parent.index(script) + 1
        for piece in pieces:
            if isinstance(piece, str):
                continue
            parent.insert(place, piece)
            place += 1
