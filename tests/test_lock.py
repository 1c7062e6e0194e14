"""Two runs never write one corpus at the same time."""

import pytest

from crawler.db import CorpusError
from crawler.lock import only_writer


def test_the_second_run_is_told_so(corpus_path):
    with (
        only_writer(corpus_path),
        pytest.raises(CorpusError, match=r"corpus\.db: another run is writing it"),
        only_writer(corpus_path),
    ):
        pass  # pragma: no cover
    with only_writer(corpus_path):
        assert corpus_path.with_name("corpus.db.lock").exists()
