"""Say which region a notice speaks for, as a GB/T 2260 code, and read the site's identification code."""

import re

from crawler.fold import fold
from crawler.items import Page
from crawler.regions import find_region, known_region
from pipelines.attribution.full_name import full_name

# Ten characters, the first six the region of the site's owner (ministries begin with bm): 国办发〔2017〕47号.
SITE_ID = re.compile(r"网站标[识志]码\s*[:：]?\s*(?P<code>[A-Za-z0-9]{10})(?![A-Za-z0-9])")
WHOLE_ID = re.compile(r"[A-Za-z0-9]{10}")
LEAD = 200
DATELINE = re.compile(
    r"^[^。]{0,30}?(?:日电|日讯|[电讯]\s?[(（]|消息)"
)  # 新华社北京5月30日电: where the reporter sits
NATIONAL = re.compile(r"公安部|国务院|最高人民|中央|全国|国家")
BUREAUX = (
    (re.compile(r"司法警察局|治安警察局"), "820000"),
    (re.compile(r"保安局"), "810000"),
)  # unique names without a place

HOSTS = tuple(
    (re.compile(rf"^https?://[^/]*\.{tail}(?:[:/]|$)"), code)
    for tail, code in (("tw", "710000"), ("hk", "810000"), ("mo", "820000"))
)


def site_id_code(page: Page) -> str | None:
    """Return the identification code of a government site, from its meta tag or its imprint."""
    stated = page.meta.get("siteidcode", "").strip()
    if WHOLE_ID.fullmatch(stated):
        return stated
    imprint = (fold(line) for line in page.foot if "站" in line)
    return next((found["code"] for line in imprint if (found := SITE_ID.search(line))), None)


def find_site_region(page: Page) -> str | None:
    """Return the region of the site: by its code, else by the registry."""
    return known_region(page.site_id_code) or known_region(page.site_region)


def find_page_region(page: Page) -> str | None:
    """Return what the issuer's name says, then the site, title and lead, a public source, the host's territory.

    None for national bodies.
    """
    around = find_site_region(page)
    if page.issuer:
        if region := find_region(page.issuer, around):
            return region
        if NATIONAL.match(page.issuer):
            return None
        if code := next((code for words, code in BUREAUX if words.match(page.issuer)), None):
            return code
    lead = DATELINE.sub("", page.folded[:LEAD])
    told = find_region(fold(page.title or "")) or find_region(lead)
    if told is None and page.source and page.source_kind in ("official", "police_account"):
        told = find_region(fold(page.source))
    return around or told or next((code for host, code in HOSTS if host.search(page.url)), None)


class RegionPipeline:
    """Fills `site_id_code`, `region_code` and `issuer_name`."""

    def process_item(self, item: Page) -> Page:
        """Leave `region_code` None where no place is clear."""
        item.site_id_code = site_id_code(item)
        item.region_code = find_page_region(item)
        item.issuer_name = full_name(item.issuer, item.region_code) if item.issuer else None
        return item
