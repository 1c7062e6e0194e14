"""What carries the message of a page that has hardly a word: pictures, a film, a document."""

import re
from itertools import chain

from lxml import etree

from pipelines.html.boxes import Layout
from pipelines.html.elements import DOCUMENT

SHORT_BODY = 30  # characters: less is a caption, not a text
VIDEO = re.compile(r"\.(?:mp4|m3u8|flv|swf|wmv|avi|mov)\b|player|video", re.I)
BOXES_ROUND = 4  # further out stand the site's logo and menu


def body_kind(box: etree._Element | None, *, attachments: bool, text: bool) -> str:
    """Return image, video, attachment, text or empty for a box with less than SHORT_BODY letters."""
    if box is not None:
        players = box.iter("iframe", "embed", "object", "source", "script")
        sources = " ".join(element.get("src") or element.get("data") or "" for element in players)
        if next(box.iter("video"), None) is not None or VIDEO.search(sources):
            return "video"
        if attachments:
            return "attachment"
        if next(box.iter("img"), None) is not None:
            return "image"
    return "text" if text else "empty"


def shows_media(box: etree._Element) -> bool:
    """Tell whether a box holds a picture, a film, a frame or a link to a document."""
    if next(box.iter("img", "video", "embed", "object", "iframe"), None) is not None:
        return True
    return any(DOCUMENT.search(anchor.get("href") or "") for anchor in box.iter("a"))


def media_box(layout: Layout, at: int) -> etree._Element | None:
    """Return the nearest box round line `at`, or the wordless one below it, that shows something; None if none is near."""
    around = [box.element for box in layout.boxes if box.first <= at < box.last]
    near = [element for element in around if element.tag not in ("body", "html")][: -BOXES_ROUND - 1 : -1]
    below = (box.element for box in layout.boxes if box.first == box.last == at + 1)
    return next(filter(shows_media, chain(near, below)), None)
