"""Undo Cloudflare's e-mail protection: an address as hexadecimal digits, XORed with its first byte."""

import re

from lxml import etree

PROTECTED_LINK = re.compile(r"/cdn-cgi/l/email-protection#([0-9a-f]+)", re.I)

# One of them stands in every page that has such an address.
PROTECTION = (b"data-cfemail", b"/email-protection#")


def decode_address(code: str) -> str | None:
    """Return the e-mail address that `code` hides, None if it hides none."""
    try:
        key, *rest = bytes.fromhex(code)
        address = bytes(byte ^ key for byte in rest).decode("utf-8")
    except ValueError:  # no hexadecimal digits, no bytes, no UTF-8
        return None
    return address.partition("?")[0] if "@" in address else None


def reveal_addresses(root: etree._Element) -> None:
    """Write each protected address of a tree in the place of what stands for it."""
    for element in root.iter("a", "span"):
        if address := protected_address(element):
            del element[:]
            element.text = address


def protected_address(element: etree._Element) -> str | None:
    """Return the address that an element stands for (data-cfemail, or a link to the decoder), else None."""
    code = element.get("data-cfemail")
    if code is None:
        href = element.get("href")
        found = PROTECTED_LINK.search(href) if href and "email" in href else None
        code = found[1] if found else None
    return decode_address(code) if code else None
