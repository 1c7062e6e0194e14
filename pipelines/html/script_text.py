"""What a page's own scripts write into it: dates and sources that stand nowhere else."""

import re
from datetime import datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))
LONGEST_SCRIPT = 6000  # longer ones are programs, not a line of text
LONGEST_TEXT = 300
ASSIGNED = re.compile(
    r"""(?:\b(?:var|let|const)\s+|[;,{\s])(\w+)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)')\s*[;,\n}]"""
)
WRITTEN = re.compile(r"""document\s*\.\s*write(?:ln)?\s*\(((?:"[^"\n]*"|'[^'\n]*'|[^"'()\n])*)\)""")
TERM = re.compile(r""""([^"\n]*)"|'([^'\n]*)'|([A-Za-z_]\w*)""")
MARKUP = re.compile(r"<[^<>]*>?")
SPOKEN = re.compile(r"[0-9\u4e00-\u9fff]")
# WeChat articles carry their time only here, in seconds since 1970.
WECHAT_TIME = re.compile(r"""\bvar\s+(?:ct|oriCreateTime)\s*=\s*["'](1\d{9})["']""")
TERMS_AT_MOST = 12


def written_text(script: str) -> str:
    """Return what `document.write` of an inline script shows: literals and variables set to a literal."""
    if "write" not in script or len(script) > LONGEST_SCRIPT or not (calls := WRITTEN.findall(script)):
        return ""
    values = {name: double or single for name, double, single in ASSIGNED.findall(script)}
    shown = []
    for call in calls:
        terms = TERM.findall(call)[:TERMS_AT_MOST]
        shown.append("".join(double or single or values.get(name, "") for double, single, name in terms))
    text = MARKUP.sub(" ", " ".join(shown)).strip()
    return text if len(text) <= LONGEST_TEXT and SPOKEN.search(text) else ""


def wechat_time(script: str) -> str | None:
    """Return the publish time of a WeChat article as `YYYY-MM-DD HH:MM` in China, None in other scripts."""
    if (
        "var ct" not in script and "oriCreateTime" not in script
    ):  # scripts are long, searching them is not free
        return None
    found = WECHAT_TIME.search(script)
    return datetime.fromtimestamp(int(found[1]), CHINA).strftime("%Y-%m-%d %H:%M") if found else None
