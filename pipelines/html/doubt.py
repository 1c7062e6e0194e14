"""Short texts: tell one from the furniture of a page without text, and find the ones too short to stand out."""

import re

from crawler.fold import fold
from pipelines.html.body_kind import SHORT_BODY
from pipelines.html.boxes import Layout, Line
from pipelines.html.containers import is_furniture
from pipelines.html.site_names import BOX_HEADINGS
from pipelines.html.strip import is_strip
from pipelines.lines.above_text import is_header, is_menu

DOUBTFUL = 300  # characters: so short a text in a nameless box must stand below the title and say something
SMALL_WORDS = 8  # characters: 打印, 分享到, 字体大小
TOOLS = 20  # characters of a row of them: 打印 收藏 分享到微信
LINES_BETWEEN = 2
MARK = re.compile(r"[，。；！？、]|[A-Za-z][,.](?:\s|$)")
SENTENCE_MARK = re.compile(r"[。！？]")
FIELD = re.compile(r"[^：:。，]{2,10}[：:][^。，；]{0,40}")  # 有效性：有效
LIST_LINES = 3  # lines without a mark that may be a list of names or numbers
SENTENCES = 2  # below a heading like 联系我们 they are the text's own
SENTENCE = 12  # characters that make a text if they end like one


def says_something(lines: list[Line]) -> bool:
    """Tell a sentence or a list from search words, index fields and slogans."""
    texts = [fold(line.text) for line in lines if not is_furniture(line)]
    texts = [text for text in texts if not (is_header(text) or is_menu(text))]
    if any(MARK.search(text) for text in texts):
        return True
    return len(texts) >= LIST_LINES and not all(FIELD.fullmatch(text) for text in texts)


def is_credible(layout: Layout, values: list[float], after: int, start: int, last: int) -> bool:
    """Tell whether lines `start` to `last` are a text: long enough, or right below line `after` and with words."""
    lines = layout.lines
    shown = [line for line in lines[start:last] if not (line.hidden or line.aside)]
    if sum(len(line.text) for line in shown) >= DOUBTFUL:
        return True
    between = [
        line for line in lines[after:start] if len(line.text) > SMALL_WORDS and not is_strip(line.text)
    ]
    near = start >= after and len(between) <= LINES_BETWEEN and sum(values[start:last]) >= SHORT_BODY
    sentences = sum(line.text.endswith("。") and not line.links for line in shown)
    return (
        near and not (BOX_HEADINGS.match(shown[0].text) and sentences < SENTENCES) and says_something(shown)
    )


def short_text(layout: Layout, values: list[float], after: int) -> tuple[int, int]:
    """Return the lines from `after` on up to the first of the page's furniture; (after, after) if they are no text."""
    lines = layout.lines
    tools = lines[after : after + LINES_BETWEEN] if after > 0 else []
    for line in tools:
        if len(line.text) > TOOLS or not (line.links or is_furniture(line)):
            break
        if BOX_HEADINGS.match(line.text) and not line.text.startswith(("分享", "收藏")):
            break
        after += 1
    last = after
    while last < len(lines) and values[last] >= 0 and not is_furniture(lines[last]):
        last += 1
    texts = [line.text for line in lines[after:last]]
    letters = sum(map(len, texts))
    ends = letters >= SENTENCE and texts and SENTENCE_MARK.search(texts[-1][-1:])
    if after > 0 and (ends or (letters >= SHORT_BODY and says_something(lines[after:last]))):
        return after, last
    return after, after
