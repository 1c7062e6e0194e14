"""How fast and how well copies are found: `python -m tests.benchmarks.duplicates PAGES [--peers]`.

Generated pages go through the duplicates and store steps as `scrapy load` drives them; the same texts go
through datasketch and rensa where --peers is given (tests/benchmarks/requirements.txt). Seconds are of the
processor, waiting for the disk and for other processes left out; ratios count.
"""

import argparse
import gc
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

from crawler.db import connect
from crawler.fold import fold
from crawler.items import Page, Statistic
from crawler.lookups import fill_lookups
from pipelines.copies import duplicates
from pipelines.corpus import BATCH, Corpus
from tests.benchmarks.notices import Generated, generate

SHARED = 0.5  # Jaccard of 5-grams from which the peers call two pages copies
GRAM = 5
STEPS = 5  # lines of progress


def page_of(given: Generated) -> Page:
    """Return a page as the pure steps would hand it on."""
    figures = [Statistic("cases_solved", 10 + at, "case", "破获", at, at + 2) for at in range(4)]
    url = f"http://{given.number:07}.example/1.html"
    return Page(url=url, title=given.title, text=given.text, folded=fold(given.text), statistics=figures)


def pairs(sizes: Iterable[int]) -> int:
    """Return how many pairs groups of these sizes hold."""
    return sum(size * (size - 1) // 2 for size in sizes)


def quality(truth: dict[int, int], found: dict[int, int]) -> str:
    """Return precision and recall of the pairs that two groupings of the same pages make."""
    wanted, given = pairs(Counter(truth.values()).values()), pairs(Counter(found.values()).values())
    hit = pairs(Counter((truth[page], found[page]) for page in truth).values())
    return f"P {hit / given if given else 0:.3f}  R {hit / wanted if wanted else 0:.3f}"


def memory() -> float:
    """Return the peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def store(pages: int, file: Path, batch: int) -> float:
    """Store generated pages; print speed at every fifth of them; return the seconds that storing took."""
    db = connect(file)
    fill_lookups(db)
    corpus, spent, step, truth, compared = Corpus(db), 0.0, max(1, pages // STEPS), {}, Counter()
    real = duplicates.compare

    def counting(*subjects: object) -> object:
        compared["pairs"] += 1
        return real(*subjects)

    duplicates.compare = counting
    print("   pages  pages/s since the line above  compared a page")
    last, lines = (0, 0.0), 0
    texts = generate(pages)
    while several := list(islice(texts, batch)):
        read = [page_of(given) for given in several]
        truth |= {given.number: given.notice for given in several}
        started = time.process_time()
        with corpus.batch():
            for page in read:
                corpus.save(page)
        spent += time.process_time() - started
        if len(truth) // step > lines:
            speed = (len(truth) - last[0]) / (spent - last[1])
            print(f"{len(truth):8} {speed:8.0f} {compared['pairs'] / len(truth):8.2f}", flush=True)
            last, lines = (len(truth), spent), len(truth) // step
    duplicates.compare = real
    rows = db.execute("select url, notice_id from pages")
    found = {int(url[7:14]): notice for url, notice in rows}
    print(f"fanzha  {pages / spent:8.0f} pages/s  {1000 * spent / pages:.2f} ms  {quality(truth, found)}")
    db.close()
    size = sum(part.stat().st_size for part in file.parent.glob(f"{file.name}*")) / 1e6
    print(f"        memory {memory():.0f} MB  database {size:.0f} MB  {1000 * size / pages:.1f} kB a page")
    return spent


def grams(text: str) -> list[str]:
    """Return the shingles the peers get."""
    return [text[at : at + GRAM] for at in range(len(text) - GRAM + 1)]


def datasketch_index() -> Callable[[int, list[str]], list[int]]:
    """Return a function that finds the likes of a page in datasketch and then inserts it."""
    from datasketch import MinHash, MinHashLSH

    index, known = MinHashLSH(threshold=SHARED, num_perm=128), {}

    def find(number: int, shingles: list[str]) -> list[int]:
        print_of = MinHash(num_perm=128)
        print_of.update_batch([gram.encode() for gram in set(shingles)])
        found = [other for other in index.query(print_of) if print_of.jaccard(known[other]) >= SHARED]
        index.insert(number, print_of)
        known[number] = print_of
        return found

    return find


def rensa_index() -> Callable[[int, list[str]], list[int]]:
    """Return a function that finds the likes of a page in rensa and then inserts it."""
    from rensa import RMinHash, RMinHashLSH

    index, known = RMinHashLSH(threshold=SHARED, num_perm=128, num_bands=32), {}

    def find(number: int, shingles: list[str]) -> list[int]:
        print_of = RMinHash(num_perm=128, seed=42)
        print_of.update(shingles)
        found = [other for other in index.query(print_of) if print_of.jaccard(known[other]) >= SHARED]
        index.insert(number, print_of)
        known[number] = print_of
        return found

    return find


def peer(name: str, pages: int, find: Callable[[int, list[str]], list[int]]) -> float:
    """Put the same texts through a peer, verified by its signatures; return its seconds.

    Pairs are counted as it gives them: joined to groups, its template siblings would make one of each family.
    """
    truth, spent, hit, found = {}, 0.0, 0, 0
    for given in generate(pages):
        text = fold(given.text)
        truth[given.number] = given.notice
        started = time.process_time()
        others = find(given.number, grams(text))
        spent += time.process_time() - started
        found += len(others)
        hit += sum(truth[other] == given.notice for other in others)
    wanted = pairs(Counter(truth.values()).values())
    print(
        f"{name:10} {pages / spent:6.0f} pages/s  {1000 * spent / pages:.2f} ms  "
        f"P {hit / found if found else 0:.3f}  R {hit / wanted if wanted else 0:.3f}"
    )
    gc.collect()
    return spent


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=int)
    parser.add_argument("--batch", type=int, default=BATCH, help="pages a transaction")
    parser.add_argument("--peers", action="store_true", help="datasketch and rensa on the same texts")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        spent = store(args.pages, Path(folder) / "corpus.db", args.batch)
    if args.peers:
        for name, index in (("datasketch", datasketch_index), ("rensa", rensa_index)):
            print(f"           fanzha takes {spent / peer(name, args.pages, index()):.2f} times as long")


if __name__ == "__main__":
    sys.exit(main())
