"""What the functions of a page's own scripts open: `show(7)` that calls window.open("show.jsp?id=" + id)."""

import re
from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass

from spiders.listing.written import STATEMENT, evaluate, unquote

LONGEST_FUNCTION = 2000
DEFINED = re.compile(
    r"\bfunction\s{1,5}([\w$]{1,60})\s{0,5}\(([^()]{0,200})\)|\b([\w$]{1,60})\s{0,5}=\s{0,5}function\s{0,5}\(([^()]{0,200})\)"
)
CALL = re.compile(
    r"(?:javascript\s{0,3}:\s{0,3}|^\s{0,9}|return\s|;)(?:void\s?)?([\w$.]+)\s{0,3}\(([^()]{0,300})\)",
    re.IGNORECASE,
)
ARGUMENT = re.compile(r"""\s*("[^"]*"|'[^']*'|[\w.-]+)\s*(?:,|$)""")
LOCAL = re.compile(r"\b(?:var|let|const)\s{1,5}([\w$]{1,60})\s{0,5}=\s{0,5}(?=[\"'\w])")
JUMPS = re.compile(r"(?:location(?:\.href)?|window\.location)\s{0,3}=(?!=)|location\.(?:assign|replace)\(")
FIRST_PAGE = re.compile(
    r"[\w$.]{1,40}\s{0,3}={2,3}\s{0,3}[\"']?1[\"']?\s{0,3}\?\s{0,3}(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}')\s{0,3}:"
)
OPENS = re.compile(rf"{JUMPS.pattern}|window\.open\(")


@dataclass(frozen=True)
class Function:
    """A function of a page: the names of its parameters, and its text as far as the next function."""

    parameters: tuple[str, ...]
    text: str


def functions_of(scripts: str) -> dict[str, Function]:
    """Return the functions that scripts define by name, the first of a name; texts are cut at 2,000 characters."""
    found: dict[str, Function] = {}
    for head in DEFINED.finditer(scripts):
        name, told = head[1] or head[3], head[2] or head[4] or ""
        if name not in found:
            parameters = tuple(word.strip() for word in told.split(",") if word.strip())
            text = scripts[head.end() : head.end() + LONGEST_FUNCTION]
            found[name] = Function(parameters, re.split(r"\bfunction\b", text, maxsplit=1)[0])
    return found


def arguments(text: str) -> list[str]:
    """Return the values of a call's literal arguments."""
    found = ARGUMENT.findall(text)
    return [unquote(value) if value[0] in "\"'" else value for value in found]


def variables_of(scripts: str) -> dict[str, str]:
    """Return the variables that scripts set to a string, by name, as they are set last."""
    return {match["name"]: unquote(match["value"]) for match in STATEMENT.finditer(scripts) if match["name"]}


def jumps(function: Function, *known: Mapping[str, str]) -> list[str]:
    """Return the addresses that a function's text opens, "" for one that `known` and its own variables do not tell."""
    text = FIRST_PAGE.sub("", function.text)
    names: dict[str, str] = {}
    all_names = ChainMap(names, *known)
    found: list[str] = []
    position = 0
    for jump in OPENS.finditer(text):
        for local in LOCAL.finditer(text, position, jump.start()):
            value = evaluate(text, local.end(), all_names)[0]
            if value is not None:
                names[local[1]] = value
        position = jump.end()
        found.append(evaluate(text, position, all_names)[0] or "")
    return found


def opened_by(function: Function, values: list[str], variables: Mapping[str, str]) -> str | None:
    """Return the address that a call with `values` opens; None where function and `variables` do not tell it.

    Of several the first one that `values` change: `if (n == 1) location = "index.html"` stands before the rule.
    """
    blank = dict.fromkeys(function.parameters, "")
    told = dict(zip(function.parameters, values, strict=False))
    pairs = list(zip(jumps(function, told, variables), jumps(function, blank, variables), strict=True))
    return next((url for url, same in pairs if url != same), next((url for url, _ in pairs if url), None))
