"""What every test stands on: no network but loopback, a corpus in a temporary folder."""

import importlib
import socket
import warnings
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.db import connect
from crawler.lookups import fill_lookups

real_connect = socket.socket.connect


def refuse_far_hosts(self: socket.socket, address: object) -> None:
    """Connect to loopback and local sockets only."""
    if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "::1", "localhost"):
        raise AssertionError(f"a test reached for {address}")
    real_connect(self, address)


def pytest_configure() -> None:
    """Import Datasette once in peace: its utils.detect_json1 leaves a connection open, of which Python 3.13 warns."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        importlib.import_module("datasette.app")


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that leaves the machine."""
    monkeypatch.setattr(socket.socket, "connect", refuse_far_hosts)


@pytest.fixture
def corpus_path(tmp_path: Path) -> Path:
    """Return where a test's corpus is to be."""
    return tmp_path / "corpus.db"


@pytest.fixture
def db(corpus_path: Path) -> Database:
    """Return an empty corpus."""
    database = connect(corpus_path)
    fill_lookups(database)
    yield database
    database.close()
