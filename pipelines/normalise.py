"""Clean every line of what copying left in it, and say in which script the page is written."""

import html
import re
from functools import cache

from opencc import OpenCC

from crawler.fold import FULL_WIDTH, fold_table
from crawler.items import Page
from pipelines.lines.pinyin import without_readings

# Control characters, zero-width characters and marks of direction; white space is none of them.
CONTROLS = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffc]+"
)
ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,7}|#[xX][0-9a-fA-F]{2,6});")
# Lower-case names, and the upper-case ones that old editors wrote: <APP> is no tag.
TAG = re.compile(
    r"</?(?:[a-z][a-z0-9]{0,15}|P|BR|DIV|SPAN|FONT|STRONG|B|I|U|A|IMG|TABLE|TBODY|TR|TD)(?:\s[^<>]{0,500})?/?>"
    r"|<!--[^<>]{0,500}-->"
)
# What Cloudflare shows in place of an address when no script runs.
PROTECTED_EMAIL = re.compile(r"[(（]?\[\s*email\s+protected\s*\][)）]?", re.IGNORECASE)
DOUBTFUL = re.compile(r"[ &<\[(（]")  # a printable line without these is clean: most are
LATIN = re.compile(r"[A-Za-z][A-Za-z]*")  # re skips to a letter, as it does not with [A-Za-z]+
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
LAST_OF_PLANE = "\uffff"  # beyond, a character class of re is a hundred times slower
SCRIPT_SAMPLE = 5_000  # characters are enough to tell the script


def clean(line: str) -> tuple[str, set[str]]:
    """Return one line without markup, entities, control characters, readings; and what was seen in it."""
    seen: set[str] = set()
    if line.isprintable() and not DOUBTFUL.search(line):
        return line, seen
    if ENTITY.search(line):
        line = html.unescape(html.unescape(line))  # twice: &amp;nbsp;
    if "<" in line and TAG.search(line):
        line = TAG.sub("", line)
        seen.add("html_residue")
    if not line.isprintable():
        line = CONTROLS.sub("", line)
    if line.isprintable() and "  " not in line:
        line = line.strip(" ")
    else:  # a tab stands between the cells of a table's row
        line = "\t".join(filter(None, (" ".join(cell.split()) for cell in line.split("\t"))))
    if "[" in line and PROTECTED_EMAIL.search(line):
        line = PROTECTED_EMAIL.sub("", line).rstrip()
        seen.add("protected_email")
    line, count = without_readings(line)
    if count:
        seen.add("pinyin")
    return line, seen


@cache
def one_script_only() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of the characters that only traditional or only simplified text has; not 出."""
    pairs = {chr(t): chr(s) for t, s in fold_table().items() if t not in FULL_WIDTH}
    telling = sorted(s for s in set(pairs.values()) - set(pairs) if s <= LAST_OF_PLANE)
    for standard in ("s2t", "s2tw", "s2hk"):  # 群 and 里 are 羣 and 裏 to some only
        changed = OpenCC(standard).convert("\n".join(telling)).split("\n")
        telling = [s for s, t in zip(telling, changed, strict=True) if s != t]
    return re.compile(f"[{''.join(pairs)}]+"), re.compile(f"[{''.join(telling)}]+")


def count(characters: re.Pattern[str], text: str) -> int:
    """Return how many characters of a text stand in runs that a pattern finds."""
    return sum(map(len, characters.findall(text)))


def script_of(text: str) -> str | None:
    """Return hans, hant or latin by majority of the telling characters; None for a text without letters."""
    sample = text[:SCRIPT_SAMPLE]
    han, latin = count(HAN, sample), count(LATIN, sample)
    if han * 4 < latin:
        return "latin"
    if not han:
        return None
    traditional, simplified = one_script_only()
    telling = count(traditional, sample)
    return "hant" if telling and telling > count(simplified, sample) else "hans"


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
