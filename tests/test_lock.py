"""Two runs never write one corpus at the same time."""

import os

import pytest

from crawler.lock import CorpusBusyError, only_writer


def test_the_second_run_is_told_so(corpus_path):
    with (
        only_writer(corpus_path),
        pytest.raises(
            CorpusBusyError, match=rf"corpus\.db: another run is writing it \(process {os.getpid()}, since "
        ),
        only_writer(corpus_path),
    ):
        pass  # pragma: no cover
    with only_writer(corpus_path):
        assert corpus_path.with_name("corpus.db.lock").exists()
