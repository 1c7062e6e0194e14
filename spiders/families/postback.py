"""Pagers that call a script function with the page's number: WebForms' __doPostBack, form posts, jumps."""

import re
from itertools import chain, islice
from urllib.parse import urlencode

from lxml import etree

from spiders.families.nextlink import next_anchors, numbered_anchor
from spiders.listing.anchors import OPENED
from spiders.listing.functions import CALL, OPENS, arguments, opened_by
from spiders.listing.source import ListSource, NextPage

FORM_HEADERS = (("content-type", "application/x-www-form-urlencoded"),)
FILE = re.compile(r"\.(?:s?html?|jhtml|jspx?|aspx?|php|do)\b|[?&]\w+=\d|^/")
MOST_ANCHORS = 20
# What a page function does with its number: `form.currpage.value = n`, `getElementById("p").value = n`, `$("#p").val(n)`.
SETS = r"""(?:([\w$]+)|["']\#?([\w$:.-]+)["']\s?[)\]])\s{{0,3}}(?:\.value\s{{0,3}}=\s{{0,3}}|\.val\(\s{{0,3}}){parameter}\b"""
HIDDEN = ("hidden", "text", "")


def fields(form: etree._Element) -> dict[str, str]:
    """Return what a form sends besides its buttons."""
    inputs = (field for field in form.iter("input") if (field.get("type") or "").lower() in HIDDEN)
    return {field.get("name"): field.get("value") or "" for field in inputs if field.get("name")}


def submit(form: etree._Element, told: dict[str, str], source: ListSource) -> NextPage | None:
    """Return the request that sends `form` with the values `told`."""
    url = source.link(form.get("action")) or source.url
    body = urlencode(fields(form) | told)
    if (form.get("method") or "get").lower() == "post":
        return NextPage(url, "POST", body, FORM_HEADERS)
    return NextPage(f"{url.partition('?')[0]}?{body}")


def postback(values: list[str], anchor: etree._Element, source: ListSource) -> NextPage | None:
    """Return the request of ASP.NET's __doPostBack(target, argument): the form with its view state."""
    form = next(anchor.iterancestors("form"), None)
    form = next(source.tree.iter("form"), None) if form is None else form
    if form is None or not values:
        return None
    target, argument = [*values, ""][:2]
    return submit(form, {"__EVENTTARGET": target, "__EVENTARGUMENT": argument}, source)


def called(name: str, values: list[str], source: ListSource) -> NextPage | None:
    """Return the request that calling a page's own function makes: a jump to an address, or a form sent."""
    function = source.functions.get(name)
    if function is None:
        return None
    if OPENS.search(function.text):
        url = source.link(opened_by(function, values, source.variables))
        return NextPage(url) if url else None
    known = dict(zip(function.parameters, values, strict=False))
    told = {
        match[1] or match[2]: value
        for parameter, value in known.items()
        for match in re.finditer(SETS.format(parameter=re.escape(parameter)), function.text)
    }
    for form in source.tree.iter("form"):
        names = {field.get("id"): field.get("name") for field in form.iter("input") if field.get("name")}
        mine = {
            names.get(name, name): value
            for name, value in told.items()
            if name in names or name in names.values()
        }
        if mine and "submit" in function.text:
            return submit(form, mine, source)
    return None


def next_pages(source: ListSource) -> list[NextPage] | None:
    """Return the request behind a scripted "next page"; None where its link calls nothing that can be read."""
    numbered = numbered_anchor(source)
    for anchor in chain(
        islice(next_anchors(source.tree), MOST_ANCHORS), [] if numbered is None else [numbered]
    ):
        for script in (anchor.get("href") or "", anchor.get("onclick") or ""):
            if opened := OPENED.search(script):
                url = source.link(opened[1])
                return [NextPage(url)] if url else None
            call = CALL.search(script)
            values = arguments(call[2]) if call else []
            if not call or not values:
                continue
            if call[1] == "__doPostBack":
                page = postback(values, anchor, source)
            else:
                page = called(call[1], values, source)
                file = next(filter(FILE.search, values), None)
                if page is None and (url := source.link(file)):
                    page = NextPage(url)
            if page:
                return [page]
    return None
