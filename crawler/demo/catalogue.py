"""The sample sites: who serves what, and the answer to one request."""

from functools import cache

from crawler.demo import hanweb, trs, vsb
from crawler.demo.reply import Pages, Reply, Request
from crawler.demo.sample import Column, Sample

SAMPLES = (
    Sample(
        "gaj.yunling.example", "云岭市公安局", trs.render, code="9901000012", licence="滇ICP备00000001号",
        columns=(
            Column("警方提示", "/jfts/", "yunling-warnings"),
            Column("反诈战报", "/fzzb/", "yunling-reports"),
            Column("通知公告", "/tzgg/", "yunling-notices"),
        ),
    ),
    Sample(
        "gat.lanting.example", "兰汀省公安厅", hanweb.render, code="9900000023", licence="兰ICP备00000002号",
        columns=(Column("反诈专栏", "6372", "lanting-reports"),), validators="modified",
    ),
    Sample(
        "www.qingquan.example", "清泉县公安局", vsb.render, code="9902210007", licence="兰ICP备00000003号",
        columns=(
            Column("防范诈骗", "ffzp", "qingquan-warnings"),
            Column("通知公告", "tzgg", "qingquan-notices"),
        ),
        validators="etag",
    ),
)  # fmt: skip
HOSTS = {sample.host: sample for sample in SAMPLES}


def answer(request: Request, visit: int) -> Reply:
    """Return what the sample sites say to `request` at `visit`; 404 for what they do not have."""
    sample = HOSTS.get(request.host)
    if sample is None:
        return Reply("没有这个网站".encode(), status=502, content_type="text/plain; charset=utf-8")
    if request.path == "/robots.txt" and sample.robots is not None:
        return Reply(sample.robots.encode(), content_type="text/plain; charset=utf-8")
    found = pages(sample.host, visit).get(request.path)
    if found is None:
        return Reply("<html><title>404</title><p>您访问的页面不存在</p></html>".encode(), status=404)
    return found if isinstance(found, Reply) else found(request)


@cache
def pages(host: str, visit: int) -> Pages:
    """Return all pages of a sample site at `visit`, by path."""
    sample = HOSTS[host]
    return sample.render(sample, visit)
