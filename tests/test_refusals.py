"""Every way a download fails has a code."""

import pytest
from scrapy import exceptions
from scrapy.http import HtmlResponse
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.refusals import RefusedRequest, refusal_of


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
        (ValueError("odd"), "error:ValueError", True),
    ],
)
def test_refusal_of(error, reason, temporary):
    refusal = refusal_of(error)
    assert (refusal.reason, refusal.temporary) == (reason, temporary)
    assert refusal.detail
