import pytest

from crawler.charset import declared_charset, decode, in_utf8

NOTICE = "云岭市公安局提醒：未知链接不点击，陌生来电不轻信。"
TRADITIONAL = "雲嶺市警方提醒市民，切勿轉帳給陌生人。"


@pytest.mark.parametrize(
    ("body", "declared", "text"),
    [
        (NOTICE.encode(), None, NOTICE),
        (NOTICE.encode(), "gb2312", NOTICE),  # the meta tag of six real pages in 212
        (NOTICE.encode("utf-8-sig"), None, NOTICE),
        (NOTICE.encode("gbk"), None, NOTICE),
        (NOTICE.encode("gbk"), "utf-8", NOTICE),
        ("龍䶮㐂".encode("gb18030"), "gb2312", "龍䶮㐂"),
        (NOTICE.encode("utf-16"), "unicode", NOTICE),
        (("<p>" + NOTICE).encode("utf-16-le"), None, "<p>" + NOTICE),
        (("<p>" + NOTICE).encode("utf-16-be"), None, "<p>" + NOTICE),
        (TRADITIONAL.encode("big5"), "big5", TRADITIONAL),
        (TRADITIONAL.encode("big5"), "Big5-HKSCS", TRADITIONAL),
        (TRADITIONAL.encode(), "big5", TRADITIONAL),
        (b"", None, ""),
    ],
)
def test_decode_by_evidence(body, declared, text):
    assert decode(body, declared) == text


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_a_page_in_utf8_is_what_decode_reads(codec):
    body = f"<p>{NOTICE}".encode(codec)
    assert in_utf8(body) == decode(body).encode() == f"<p>{NOTICE}".encode()


def test_a_page_that_declares_big5_is_read_as_big5():
    body = f"<meta charset=big5><p>{TRADITIONAL}"
    assert in_utf8(body.encode("big5")) == body.encode()


def test_a_cut_utf8_page_stays_utf8():
    assert decode((NOTICE * 3).encode()[:-1], "gb2312") == (NOTICE * 3)[:-1] + "\ufffd"


def test_a_damaged_gbk_page_stays_gbk():
    body = (NOTICE * 4).encode("gbk")
    assert decode(body + b"\xff\xff", "utf-8").startswith(NOTICE * 4)


@pytest.mark.parametrize("declared", ["unicode", "x-nonsense", "", "utf-7", "idna"])
def test_a_declared_name_is_never_used_as_a_codec(declared):
    assert decode(b"\xff\xfd\xfc\x80", declared)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (b'<meta charset="GB2312">', "gb2312"),
        (b'<meta http-equiv=Content-Type content="text/html; charset = utf-8">', "utf-8"),
        (b"<html>", None),
        (b" " * 5000 + b'<meta charset="big5">', None),
    ],
)
def test_declared_charset(body, name):
    assert declared_charset(body) == name
