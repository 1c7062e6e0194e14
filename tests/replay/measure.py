"""`python -m tests.replay.measure [SEED]`: what the corpus makes of the replay, by transform and by look-alike."""

import random
import sys
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from scrapy.utils.project import get_project_settings

from crawler.db import connect
from crawler.items import Page
from crawler.lookups import fill_lookups
from pipelines.corpus import Corpus
from pipelines.reading import Reader
from tests.replay.families import FAMILIES, Family, Filling, filling, sibling
from tests.replay.transforms import RELATED, TRANSFORMS, Doc

SHOWN = 40  # wrong pairs printed


@dataclass(frozen=True)
class Replayed:
    """One page: which notice it is a copy of, and how it came about."""

    name: str
    notice: str
    kind: str  # original | copy | sibling
    how: str
    text: str

    @property
    def url(self) -> str:
        """The address of the page."""
        return f"http://{self.name}.example/1.html"


def document(family: Family, values: Filling) -> Doc:
    """Return the page of a family with these values."""
    header = f"{values.year}-{values.month:02}-{values.day:02} 10:30 来源：{values.place}发布"
    return Doc(values.into(family.title), header, tuple(values.into(family.text).split("\n")))


def replay(
    seed: int = 1, transforms: tuple[str, ...] = tuple(TRANSFORMS), siblings: int = 2
) -> list[Replayed]:
    """Return the pages of one replay: each family once, each transform of it, its look-alikes."""
    draw, pages = random.Random(seed), []
    for family in FAMILIES:
        own = filling(draw, family)
        doc = document(family, own)
        pages.append(Replayed(f"{family.name}-own", family.name, "original", family.name, doc.text()))
        for number, how in enumerate(transforms):
            changed = TRANSFORMS[how](draw, doc)
            pages.append(Replayed(f"{family.name}-t{number}", family.name, "copy", how, changed.text()))
        for kind in family.siblings:
            values = own
            for number in range(siblings):
                values = sibling(draw, family, kind, values)
                name = f"{family.name}-{kind}{number}"
                pages.append(
                    Replayed(name, name, "sibling", f"{family.name}/{kind}", document(family, values).text())
                )
    return pages


def read(pages: list[Replayed]) -> list[Page]:
    """Return the pages as the pure steps read them."""
    reader = Reader(get_project_settings())
    return [
        reader.read(Page(url=page.url, body=page.text.encode(), content_type="text/plain")) for page in pages
    ]


def grouped(pages: list[Page], file: Path) -> dict[str, int]:
    """Return the notice of each page, by name, stored in the order given."""
    db = connect(file)
    fill_lookups(db)
    corpus = Corpus(db)
    with corpus.batch():
        for page in pages:
            corpus.save(page)
    found = {url[7:-15]: notice for url, notice in db.execute("select url, notice_id from pages")}
    db.close()
    return found


def verdicts(
    pages: list[Replayed], found: dict[str, int]
) -> tuple[dict[str, Counter], list[tuple[str, str]]]:
    """Return hits and misses by transform, false merges by look-alike, and the pairs that are wrong."""
    tally: dict[str, Counter] = defaultdict(Counter)
    wrong = []
    home = {page.notice: found[page.name] for page in pages if page.kind == "original"}
    for page in pages:
        if page.kind == "copy":
            together = found[page.name] == home[page.notice]
            tally[page.how]["together" if together else "apart"] += 1
            if not together and page.how not in RELATED:
                wrong.append((page.name, f"{page.how}: missed"))
        if page.kind == "sibling":
            with_ = [
                other.name
                for other in pages
                if other.notice != page.notice and found[other.name] == found[page.name]
            ]
            tally[page.how]["merged" if with_ else "kept apart"] += 1
            wrong += [(page.name, other) for other in with_]
    return tally, wrong


def main() -> None:
    """Print the table of one replay."""
    pages = replay(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
    with tempfile.TemporaryDirectory() as folder:
        tally, wrong = verdicts(pages, grouped(read(pages), Path(folder) / "corpus.db"))
    for how, counts in tally.items():
        print(f"{how:20}", dict(counts))  # noqa: T201
    for pair in wrong[:SHOWN]:
        print(*pair)  # noqa: T201
    print(len(pages), "pages")  # noqa: T201


if __name__ == "__main__":
    main()
