"""Where a site says it is: its region and province must be those of GB/T 2260, and agree."""

from functools import cache

from crawler.regions import level, names_by_code

CORPS = {"新疆生产建设兵团": "新疆维吾尔自治区"}  # a province-level body without a code of its own


@cache
def provinces() -> frozenset[str]:
    """Return the full names of the provinces."""
    return frozenset(name for code, name in names_by_code().items() if level(code) == 1)


def misplaced(region: str | None, province: str | None) -> str | None:
    """Return what is wrong with a six-digit region and a province named in full, None where all is well."""
    names = names_by_code()
    if region is not None and region not in names:
        return f"region {region} is not in GB/T 2260 (crawler/data/regions.tsv)"
    if province is None:
        return None
    full = CORPS.get(province, province)
    if full not in provinces():
        return f"province {province} is none of GB/T 2260; write its full name"
    lies_in = full if region is None else names[region[:2] + "0000"]
    return None if lies_in == full else f"region {region} lies in {lies_in}, not in {province}"
