"""TRS WCM and its relatives: a script call tells the number of pages, the current one and the file name."""

import re
from urllib.parse import urlsplit

from spiders.listing.source import ListSource, NextPage

CALL = re.compile(r"createPageHTML\s{0,3}\(([^()\n]{1,300})\)")
PAGER = re.compile(r"\bPager\s{0,3}\(\s{0,20}\{([^{}]{1,600})\}")
PAIR = re.compile(r"""\b(size|current|prefix|suffix)\b["']?\s{0,5}:\s{0,5}["']?([\w-]+)""")
NUMBER = re.compile(r"\bvar\s{1,5}(\w{0,20}(?:[Cc]urrent|[Cc]ount)\w{0,20})\s{0,5}=\s{0,5}[\"']?(\d{1,6})")
# `"index" + "_" + nextPage + "." + "html"`, also with the quotes of the tag escaped before the name.
NAME = re.compile(
    r"""(?<![\w-])([\w-]{1,60})["']?\s{0,5}(?:\+\s{0,5}["'])?_["']\s{0,5}\+\s{0,5}[\w( +-]{1,40}\)?\s{0,5}\+\s{0,5}["']\.["']?\s{0,5}(?:\+\s{0,5}["'])?(s?html?|jhtml|aspx?|jsp)"""
)


def following(source: ListSource, prefix: str, current: int, last: int, suffix: str) -> list[NextPage]:
    """Return the page after `current` in files called `prefix_N.suffix`; nothing at or behind the last."""
    url = source.link(f"{prefix}_{current + 1}.{suffix}")
    return [NextPage(url)] if url and 0 <= current < last else []


def from_call(source: ListSource, numbers: dict[str, str]) -> list[NextPage] | None:
    """Read createPageHTML in both dialects: a quoted first argument is a div's id, and pages count from 1."""
    for match in CALL.finditer(source.text):
        arguments = [argument.strip() for argument in match[1].split(",")]
        from_one = arguments[0][:1] in ("'", '"') and not arguments[0].strip("'\"").isdecimal()
        words = [numbers.get(word, word).strip("'\"") for word in arguments[from_one:]]
        if len(words) >= 4 and words[0].isdecimal() and words[1].isdecimal():
            total, current = int(words[0]), int(words[1])
            last = total if from_one and current else total - 1  # no page counted from 1 is number 0
            return following(source, words[2], current, last, words[3])
    return None


def from_pager(source: ListSource) -> list[NextPage] | None:
    """Read Pager({size, current, prefix, suffix}), whose pages count from 0."""
    for match in PAGER.finditer(source.text):
        told = dict(PAIR.findall(match[1]))
        if (
            told.keys() == {"size", "current", "prefix", "suffix"}
            and told["size"].isdecimal()
            and told["current"].isdecimal()
        ):
            return following(
                source, told["prefix"], int(told["current"]), int(told["size"]) - 1, told["suffix"]
            )
    return None


def from_variables(source: ListSource, numbers: dict[str, str]) -> list[NextPage] | None:
    """Read `currentPage` and `countPage`, which count from 0, and the file name that the script puts together."""
    if "currentPage" not in numbers or "countPage" not in numbers:
        return None
    name = NAME.search(source.scripts)
    here = re.fullmatch(r"(.*?)(?:_\d+)?\.(s?html?)", urlsplit(source.url).path.rpartition("/")[2])
    prefix, suffix = (name or here).groups() if name or here else (None, None)
    if not prefix or not suffix:
        return None
    return following(source, prefix, int(numbers["currentPage"]), int(numbers["countPage"]) - 1, suffix)


def next_pages(source: ListSource) -> list[NextPage] | None:
    """Return what the pager's script call says: the next page, none on the last page; None without such a call."""
    if "createPageHTML" not in source.text and "Pager" not in source.text and "countPage" not in source.text:
        return None
    numbers = dict(NUMBER.findall(source.scripts))
    for found in (from_variables(source, numbers), from_call(source, numbers), from_pager(source)):
        if found is not None:
            return found
    return None
