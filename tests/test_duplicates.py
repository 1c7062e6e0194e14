"""The corpus side: notices and their ids as copies arrive, change and go, in whatever order."""

import itertools
import json
import random

import pytest

from crawler.fold import fold
from crawler.items import Page
from pipelines.copies import candidates as candidates_module
from pipelines.copies import compare as compare_module
from pipelines.copies import duplicates as duplicates_module
from pipelines.copies import notices as notices_module
from pipelines.copies.duplicates import assign
from pipelines.copies.notices import current_id
from pipelines.copies.representative import Copy, representative
from pipelines.corpus import Corpus

REPORT = (
    "云岭市公安局6月12日通报，今年1至5月，全市公安机关共破获电信网络诈骗案件{cases}起，同比上升{rise}%。\n"
    "期间抓获犯罪嫌疑人{caught}名，打掉犯罪团伙{gangs}个，紧急止付涉案资金{frozen}余万元，返还群众被骗资金{returned}万元。\n"
    "全市建成反诈宣传阵地{places}个，组织进社区、进学校、进企业宣讲{talks}余场次，受众达{people}万人次。\n"
    "警方提醒，凡是陌生人要求转账到所谓安全账户的，都是诈骗，请及时拨打96110咨询。"
)
FIGURES = "cases rise caught gangs frozen returned places talks people".split()
TIPS = (
    "冒充客服退款是近期高发的诈骗手法，不法分子谎称商品存在质量问题，诱导受害人下载屏幕共享软件，再套取银行卡验证码。\n"
    "请记住：正规客服不会要求加好友私下退款，更不会索要验证码。遇到可疑情况，请立即与平台核实。"
)  # fmt: skip


def report(seed: int = 1) -> str:
    numbers = random.Random(seed)
    return REPORT.format(**{name: numbers.randint(11, 9999) for name in FIGURES})


def page(name: str, text: str, **known: object) -> Page:
    return Page(url=f"http://{name}.example/1.html", text=text, folded=fold(text), **known)


def notices(db) -> set[frozenset[str]]:
    groups = {}
    for url, notice in db.execute("select url, notice_id from pages"):
        groups.setdefault(notice, set()).add(url.split("/")[2].removesuffix(".example"))
    return {frozenset(group) for group in groups.values()}


def notice_of(db, name: str) -> int:
    return db.execute("select notice_id from pages where url like ?", [f"http://{name}.%"]).fetchone()[0]


def assert_sound(db) -> None:
    """Every page has a notice, every notice counts its pages and is spoken for by one of them; no alias is an id."""
    rows = db.execute(
        "select notices.id, copies, count(pages.id), max(pages.id = notices.page_id)"
        " from notices left join pages on pages.notice_id = notices.id group by notices.id"
    ).fetchall()
    assert all(copies == found and speaks for _, copies, found, speaks in rows)
    assert db.execute("select count(*) from pages where notice_id is null").fetchone()[0] == 0
    assert db.execute("select count(*) from notice_aliases join notices on alias = id").fetchone()[0] == 0
    assert db.execute("pragma foreign_key_check").fetchall() == []


COPIES = {
    "original": report(),
    "mirror": "球賽 比分 直播 體育 在線 投注\n"
    + report().replace("公安局", "公安局").replace("电信网络诈骗", "電信網絡詐騙"),
    "cut": report()[:170],
    "july": report(2),
    "august": report(3),
    "tips": TIPS,
    "tips2": "转发提醒\n" + TIPS,
    "other": "云岭市召开打击治理电信网络新型违法犯罪工作联席会议，研究部署下一阶段重点任务，市直有关部门负责同志参加会议。",
}
EXPECTED = {
    frozenset({"original", "mirror", "cut"}),
    frozenset({"july"}),
    frozenset({"august"}),
    frozenset({"tips", "tips2"}),
    frozenset({"other"}),
}  # fmt: skip


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_arrival_does_not_matter(db, seed):
    order = list(COPIES)
    random.Random(seed).shuffle(order)
    corpus = Corpus(db)
    for name in order:
        corpus.save(page(name, COPIES[name]))
        assert_sound(db)
    assert notices(db) == EXPECTED


def test_links_keep_relation_and_evidence(db):
    corpus = Corpus(db)
    corpus.save(page("original", report()))
    corpus.save(page("misprint", report().replace("96110", "96119")))
    corpus.save(page("excerpt", report().split("\n")[1] + report().split("\n")[2]))
    rows = db.execute("select page_a, page_b, relation, evidence from page_links order by 1, 2").fetchall()
    assert [row[:3] for row in rows] == [(1, 2, "same"), (1, 3, "excerpt"), (2, 3, "excerpt")]
    assert json.loads(rows[0][3])["covered"] == 1


def test_a_second_visit_changes_nothing(db):
    corpus = Corpus(db)
    for name in ("original", "mirror", "july"):
        corpus.save(page(name, COPIES[name]))
    tables = ("notices", "notice_aliases", "page_links", "fingerprints")
    before = [list(db[table].rows) for table in tables]
    with db.conn:
        assert assign(db.conn, 1, page("original", COPIES["original"])) == notice_of(db, "original")
    assert [list(db[table].rows) for table in tables] == before


def test_a_notice_keeps_its_id_when_a_better_copy_speaks_for_it(db):
    corpus = Corpus(db)
    corpus.save(page("mirror", report(), transforms=["spam"], original_url="https://www.gaj.example/1.html"))
    first = notice_of(db, "mirror")
    assert db.execute("select page_id from notices").fetchall() == [(1,)]
    corpus.save(page("gaj", report()))
    assert notice_of(db, "gaj") == first
    assert db.execute("select id, page_id, copies from notices").fetchall() == [(first, 2, 2)]


def test_a_copy_that_joins_two_notices_leaves_an_alias_and_an_edit_splits_them(db):
    corpus = Corpus(db)
    corpus.save(page("a", report()))
    corpus.save(page("b", TIPS))
    assert (notice_of(db, "a"), notice_of(db, "b")) == (1, 2)
    corpus.save(page("b", report()))
    assert (notice_of(db, "a"), notice_of(db, "b")) == (1, 1)
    assert db.execute("select alias, notice_id from notice_aliases").fetchall() == [(2, 1)]
    assert_sound(db)
    corpus.save(page("b", TIPS))
    assert (notice_of(db, "a"), notice_of(db, "b")) == (1, 3)  # an id once given is never given again
    assert_sound(db)


def test_the_page_that_speaks_for_a_notice_leaves_it_when_it_says_something_else(db):
    corpus = Corpus(db)
    for name in ("one", "two"):
        corpus.save(page(name, report(), transforms=["spam"]))
    corpus.save(page("official", report()))
    notice = notice_of(db, "official")
    corpus.save(page("official", TIPS))
    assert notices(db) == {frozenset({"one", "two"}), frozenset({"official"})}
    assert notice_of(db, "one") == notice
    assert db.execute("select page_id, copies from notices where id = ?", [notice]).fetchone() == (1, 2)
    assert_sound(db)


def test_aliases_follow_when_their_notice_is_joined_in_turn(db):
    corpus = Corpus(db)
    texts = {"a": report(1), "b": report(2), "c": report(3)}
    for name, text in texts.items():
        corpus.save(page(name, text))
    assert [notice_of(db, name) for name in "abc"] == [1, 2, 3]
    corpus.save(page("c", report(2)))
    corpus.save(page("b", report(1)))
    corpus.save(page("c", report(1)))
    assert {notice_of(db, name) for name in "abc"} == {1}
    aliases = dict(db.execute("select alias, notice_id from notice_aliases").fetchall())
    assert aliases[3] in {1, 2, *aliases}
    assert all(
        db.execute("select 1 from notices where id = ?", [target]).fetchone() for target in aliases.values()
    )
    assert_sound(db)


def test_an_alias_leads_to_the_notice_of_today(db):
    corpus = Corpus(db)
    for name, text in (("a", report()), ("b", TIPS), ("b", report())):
        corpus.save(page(name, text))
    assert [current_id(db.conn, notice) for notice in (1, 2, 3)] == [1, 1, None]


def test_a_page_that_goes_leaves_its_notice_to_the_others(db):
    corpus = Corpus(db)
    for name in ("original", "mirror", "tips"):
        corpus.save(page(name, COPIES[name]))
    notice = notice_of(db, "original")
    assert corpus.remove("http://original.example/1.html")
    assert notice_of(db, "mirror") == notice
    assert_sound(db)
    assert corpus.remove("http://mirror.example/1.html")
    assert current_id(db.conn, notice) is None
    assert not corpus.remove("http://mirror.example/1.html")
    assert [db[table].count for table in ("notices", "pages")] == [1, 1]
    assert_sound(db)


def test_a_batch_is_stored_whole_or_not_at_all(db):
    corpus = Corpus(db)

    def fail_after_a_page() -> None:
        with corpus.batch():
            corpus.save(page("original", COPIES["original"]))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_a_page()
    assert db["pages"].count == 0
    with corpus.batch():
        for name in ("original", "mirror"):
            corpus.save(page(name, COPIES[name]))
    assert_sound(db)


@pytest.mark.parametrize("seed", range(3))
def test_a_family_larger_than_the_limits_is_told_apart_in_any_order(db, monkeypatch, seed):
    monkeypatch.setattr(candidates_module, "MOST_PAGES", 8)
    monkeypatch.setattr(candidates_module, "MOST_COMPARED", 5)
    texts = {f"m{n}": report(n) for n in range(30)}
    texts |= {f"m{n}copy": "转发：\n" + report(n)[:170] for n in range(0, 30, 3)}
    corpus = Corpus(db)
    for name in random.Random(seed).sample(sorted(texts), k=len(texts)):
        corpus.save(page(name, texts[name]))
    assert notices(db) == {frozenset({f"m{n}", f"m{n}copy"} if n % 3 == 0 else {f"m{n}"}) for n in range(30)}


FAIR = (
    "{place}县近日组织开展反诈赶集活动，县有关单位和乡镇干部一起，把防骗的道理讲给赶集的群众听，还把折页发到每一个摊位上。\n"
    "在现场，工作人员摆放展板、悬挂横幅、模拟骗局，介绍刷单返利、冒充客服、虚假贷款等手法，手把手教老人打开来电预警。\n"
    "下一步，{place}县将继续把反诈知识送进田间地头，让骗子无处藏身，让群众的养老钱放得安稳，日子过得踏实。"
)


@pytest.mark.parametrize("seed", range(3))
def test_a_large_family_that_only_names_tell_apart_is_told_apart_in_any_order(db, monkeypatch, seed):
    monkeypatch.setattr(candidates_module, "MOST_PAGES", 8)
    monkeypatch.setattr(candidates_module, "MOST_COMPARED", 5)
    places = ["".join(pair) for pair in itertools.islice(itertools.permutations("岚溪柏川望津", 2), 24)]
    texts = {f"p{n}": FAIR.format(place=place) for n, place in enumerate(places)}
    texts |= {f"p{n}spam": f"球迷 比分 直播 在线 投注 官网\n{texts[f'p{n}']}" for n in range(0, 24, 4)}
    texts |= {f"p{n}cut": texts[f"p{n}"][:110] for n in range(1, 24, 4)}
    corpus = Corpus(db)
    for name in random.Random(seed).sample(sorted(texts), k=len(texts)):
        corpus.save(page(name, texts[name]))
    kinds = {0: ("", "spam"), 1: ("", "cut")}
    assert notices(db) == {frozenset(f"p{n}{kind}" for kind in kinds.get(n % 4, ("",))) for n in range(24)}


@pytest.mark.parametrize("last", [False, True])
def test_a_nameless_page_that_a_large_family_claims_belongs_to_none(db, last):
    places = ["".join(pair) for pair in itertools.islice(itertools.permutations("岚溪柏川望津", 2), 14)]
    texts = {f"p{n}": FAIR.format(place=place) for n, place in enumerate(places)}
    nameless = {"nameless": FAIR.replace("{place}", "全")}
    corpus = Corpus(db)
    for name, text in (texts | nameless if last else nameless | texts).items():
        corpus.save(page(name, text))
    assert notices(db) == {frozenset({name}) for name in texts | nameless}


def test_a_notice_that_everybody_copies_takes_a_new_copy_without_weighing_all(db, monkeypatch):
    monkeypatch.setattr(notices_module, "CLEAR", 4)
    corpus = Corpus(db)
    for n in range(5):
        corpus.save(page(f"m{n}", TIPS, transforms=["spam"]))
    monkeypatch.setattr(duplicates_module, "settle", None)
    corpus.save(page("m5", TIPS))
    assert notices(db) == {frozenset(f"m{n}" for n in range(6))}
    assert db.execute("select page_id, copies from notices").fetchall() == [(6, 6)]  # the least altered
    assert_sound(db)


def test_a_template_of_two_counties_claims_a_nameless_excerpt_for_neither(db):
    template = TIPS + "\n" + "\n".join(f"第{n}条要点是对{n}类风险保持警惕" for n in "一二三四五六")
    corpus = Corpus(db)
    for name, text in (
        ("yunling", "云岭市公安局提示：\n" + template),
        ("linchuan", "临川县公安局提示：\n" + template),
        ("nameless", template),
    ):
        corpus.save(page(name, text))
    assert notices(db) == {frozenset({name}) for name in ("yunling", "linchuan", "nameless")}


def test_a_family_of_siblings_stays_cheap(db, monkeypatch):
    measured = []
    real = compare_module.overlap
    monkeypatch.setattr(compare_module, "overlap", lambda a, b: measured.append(1) or real(a, b))
    corpus = Corpus(db)
    for seed in range(candidates_module.MOST_PAGES + 40):
        corpus.save(page(f"m{seed}", report(seed)))
    assert len(notices(db)) == candidates_module.MOST_PAGES + 40
    assert measured == []  # figures told every pair apart, before the texts were laid side by side
    corpus.save(page("copy", "转发：\n" + report(candidates_module.MOST_PAGES + 7)))
    assert notice_of(db, "copy") == notice_of(db, f"m{candidates_module.MOST_PAGES + 7}")


def test_empty_pages_are_nobodys_copies(db):
    corpus = Corpus(db)
    for name in "abc":
        corpus.save(page(name, "", body_kind="image"))
    assert len(notices(db)) == 3


def copy(page_id: int, **known: object) -> Copy:
    return Copy(page_id, **{"url": f"http://m{page_id}.example/", "length": 900} | known)


@pytest.mark.parametrize(
    ("better", "worse", "reason"),
    [
        ({"url": "http://a.example/1"}, {"original_url": "https://www.a.example/1/"}, "named as the original by another copy"),
        ({"issuer": "云岭市公安局", "site_name": "云岭市公安局"}, {"url": "http://x.gov.cn/"}, "on the site of its issuer"),
        ({"url": "http://gaj.x.gov.cn/1"}, {"transforms": "[]"}, "on an official site"),
        ({"site_kind": "police"}, {"site_kind": "mirror"}, "on an official site"),
        ({"transforms": '["spam"]'}, {"length": 500}, "whole"),
        ({"transforms": '["spam"]'}, {"transforms": '["spam", "pinyin"]'}, "least altered"),
        ({"published": "2023-01-01", "first_seen": "2024"}, {"published": None}, "published first"),
        ({"first_seen": "2024-01-01"}, {"first_seen": "2024-01-02"}, "seen first"),
        ({"url": "http://a.example/"}, {"url": "http://b.example/"}, "first by URL"),
    ],
)  # fmt: skip
def test_who_speaks_for_a_notice(better, worse, reason):
    for ids in ((1, 2), (2, 1)):
        copies = [copy(ids[0], **better), copy(ids[1], **worse)]
        for arranged in itertools.permutations(copies):
            assert representative(list(arranged)) == (copies[0], reason)


def test_a_copy_with_a_second_article_does_not_speak():
    copies = [
        copy(1, length=1600),
        copy(2, transforms='["spam"]'),
        copy(3, transforms='["spam"]', length=880),
    ]
    assert representative(copies) == (copies[1], "first by URL")


def test_the_only_copy():
    assert representative([copy(1)]) == (copy(1), "the only copy")


def test_a_page_that_names_itself_is_not_named_by_another():
    one, other = (
        copy(1, url="http://b.example/", original_url="http://b.example/"),
        copy(2, url="http://a.example/"),
    )
    assert representative([one, other]) == (other, "first by URL")
