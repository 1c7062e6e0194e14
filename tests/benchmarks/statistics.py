"""Documents per second of read_statistics against number taggers, and time per length of hostile input, in one run.

    python -m tests.benchmarks.statistics [FOLDER] [--rounds N]

The documents are the .txt files of FOLDER; without one first the articles of the sample sites, then the sentences of
tests/gold/statistics.yml, a dozen each, which are far denser with figures than any report. The tools take turns on one
core and the best of N rounds counts, in processor time: only the ratios are to be believed. The peers are in
tests/benchmarks/requirements.txt; one that is not installed is left out. They find numbers only; none says what a
number counts.
"""

import argparse
import importlib
import logging
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import yaml

from crawler.fold import fold
from crawler.items import Page
from pipelines.statistics import read_statistics
from tests.benchmarks.pages import TEXT_STEPS, bodies
from tests.benchmarks.pages import ours as extraction

GOLD = Path(__file__).parents[1] / "gold" / "statistics.yml"
SENTENCES = 12  # a document
GOAL = 20  # times recognizers-text
MEGABYTE = 1_000_000
HOSTILE = (
    *("万", "1", "、", "（", "（1起", "1起、", "抓获1人", "1\t1\n", "“", "同比下降1%", "破案\n1起\n"),
    "今日。抓获1人。",
)
Tool = Callable[[str], object]

# The ten lines of facts/statistics.md: digits, a hedge, a scale, a unit.
PLAIN = re.compile(r"(\d[\d,]*(?:\.\d+)?)([余多]?)([万亿]?)([余多]?)(起|宗|件|人|名|元|个|张|条|次|部|%)")
SCALES = {"": 1, "万": 10**4, "亿": 10**8}


def page(text: str) -> Page:
    """Return a page of a text."""
    return Page(url="https://yunling.example/1.html", text=text, folded=fold(text), published="2024-06-12")


def ours() -> Tool:
    """Every figure with metric, change, period and place."""
    return lambda text: read_statistics(page(text))


def recognizers() -> Tool:
    """Numbers, percentages and currencies."""
    number = importlib.import_module("recognizers_number")
    unit = importlib.import_module("recognizers_number_with_unit")
    culture = importlib.import_module("recognizers_text").Culture.Chinese
    models = (
        number.NumberRecognizer(culture).get_number_model(),
        number.NumberRecognizer(culture).get_percentage_model(),
        unit.NumberWithUnitRecognizer(culture).get_currency_model(),
    )
    return lambda text: [model.parse(text) for model in models]


def jionlp() -> Tool:
    """Sums of money."""
    module = importlib.import_module("jionlp")
    return lambda text: module.ner.extract_money(text)


def plain_regex() -> Tool:
    """Digits with a unit."""

    def read(text: str) -> list[float]:
        return [float(m[1].replace(",", "")) * SCALES[m[3]] for m in PLAIN.finditer(text)]

    return read


TOOLS: dict[str, Callable[[], Tool]] = {
    "fanzha": ours,
    "recognizers-text": recognizers,
    "jionlp money": jionlp,
    "10-line regex": plain_regex,
}


def articles() -> list[str]:
    """Return the texts of the articles of the sample sites."""
    read = extraction(TEXT_STEPS)
    pages = (read(body) for body in bodies(None))
    return [page.text for page in pages if page and page.text]


def gold_sentences() -> list[str]:
    """Return the gold sentences, a dozen a document."""
    texts = [entry["text"] for entry in yaml.safe_load(GOLD.read_text(encoding="utf-8"))]
    return ["\n".join(texts[at : at + SENTENCES]) for at in range(0, len(texts), SENTENCES)]


def seconds(tool: Tool, texts: Sequence[str]) -> float:
    """Return the time a tool takes for all the texts."""
    started = time.process_time()
    for text in texts:
        tool(text)
    return time.process_time() - started


def compare(name: str, texts: Sequence[str], rounds: int) -> None:
    """Print documents per second of every tool that is installed, and the ratio to recognizers-text."""
    tools, best = {}, {}
    for tool, make in TOOLS.items():
        try:
            tools[tool] = make()
        except ImportError as error:
            sys.stdout.write(f"{tool} left out: {error}\n")
    for _ in range(rounds):
        for tool, run in tools.items():
            best[tool] = min(best.get(tool, float("inf")), seconds(run, texts))
    peer = best.get("recognizers-text")
    characters = sum(map(len, texts)) // len(texts)
    sys.stdout.write(f"{name}: {len(texts)} documents of {characters} characters, best of {rounds}\n")
    for tool, taken in best.items():
        ratio = f"{peer / taken:8.1f} x" if peer else ""
        sys.stdout.write(f"{tool:18} {len(texts) / taken:10.1f} documents/s {ratio}\n")
    if peer:
        sys.stdout.write(f"goal: {GOAL} times recognizers-text\n")


def grow() -> None:
    """Print the time for hostile input of half a million and of a million characters."""
    tool = ours()
    for shape in HOSTILE:
        half, whole = (shape * (size // len(shape)) for size in (MEGABYTE // 2, MEGABYTE))
        first, second = seconds(tool, [half]), seconds(tool, [whole])
        sys.stdout.write(
            f"{shape!r:12} {second:6.1f} s a million characters, {second / first:4.1f} times half of it\n"
        )


def main() -> None:
    """Compare on the documents of a folder, or on our own; with our own, then grow."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    if given.folder:
        texts = [path.read_text(encoding="utf-8") for path in sorted(given.folder.glob("*.txt"))]
        if not texts:
            parser.error(f"no .txt files in {given.folder}")
        compare(given.folder.name, texts, given.rounds)
        return
    compare("articles of the sample sites", articles(), given.rounds)
    compare("gold sentences", gold_sentences(), given.rounds)
    grow()


if __name__ == "__main__":
    main()
