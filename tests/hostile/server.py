"""A server that sends whatever a case says, byte for byte; http.server would correct it."""

import asyncio
import socket
import struct
import time
from dataclasses import dataclass
from threading import Thread
from typing import Self

from tests.hostile.wire import RESET, Answer, Case, Part, http, sound
from tests.loopback import listing

PLAIN = b"GET /plain HTTP/1.1\r\nHost: tls.hostile.example\r\n\r\n"
LINGER_NOT = struct.pack("ii", 1, 0)  # closing sends RST
USUAL: dict[str, Answer] = {
    "/robots.txt": http(status="404 Not Found"),
    "/index.html": http(listing("/1.html", "/bad.html")),
    "/1.html": http(sound(1)),
    "*": http(status="404 Not Found"),
}


@dataclass
class Visit:
    """What one site was asked: number of requests, bytes sent, times of the first request and the last byte."""

    requests: int = 0
    sent: int = 0
    first: float = 0.0
    last: float = 0.0


class HostileServer:
    """Serves the cases by the Host of the request, on a free port of 127.0.0.1 for the length of a `with` block."""

    def __init__(self, cases: tuple[Case, ...]) -> None:
        self.answers = {case.host: USUAL | case.answers for case in cases}
        self.visits = {case.host: Visit() for case in cases}

    def __enter__(self) -> Self:
        self.listening = socket.create_server(("127.0.0.1", 0), backlog=200)
        self.port = self.listening.getsockname()[1]
        self.loop = asyncio.new_event_loop()
        self.thread = Thread(target=self.serve)
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.loop.call_soon_threadsafe(self.ended.set)
        self.thread.join()

    def serve(self) -> None:
        """Run the loop of the server's thread until the block is left."""
        self.ended = asyncio.Event()
        with asyncio.Runner(loop_factory=lambda: self.loop) as runner:
            runner.run(self.answer_until_ended())

    async def answer_until_ended(self) -> None:
        """Accept connections; what is still being sent at the end is cancelled."""
        server = await asyncio.start_server(self.answer, sock=self.listening)
        await self.ended.wait()
        server.close()

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Send the answer of one request and close."""
        try:
            asked = await reader.read(65536)  # a request is one packet; what is no request is TLS
            await self.send(asked if b"\r\n\r\n" in asked else PLAIN, writer)
            writer.close()
            await writer.wait_closed()
        except (OSError, asyncio.CancelledError):  # the client has gone, as it may; or the run is over
            writer.transport.abort()

    async def send(self, request: bytes, writer: asyncio.StreamWriter) -> None:
        """Send the parts of the answer that the request's Host and path choose."""
        first, *fields = request.decode("latin-1").split("\r\n")
        path = first.split(" ")[1]
        given = dict(line.lower().split(": ", 1) for line in fields if ": " in line)
        host = given["host"].partition(":")[0].strip()
        answers, visit = self.answers[host], self.visits[host]
        visit.requests += 1
        visit.first = visit.first or time.monotonic()
        answer = answers.get(path, answers["*"])
        parts = (answer,) if isinstance(answer, bytes) else answer(path)
        for part in parts:
            await self.send_part(part, writer)
            visit.sent += len(part) if isinstance(part, bytes) else 0
            visit.last = time.monotonic()

    async def send_part(self, part: Part, writer: asyncio.StreamWriter) -> None:
        """Send one part, or pause, or hang up."""
        if isinstance(part, float):
            await asyncio.sleep(part)
        elif part == RESET:
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NOT)
            raise ConnectionAbortedError
        else:
            writer.write(part.replace(b"{port}", str(self.port).encode()) if len(part) < 1000 else part)
            await writer.drain()
