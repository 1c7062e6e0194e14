"""What a list reader is given, and what it gives back."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import etree, html

from crawler.charset import decode
from crawler.endings import first_tags, without_endings
from spiders.listing.dayorder import write_in_order
from spiders.listing.functions import Function, functions_of, variables_of
from spiders.listing.written import insert_written

# Above libxml2's own limits (depth 256, 10 MB a text node) a page is cut, not refused; no list comes near.
PARSER_OPTIONS = {
    "encoding": "utf-8",
    "huge_tree": False,
    "no_network": True,
    "remove_comments": True,
    "remove_pis": True,
}
INDEX = re.compile(r"(?<=/)(?:index|default)\.\w{2,6}$", re.IGNORECASE)
BLANKS = str.maketrans("", "", "\t\r\n")


@dataclass(frozen=True)
class Article:
    """An article link of a list; `date` is the ISO day shown in its row, None where none is shown."""

    url: str
    title: str
    date: str | None = None


@dataclass(frozen=True)
class NextPage:
    """The request that fetches the next page of a list; `headers` are name and value pairs."""

    url: str
    method: str = "GET"
    body: str = ""
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ListPage:
    """The articles of one list page in their order, and the requests for the page after it (none: the last one)."""

    articles: list[Article] = field(default_factory=list)
    next: list[NextPage] = field(default_factory=list)


@dataclass(frozen=True)
class ListSource:
    """One list page as fetched; decoded and parsed once, when first asked for."""

    body: bytes
    url: str

    @cached_property
    def text(self) -> str:
        """The decoded page without NULs."""
        return decode(self.body).replace("\0", "").lstrip("\ufeff")

    @cached_property
    def tree(self) -> etree._Element:
        """The parsed page, items that a script writes in their place, dates in one order; empty for what is no HTML."""
        parser = html.HTMLParser(**PARSER_OPTIONS)
        try:
            tree = html.document_fromstring(
                without_endings(first_tags(self.text.encode("utf-8", "replace"))), parser=parser
            )
        except etree.ParserError:
            return html.document_fromstring("<html><body></body></html>")
        insert_written(tree)
        write_in_order(tree)
        return tree

    @cached_property
    def base(self) -> str:
        """The address that relative links start from."""
        href = self.tree.xpath("string(//base/@href)").strip()
        return join(self.url, href) or self.url

    @cached_property
    def scripts(self) -> str:
        """The text of all inline scripts."""
        return "\n".join(script.text for script in self.tree.iter("script") if script.text)

    @cached_property
    def functions(self) -> dict[str, Function]:
        """The functions that the inline scripts define, by name."""
        return functions_of(self.scripts)

    @cached_property
    def variables(self) -> dict[str, str]:
        """The variables that the inline scripts set to a string, by name."""
        return variables_of(self.scripts)

    def link(self, href: str | None) -> str | None:
        """Return the absolute address of `href`; None for script, mail, fragment and damaged links."""
        return join(self.base, href)

    def is_ours(self, url: str) -> bool:
        """Say whether `url` is on the page's own host, with or without www."""
        host, own = (urlsplit(address).netloc.removeprefix("www.") for address in (url, self.url))
        return host == own or not own

    def is_here(self, url: str) -> bool:
        """Say whether `url` is the page itself."""
        return INDEX.sub("", urldefrag(url)[0]) == INDEX.sub("", urldefrag(self.url)[0])


def unique(articles: Iterable[Article | None]) -> list[Article]:
    """Return the articles that are any, one an address in the order of the first, as told last."""
    return list({article.url: article for article in articles if article}.values())


def join(base: str, href: str | None) -> str | None:
    """Return `href` made absolute on `base` if it leads to a web page, else None."""
    href = (href or "").strip().translate(BLANKS)
    if not href or href.startswith("#"):
        return None
    try:
        url = urljoin(base, href)
        scheme = urlsplit(url).scheme
    except ValueError:  # a bracket or a port that is none
        return None
    return url if scheme in ("http", "https", "") else None
