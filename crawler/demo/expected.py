"""What a full crawl of the sample sites must find, stated apart from the code that serves them."""

from dataclasses import dataclass

from crawler.demo.catalogue import SAMPLES, pages
from crawler.demo.reply import Reply

YUNLING = "http://gaj.yunling.example"
LANTING = "http://gat.lanting.example/art"
HAIWAN = "http://ga.haiwan.example/jwxx/jfts/content"
XIZANG = "http://zfw.xzdw.example/zfsm/sdrw/bzrmajly"
XLGL = "http://gaj.xlgl.example/c100028"
QINGQUAN = "http://www.qingquan.example/gaj/info"
PAPER = "http://paper.yunling.example/html"
PINYIN = "http://www.zhuanzai.example/post"
REPRINT = "http://www.fazhi-zixun.example"
BLOG = "http://blog.suibi.example/posts"

# Pages stored per site on the first visit: by registry key, hand-counted.
STORED = {
    "gaj.yunling.example": 35,
    "gat.lanting.example": 18,
    "ga.haiwan.example": 10,
    "zfw.xzdw.example": 3,
    "gaj.xlgl.example": 3,
    "www.qingquan.example/gaj": 11,
    "paper.yunling.example": 6,
    "www.zhuanzai.example": 3,
    "www.fazhi-zixun.example": 3,
    "blog.suibi.example": 1,
}

# Pages that are one notice; the first is the original, whose facts count.
COPIES = (
    (f"{XIZANG}/202203/t20220320_228861.html", f"{REPRINT}/show-245511.html"),
    (f"{XLGL}/202303/42ca828988e55772e4435801521296ac.shtml", f"{PINYIN}/8812.html"),
    (f"{YUNLING}/tzgg/202403/t20240315_52011.html", f"{PINYIN}/8840.html"),
    (f"{LANTING}/2024/4/10/art_6372_70152.html", f"{PINYIN}/8861.html"),
    (f"{YUNLING}/fzzb/202404/t20240403_41003.html", f"{REPRINT}/show-266204.html"),
    (f"{LANTING}/2024/3/6/art_6372_70140.html", f"{REPRINT}/show-268931.html"),
    (f"{YUNLING}/fzzb/202405/t20240506_41004.html", f"{PAPER}/2024-05/07/content_38011.htm"),
    (f"{YUNLING}/jfts/202405/t20240515_31232.html", f"{PAPER}/2024-05/16/content_38064.htm"),
)

# Pages that look alike and must never become one notice: months, quarters, counties of one template.
APART = (
    tuple(
        f"{YUNLING}/fzzb/{month}/t{day}_{number}.html"
        for month, day, number in (
            ("202402", "20240204", 41001),
            ("202403", "20240304", 41002),
            ("202404", "20240403", 41003),
            ("202405", "20240506", 41004),
            ("202406", "20240604", 41005),
        )
    ),
    tuple(f"{QINGQUAN}/1328/{number}.htm" for number in (11301, 11322, 11341)),
    (f"{LANTING}/2024/4/10/art_6372_70152.html", f"{LANTING}/2024/7/1/art_6372_70163.html"),
    (f"{XLGL}/202303/42ca828988e55772e4435801521296ac.shtml", f"{QINGQUAN}/1331/11402.htm"),
    (f"{XIZANG}/202203/t20220320_228861.html", f"{BLOG}/20220402/"),
)

# A page that quotes part of another: no copy, but linked to it.
EXCERPTS = ((f"{BLOG}/20220402/", f"{XIZANG}/202203/t20220320_228861.html"),)

# Fetched and read, but not about fraud.
DROPPED = {
    f"{YUNLING}/tzgg/202405/t20240524_52030.html": "recruitment",
    f"{PINYIN}/7001.html": "horoscope",
    f"{PINYIN}/7002.html": "horoscope",
    f"{PINYIN}/7003.html": "horoscope",
    f"{BLOG}/20240602/": "off_topic",
    f"{BLOG}/20240118/": "off_topic",
    f"{BLOG}/20231015/": "off_topic",
}

# Asked and not had; an empty list is no refusal by the server, but a column that must be reported.
REFUSED = {
    f"{YUNLING}/jfts/202312/t20231228_30001.html": "http_404",
    f"{HAIWAN}/post_4021110.html": "too_large",
    "http://gat.tiaozhan.example/jfts/index.html": "blocked:jsl",
    "http://gaj.jinzhi.example/jfts/index.html": "robots_forbidden",
}
EMPTY_LISTS = ("http://gaj.kongbai.example/jfts/index.html",)

# What the second visit brings.
NEW_ON_VISIT_2 = (
    f"{YUNLING}/jfts/202407/t20240701_31330.html",
    f"{YUNLING}/jfts/202407/t20240702_31342.html",
)
CHANGED_ON_VISIT_2 = (f"{YUNLING}/jfts/202406/t20240618_31293.html",)  # 62万元 corrected to 26万元

IMAGES_ONLY = f"{YUNLING}/tzgg/202405/t20240510_52026.html"


@dataclass(frozen=True)
class Facts:
    """What some page must be read as.

    `statistics` are (metric, value, unit), all that are told; `optional` ones may be read or not; `contacts` are
    (name, phone), all of them; `never` are words around the notice that its text must not hold.
    """

    published: str
    source: str | None = None
    issuer: str | None = None
    statistics: tuple[tuple[str, float, str], ...] = ()
    contacts: tuple[tuple[str, str], ...] = ()
    optional: tuple[tuple[str, float, str], ...] = ()
    never: tuple[str, ...] = ()


XLGL_CONTACTS = (
    ("锡林郭勒盟公安局扫黑办", "0479-8241095"),
    ("二连浩特市公安局扫黑办", "0479-7527110"),
    ("锡林浩特市公安局扫黑办", "0479-6831756"),
    ("苏尼特左旗公安局", "0479-2522912"),
    ("苏尼特右旗公安局", "0479-7229036"),
    ("阿巴嘎旗公安局", "0479-2306836"),
    ("东乌珠穆沁旗公安局扫黑办", "0479-3229449"),
    ("西乌珠穆沁旗公安局扫黑办", "0479-3525110"),
    ("太仆寺旗公安局扫黑办", "0479-5227020"),
    ("正镶白旗公安局扫黑办", "0479-6521704"),
    ("镶黄旗公安局扫黑办", "0479-6224814"),
    ("正蓝旗公安局扫黑办", "0479-4222559"),
    ("多伦县公安局扫黑办", "0479-4524222"),
    ("乌拉盖管理区公安局扫黑办", "0479-3351856"),
    ("阿尔善分局扫黑办", "0479-2773332"),
)
XIZANG_STATISTICS = (
    ("cases_solved", 383, "case"),
    ("suspects_arrested", 416, "person"),
    ("funds_returned", 29_000_000, "CNY"),
    ("losses", 2_534_900, "CNY"),
    ("suspects_arrested", 32, "person"),
    ("bank_accounts_handled", 20_000, "count"),
    ("funds_intercepted", 825_000_000, "CNY"),
    ("persons_dissuaded", 60_000, "person"),
    ("losses_prevented", 7_750_000, "CNY"),
    ("calls_blocked", 2_000_000, "count"),
    ("sms_blocked", 3_900_000, "count"),
    ("websites_blocked", 1_390_000, "count"),
    ("websites_blocked", 20_000, "count"),
    ("phone_cards_handled", 90_000, "count"),
    ("accounts_stopped", 130, "count"),
    ("bank_accounts_handled", 45_000, "count"),
    ("publicity_events", 5_550, "count"),
    ("people_reached", 400_000, "person_time"),
)
XIZANG_OPTIONAL = (("other", 40, "case"),)
WRAPPING = ("彩金", "免责声明", "年费", "lianluo@", "010-60000000")
FACTS = {
    COPIES[0][0]: Facts(
        "2022-03-20T11:26", "西藏自治区公安厅", statistics=XIZANG_STATISTICS, optional=XIZANG_OPTIONAL
    ),
    COPIES[0][1]: Facts(
        "2022-03-22T09:41", statistics=XIZANG_STATISTICS, optional=XIZANG_OPTIONAL, never=WRAPPING
    ),
    COPIES[1][0]: Facts(
        "2023-03-01T10:00", "锡林郭勒盟公安局", "锡林郭勒盟公安局扫黑办", contacts=XLGL_CONTACTS
    ),
    COPIES[1][1]: Facts(
        "2023-03-01", issuer="锡林郭勒盟公安局扫黑办", contacts=XLGL_CONTACTS, never=("(jiān)", "protected")
    ),
    f"{YUNLING}/fzzb/202402/t20240204_41001.html": Facts(
        "2024-02-04T10:00",
        source="云岭市公安局",
        issuer="云岭市公安局",
        statistics=(
            ("cases_filed", 186, "case"),
            ("cases_solved", 71, "case"),
            ("suspects_arrested", 94, "person"),
            ("gangs_dismantled", 5, "count"),
            ("warnings_issued", 21_430, "count"),
            ("persons_dissuaded", 1862, "person"),
            ("losses_prevented", 7_354_000, "CNY"),
            ("funds_intercepted", 4_128_000, "CNY"),
            ("victims", 17, "person"),
            ("funds_returned", 963_000, "CNY"),
        ),
    ),
    f"{QINGQUAN}/1331/11402.htm": Facts(
        "2023-03-20",
        source="清泉县公安局",
        issuer="清泉县公安局扫黑办",
        contacts=(
            ("清泉县公安局扫黑办", "0960-7770110"),
            ("城关派出所", "0960-7770221"),
            ("柳湾派出所", "0960-7770332"),
            ("石桥派出所", "0960-7770443"),
            ("杏林派出所", "0960-7770554"),
        ),
    ),
}


def stored(visit: int) -> dict[str, set[str]]:
    """Return the URLs that a complete crawl at `visit` stores, by host."""
    return {
        sample.host: {
            url
            for path, reply in pages(sample.host, visit).items()
            if isinstance(reply, Reply) and reply.article
            for url in (f"http://{sample.host}{path}",)
            if url not in DROPPED and url not in REFUSED
        }
        for sample in SAMPLES
        if sample.host not in {"gat.tiaozhan.example", "gaj.jinzhi.example", "gaj.kongbai.example"}
    }


def notices(visit: int) -> int:
    """Return how many notices the stored pages of `visit` are, each copy counted with its original."""
    return sum(len(urls) for urls in stored(visit).values()) - sum(len(urls) - 1 for urls in COPIES)
