"""Know the content systems of the sites by the element in which their templates put the text."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipelines.html.boxes import Box
from pipelines.html.elements import NAMES_KNOWN


@dataclass(frozen=True)
class Family:
    """A content system, and the ids, classes and tags of the element in which its templates put the text."""

    name: str
    ids: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


FAMILIES = (
    Family(
        "TRS WCM 拓尔思",
        ids=("TRS_AUTOADD", "downloadContent"),
        classes=("TRS_Editor", "TRS_UEDITOR", "trs_editor_view", "Custom_UnionStyle", "cas_content"),
    ),
    Family("Hanweb 大汉", ids=("zoom",), classes=("main-txt",)),
    Family("UCAP 开普", ids=("UCAP-CONTENT", "cmsArticleContent"), tags=("ucapcontent",)),
    Family("Guangdong 南方网", ids=("zoomcon",), classes=("article-content", "content_article")),
    Family("Visual SiteBuilder 博达", ids=("vsb_content",), classes=("v_news_content",)),
    Family("webplus 苏迪", classes=("wp_articlecontent",)),
    Family("EasySite", ids=("easysiteText",)),
    Family("Longxun 龙讯", classes=("newscontnet", "j-fontContent")),
    Family("Shanghai 上海", ids=("ivs_content",)),
    Family("方正翔宇", ids=("contentMain", "articleContent")),
    Family("Ministry of Public Security 公安部", ids=("ztdx", "fz_test")),
    Family("Xinhua 新华", ids=("detailContent", "p-detail")),
    Family("People 人民网", ids=("rwb_zw",), classes=("rm_txt_con",)),
    Family("GMW 光明", classes=("u-mainText",)),
    Family("NetEase 网易", ids=("endText",), classes=("post_body", "post_text")),
    Family("Sina 新浪", ids=("artibody",)),
    Family("WeChat 微信", ids=("js_content",)),
)
BY_ID = {name.lower(): family for family in FAMILIES for name in family.ids}
BY_CLASS = {name.lower(): family for family in FAMILIES for name in family.classes}
BY_TAG = {name: family for family in FAMILIES for name in family.tags}
NUMBER = re.compile(r"_\d+$")  # vsb_content_2, TRS_AUTOADD_1580000000000


def known_family(box: Box) -> Family | None:
    """Return the content system whose container this box is, by its id, class or tag."""
    by_id = family_by_id(box.ident) if box.ident else None
    by_name = by_id or (family_by_class(box.names) if box.names else None)
    return by_name or BY_TAG.get(box.tag)


@lru_cache(maxsize=NAMES_KNOWN)
def family_by_id(ident: str) -> Family | None:
    """Return the content system that gives its container this id."""
    return BY_ID.get(NUMBER.sub("", ident.strip().lower()))


@lru_cache(maxsize=NAMES_KNOWN)
def family_by_class(names: str) -> Family | None:
    """Return the content system that gives its container one of these classes."""
    return next((BY_CLASS[name] for name in names.lower().split() if name in BY_CLASS), None)
