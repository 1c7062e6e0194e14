"""An answer as it came off the wire: what is archived, before anything is decoded."""

from dataclasses import dataclass

from scrapy import Request
from scrapy.http import Response

from crawler.clock import now


@dataclass(frozen=True)
class Served:
    """One HTTP answer; `body` is as compressed as it was served."""

    url: str
    date: str  # of its arrival, ISO 8601 UTC
    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    ip: str | None = None


class AsServedMiddleware:
    """Keeps every answer of a 2xx status in `meta["served"]`; must stand between the wire and the decompression."""

    def process_response(self, request: Request, response: Response) -> Response:
        """Return the response untouched."""
        if 200 <= response.status < 300:
            headers = ((name, value) for name, values in response.headers.items() for value in values)
            ip = str(response.ip_address) if response.ip_address else None
            request.meta["served"] = Served(
                response.url, now(), response.status, tuple(headers), response.body, ip
            )
        return response
