"""Obey robots.txt strictly: what cannot be read does not yet allow."""

from scrapy import Request
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser

from crawler.refusals import Refusal, RefusedRequest, refusal_of

UNREADABLE = Refusal("robots_unreadable", "robots.txt could not be read", temporary=True)


class StrictRobotsMiddleware(RobotsTxtMiddleware):
    """Scrapy's middleware, but 401 and 403 on robots.txt forbid the host and a failed robots.txt does not allow it."""

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Raise RefusedRequest where robots.txt forbids the URL or could not be read."""
        if rp is None:
            refusal = self.refusals.get(request.url.split("/")[2], UNREADABLE)
            raise RefusedRequest(refusal.reason, refusal.detail, temporary=refusal.temporary)
        try:
            super().process_request_2(rp, request)
        except IgnoreRequest as error:
            raise RefusedRequest("robots_forbidden", str(error)) from error

    @property
    def refusals(self) -> dict[str, Refusal]:
        """Return why robots.txt of a host could not be read, by host."""
        return self.__dict__.setdefault("_refusals", {})

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status in (401, 403):
            raise RefusedRequest("robots_forbidden", f"HTTP {response.status} on robots.txt")
        if response.status >= 500:
            raise RefusedRequest("robots_unreadable", f"HTTP {response.status} on robots.txt", temporary=True)
        await super()._parse_robots(response, netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        refusal = refusal_of(exc)
        known = refusal.reason.startswith(("blocked:", "robots_"))
        self.refusals[netloc] = refusal if known else Refusal("robots_unreadable", refusal.detail, temporary=True)
        super()._robots_error(exc, netloc)
