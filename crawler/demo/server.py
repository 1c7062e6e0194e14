"""Serve the sample sites on loopback, as the HTTP proxy of the hosts under .example (RFC 2606)."""

import socket
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

from crawler.demo.catalogue import answer
from crawler.demo.reply import Reply, Request


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = 1 << 16  # head and body leave in one packet, or a delayed acknowledgement costs 40 ms a page
    server: "_Server"

    def log_message(self, *args: Any) -> None:  # noqa: ANN401 - the signature of the base class
        """Say nothing: the log is `SampleSites.requests`."""

    def do_GET(self) -> None:
        """Answer for the host of the request line (a proxy's absolute form) or of the Host header."""
        target = urlsplit(self.path)
        host = target.netloc or self.headers.get("Host", "")
        form = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode("utf-8", "replace")
        given = {"query": dict(parse_qsl(target.query)), "form": dict(parse_qsl(form))}
        request = Request(self.command, host.lower(), target.path or "/", **given)
        reply = answer(request, self.server.sites.visit)
        if reply.status == 200 and reply.fits(
            self.headers.get("If-None-Match"), self.headers.get("If-Modified-Since")
        ):
            reply = Reply(status=304, etag=reply.etag, modified=reply.modified)
        url = f"http://{host}{target.path}" + (f"?{target.query}" if target.query else "")
        self.server.sites.requests.append((self.command, url, reply.status))
        self._send(reply)

    do_HEAD = do_POST = do_GET  # noqa: N815 - the names http.server looks for

    def _send(self, reply: Reply) -> None:
        self.send_response_only(reply.status)
        for name, value in (("ETag", reply.etag), ("Last-Modified", reply.modified), *reply.headers):
            if value:
                self.send_header(name, value)
        if reply.status != 304:
            self.send_header("Content-Type", reply.content_type)
            self.send_header("Content-Length", str(len(reply.body) if reply.length is None else reply.length))
        self.end_headers()
        if self.command == "HEAD" or reply.status == 304:
            return
        for block in reply.stream() if reply.stream else (reply.body,):
            self.wfile.write(block)


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # joined when the server closes, so that no socket outlives it

    def __init__(self, sites: "SampleSites") -> None:
        self.sites = sites
        self._lock = Lock()
        self._open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", sites.wanted_port), _Handler)

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, address = super().get_request()
        with self._lock:
            self._open.add(connection)
        return connection, address

    def shutdown_request(self, request: socket.socket) -> None:  # type: ignore[override]
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401
        """Keep quiet about a client that went away: refusing a page of 40 MB in mid-air is its right."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)

    def hang_up(self) -> None:
        """End the connections that clients keep alive, so that their threads can be joined."""
        with self._lock:
            for connection in self._open:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue  # the client was faster


class SampleSites:
    """The sample sites on `port` of 127.0.0.1, a free one if 0, for the length of a `with` block.

    Use `proxy` as the proxy of an HTTP client; `visit` says which state the sites are in (1 or 2, may be set
    at any time); `requests` lists what was asked: (method, url, status).
    """

    def __init__(self, visit: int = 1, port: int = 0) -> None:
        self.visit = visit
        self.wanted_port = port
        self.requests: list[tuple[str, str, int]] = []

    def __enter__(self) -> Self:
        self._server = _Server(self)
        self.port: int = self._server.server_address[1]
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.hang_up()
        self._server.server_close()

    @property
    def proxy(self) -> str:
        """The proxy address for HTTP clients."""
        return f"http://127.0.0.1:{self.port}"
