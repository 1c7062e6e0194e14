"""What the functions of a page's own scripts open: `show(7)` that calls window.open("show.jsp?id=" + id)."""

import re
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


def opened_by(function: Function, values: list[str], variables: Mapping[str, str]) -> str | None:
    """Return the address that a call with `values` opens; None where function and `variables` do not tell it."""
    jump = OPENS.search(function.text)
    if jump is None:
        return None
    known = {**variables, **dict(zip(function.parameters, values, strict=False))}
    for local in LOCAL.finditer(function.text, 0, jump.start()):
        value = evaluate(function.text, local.end(), known)[0]
        if value is not None:
            known[local[1]] = value
    return evaluate(function.text, jump.end(), known)[0]
