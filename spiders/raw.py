"""The raw page of an article, as the pipelines take it up."""

from scrapy.http import Response

from crawler.items import Page
from crawler.page_type import bare_type, page_type
from crawler.refusals import Refusal
from crawler.sites import Site
from spiders.listing.source import Article

UNVERIFIED = "tls_unverified"  # flag of a page whose sender no certificate vouches for


def raw_page(response: Response, owner: Site, column: str | None, article: Article) -> Page | Refusal:
    """Return the page that `response` holds, published by `owner`; a refusal where it is no page."""
    served, served_as = response.meta["served"], header(response, "Content-Type")
    content_type = page_type(served_as)
    if content_type is None:
        return Refusal("not_html", bare_type(served_as), temporary=False)
    return Page(
        url=response.url,
        body=response.body,
        content_type=content_type,
        site=owner.key,
        column=column,
        site_name=owner.name,
        site_region=owner.region,
        list_title=article.title,
        list_date=article.date,
        etag=header(response, "ETag"),
        last_modified=header(response, "Last-Modified"),
        asked=article.url if article.url != response.url else None,
        seen=served.date,
        served=[served],
        flags=[UNVERIFIED] if "unverified" in owner.tls and response.url.startswith("https:") else [],
    )


def header(response: Response, name: str) -> str | None:
    """Return one response header as text, or None."""
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None
