"""Issuers in full: only where the region settles which body is meant."""

import pytest

from pipelines.attribution.full_name import full_name


@pytest.mark.parametrize(
    ("issuer", "region", "name"),
    [
        ("公安西青分局", "120111", "天津市公安局西青分局"),
        ("西青区公安分局", "120111", "天津市公安局西青分局"),
        ("鼓楼公安分局", "320106", "南京市公安局鼓楼分局"),
        ("公安西青分局", None, "公安西青分局"),
        ("公安西青分局", "120000", "公安西青分局"),
        ("公安鼓楼分局", "120111", "公安鼓楼分局"),
        ("市公安局", "320100", "南京市公安局"),
        ("市公安局", "320106", "南京市公安局"),
        ("县公安局", "421022", "公安县公安局"),
        ("县公安局", "320100", "县公安局"),
        ("省公安厅", "320000", "江苏省公安厅"),
        ("江苏省公安厅", "320000", "江苏省公安厅"),
        ("市民", "320100", "市民"),
    ],
)
def test_full_name(issuer, region, name):
    assert full_name(issuer, region) == name
