import pytest

from crawler.items import Page
from pipelines.provenance import disagree, find_flags, is_foreign

HERE = "https://gaj.yunling.gov.cn:8443/fz/1.html"


@pytest.mark.parametrize(
    ("stated", "foreign"),
    [
        ("gaj.yunling.gov.cn", False),
        ("www.yunling.gov.cn", False),
        ("https://www.yunling.gov.cn/", False),
        ("www.qingshi.gov.cn,GAJ.yunling.gov.cn", False),
        ("www.qingshi.gov.cn", True),
        ("www.yunling.com", True),
        ("云岭市公安局", False),
        ("http://[bad", False),
        (None, False),
        ("", False),
    ],
)
def test_an_address_of_another_owner(stated, foreign):
    assert is_foreign(HERE, stated) == foreign
    assert not is_foreign("", stated)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("450000", "410000", True),
        ("410100", "410000", False),
        ("410100", "410300", True),
        ("410100", "410181", False),
        ("410100", None, False),
        (None, None, False),
    ],
)
def test_codes_that_exclude_each_other(one, other, expected):
    assert disagree(one, other) == expected
    assert disagree(other, one) == expected


@pytest.mark.parametrize(
    ("url", "meta", "code", "region", "flags"),
    [
        (HERE, {"sitedomain": "gaj.yunling.gov.cn", "url": "./t1.html"}, "5301000001", "530000", []),
        ("http://copies.example/1.html", {"sitedomain": "gaj.yunling.gov.cn"}, None, None, ["foreign_site_domain"]),
        ("http://copies.example/1.html", {"url": "http://gaj.yunling.gov.cn/1.html"}, None, None, ["foreign_url"]),
        (HERE, {"sitename": "河南省人民政府"}, "4500000001", None, ["region_mismatch"]),
        (HERE, {}, "4500000001", "410000", ["region_mismatch"]),
        (HERE, {"sitename": "教育部"}, "bm05000001", None, []),
    ],
)  # fmt: skip
def test_flags(url, meta, code, region, flags):
    page = Page(url=url, meta=meta, site_id_code=code, site_region=region)
    assert find_flags(page) == flags
