"""Clean every line of what copying left in it, and say in which script the page is written."""

import html
import re
from functools import cache

from opencc import OpenCC

from crawler.fold import FULL_WIDTH, fold_table
from crawler.items import Page
from pipelines.pinyin import without_readings

CONTROLS = dict.fromkeys(
    (
        *range(0x09),
        *range(0x0E, 0x1C),
        *range(0x7F, 0x85),
        *range(0x86, 0xA0),
        0xAD,
        0x061C,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        0xFEFF,
        0xFFFC,
    )
)
ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,7}|#[xX][0-9a-fA-F]{2,6});")
TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>]{0,500})?/?>|<!--[^<>]{0,500}-->")
# What Cloudflare shows in place of an address when no script runs.
PROTECTED_EMAIL = re.compile(r"[(（]?\[\s*email\s+protected\s*\][)）]?", re.IGNORECASE)
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
SCRIPT_SAMPLE = 20_000  # characters are enough to tell the script


def clean(line: str) -> tuple[str, set[str]]:
    """Return one line without markup, entities, control characters, readings; and the transforms seen in it."""
    seen = set()
    if ENTITY.search(line):
        line = html.unescape(html.unescape(line))  # twice: &amp;nbsp;
    if "<" in line and TAG.search(line):
        line = TAG.sub("", line)
        seen.add("html_residue")
    line = " ".join(line.translate(CONTROLS).split())
    if "[" in line and PROTECTED_EMAIL.search(line):
        line = PROTECTED_EMAIL.sub("", line).rstrip()
        seen.add("protected_email")
    line, count = without_readings(line)
    if count:
        seen.add("pinyin")
    return line, seen


@cache
def one_script_only() -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters that only traditional and only simplified text has; shared ones (出 了 制) in neither."""
    pairs = {chr(t): chr(s) for t, s in fold_table().items() if t not in FULL_WIDTH}
    simplified = sorted(set(pairs.values()) - set(pairs))
    changed = OpenCC("s2t").convert("\n".join(simplified)).split("\n")
    return frozenset(pairs), frozenset(s for s, t in zip(simplified, changed, strict=True) if s != t)


def script_of(text: str) -> str | None:
    """Return hans, hant or latin by majority of the telling characters; None for a text without letters."""
    sample = text[:SCRIPT_SAMPLE]
    han = len(HAN.findall(sample))
    latin = sum(c.isascii() and c.isalpha() for c in sample)
    if han * 4 < latin:
        return "latin"
    if not han:
        return None
    traditional, simplified = one_script_only()
    hant = sum(c in traditional for c in sample)
    hans = sum(c in simplified for c in sample)
    return "hant" if hant > hans else "hans"


def clean_lines(lines: list[str]) -> tuple[list[str], set[str]]:
    """Return the lines cleaned, blank ones kept in place, and the transforms seen in any of them."""
    pairs = [clean(line) for line in lines]
    return [line for line, _ in pairs], set().union(*(seen for _, seen in pairs))


class NormalisePipeline:
    """Cleans title, head, lines and foot; sets script and the transforms that single lines show."""

    def process_item(self, item: Page) -> Page:
        """Return the page with clean lines; a title that was nothing but markup becomes None."""
        if item.title:
            item.title = clean(item.title)[0] or None
        transforms: set[str] = set()
        for part in ("head", "lines", "foot"):
            lines, seen = clean_lines(getattr(item, part))
            setattr(item, part, lines)
            transforms |= seen
        item.script = script_of("\n".join(item.lines)) or script_of(item.title or "")
        if item.script == "hant":
            transforms.add("traditional")
        item.transforms += sorted(transforms.difference(item.transforms))
        return item
