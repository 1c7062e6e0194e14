"""The hostile suite: one run over every case, then what is in its corpus and on its terminal."""

from contextlib import closing
from pathlib import Path

import pytest

from crawler.db import connect
from crawler.printable import UNPRINTABLE
from pipelines.extract import MOST_CHARACTERS
from tests.hostile.run import CASES, HEALTHY, HostileRun, crawl_hostile

SECONDS, MEGABYTES = 90, 1_000  # against hanging and bursting; usual are 15 s and 200 MB
ASKED_AT_MOST = 110  # requests of one site: LIST_ARTICLES_MAX, the list, robots.txt


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the run."""
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def run(folder: Path) -> HostileRun:
    """Return the one run."""
    return crawl_hostile(folder)


def test_every_case_has_its_named_outcome(run):
    expected = {case.name: case.outcome for case in CASES}
    assert {name: got for name, got in run.outcomes.items() if got != expected[name]} == {}
    assert len(expected) == len(CASES)


def test_the_other_sites_are_complete_and_the_run_says_what_fell_short(run):
    assert {run.outcomes[case.name] for case in HEALTHY} == {"new 3"}
    assert run.status == 1
    assert b"Traceback" not in run.said


def test_time_memory_and_requests_are_bounded(run):
    assert run.seconds < SECONDS
    assert run.peak_mb < MEGABYTES
    assert max(visit.requests for visit in run.visits.values()) <= ASKED_AT_MOST


def test_what_is_stored_is_clean_and_bounded(run, folder):
    assert max(run.longest.values()) <= MOST_CHARACTERS + 1
    with closing(connect(folder / "corpus.db")) as db:
        for table in db.tables:
            for row in table.rows:
                for name, value in row.items():
                    assert not (isinstance(value, str) and UNPRINTABLE.search(value)), (table.name, name)
        assert db.execute("select max(length(title)) from pages").fetchone()[0] <= 1_000
        assert db.execute("select count(*) from pages where title like '%<script%'").fetchone()[0] == 0
        assert db.execute("select count(*) from pages where text like '%root:%'").fetchone()[0] == 0


def test_nothing_crawled_reaches_the_terminal_raw(run):
    assert not UNPRINTABLE.search(run.said.decode())
