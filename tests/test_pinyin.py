import pytest

from pipelines.lines.pinyin import readings, toneless, without_readings

REMOVED = [
    ("推進(jìn)打擊詐騙", "推進打擊詐騙", 1),
    ("專項（xiàng）斗爭（zhēng）", "專項斗爭", 2),  # full-width brackets
    ("綠(lǜ)色通道", "綠色通道", 1),
    ("绿(lv)色通道", "绿色通道", 1),
    ("重(chóng)庆与重(zhòng)点", "重庆与重点", 2),  # either reading of one character
    ("公(gong)安(an)(an)部", "公安部", 3),  # plain and doubled
    ("關(guān)注", "關注", 1),  # combining marks
    ("關(ɡuān)注", "關注", 1),  # the other g
    ("反诈(zha)骗(pian)", "反诈骗", 2),
]
KEPT = [
    "疾控(CDC)中心",
    "体外膜肺(ecmo)",
    "云岭台(NHK)报道",
    "血液净化(crrt)",
    "云岭市(yunling)",  # a reading of the word, not of the character before it
    "应用(app)下载",
    "(jin)开头没有字",
    "代码x(jin)",
    "推進(jin2)",
    "推進(一)",
    "推進( jìn",
]


@pytest.mark.parametrize(("text", "clean", "count"), REMOVED)
def test_reading_is_taken_out(text, clean, count):
    assert without_readings(text) == (clean, count)


@pytest.mark.parametrize("text", KEPT)
def test_other_bracket_stays(text):
    assert without_readings(text) == (text, 0)


def test_unverified_bracket_among_verified_ones_stays():
    assert without_readings("安(ān)(CDC)(an)") == ("安(CDC)(an)", 1)
    assert without_readings("安(ān)(xyz)") == ("安(xyz)", 1)


def test_readings():
    assert {"zhong", "chong"} <= readings("重")
    assert readings("x") == frozenset()
    assert toneless("lǜ") == toneless("lv") == "lu"


def test_long_text():
    text, count = without_readings("安(ān)(an)全" * 50_000 + "(a" * 100_000)
    assert count == 100_000
    assert text.startswith("安全安全")
