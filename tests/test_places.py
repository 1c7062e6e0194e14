"""Which words name the place of a figure."""

import pytest

from pipelines.figures.places import places


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("全市共破案12起", ["全市"]),
        ("其中境外抓获30名", ["境外"]),
        ("为境外诈骗集团转移赃款的团伙，抓获嫌疑人43名", []),
        ("拦截境外来电1.02亿次", []),
        ("广西壮族自治区警方破案9起", ["广西壮族自治区"]),
        ("云岭警方破案9起", ["云岭"]),
    ],
)
def test_places(text, named):
    assert [text[start:end] for start, end in places(text)] == named
