"""What mirrors do to a text, as seen on real ones: script, pinyin, half-width signs, hidden addresses."""

import re
from functools import cache
from html import escape
from zlib import crc32

import opencc

HALF_WIDTH = str.maketrans("，：；（）", ",:;()")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
KEY = 0x5A


def traditional(text: str) -> str:
    """Return `text` in traditional characters."""
    return _converter().convert(text)


def annotated(text: str) -> str:
    """Return `text` with the readings of some characters in half-width brackets behind them: 推進(jìn).

    Always the same characters, about one type in three of those whose two scripts differ, as real mirrors do.
    """
    return "".join(char + _reading(char) for char in text)


def half_width(text: str) -> str:
    """Return `text` with the punctuation that mirrors write in half width."""
    return text.translate(HALF_WIDTH)


def protected(text: str) -> str:
    """Return `text` as markup in which Cloudflare hides each e-mail address: the first byte is the key."""
    parts, end = [], 0
    for found in EMAIL.finditer(text):
        parts += [escape(text[end : found.start()], quote=False), _hidden(found.group())]
        end = found.end()
    return "".join([*parts, escape(text[end:], quote=False)])


def _hidden(address: str) -> str:
    code = bytes([KEY, *(byte ^ KEY for byte in address.encode())]).hex()
    return (
        f'<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="{code}">'
        "[email&#160;protected]</a>"
    )


@cache
def _reading(char: str) -> str:
    if not "\u4e00" <= char <= "\u9fff" or crc32(char.encode()) % 3 or _simplifier().convert(char) == char:
        return ""
    from pypinyin import (
        Style,
        pinyin,
    )  # here: every start of Scrapy imports the commands, and this takes 0.4 s

    return f"({pinyin(char, style=Style.TONE)[0][0]})"


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2tw")


@cache
def _simplifier() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
