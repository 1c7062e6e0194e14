"""Put the alternatives of a long expression in order of their first characters, so that few are tried at each place."""

import re
from collections import defaultdict
from collections.abc import Iterator

CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
CHOICE = re.compile(r"\[((?:\\\W|[^\]\\^-])+)\]")  # a class of single characters
SINGLE = re.compile(r"[^\\.^$()\[]")  # a character that stands for itself


def atom_end(expression: str, at: int) -> int:
    """Return where the character, class or group ends that begins at `at`."""
    if expression[at] == "[":
        return CLASS.match(expression, at).end()
    if expression[at] == "(":
        at += 1
        while expression[at] != ")":
            at = atom_end(expression, at)
        return at + 1
    return at + 2 if expression[at] == "\\" else at + 1


def alternatives(expression: str) -> Iterator[str]:
    """Yield what stands between the bars of an expression that are in no group."""
    start = at = 0
    while at < len(expression):
        if expression[at] == "|":
            yield expression[start:at]
            start = at = at + 1
        else:
            at = atom_end(expression, at)
    yield expression[start:]


def beginnings(expression: str) -> Iterator[tuple[str, str]]:
    """Yield each character with which the expression can begin, and what follows it then.

    Raises ValueError where that is open: at an empty alternative, \\d, [^…], [a-z], or a repeated beginning.
    """
    for way in alternatives(expression):
        end = atom_end(way, 0) if way else 0
        atom, optional = way[:end], way[end : end + 1] == "?"
        rest = way[end + optional :]
        if rest[:1] in tuple("?*+{"):
            raise ValueError(f"cannot tell with which character {way!r} begins")
        if atom.startswith("(?:"):
            yield from ((first, more + rest) for first, more in beginnings(atom[3:-1]))
        elif atom.startswith("(?<!"):  # (?<!x)y is y(?<!xy)
            yield from ((first, f"{atom[:-1]}{re.escape(first)}){more}") for first, more in beginnings(rest))
        elif chosen := CHOICE.fullmatch(atom):
            yield from ((first, rest) for first in chosen[1].replace("\\", ""))
        elif SINGLE.fullmatch(atom):
            yield atom, rest
        else:
            raise ValueError(f"cannot tell with which character {way!r} begins")
        if optional:
            yield from beginnings(rest)


def quick(expression: str) -> re.Pattern[str]:
    """Return a pattern that is found where `expression` is: by first character where it can be told."""
    try:
        return by_first_character(tuple(alternatives(expression)))
    except ValueError:
        return re.compile(expression)


def by_first_character(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that is found where one of `terms` is: re skips to a first character, and tries what follows it.

    Where several terms are found at one place, which of them it takes is left open.
    """
    following: dict[str, dict[str, None]] = defaultdict(dict)
    for first, rest in (pair for term in terms for pair in beginnings(term)):
        following[first][rest] = None
    return re.compile(
        "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in following.items())
    )
