"""Make of a page what the corpus may keep: private persons' numbers starred in its text and in every quote.

The steps before read the words as published, and so does `scrapy extract`, which stores nothing.
"""

from dataclasses import replace

from crawler.items import Page
from crawler.masking import mask, private_spans, star


def masked(page: Page) -> Page:
    """Return `page` with private numbers starred, itself where it holds none; offsets hold.

    The quotes of statistics, contacts and cases stay what stands at their offsets. The numbers that the page's
    contacts name stay.
    """
    kept = [phone for contact in page.contacts for phone in contact.phones]
    spans = private_spans(page.folded, kept)
    title = page.title and mask(page.title, kept)
    witnesses = [replace(seen, quote=mask(seen.quote, kept)) for seen in page.published_witnesses]
    if not spans and title == page.title and witnesses == page.published_witnesses:
        return page
    text = star(page.text, spans)

    def requoted(facts: list) -> list:
        return [replace(fact, quote=text[fact.start : fact.end]) for fact in facts]

    statistics = [
        replace(
            figure,
            quote=(title if figure.in_title else text)[figure.start : figure.end],
            label=mask(figure.label, kept),
        )
        for figure in page.statistics
    ]
    cases = [
        replace(case, quotes={name: mask(words, kept) for name, words in case.quotes.items()})
        for case in requoted(page.cases)
    ]
    return replace(
        page, title=title, text=text, folded=star(page.folded, spans), published_witnesses=witnesses,
        statistics=statistics, contacts=requoted(page.contacts), cases=cases,
    )  # fmt: skip
