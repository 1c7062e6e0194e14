"""Check what a page says of its home against where it was fetched: doctored copies keep the original's meta tags."""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from crawler.fold import fold
from crawler.items import Page
from crawler.meta_standard import standard_value
from crawler.regions import find_region, known_region

# Below these, one label names the owner: hlj.gov.cn, yunling.com.
SHARED = re.compile(r"(?:^|\.)(?:gov|com|net|org|edu|ac|mil|idv)\.[a-z]{2}$")
SEPARATORS = re.compile(r"[,，;；\s]+")
WHOLE_COUNTRY = "0000"


def host_of(address: str) -> str | None:
    """Return the host of an address with or without a scheme, lower case and without port; None for none."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname
    except ValueError:
        return None
    return host if host and "." in host else None


def owner_of(host: str) -> str:
    """Return the part of a host name that one owner holds: gat.hlj.gov.cn -> hlj.gov.cn; an IP address whole."""
    try:
        return str(ip_address(host))
    except ValueError:
        labels = host.split(".")
    return ".".join(labels[-3:] if SHARED.search(host) else labels[-2:])


def is_foreign(url: str, stated: str | None) -> bool:
    """Tell whether addresses that a page states (a comma list) are all of another owner than `url`."""
    here = host_of(url) if url else None
    hosts = [host for address in SEPARATORS.split(stated or "") if (host := host_of(address))]
    return here is not None and bool(hosts) and owner_of(here) not in map(owner_of, hosts)


def disagree(one: str | None, other: str | None) -> bool:
    """Tell whether two GB/T 2260 codes exclude each other; a province and its own city do not."""
    if not one or not other or WHOLE_COUNTRY in (one[:4], other[:4]):
        return False
    if one[:2] != other[:2]:
        return True
    return "00" not in (one[2:4], other[2:4]) and one[2:4] != other[2:4]


def find_flags(page: Page) -> list[str]:
    """Return what does not fit: foreign_site_domain, foreign_url, region_mismatch; empty where nothing is stated.

    The region of the site's identification code is checked against the registry's, else against the place in
    the page's SiteName: real pages carry the code of another province.
    """
    flags = []
    if is_foreign(page.url, standard_value(page.meta, "SiteDomain")):
        flags.append("foreign_site_domain")
    address = standard_value(page.meta, "Url") or ""
    if address.startswith(("http:", "https:", "//")) and is_foreign(page.url, address):
        flags.append("foreign_url")
    name = standard_value(page.meta, "SiteName")
    around = known_region(page.site_region) or (find_region(fold(name)) if name else None)
    if disagree(known_region(page.site_id_code), around):
        flags.append("region_mismatch")
    return flags


class ProvenancePipeline:
    """Adds to `flags` what a page states of its home and cannot be so."""

    def process_item(self, item: Page) -> Page:
        """Leave the flags of earlier steps and of the spider in place."""
        item.flags += [flag for flag in find_flags(item) if flag not in item.flags]
        return item
