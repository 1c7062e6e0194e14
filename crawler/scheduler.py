"""Share the crawl fairly among hosts, and say at its end what it did not come to."""

from collections import Counter
from collections.abc import Iterable

from scrapy.core.scheduler import Scheduler
from scrapy.pqueues import DownloaderAwarePriorityQueue, DownloaderInterface
from twisted.internet.defer import Deferred

AHEAD = 2  # requests a host that have left the queue: one under way, one waiting for its delay


class Shares(DownloaderInterface):
    """How busy hosts are; those that have their share are not offered at all.

    Scrapy's own count leaves out what still waits for robots.txt, so that a whole column could leave the queue at once.
    """

    def stats(self, possible_slots: Iterable[str]) -> list[tuple[int, str]]:
        """Return (requests under way, host) of the hosts that may be asked for more."""
        under_way = Counter(map(self.get_slot_key, self.downloader.active))
        return [(under_way[slot], slot) for slot in possible_slots if under_way[slot] < AHEAD]


class FairQueue(DownloaderAwarePriorityQueue):
    """Requests by host, the least busy first, and never more than AHEAD of one; needs CONCURRENT_REQUESTS = 0.

    Every host goes at its own pace however many there are, priorities decide until a request is due, and a clean
    stop waits for two answers a host at most.
    """

    def __init__(self, crawler: object, *args: object, **kwargs: object) -> None:
        super().__init__(crawler, *args, **kwargs)
        self._downloader_interface = Shares(crawler)


class CountingScheduler(Scheduler):
    """Scrapy's scheduler; what it never came to is counted under site/<key>/unasked."""

    def close(self, reason: str) -> Deferred[None] | None:
        """Count what is left: nothing is under way any more, so every host gives up all it has."""
        while request := self.next_request():
            if site := request.cb_kwargs.get("site"):
                self.stats.inc_value(f"site/{site.key}/unasked")
        return super().close(reason)
