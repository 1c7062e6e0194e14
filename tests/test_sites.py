"""The registry: what it refuses, whose URL is whose, which sites are crawled."""

from pathlib import Path

import pytest

from crawler.sites import Registry, RegistryError, load_registry
from spiders.lists import FAMILIES

POLICE = """
gaj.yunling.example:
  name: 云岭市公安局
  level: city
  kind: police
  province: 云南省
  region: "530100"
  columns:
    - {label: 警方提示, url: "http://gaj.yunling.example/jfts/index.html"}
"""


def registry_of(folder: Path, text: str) -> Registry:
    (folder / "sites.yml").write_text(text, encoding="utf-8")
    return load_registry([str(folder)], families={"trs"})


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("kind: police", "kind: polizei"), "kind polizei is none of"),
        (("level: city", "level: village"), "level village is none of"),
        (("province:", "provinz:"), "unknown field provinz"),
        (("  name: 云岭市公安局\n", ""), "field name is missing"),
        (("level: city", "level: city\n  family: nosuch"), "family nosuch is none of trs"),
        (("level: city", "level: city\n  article: '('"), "article pattern"),
        (('"530100"', '"5301"'), "region 5301 is not a six-digit"),
        (("530100", "530199"), "region 530199 is not in GB/T 2260"),
        (("530100", "520100"), "region 520100 lies in 贵州省, not in 云南省"),
        (("云南省", "云南"), "province 云南 is none of GB/T 2260; write its full name"),
        (("level: city", "level: city\n  tls: [sslv3]"), "tls sslv3 is none of legacy, p256, unverified"),
        (("{label: 警方提示, ", "{label: 警方提示, kind: news, "), "column 警方提示: kind news is none of"),
        (("level: city", "level: city\n  state: confirmd"), "state confirmd is none of"),
        (("http://gaj.yunling.example/jfts", "http://gaj.other.example/jfts"), "is not on this host"),
        (("http://gaj.yunling.example/jfts", "ftp://gaj.yunling.example/jfts"), "no http(s) URL"),
        (("{label: 警方提示, ", "{name: 警方提示, "), "a column is {label"),
        (("level: city", "level: city\n  expect: {titel: 0.5}"), "expect: unknown key titel"),
        (("level: city", "level: city\n  expect: {title: 1.5}"), "expect: title 1.5 is not within 0 and 1"),
        (("level: city", "level: city\n  expect: {news_days: -1}"), "expect: news_days -1 is not within 0"),
        (("level: city", "level: city\n  expect: {news_days: 30.5}"), "news_days 30.5 is not a whole number"),
        (("level: city", "level: city\n  expect: {text: yes}"), "expect: text True is not a number"),
        (("level: city", "level: city\n  expect: 0.5"), "expect: not a mapping"),
        (("level: city", "level: city\n  level: county"), "level stands twice"),
        (("level: city", "level: [city"), "while parsing"),
    ],
)
def test_a_wrong_entry_is_an_error_that_names_file_and_fault(tmp_path, change, message):
    with pytest.raises(RegistryError) as caught:
        registry_of(tmp_path, POLICE.replace(*change))
    assert message in str(caught.value)
    assert "sites.yml" in str(caught.value)


def test_a_site_in_two_files_is_an_error(tmp_path):
    (tmp_path / "a.yml").write_text(POLICE, encoding="utf-8")
    (tmp_path / "b.yml").write_text(POLICE, encoding="utf-8")
    with pytest.raises(RegistryError, match=r"b\.yml: gaj\.yunling\.example: stands in two registry files"):
        load_registry([str(tmp_path)])


def test_a_column_of_two_sites_is_an_error(tmp_path):
    prefix = POLICE.replace("gaj.yunling.example:", "gaj.yunling.example/jfts:")
    with pytest.raises(
        RegistryError, match=r"jfts: column 警方提示: .* is a column of gaj\.yunling\.example"
    ):
        registry_of(tmp_path, POLICE + prefix)


def test_the_corps_lies_in_xinjiang_without_a_code_of_its_own(tmp_path):
    corps = POLICE.replace("云南省", "新疆生产建设兵团").replace("530100", "659001")
    assert registry_of(tmp_path, corps).named(provinces=["新疆生产建设兵团"])


@pytest.mark.parametrize(
    ("fields", "home"),
    [
        ("", "http://gaj.yunling.example/"),
        ("  home: http://gaj.yunling.example/index.html\n", "http://gaj.yunling.example/index.html"),
        ('  columns:\n    - {label: 通告, url: "https://gaj.yunling.example/tg/"}\n', "https://gaj.yunling.example/"),
    ],
)  # fmt: skip
def test_home_page(tmp_path, fields, home):
    (site,) = registry_of(tmp_path, POLICE.partition("  columns:")[0] + fields).values()
    assert site.home_url == home


@pytest.mark.parametrize("paths", [["nowhere"], ["."]])
def test_no_registry_file_is_an_error(tmp_path, monkeypatch, paths):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RegistryError, match="no registry file there"):
        load_registry(paths)


def test_the_longest_path_prefix_owns_a_url(tmp_path):
    prefix = POLICE.replace("gaj.yunling.example:", "gaj.yunling.example/jfts:").replace("index", "list")
    registry = registry_of(tmp_path, POLICE + prefix)
    assert registry.of("http://gaj.yunling.example/jfts/t1.html").key == "gaj.yunling.example/jfts"
    assert registry.of("http://gaj.yunling.example/jftsx/t1.html").key == "gaj.yunling.example"
    assert registry.of("http://gaj.yunling.example.evil.example/jfts/") is None


def test_selection_by_key_and_province(tmp_path):
    legacy = POLICE.replace("gaj.", "old.").replace("level: city", "level: city\n  state: legacy")
    registry = registry_of(tmp_path, POLICE + legacy)
    assert [site.key for site in registry.select()] == ["gaj.yunling.example"]
    assert [site.key for site in registry.select(["old.yunling.example"])] == ["old.yunling.example"]
    assert [site.key for site in registry.select(provinces=["云南"])] == ["gaj.yunling.example"]
    registry |= registry_of(
        tmp_path, POLICE.replace("gaj.", "no.").replace("level: city", "level: city\n  state: do_not_crawl")
    )
    with pytest.raises(RegistryError, match="its registry state is do_not_crawl"):
        registry.select(["no.yunling.example"])
    with pytest.raises(RegistryError, match="no site nope"):
        registry.select(["nope"])
    with pytest.raises(RegistryError, match="no site of province 火星"):
        registry.select(provinces=["火星"])


def test_the_shipped_registry_loads():
    registry = load_registry(["spiders/sites"], FAMILIES)
    assert len(registry) > 500
    assert all(site.columns for site in registry.select())
    assert {site.province for site in registry.select(provinces=["广西"])} == {"广西壮族自治区"}
    assert all(site.successor in registry for site in registry.values() if site.successor)
