"""Chinese names of the codes by which a crawl calls what it met; the codes stay beside them, as in the corpus."""

NAMES = {
    # why a page was dropped
    "off_topic": "与反诈无关",
    "horoscope": "星座运势",
    "weather": "天气",
    "novel": "小说",
    "law_qa": "法律问答",
    "content_farm": "内容农场",
    "recruitment": "招聘",
    "procurement": "采购",
    "empty": "没有内容",
    # why a page or list was not had
    "blocked": "被拦截",
    "http": "服务器回答",
    "layout_changed": "版式改变",
    "moved": "已搬走",
    "offsite": "转到站外",
    "private_address": "内网地址",
    "robots_forbidden": "robots.txt 不允许",
    "robots_unreadable": "robots.txt 无法读取",
    "not_html": "不是网页",
    "tls": "证书或加密连接有误",
    "timeout": "超时",
    "unreachable": "无法连接",
    "too_large": "过大",
    "no_body": "空应答",
    "bad_url": "网址有误",
    "broken_response": "应答残缺",
    "redirect": "转向过多",
    "unsupported_scheme": "协议不支持",
    # what a mirror did to a text
    "traditional": "转为繁体",
    "pinyin": "加注拼音",
    "spam": "插入垃圾文字",
    "body_twice": "正文重复",
    "html_residue": "残留网页代码",
    "protected_email": "邮箱被隐去",
}


def named(code: str) -> str:
    """Return a code with its Chinese name where it has one: 被拦截 blocked:jsl."""
    family = "http" if code.startswith("http_") else code.partition(":")[0]
    return f"{NAMES[family]} {code}" if family in NAMES else code
