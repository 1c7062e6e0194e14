"""The national standard for the meta tags of government web pages, and how to read them."""

from dataclasses import dataclass

from lxml import etree

STANDARD = "国办发〔2017〕47号 政府网站发展指引, appendix; GB/T 42147-2022 政府网站网页电子文件元数据"


@dataclass(frozen=True)
class Tag:
    """One tag of the standard: `name` as the standard writes it, `level` site, column or content."""

    name: str
    level: str
    meaning: str


TAGS = (
    Tag("SiteName", "site", "网站名称"),
    Tag("SiteDomain", "site", "网站域名"),
    Tag("SiteIDCode", "site", "政府网站标识码"),
    Tag("ColumnName", "column", "栏目名称"),
    Tag("ColumnDescription", "column", "栏目描述"),
    Tag("ColumnKeywords", "column", "栏目关键词"),
    Tag("ColumnType", "column", "栏目类别"),
    Tag("ArticleTitle", "content", "内容标题"),
    Tag("PubDate", "content", "发布时间"),
    Tag("ContentSource", "content", "内容来源"),
    Tag("Keywords", "content", "关键词"),
    Tag("Author", "content", "作者"),
    Tag("Description", "content", "摘要"),
    Tag("Image", "content", "图片"),
    Tag("Url", "content", "网址"),
)

LONGEST_CONTENT = 2_000  # characters read of a tag: longer is no fact


def read_meta(root: etree._Element) -> dict[str, str]:
    """Return the page's <meta> contents by lower-case name or property; a name's first filled one wins, cut at LONGEST_CONTENT."""
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("name") or element.get("property") or "").strip().lower()
        content = " ".join((element.get("content") or "").split())
        if name and content:
            meta.setdefault(name, content[:LONGEST_CONTENT])
    return meta


def standard_value(meta: dict[str, str], name: str) -> str | None:
    """Return what a tag of the standard says, whatever the case of its name; None if the page has it not."""
    return meta.get(name.lower())
