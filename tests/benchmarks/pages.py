"""Pages per second of our extraction against trafilatura, readability-lxml, gne and newspaper4k, in one run.

    python -m tests.benchmarks.pages [FOLDER] [--rounds N] [--profile]

FOLDER holds .html files; without one the articles of the sample sites are read. Everything runs on one core,
the tools in turn, and the best of N rounds counts, in processor time; still only the ratios are to be believed. The peers are in
tests/benchmarks/requirements.txt; one that is not installed is left out of the table.
"""

import argparse
import contextlib
import cProfile
import importlib
import logging
import pstats
import sys
import time
from collections.abc import Callable
from pathlib import Path

from scrapy.utils.project import get_project_settings

from crawler.charset import decode
from crawler.demo.catalogue import SAMPLES, pages
from crawler.demo.reply import Reply
from crawler.items import Page
from pipelines.reading import Reader

TEXT_STEPS = ("ExtractPipeline", "NormalisePipeline", "TrimPipeline", "PublishedPipeline", "SourcePipeline")
NOT_MEASURED = ("StatisticsPipeline",)
PEER = "trafilatura"  # the ratios are to this one
Tool = Callable[[bytes], object]


def ours(steps: tuple[str, ...] = ()) -> Tool:
    """Return our reading of a page: the named steps, or all but the statistics."""
    reader = Reader(get_project_settings())
    names = [type(step).__name__ for step in reader.steps]
    kept = [name in steps if steps else name not in NOT_MEASURED for name in names]
    reader.steps = [step for step, keep in zip(reader.steps, kept, strict=True) if keep]
    return lambda body: reader.read(Page(url="", body=body))


def trafilatura() -> Tool:
    """Text, title, date, author."""
    module = importlib.import_module("trafilatura")
    return lambda body: module.bare_extraction(decode(body), with_metadata=True)


def readability() -> Tool:
    """Text and title."""
    module = importlib.import_module("readability")

    def read(body: bytes) -> object:
        document = module.Document(decode(body))
        return document.summary(), document.title()

    return read


def gne() -> Tool:
    """Text, title, date, author."""
    extractor = importlib.import_module("gne").GeneralNewsExtractor()
    return lambda body: extractor.extract(decode(body))


def newspaper4k() -> Tool:
    """Text, title, date, authors."""
    article = importlib.import_module("newspaper").Article

    def read(body: bytes) -> object:
        page = article("http://a.example/", language="zh")
        page.download(input_html=decode(body))
        page.parse()
        return page

    return read


TOOLS: dict[str, Callable[[], Tool]] = {
    "fanzha, everything but statistics": ours,
    "fanzha, text, title, date, source": lambda: ours(TEXT_STEPS),
    "trafilatura": trafilatura,
    "readability-lxml": readability,
    "gne": gne,
    "newspaper4k": newspaper4k,
}


def bodies(folder: str | None) -> list[bytes]:
    """Return the pages of a folder, or the articles of the sample sites."""
    if folder:
        return [path.read_bytes() for path in sorted(Path(folder).glob("*.htm*"))]
    replies = (reply for sample in SAMPLES for reply in pages(sample.host, 1).values())
    return [reply.body for reply in replies if isinstance(reply, Reply) and reply.article]


def seconds(tool: Tool, pages: list[bytes]) -> float:
    """Return the processor time of a tool for all pages; what it cannot read counts with the time it took."""
    started = time.process_time()
    for body in pages:
        with contextlib.suppress(Exception):
            tool(body)
    return time.process_time() - started


def measure(tools: dict[str, Tool], pages: list[bytes], rounds: int) -> dict[str, float]:
    """Return the pages per second of each tool in its best round."""
    best = dict.fromkeys(tools, float("inf"))
    for _ in range(rounds):
        for name, tool in tools.items():
            best[name] = min(best[name], seconds(tool, pages))
    return {name: len(pages) / taken for name, taken in best.items()}


def main() -> None:
    """Print the table, or with --profile where our time goes."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", metavar="FOLDER")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    read = bodies(options.folder)
    if options.profile:
        tool = ours()
        seconds(tool, read)  # tables are filled once
        with cProfile.Profile() as profile:
            seconds(tool, read)
        pstats.Stats(profile).sort_stats("tottime").print_stats(40)
        return
    tools: dict[str, Tool] = {}
    for name, build in TOOLS.items():
        try:
            tools[name] = build()
        except ImportError as error:
            sys.stderr.write(f"{name}: not installed ({error})\n")
    rates = measure(tools, read, options.rounds)
    base = rates.get(PEER)
    size = sum(map(len, read)) / len(read) / 1000
    print(f"{len(read)} pages of {size:.0f} kB, best of {options.rounds} rounds, one core")
    print(f"{'':36}{'pages/s':>9}{'ratio':>8}")
    for name, rate in sorted(rates.items(), key=lambda entry: -entry[1]):
        print(f"{name:36}{rate:>9.1f}" + (f"{rate / base:>8.2f}" if base else ""))


if __name__ == "__main__":
    main()
