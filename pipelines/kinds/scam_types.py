"""Which kinds of fraud a text names or tells."""

from crawler.taxonomy import SCAM_TYPES
from pipelines.kinds.alternatives import by_first_character

PATTERNS = tuple((row.code, by_first_character(row.terms)) for row in SCAM_TYPES)
ANY = by_first_character(tuple(term for row in SCAM_TYPES for term in row.terms))


def scam_types(folded: str) -> list[str]:
    """Return the codes named in `folded`, in the order of SCAM_TYPES; nothing for bare 电信网络诈骗."""
    if not ANY.search(folded):
        return []
    return [code for code, pattern in PATTERNS if pattern.search(folded)]


def first_scam_type(folded: str) -> str | None:
    """Return the code named first in `folded`, `other` only where nothing else is named."""
    found = [(match.start(), code) for code, pattern in PATTERNS if (match := pattern.search(folded))]
    return min(found, key=lambda pair: (pair[1] == "other", pair[0]))[1] if found else None
