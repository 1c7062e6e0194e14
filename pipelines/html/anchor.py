"""Find where an article surely begins: at a line that says the page's title, with the day of its strip beside it."""

from crawler.meta_standard import standard_value
from pipelines.html.boxes import Layout
from pipelines.html.headings import ENOUGH
from pipelines.html.site_names import SEPARATOR, SHORTEST_KEY, key
from pipelines.html.strip import DAY, LABEL, LENGTH, PAGE_CLOCK, is_strip

ABOVE = 3  # lines from the title down to the day
BELOW = 2  # lines from a day above the title down to it


def title_with_day(layout: Layout, written: str, meta: dict[str, str]) -> int | None:
    """Return the first line that says the declared title, or most of the <title> as `written`, beside a dated strip.

    An <h1> right above a labelled one counts whatever it says.
    """
    whole, declared = key(written), key(standard_value(meta, "ArticleTitle") or "")
    first = key(SEPARATOR.split(written)[0])
    lines = layout.lines
    for number, line in enumerate(lines):
        text = line.text
        if line.links or line.hidden or len(text) > LENGTH or not DAY.search(text):
            continue
        if not is_strip(text) or PAGE_CLOCK.search(text):
            continue
        for at in range(max(0, number - ABOVE), min(len(lines), number + BELOW + 1)):
            letters = "" if at == number or lines[at].links or lines[at].hidden else key(lines[at].text)
            if len(letters) < SHORTEST_KEY:
                continue
            if at == number - 1 and lines[at].heading == "h1" and LABEL.search(text):
                return at
            if not (lines[at].heading or LABEL.search(text)):
                continue  # who signs the text and when
            if letters in (declared, first) or (len(letters) >= ENOUGH and letters in whole):
                return at
    return None
