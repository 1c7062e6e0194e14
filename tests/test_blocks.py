"""Walls are recognised by status and sign, and end the host's part of the run."""

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse

from crawler.blocks import BlockMiddleware, wall_of
from crawler.refusals import RefusedRequest

URL = "http://gaj.yunling.example/jfts/index.html"


def response(status: int, body: str, cookie: str | None = None) -> HtmlResponse:
    headers = {"Set-Cookie": cookie} if cookie else {}
    return HtmlResponse(URL, status=status, headers=headers, body=body, encoding="utf-8")


@pytest.mark.parametrize(
    ("answer", "wall"),
    [
        (response(521, "<script>document.cookie=1</script>", "__jsluid_h=abc; path=/"), "jsl"),
        (response(521, "", "__jsluid_s=abc"), "jsl"),
        (response(412, "<script>_$a()</script>"), "ruishu"),
        (response(429, ""), "rate"),
        (response(403, "请求被创宇盾拦截"), "rate"),
        (response(200, "<title>滑动验证页面</title><script>slide()</script>"), "captcha"),
        (response(200, "<title>谨防“滑动验证”骗局</title><script>a()</script><a href='/'>首页</a>"), None),
        (response(403, "请完成滑动验证"), "captcha"),
        (response(200, "<script>go()</script>", "kpy_ssid=abc"), "token"),
        (response(200, "<script>a()</script><a href='/1.html'>警方提示</a>", "kpy_ssid=abc"), None),
        (response(200, '{"data": {"results": []}}', "kpy_ssid=abc"), None),
        (response(200, "<p>谨防冒充客服：骗子会要求滑动屏幕共享</p>"), None),
        (response(404, "没有这个页面"), None),
        (response(503, "维护中"), None),
    ],
)
def test_wall_of(answer, wall):
    assert wall_of(answer) == wall


def test_after_a_wall_the_host_is_left_alone():
    middleware, request = BlockMiddleware(), Request(URL)
    with pytest.raises(RefusedRequest) as caught:
        middleware.process_response(request, response(521, "<script></script>"))
    assert caught.value.refusal.reason == "blocked:jsl"
    with pytest.raises(RefusedRequest):
        middleware.process_request(request.replace(url=URL + "?2"))
    middleware.process_request(Request("http://gat.lanting.example/"))
