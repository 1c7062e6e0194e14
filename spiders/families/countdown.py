"""The system of 公安部 and 移民局 (/n2253534/n2253535/): further pages are fragments whose numbers fall to 1."""

import re
from urllib.parse import urlsplit

from spiders.listing.source import ListSource, NextPage

COMPONENT = re.compile(r"\bpag_(\d{3,12})\b")
LAST = re.compile(r"\bmaxPageNum\w{0,15}\s{0,5}=\s{0,5}[\"']?(\d{1,5})")
NAME = re.compile(r"\bpageName\w{0,15}\s{0,5}=\s{0,5}[\"']([\w-]{1,80})[\"']")
HERE = re.compile(r"_(\d{3,12})_(\d{1,5})\.(s?html?)$")


def next_pages(source: ListSource) -> list[NextPage] | None:
    """Return `index_<component>_<k>.html`, k one less than the page's own (total - 1 behind the first); none behind 1."""
    here = HERE.search(urlsplit(source.url).path)
    component = COMPONENT.search(source.text)
    if here and (component or "<html" not in source.text[:2000].lower()):
        url = source.link(
            f"{source.url[: source.url.rindex(here[0])]}_{here[1]}_{int(here[2]) - 1}.{here[3]}"
        )
        return [NextPage(url)] if url and int(here[2]) > 1 else []
    last = LAST.search(source.text)
    if not component or not last:
        return None
    name = NAME.search(source.text)
    stem = (name[1] if name else "index").removesuffix(f"_{component[1]}")
    url = source.link(f"{stem}_{component[1]}_{int(last[1]) - 1}.html")
    return [NextPage(url)] if url and int(last[1]) > 1 else []
