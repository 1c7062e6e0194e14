"""Recognise the walls that sites put before crawlers, and leave the host alone: nothing is evaded."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response

from crawler.refusals import RefusedRequest


@dataclass(frozen=True)
class Wall:
    """One product: the statuses and the signs, in cookies or in the first bytes, that give it away."""

    name: str
    statuses: tuple[int, ...]
    sign: re.Pattern[bytes]
    script_only: bool = (
        False  # the sign may stand on good pages too: it counts where a script is all there is
    )


CAPTCHA = re.compile(
    rb"wzws[_-]|wzwschallenge|\xe6\xbb\x91\xe5\x8a\xa8\xe9\xaa\x8c\xe8\xaf\x81", re.IGNORECASE
)
# Forms from reports of other projects (RSSHub issues, court and ministry crawlers); the first that fits decides.
WALLS = (
    Wall("jsl", (521,), re.compile(rb"__jsl|<script", re.IGNORECASE)),
    Wall("ruishu", (412,), re.compile(rb"", re.IGNORECASE)),
    Wall("ruishu", (202, 400), re.compile(rb'<meta[^>]{0,40}id="[A-Za-z0-9]{10,}"[^>]{0,80}r=.m.', re.IGNORECASE)),
    Wall("captcha", (200,), CAPTCHA, script_only=True),
    Wall("captcha", (403, 405, 503), CAPTCHA),
    Wall("rate", (403, 405, 429, 503), re.compile(rb"yunsuo|\xe5\x88\x9b\xe5\xae\x87\xe7\x9b\xbe|knownsec|365cyd", re.I)),
    Wall("rate", (429,), re.compile(rb"")),
    Wall("token", (200, 202, 401, 403), re.compile(rb"kpy_ssid"), script_only=True),  # Ucap sets it on good pages too
)  # fmt: skip
SIGN_BYTES = 4096


def is_script_only(body: bytes) -> bool:
    """Tell whether an answer is a script without a single link: no list, no article, no JSON."""
    body = body.lower()
    return b"<script" in body and b"<a " not in body


def wall_of(response: Response) -> str | None:
    """Return the name of the wall that answered in the site's place, or None."""
    signs = b"\n".join(response.headers.getlist("Set-Cookie")) + response.body[:SIGN_BYTES]
    shown = (wall for wall in WALLS if response.status in wall.statuses and wall.sign.search(signs))
    return next((w.name for w in shown if not w.script_only or is_script_only(response.body)), None)


class BlockMiddleware:
    """Ends a host's part of the run at its first wall: later requests to it are refused without being sent."""

    def __init__(self) -> None:
        self.walls: dict[str, str] = {}

    def process_request(self, request: Request) -> None:
        """Raise RefusedRequest for a host that has shown a wall."""
        if wall := self.walls.get(urlsplit(request.url).netloc):
            raise RefusedRequest(f"blocked:{wall}", "the host is left alone for this run", temporary=True)

    def process_response(self, request: Request, response: Response) -> Response:
        """Return the response, or raise RefusedRequest where a wall answered."""
        if wall := wall_of(response):
            self.walls[urlsplit(request.url).netloc] = wall
            raise RefusedRequest(
                f"blocked:{wall}", f"HTTP {response.status} in place of the page", temporary=True
            )
        return response
