"""The sample sites: who serves what, and the answer to one request.

Places are invented but for two: the Tibet report and the notice of 锡林郭勒 carry real facts in own words.
"""

from functools import cache

from crawler.demo import guangdong, hanweb, newspaper, portal, refusals, trs, ucap, vsb
from crawler.demo.reply import Pages, Reply, Request
from crawler.demo.sample import Column, Sample

PLAIN = "text/plain; charset=utf-8"
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
        "ga.haiwan.example", "海湾市公安局", guangdong.render, code="9902000031", licence="粤ICP备00000003号",
        columns=(Column("警方提示", "2201", "haiwan-warnings"),), validators="etag",
    ),
    Sample(
        "zfw.xzdw.example", "西藏自治区党委政法委员会", trs.render,
        code="5400000000", licence="藏ICP备00000004号",
        columns=(Column("办实事", "/zfsm/sdrw/bzrmajly/", "xizang-reports"),), validators="modified",
    ),
    Sample(
        "gaj.xlgl.example", "锡林郭勒盟公安局", ucap.render, code="1525000000", licence="蒙ICP备00000005号",
        columns=(Column("通知公告", "tzgg", "xlgl-notices"),),
    ),
    Sample(
        "www.qingquan.example", "清泉县公安局", vsb.render, code="9902210007", licence="兰ICP备00000006号",
        columns=(
            Column("防范诈骗", "ffzp", "qingquan-warnings"),
            Column("通知公告", "tzgg", "qingquan-notices"),
        ),
        validators="etag",
    ),
    Sample(
        "paper.yunling.example", "云岭日报", newspaper.render, licence="滇ICP备00000007号",
        columns=(Column("法治", "/html/fazhi/node_3.htm", "paper-articles"),), validators="modified",
    ),
    Sample(
        "www.zhuanzai.example", "轉載資訊網", portal.render_pinyin, licence="00000008", robots=None,
        columns=(
            Column("安全", "/category/anquan/", "pinyin-copies"),
            Column("星座", "/category/xingzuo/", "pinyin-horoscope"),
        ),
    ),
    Sample(
        "www.fazhi-zixun.example", "法治资讯中心", portal.render_reprint, licence="京ICP备00000009号",
        columns=(Column("反诈", "/list-12-1.html", "reprint-copies"),), validators="etag", robots=None,
    ),
    Sample(
        "blog.suibi.example", "随笔", portal.render_blog,
        columns=(Column("归档", "/archives/", "blog-posts"),),
    ),
    Sample(
        "gat.tiaozhan.example", "挑战省公安厅", refusals.render_challenge,
        columns=(Column("警方提示", "/jfts/", ""),),
    ),
    Sample(
        "gaj.jinzhi.example", "禁止市公安局", trs.render, code="9903000000",
        robots="User-agent: *\nDisallow: /\n",
        columns=(Column("警方提示", "/jfts/", "jinzhi-notices"),),
    ),
    Sample(
        "gaj.kongbai.example", "空白市公安局", refusals.render_empty, code="9904000000",
        columns=(Column("警方提示", "/jfts/", ""),),
    ),
)  # fmt: skip
HOSTS = {sample.host: sample for sample in SAMPLES}


def answer(request: Request, visit: int) -> Reply:
    """Return what the sample sites say to `request` at `visit`; 404 for what they do not have."""
    sample = HOSTS.get(request.host)
    if sample is None:
        return Reply("没有这个网站".encode(), status=502, content_type=PLAIN)
    if request.path == "/robots.txt" and sample.robots is not None:
        return Reply(sample.robots.encode(), content_type=PLAIN)
    found = pages(sample.host, visit).get(request.path)
    if found is None:
        return Reply("<html><title>404</title><p>您访问的页面不存在</p></html>".encode(), status=404)
    return found if isinstance(found, Reply) else found(request)


@cache
def pages(host: str, visit: int) -> Pages:
    """Return all pages of a sample site at `visit`, by path."""
    sample = HOSTS[host]
    return sample.render(sample, visit)
