"""Write an issuer's name in full where its region settles which body is meant: 公安西青分局 in 120111 only."""

import re

from crawler.regions import level, names_by_code

COUNTY = 3
BRANCH = re.compile(r"^(?:公安(?P<first>[\u4e00-\u9fff]{2,8})|(?P<last>[\u4e00-\u9fff]{2,8}?)区?公安)分局$")
PLACELESS = re.compile(
    r"^(?P<kind>[省市县区州旗])(?P<organ>(?:公安|委|人民|反诈|反电信|打击|检察|中级)[\u4e00-\u9fff]{1,20})$"
)


def seat(code: str) -> str | None:
    """Return the name of the city or municipality whose bureau a district's branch belongs to."""
    around = (names_by_code().get(f"{code[:size]:0<6}") for size in (4, 2))
    return next((name for name in around if name and name.endswith("市")), None)


def full_name(issuer: str, region: str | None) -> str:
    """Return the official name of a branch or of a body called without its place, else `issuer` as written.

    `region` is the GB/T 2260 code of the page; a branch whose name is not that of the district stays as it is.
    """
    name = names_by_code().get(region or "")
    if not (region and name):
        return issuer
    if (found := BRANCH.match(issuer)) and level(region) == COUNTY and name.endswith("区"):
        place = (found["first"] or found["last"]).removesuffix("区")
        city = seat(region)
        return f"{city}公安局{place}分局" if city and name.removesuffix("区") == place else issuer
    if found := PLACELESS.match(issuer):
        if found["kind"] == "市" and level(region) == COUNTY and not name.endswith("市"):
            name = names_by_code().get(f"{region[:4]}00", "")
        return f"{name}{found['organ']}" if name.endswith(found["kind"]) else issuer
    return issuer
