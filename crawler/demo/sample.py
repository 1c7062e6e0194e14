"""What a sample site is: a publisher, its columns, and the content system that renders them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from crawler.demo.notices import Notice, load
from crawler.demo.reply import Pages, Reply, page

ROBOTS = "User-agent: *\nDisallow: /admin/\n"


@dataclass(frozen=True)
class Column:
    """One list of a site: its heading, its path or number, and the file of its notices in texts/."""

    label: str
    path: str
    texts: str

    def notices(self, visit: int) -> list[Notice]:
        """Return the notices of the list, in its order."""
        return load(self.texts, visit)


@dataclass(frozen=True)
class Sample:
    """One sample site; `render(sample, visit)` gives its pages by path."""

    host: str
    name: str
    render: Callable[["Sample", int], Pages]
    columns: tuple[Column, ...] = ()
    code: str = ""  # 网站标识码: GB/T 2260 region, then four digits
    licence: str = ""  # ICP number of the footer
    validators: str = "both"  # of articles: etag, modified, both
    robots: str | None = ROBOTS  # None: the host has no such file

    @property
    def imprint(self) -> dict[str, str]:
        """What every layout of the site shows: site, host, code, licence."""
        return {"site": self.name, "host": self.host, "code": self.code, "licence": self.licence}

    def article(self, notice: Notice, text: str, charset: str = "utf-8") -> Reply:
        """Return the page of a notice with the site's kind of validators."""
        return replace(page(text, self.validators, notice.modified, charset), article=True)


def in_pages(notices: list[Notice], size: int) -> list[list[Notice]]:
    """Return the notices as list pages of at most `size`, in their order."""
    return [notices[start : start + size] for start in range(0, len(notices), size)]
