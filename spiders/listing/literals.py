"""Read an array as JavaScript writes it: single quotes, bare keys, a comma too many."""

import json
import re

from spiders.listing.written import STRING, unquote

TOKEN = re.compile(
    rf"\s*(?:(?P<string>{STRING})|(?P<number>-?\d+(?:\.\d+)?)(?![\w$])|(?P<name>[A-Za-z_$][\w$]*)|(?P<mark>[\[\]{{}}:,])"
    r"|//[^\n]*\n|/\*[^*]{0,200}\*/)"
)
CONSTANTS = {"true": "true", "false": "false", "null": "null", "undefined": "null"}
LONGEST = 2_000_000  # characters of one array


def as_json(script: str, start: int) -> str | None:
    """Return the array or object that begins at `start` as JSON; None for one that holds more than literals."""
    parts: list[str] = []
    depth = 0
    position = start
    while position - start < LONGEST and (match := TOKEN.match(script, position)):
        position = match.end()
        mark = match["mark"]
        if match["string"]:
            parts.append(json.dumps(unquote(match["string"])))
        elif match["number"]:
            parts.append(match["number"])
        elif match["name"]:
            constant = CONSTANTS.get(match["name"])
            if constant is None and not (parts and parts[-1] in "{,"):
                return None
            parts.append(constant or json.dumps(match["name"]))
        elif mark:
            if mark in "]}" and parts and parts[-1] == ",":
                parts.pop()
            depth += (mark in "[{") - (mark in "]}")
            parts.append(mark)
            if not depth:
                return "".join(parts)
    return None


def read_literal(script: str, start: int) -> object:
    """Return the value of the array or object literal at `start`; None for anything else."""
    try:
        return json.loads(as_json(script, start) or "null")
    except (ValueError, RecursionError):
        return None
