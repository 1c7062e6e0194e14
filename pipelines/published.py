"""Choose the publish date among the places that state one; each stays as a witness."""

import re
from datetime import date, timedelta

from crawler.items import Page, Witness
from pipelines.attribution.signoff import page_signoff
from pipelines.attribution.witnesses import witnesses

OFFICIAL = re.compile(r"\.(?:gov|edu)\.cn(?:[:/]|$)")
DATES_THE_PAGE = ("header", "meta", "url", "list")
NIGHT = timedelta(days=1)
LATE_COPY = timedelta(days=30)  # a header this much later than a complete sign-off dates the copy


def is_official(page: Page) -> bool:
    """Tell a publisher's own page, whose header dates the notice, from a copy."""
    return "siteidcode" in page.meta or OFFICIAL.search(page.url) is not None


def choose(found: list[Witness], *, believe_signoff: bool) -> Witness | None:
    """Return the witness to believe: the first, but a complete sign-off before the header of a late copy."""
    by_origin = {witness.origin: witness for witness in found}
    header, signoff = by_origin.get("header"), by_origin.get("signoff")
    if header and signoff and believe_signoff:
        shown, signed = (date.fromisoformat(witness.value[:10]) for witness in (header, signoff))
        # A signer's slip: last year's year under this year's notice.
        slip = (shown.month, shown.day) == (signed.month, signed.day)
        if shown - signed > LATE_COPY and not slip:
            return signoff
    return found[0] if found else None


def disagree(found: list[Witness]) -> bool:
    """Tell whether the witnesses of a page contradict each other.

    What dates the page may differ by a day (the night of an upload) from what else dates it; a sign-off may lie
    up to LATE_COPY before it, never after it.
    """
    days = {witness.origin: date.fromisoformat(witness.value[:10]) for witness in found}
    shown = [days[origin] for origin in DATES_THE_PAGE if origin in days]
    if shown and max(shown) - min(shown) > NIGHT:
        return True
    signed = days.get("signoff")
    return bool(signed and shown and not -NIGHT <= min(shown) - signed <= LATE_COPY)


class PublishedPipeline:
    """Fills `published`, `published_from`, `published_witnesses`, and the flag `dates_disagree`."""

    def process_item(self, item: Page) -> Page:
        """Leave `published` None where no place names a day."""
        signoff = page_signoff(item)
        complete = signoff is not None and signoff.complete
        item.published_witnesses = witnesses(item, signoff)
        best = choose(item.published_witnesses, believe_signoff=complete and not is_official(item))
        if disagree(item.published_witnesses):
            item.flags.append("dates_disagree")
        if best:
            item.published, item.published_from = best.value, best.origin
        return item
