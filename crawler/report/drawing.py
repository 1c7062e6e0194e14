"""Draw Vega-Lite charts: as SVG to stand in a page, with its text as text, and as PNG."""

import re
from collections.abc import Sequence
from textwrap import wrap

import vl_convert
from markupsafe import Markup, escape

from crawler.report.exhibit import Spec
from crawler.report.specs import GREY

FONT = "Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif"
CONFIG = {
    "font": FONT,
    "aria": False,  # the picture has one name and one description; its table holds the values
    "background": "white",
    "view": {"stroke": None},
    "axis": {"labelFontSize": 13, "titleFontSize": 12, "labelColor": "black", "grid": False, "domainColor": GREY},
    "text": {"fontSize": 13, "color": "black"},
}  # fmt: skip
ROOT = re.compile(r'<svg [^>]*viewBox="(?P<box>[^"]+)"[^>]*>')
ID = re.compile(r'(\bid="|url\(#)')
LINE = 66  # Chinese characters of a note
PIXELS = 2  # of a PNG for one of the SVG
SAMPLE = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text y="16" font-family="{}">{}</text></svg>'


def svg(spec: Spec, code: str, title: str, description: str) -> Markup:
    """Return a chart as an SVG element that scales, has a name and a description, and ids of its own (`code`)."""
    drawn = vl_convert.vegalite_to_svg(spec, config=CONFIG)
    box = ROOT.match(drawn)["box"]
    _, _, width, _ = box.split()
    head = Markup(
        '<svg role="img" aria-labelledby="{0}-title {0}-desc" viewBox="{1}" style="max-width:{2}px">'
        '<title id="{0}-title">{3}</title><desc id="{0}-desc">{4}</desc>'
    ).format(code, box, width, title, description)
    body = ID.sub(rf"\g<1>{code}-", ROOT.sub("", drawn, count=1))
    return head + Markup(body)  # noqa: S704  Vega escapes what it draws


def png(spec: Spec, title: str, notes: Sequence[str]) -> bytes:
    """Return a chart as a PNG, under its title and notes: alone it must say what it shows, and where it is from."""
    lines = [line for note in notes for line in wrap(note, LINE)]
    above = {"text": title, "subtitle": lines, "anchor": "start", "fontSize": 17, "subtitleFontSize": 12}
    titled = spec | {"title": above | {"subtitlePadding": 6, "subtitleLineHeight": 17, "offset": 14}}
    return vl_convert.vegalite_to_png(titled, config=CONFIG | {"padding": 16}, scale=PIXELS)


def has_glyphs(one: str, other: str) -> bool:
    """Tell whether two characters look different when drawn: without a font both are the same empty box."""
    return len({vl_convert.svg_to_png(SAMPLE.format(FONT, escape(text))) for text in (one, other)}) > 1


def has_chinese_font() -> bool:
    """Tell whether this machine can draw Chinese; a page needs no font, its reader's has one."""
    return has_glyphs("诈", "骗")
