"""The next page where the page links it: by name, or by the number after its own."""

import re
from collections.abc import Iterator

from lxml import etree

from spiders.listing.anchors import address
from spiders.listing.source import ListSource, NextPage
from spiders.listing.titles import squeeze, text_of

NEXT = re.compile(
    r"[\[【(（\s]*(?:[下后後]一?[页頁]|next(?: ?page)?|older posts?|(?:较旧|更早)的?文章)[\]】)）>»›→\s]*",
    re.IGNORECASE,
)
MORE = re.compile(r"(?:点击|點擊)?(?:加载|加載|载入|載入|显示|顯示)更多\S{0,4}|load more", re.IGNORECASE)
MORE_NAMES = ("data-url", "data-href", "data-next", "data-next-url", "data-link")
ARROW = re.compile(r"[>›»→]{1,2}|&gt;")
NEXT_CLASS = re.compile(r"(?i)(?:^|[\s_-])(?:next|nextpage|pagenext|p_next)(?:$|[\s_-])")
NUMBER = re.compile(r"[\[(（【\s]*(\d{1,4})[\])）】\s]*")
CURRENT_CLASS = re.compile(
    r"(?i)(?:^|[\s_-])(?:on|cur|current|active|this|thisclass|here|now|selected|pageon|dq)(?:$|[\s_-])"
)
CALLS = re.compile(r"[\w$](?<!void)\s{0,3}\(\s{0,3}[\w'\"]")
BUTTONS = ("input", "button", "span", "li")
NUMBER_TAGS = ("a", "span", "b", "strong", "em", "i", "font", "li")


def next_anchors(tree: etree._Element) -> Iterator[etree._Element]:
    """Yield the anchors and buttons called "next page", then those with an arrow only and the class of one."""
    arrows = []
    for anchor in tree.iter("a", *BUTTONS):
        if anchor.tag != "a" and not anchor.get("onclick"):
            continue
        text = text_of(anchor) if len(anchor) else squeeze(anchor.text)
        names = [text, anchor.get("title"), anchor.get("value")]
        if len(anchor):
            names += [image.get("alt") for image in anchor.iter("img")]
        if any(name and NEXT.fullmatch(name) for name in names):
            yield anchor
        elif (not text or ARROW.fullmatch(text)) and NEXT_CLASS.search(anchor.get("class") or ""):
            arrows.append(anchor)
    yield from arrows


def linked_next(source: ListSource) -> str | None:
    """Return the address behind "next page" or `<link rel="next">`; None if it is dead or the page itself."""
    declared = [
        source.link(link.get("href")) for link in source.tree.iter("link") if link.get("rel") == "next"
    ]
    named = (address(anchor, source) for anchor in next_anchors(source.tree))
    return next(
        (url for url in (*named, *declared) if url and source.is_ours(url) and not source.is_here(url)), None
    )


def leads(anchor: etree._Element, source: ListSource) -> bool:
    """Say whether an anchor opens another page: by its address, or by a script that it calls."""
    if anchor.tag != "a" or CURRENT_CLASS.search(anchor.get("class") or ""):
        return False
    url = address(anchor, source)
    return (
        not source.is_here(url)
        if url
        else any(map(CALLS.search, (anchor.get("href") or "", anchor.get("onclick") or "")))
    )


def clusters(source: ListSource) -> dict[etree._Element, dict[int, etree._Element | None]]:
    """Map each element that holds page numbers to its numbers, with their anchors (None: leads nowhere)."""
    found: dict[etree._Element, dict[int, etree._Element | None]] = {}
    for element in source.tree.iter(*NUMBER_TAGS):
        match = NUMBER.fullmatch(element.text or "") if not len(element) else None
        if not match:
            continue
        parent = element.getparent()
        if parent is not None and parent.tag in ("li", "span", "td") and text_of(parent) == text_of(element):
            parent = parent.getparent()
        if parent is None:
            continue
        numbers = found.setdefault(parent, {})
        number = int(match[1])
        if numbers.get(number) is None:
            numbers[number] = element if leads(element, source) else None
    return found


def numbered_anchor(source: ListSource) -> etree._Element | None:
    """Return the anchor of the number after the page's own, which is the one number that leads nowhere."""
    for numbers in clusters(source).values():
        linked = {number: anchor for number, anchor in numbers.items() if anchor is not None}
        # A total, or a count of articles, is a number without link too; the page's own has neighbours.
        own = [n for n, anchor in numbers.items() if anchor is None and (n + 1 in linked or n - 1 in linked)]
        if not own and 2 in linked and 1 not in linked:
            own = [1]
        if len(own) == 1 and own[0] + 1 in linked:
            return linked[own[0] + 1]
    return None


def more_button(source: ListSource) -> str | None:
    """Return the address of a button that loads more rows, from its href or a data attribute that looks like one."""
    for element in source.tree.iter("a", "button", "div", "span"):
        words = squeeze("".join(child.text or "" for child in (element, *element[:2])))
        if MORE.fullmatch(words):
            told = (element.get(name) for name in MORE_NAMES)
            named = next((value for value in told if value and set("/?") & set(value)), None)
            if url := address(element, source) or source.link(named):
                return url
    return None


def next_pages(source: ListSource) -> list[NextPage] | None:
    """Return the page behind "next page"; None where nothing live is called that."""
    url = linked_next(source)
    return [NextPage(url)] if url else None


def numbered_pages(source: ListSource) -> list[NextPage] | None:
    """Return the page with the number after the page's own, or behind "load more"; None where nothing tells."""
    anchor = numbered_anchor(source)
    url = address(anchor, source) if anchor is not None else more_button(source)
    return [NextPage(url)] if url else None
