"""Obey robots.txt strictly: what cannot be read does not yet allow."""

import logging
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from crawler.refusals import Refusal, RefusedRequest, refusal_of

# Failures that concern the host as a whole, and say more of it than that its robots.txt could not be read.
TELLING = ("tls", "unreachable", "timeout", "offsite", "private_address")
ROBOTS_BYTES = 500 * 1024  # RFC 9309 2.5: so much must be read; parsing more would keep other sites waiting


class StrictRobotsMiddleware(RobotsTxtMiddleware):
    """Scrapy's middleware, but 401 and 403 on robots.txt forbid the host and a failed robots.txt does not allow it."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        # Its ERROR with a traceback for each robots.txt that cannot be had: robots_unreadable says it in a line.
        logging.getLogger(RobotsTxtMiddleware.__module__).setLevel(logging.CRITICAL)
        self.refusals: dict[str, Refusal] = {}  # why a host's robots.txt could not be read

    async def process_request(self, request: Request) -> None:
        """Raise RefusedRequest where robots.txt forbids the URL or could not be read."""
        if request.meta.get("dont_obey_robotstxt"):
            return
        await self.robot_parser(request)
        host = urlsplit(request.url).netloc
        if refusal := self.refusals.get(host):
            raise RefusedRequest(refusal.reason, refusal.detail, temporary=refusal.temporary)
        try:
            # Not what robot_parser returned: of several requests that wait for one robots.txt, Scrapy 2.19 hands
            # the parser to the first and None, which allows everything, to the others.
            self.process_request_2(self._parsers[host], request)
        except IgnoreRequest as error:
            raise RefusedRequest("robots_forbidden", str(error)) from error

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status in (401, 403):
            raise RefusedRequest("robots_forbidden", f"HTTP {response.status} on robots.txt")
        if response.status >= 500:
            raise RefusedRequest("robots_unreadable", f"HTTP {response.status} on robots.txt", temporary=True)
        if len(response.body) > ROBOTS_BYTES:  # without its last line, which may be half a rule
            response = response.replace(body=response.body[:ROBOTS_BYTES].rpartition(b"\n")[0])
        await super()._parse_robots(response, netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        refusal = refusal_of(exc)
        if not refusal.reason.startswith(("blocked:", "robots_")) and refusal.reason not in TELLING:
            refusal = Refusal("robots_unreadable", refusal.detail, temporary=True)
        self.refusals[netloc] = refusal
        super()._robots_error(exc, netloc)
