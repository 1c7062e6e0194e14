"""A site of a few fixed answers on loopback, for what the sample sites do not do."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Self

OK = 200
ARTICLE = """<html><head><meta charset="utf-8"><title>{title}</title></head><body><h1>{title}</h1>
<div>发布时间：2024-05-0{day} 来源：云岭市公安局</div><div class="TRS_Editor"><p>{text}</p>
<p>请广大群众提高警惕，不轻信、不透露、不转账，遇到可疑情况立即拨打96110咨询。</p></div></body></html>"""


def article(day: int, text: str) -> str:
    """Return an article page on fraud."""
    return ARTICLE.format(title=f"云岭市公安局反诈预警第{day}期", day=day, text=text)


def listing(*paths: str) -> str:
    """Return a list page with one dated row a path."""
    rows = "".join(
        f'<li><a href="{path}">云岭市公安局反诈预警通报（{number}）</a><span>2024-05-{number:02d}</span></li>'
        for number, path in enumerate(paths, start=1)
    )
    return f"<html><body><ul>{rows}</ul></body></html>"


class Loopback:
    """Serves `answers`: path to body, or to (status, headers, body); `asked` lists the paths requested.

    A form post is answered from the path and what was sent, joined by `?`: /list.jsp?page=2.
    """

    def __init__(self, answers: dict[str, str | tuple[int, dict, str]]) -> None:
        self.answers = {"/robots.txt": (404, {}, "")} | answers
        self.asked: list[str] = []
        self.times: list[float] = []  # when, by time.monotonic()

    def __enter__(self) -> Self:
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.answer(self.path)

            def do_POST(self) -> None:
                sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self.answer(f"{self.path}?{sent}")

            def answer(self, path: str) -> None:
                site.asked.append(path)
                site.times.append(monotonic())
                answer = site.answers.get(path, (404, {}, ""))
                status, headers, body = answer if isinstance(answer, tuple) else (OK, {}, answer)
                data = body.encode()
                self.send_response(status)
                for name, value in ({"Content-Type": "text/html; charset=utf-8"} | headers).items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_port}"
        self.thread = Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02})
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

    def url(self, path: str) -> str:
        """Return the address of a path."""
        return f"http://{self.host}{path}"

    def settings(self, folder: Path) -> dict:
        """Return the settings of a crawl of this site's list at /index.html into folder/corpus.db."""
        registry = folder / "sites.yml"
        registry.write_text(
            f"{self.host}:\n  name: 云岭市公安局\n  level: city\n  kind: police\n"
            f'  columns:\n    - {{label: 警方提示, url: "{self.url("/index.html")}"}}\n',
            encoding="utf-8",
        )
        return {
            "SITES": str(registry),
            "CORPUS_DB": str(folder / "corpus.db"),
            "ALLOWED_PRIVATE_HOSTS": [self.host],
            "DOWNLOAD_DELAY": 0,
            "RETRY_ENABLED": False,
        }
