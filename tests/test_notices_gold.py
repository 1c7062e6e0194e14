"""The gold table of notices: whole copied pages, and HTML pages, through every step."""

import re
from pathlib import Path

import pytest
import yaml
from scrapy.utils.project import get_project_settings

from crawler.items import Page
from crawler.taxonomy import DOC_TYPES, SCAM_TYPES
from pipelines.reading import Reader

GOLD = yaml.load(  # every scalar as written: phone numbers begin with 0
    (Path(__file__).parent / "gold/notices.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
FIELDS = ("title", "published", "source", "issuer", "doc_type")


def digits(numbers):
    return sorted(re.sub(r"\D", "", number) for number in numbers)


def plain(value):
    return value and "".join(value.split())


@pytest.fixture(scope="module")
def reader():
    return Reader(get_project_settings())


@pytest.mark.parametrize("entry", GOLD, ids=lambda entry: entry["text"][:24])
def test_gold(reader, entry):
    kind = "text/html; charset=utf-8" if entry["text"].startswith("<") else "text/plain"
    page = reader.read(Page(url=entry.get("url", ""), body=entry["text"].encode(), content_type=kind))
    assert {name: plain(getattr(page, name)) for name in FIELDS} == {
        name: plain(entry.get(name)) for name in FIELDS
    }
    assert sorted(page.scam_types) == sorted(entry.get("scam_types", []))
    assert page.campaigns == entry.get("campaigns", [])
    assert digits(p for contact in page.contacts for p in contact.phones) == digits(entry.get("phones", []))
    losses = sorted(str(case.loss) for case in page.cases if case.loss is not None)
    assert losses == sorted(entry.get("losses", []))
    assert page.text.startswith(entry.get("starts", ""))
    assert page.text.endswith(entry.get("ends", ""))
    assert page.region_code == (entry["region"] or None if "region" in entry else page.region_code)
    assert page.relevant


def test_gold_holds_every_kind_and_fraud():
    assert {row.code for row in DOC_TYPES} == {entry["doc_type"] for entry in GOLD}
    assert {row.code for row in SCAM_TYPES} == {
        code for entry in GOLD for code in entry.get("scam_types", [])
    }
