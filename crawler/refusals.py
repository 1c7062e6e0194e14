"""Why a request yielded nothing: one short code for every way a download can end."""

import ssl
from collections.abc import Iterator
from dataclasses import dataclass

from OpenSSL import SSL
from scrapy import exceptions
from scrapy.spidermiddlewares.httperror import HttpError
from service_identity import VerificationError

from crawler.printable import printable

TEMPORARY_STATUSES = frozenset((408, 425, 429, 500, 502, 503, 504, 520, 522, 524))


DECOMPRESSORS = frozenset(("gzip", "zlib", "brotli", "brotlicffi", "backports", "compression"))


class RefusedRequest(exceptions.IgnoreRequest):
    """Raised by a middleware of this project in place of a request or response; `reason` is the code."""

    def __init__(self, reason: str, detail: str, *, temporary: bool = False) -> None:
        super().__init__(detail)
        self.refusal = Refusal(reason, detail, temporary)


@dataclass(frozen=True)
class Refusal:
    """What is remembered of a failed request; a temporary one is asked again at the next run."""

    reason: str
    detail: str
    temporary: bool

    def __post_init__(self) -> None:
        """Make `detail`, which may quote a server, fit for log and database."""
        object.__setattr__(self, "detail", printable(self.detail)[:300])

    @property
    def column_state(self) -> str:
        """Return the state of a column whose list was refused so."""
        return "moved" if self.reason == "offsite" else self.reason


# The first type that fits decides.
REASONS = (
    (exceptions.DownloadTimeoutError, "timeout", True),
    (exceptions.CannotResolveHostError, "unreachable", True),
    (exceptions.DownloadConnectionRefusedError, "unreachable", True),
    (exceptions.DownloadCancelledError, "too_large", False),
    (exceptions.ResponseDataLossError, "broken_response", True),
    (exceptions.DownloadFailedError, "broken_response", True),
    (exceptions.UnsupportedURLSchemeError, "unsupported_scheme", False),
    (exceptions.NotSupported, "unsupported_scheme", False),
    (exceptions.IgnoreRequest, "redirect", False),  # Scrapy's own: too many redirects
    (ValueError, "bad_url", False),  # a redirect to no address
)
TLS_ERRORS = (SSL.Error, ssl.SSLError, VerificationError)


def causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an exception and what it came of: Twisted keeps several reasons, wrapped as failures."""
    while error is not None:
        yield error
        for failure in getattr(error, "reasons", None) or ():
            yield from causes(getattr(failure, "value", None))
        error = error.__cause__


def tls_detail(error: BaseException) -> str:
    """Return what the TLS library says, without its function names."""
    said = error.args[0] if error.args else ""
    words = [part[-1] for part in said] if isinstance(said, list) else []
    return "; ".join(words) or " ".join(str(error).split())[:300] or "the TLS connection broke off"


def refusal_of(error: BaseException) -> Refusal:
    """Return the reason of a request's failure; an unknown exception is named after its class."""
    detail = " ".join(str(error).split())[:300] or type(error).__name__
    if isinstance(error, RefusedRequest):
        return error.refusal
    if isinstance(error, HttpError):
        status = error.response.status
        return Refusal(f"http_{status}", f"HTTP {status}", status in TEMPORARY_STATUSES)
    if said := next((said for said in causes(error) if isinstance(said, TLS_ERRORS)), None):
        return Refusal("tls", tls_detail(said), temporary=True)
    if isinstance(error, exceptions.IgnoreRequest) and "DOWNLOAD_MAXSIZE" in detail:
        return Refusal("too_large", detail, temporary=False)  # once decompressed
    if isinstance(error, EOFError) or type(error).__module__.partition(".")[0] in DECOMPRESSORS:
        return Refusal("broken_response", detail, temporary=True)  # not what Content-Encoding says
    for kind, reason, temporary in REASONS:
        if isinstance(error, kind):
            return Refusal(reason, detail, temporary)
    return Refusal(f"error:{type(error).__name__}", detail, temporary=True)
