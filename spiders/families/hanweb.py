"""Hanweb JCMS (大汉): records in CDATA inside the page, further ones as XML from dataproxy.jsp."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from spiders.families import html
from spiders.listing.source import Article, ListSource, NextPage

FORM_HEADERS = (("content-type", "application/x-www-form-urlencoded"),)
AROUND = 1500  # how far from totalRecord, in the same call, the form's fields may stand
FIELD = re.compile(
    r"""\b(col|appid|webid|path|columnid|sourceContentType|unitid|webname|permissiontype)["']?\s{0,9}:\s{0,9}["']?([^"',}\n]*)"""
)
PROXY = re.compile(r"""["']([^"'\s]{0,200}/dataproxy\.jsp)["'?]""")
TOLD = re.compile(r"""\b(totalRecord|perPage)["']?\s{0,9}:\s{0,9}["']?(\d{1,7})""")
TOTAL = re.compile(r"<totalrecord>\s{0,9}(\d{1,7})\s{0,9}</totalrecord>", re.IGNORECASE)
RECORD_NUMBER = re.compile(r"[0-9]{1,8}")
RANGE = ("startrecord", "endrecord", "perpage")


def records(text: str) -> Iterator[str]:
    """Yield the HTML of each `<record><![CDATA[…]]></record>`; no XML parser, so no entity is ever expanded."""
    for part in text.split("<record>")[1:]:
        head, opened, rest = part.partition("<![CDATA[")
        if opened and not head.strip():
            yield rest.partition("]]>")[0]


def article_links(source: ListSource) -> list[Article] | None:
    """Return the articles of the records; None for a page without any."""
    if "<record>" not in source.text:
        return None
    rows = "".join(f"<div class='record'>{record}</div>\n" for record in records(source.text))
    return html.article_links(
        ListSource(f"<html><body><div>{rows}</div></body></html>".encode(), source.base)
    )


def page_request(endpoint: str, form: dict[str, str], first: int, last: int, size: int) -> NextPage:
    """Return the request for records `first` to `last`; the form stands in the query too, since both are read."""
    told = form | dict(zip(RANGE, map(str, (first, last, size)), strict=True))
    url = urlunsplit(urlsplit(endpoint)._replace(query=urlencode(told), fragment=""))
    return NextPage(url, "POST", urlencode(form), FORM_HEADERS)


def next_pages(source: ListSource) -> list[NextPage] | None:
    """Return the request for the records after this page's; none behind the total; None for another system."""
    have = sum(1 for _ in records(source.text))
    if "dataproxy.jsp" in source.url:
        asked = dict(parse_qsl(urlsplit(source.url).query))
        total = TOTAL.search(source.text)
        first, last, size = (
            int(asked[key]) if RECORD_NUMBER.fullmatch(asked.get(key, "")) else 0 for key in RANGE
        )
        if not total or not have or not size or last < first or last >= int(total[1]):
            return []
        form = {key: value for key, value in asked.items() if key not in RANGE}
        return [page_request(source.url, form, last + 1, min(2 * last - first + 1, int(total[1])), size)]
    proxy, told = PROXY.search(source.text), dict(TOLD.findall(source.text))
    if not have or not proxy or "totalRecord" not in told:
        return None
    total, size = int(told["totalRecord"]), int(told.get("perPage") or 0) or have
    endpoint = source.link(proxy[1])
    if have >= total or not endpoint:
        return []
    config = source.text.index("totalRecord")
    around = source.text[max(config - AROUND, 0) : config + AROUND]
    form = {key: value.strip() for key, value in FIELD.findall(around)}
    return [page_request(endpoint, form, have + 1, min(have + max(have, size), total), size)]
