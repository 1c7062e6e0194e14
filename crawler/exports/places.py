"""Which region a statistic is about: the place as written, seen from the region of the notice's issuer."""

import re
from functools import lru_cache

from crawler.fold import fold
from crawler.regions import find_region, full_name, mentions, names_by_code, parents

COUNTRY = (
    "000000"  # all of mainland China, as the National Bureau of Statistics codes it; GB/T 2260 has no code
)
NATIONWIDE = re.compile(r"(?:我国|全国|中国)(?:公安机关|范围内?|各地)?")
# 全市, 我县, 本省: the issuer's own, at the level named.
OWN = re.compile(r"[全我本](?P<level>[省市区县州盟旗])(?:公安机关|范围内?|境内|辖区)?")
WHOLE = re.compile(r"(?:全[省市区县州盟旗]|境内|辖区)?(?:公安机关)?")  # may follow a name: 广西全区


@lru_cache(maxsize=10_000)
def place_code(place: str | None, region: str | None) -> str | None:
    """Return the GB/T 2260 code of a place written by an issuer in `region`, 000000 for the country, else None.

    Only a place that is named whole counts: 上海等地 is more than Shanghai, 全市 of an unknown issuer is anywhere,
    and a figure without a place is nobody's.
    """
    if not place:
        return None
    name = fold(place)
    if NATIONWIDE.fullmatch(name):
        return COUNTRY
    if own := OWN.fullmatch(name):
        return own_region(own["level"], region)
    end = 0
    for start, stop, _ in mentions(name):
        if start != end:
            return None
        end = stop
    return find_region(name, around=region) if end and WHOLE.fullmatch(name, end) else None


def own_region(level: str, region: str | None) -> str | None:
    """Return the narrowest of `region` and its parents whose name ends in `level`."""
    if region not in names_by_code():
        return None
    around = [region, *reversed(parents(region))]
    return next((code for code in around if names_by_code()[code].endswith(level)), None)


def place_name(code: str) -> str | None:
    """Return the name with its parents, 全国 for the country."""
    return "全国" if code == COUNTRY else full_name(code)
