"""Every way a download fails has a code."""

import zlib
from gzip import BadGzipFile

import pytest
from scrapy import exceptions
from scrapy.http import HtmlResponse
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.refusals import Refusal, RefusedRequest, refusal_of


def http_error(status: int) -> HttpError:
    return HttpError(HtmlResponse("http://a.example/", status=status), "no page")


@pytest.mark.parametrize(
    ("error", "reason", "temporary"),
    [
        (http_error(404), "http_404", False),
        (http_error(503), "http_503", True),
        (exceptions.DownloadTimeoutError("slow"), "timeout", True),
        (exceptions.CannotResolveHostError("no such name"), "unreachable", True),
        (exceptions.DownloadCancelledError("too big"), "too_large", False),
        (RefusedRequest("robots_forbidden", "by rule"), "robots_forbidden", False),
        (exceptions.IgnoreRequest("max redirections reached"), "redirect", False),
        (
            exceptions.IgnoreRequest("its body exceeded DOWNLOAD_MAXSIZE during decompression"),
            "too_large",
            False,
        ),
        (BadGzipFile("not a gzipped file"), "broken_response", True),
        (zlib.error("incorrect header"), "broken_response", True),
        (ValueError("Invalid IPv6 URL"), "bad_url", False),
        (KeyError("odd"), "error:KeyError", True),
    ],
)
def test_refusal_of(error, reason, temporary):
    refusal = refusal_of(error)
    assert (refusal.reason, refusal.temporary) == (reason, temporary)
    assert refusal.detail


def test_what_a_server_says_is_kept_without_escapes():
    assert (
        Refusal("not_html", "image/\x1b[31mpng\u202e", temporary=False).detail
        == "image/\\u001b[31mpng\\u202e"
    )
    assert len(Refusal("not_html", "x" * 5000, temporary=False).detail) == 300
