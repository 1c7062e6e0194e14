"""Take pages that were fetched before into the corpus: what `scrapy load` and `scrapy replay` do with them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from scrapy.settings import BaseSettings
from sqlite_utils import Database

from crawler import EXTRACTOR_VERSION
from crawler.change_log import ChangeLog
from crawler.items import Page
from crawler.lookups import fill_lookups
from crawler.masking import mask
from crawler.site_rows import write_sites
from crawler.sites import Registry
from crawler.warc import Damage
from crawler.warc_page import Capture, Unusable
from pipelines.corpus import BATCH, Corpus
from pipelines.reading import Reader, ReadingError
from pipelines.rereading import reread_page, reread_version
from pipelines.standing import Standing, standing


class Intake:
    """Reads and stores captures in their order; `counts`, `problems` and `changes` say what became of them."""

    def __init__(
        self,
        db: Database,
        settings: BaseSettings,
        registry: Registry,
        *,
        everything: bool = False,
        changes: ChangeLog | None = None,
    ) -> None:
        """`everything`: pages that the extractor of today has read are read again too."""
        fill_lookups(db)
        self.corpus, self.reader, self.registry = Corpus(db), Reader(settings), registry
        self.drop_irrelevant = settings.getbool("RELEVANCE_ENABLED")
        self.everything = everything
        self.written: set[str] = set()  # sites whose rows are up to date
        self.counts: Counter[str] = Counter()
        self.problems: list[str] = []
        self.changes = changes or ChangeLog()  # what pages that were read again say otherwise

    def take(self, found: Iterable[Capture | Unusable | Damage]) -> Iterator[None]:
        """Store what is found, BATCH records a transaction; yields after each, for those who show progress."""
        found = iter(found)
        while several := list(islice(found, BATCH)):
            due = [capture for one in several if (capture := self.due(one))]
            read = [capture for capture in due if self.read(capture)]  # before the lock is taken
            with self.corpus.batch():
                for capture in read:
                    self.counts[self.store(capture)] += 1
            yield

    def due(self, found: Capture | Unusable | Damage) -> Capture | None:
        """Return a capture that must be read, with its site; what need not be is counted, or becomes a problem."""
        if isinstance(found, Damage):
            self.problems.append(found.message)
            return None
        if isinstance(found, Unusable):
            self.counts[f"unusable:{found.reason}"] += 1
            return None
        page, site = found.page, found.site
        if not self.is_due(*standing(self.corpus, page)):
            self.counts["known"] += 1
            return None
        site = self.registry.get(site.key, site) if site else self.registry.of(page.url)
        if site:
            page.site, page.site_name, page.site_region = site.key, site.name, site.region
        return Capture(page, site)

    def read(self, capture: Capture) -> bool:
        """Read the page's facts; one that a step fails on becomes a problem."""
        try:
            capture.page = self.reader.read(capture.page)
        except ReadingError as error:
            self.problems.append(str(error))
            self.counts["failed"] += 1
            return False
        return True

    def is_due(self, what: Standing, old: dict | None) -> bool:
        """Tell whether an answer must be read: it is new to the corpus, or was read by another extractor."""
        if old is None:
            return what is Standing.NEWER
        return self.everything or old["extractor_version"] != EXTRACTOR_VERSION

    def store(self, capture: Capture) -> str:
        """Store one page; return what became of it: new, changed, unchanged, reread, known or dropped:reason."""
        page, site = capture.page, capture.site
        if site and site.key not in self.written:
            write_sites(self.corpus.db, [site])
            self.written.add(site.key)
        what, old = standing(self.corpus, page)  # again: the page may have come earlier in the batch
        if what is Standing.KNOWN:
            return "known"
        if what is Standing.VERSION:
            self.changes.note(page.url, reread_version(self.corpus, page, old))
            return "reread"
        if page.asked:
            self.corpus.reject(page.asked, page.site, "moved", "redirect", seen=page.seen, detail=page.url)
        if self.drop_irrelevant and not page.relevant:
            return self.drop(page, what)
        if what is Standing.CURRENT:
            self.changes.note(page.url, reread_page(self.corpus, page, old))
            return "reread"
        return self.corpus.save(page).value

    def drop(self, page: Page, what: Standing) -> str:
        """Remember that a page is off-topic; one that was read from this same answer is no longer stored."""
        if what is Standing.CURRENT:
            self.corpus.remove(page.url)
            self.changes.note(page.url, {"relevant": (True, page.irrelevant_because)})
        self.corpus.reject(
            page.url, page.site, "dropped", page.irrelevant_because,
            seen=page.seen, detail=page.title and mask(page.title), etag=page.etag, last_modified=page.last_modified,
        )  # fmt: skip
        return f"dropped:{page.irrelevant_because}"
