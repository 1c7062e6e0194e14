"""Pages in layouts of no known system: every field of each, from title to what must stay out of the text."""

from dataclasses import dataclass

import pytest
from scrapy.utils.project import get_project_settings

from crawler.items import Page
from pipelines.reading import Reader

TITLE = "云岭市公安局青石分局破获一起网络刷单诈骗案"
TEXTS = (
    "近日，云岭市公安局青石分局接到群众报警，称其在网上兼职刷单时被骗走人民币三万余元。",
    "接警后，民警迅速展开调查，通过资金流向锁定犯罪嫌疑人马某，并于次日在其住处将其抓获。",
    "经审讯，马某对其犯罪事实供认不讳，目前案件正在进一步办理之中。",
)
DAY = "2024-03-15"
OFFICE = "云岭市公安局"


def paragraphs(pattern="<p>{}</p>"):
    return "".join(map(pattern.format, TEXTS))


def items(pattern, numbers):
    return "".join(pattern.format(n) for n in numbers)


P, DIVS, BRS = paragraphs(), paragraphs("<div>{}</div>"), "<br><br>".join(f"　　{text}" for text in TEXTS)
MENU = f"<div class=a1>{items('<a href=/{0}>{0}</a> ', ('首页', '机构概况', '警务动态', '办事指南', '互动交流'))}</div>"
CRUMB = "<div class=wz>您当前的位置：<a href=/>首页</a> &gt; <a href=/jw>警务动态</a> &gt; 正文</div>"
RELATED = (
    "<div class=b7><h3>热门推荐</h3><ul>"
    + items("<li><a href=/r/{0}.html>青石县大力推进第{0}批老旧小区改造工程建设</a></li>", range(30))
    + "</ul></div>"
)
SIDE = (
    "<div class=b8><div class=hd>最新文章</div>"
    + items(
        "<div><a href=/s/{0}.html>云岭市召开第{0}次工作会议</a><span>2024-03-{0}</span></div>", range(10, 18)
    )
    + "</div>"
)
FOOTER = (
    "<div class=ft><p>主办：云岭市公安局　地址：云岭市人民路1号　电话：0999-1234567</p>"
    "<p>版权所有 云岭市公安局　某ICP备12345678号-1</p></div>"
)
BESIDE = (
    "<div class=pn><p>上一篇：<a href=1.html>青石分局开展夜间巡逻</a></p>"
    "<p>下一篇：<a href=2.html>青石分局召开座谈会</a></p></div>"
)
NOTICE = "云岭市公安局关于严厉打击电信网络诈骗犯罪的通告"


@dataclass
class Layout:
    """A page, and what is to be read from it; `first` and `last` open and close the text."""

    body: str
    head: str = f"<title>{TITLE}_云岭市公安局</title>"
    title: str = TITLE
    day: str | None = DAY
    source: str | None = OFFICE
    first: str = TEXTS[0]
    last: str = TEXTS[-1]
    absent: tuple[str, ...] = ()
    kind: str = "text"


LAYOUTS = {
    "divsoup": Layout(
        (
            f"{MENU}<div class=x1><div class=x2><div class=x3>{TITLE}</div><div class=x4><span>"
            "2024-03-15 10:20</span><span>来源：云岭市公安局</span><span>浏览：35次</span></div>"
            f"<div class=x5>{DIVS}</div></div></div>{SIDE}{FOOTER}"
        ),
    ),
    "no title tag": Layout(
        (
            f"{MENU}{CRUMB}<div class=x1><div class=x3>{TITLE}</div><div class=x4>"
            f"2024-03-15 来源：云岭市公安局</div><div class=x5>{DIVS}</div></div>{SIDE}{FOOTER}"
        ),
        head="",
    ),
    "no title tag no strip": Layout(
        (f"{MENU}{CRUMB}<div class=x1><div class=x3>{TITLE}</div><div class=x5>{DIVS}</div></div>{FOOTER}"),
        head="",
        day=None,
        source=None,
    ),
    "site title only div": Layout(
        (
            f"{MENU}{CRUMB}<div class=x1><div class=x3>{TITLE}</div><div class=x4>"
            f"2024年3月15日</div><div class=x5>{P}</div></div>{FOOTER}"
        ),
        head="<title>云岭市公安局</title>",
        source=None,
    ),
    "site title strong": Layout(
        (
            f"{MENU}<p align=center><strong><font size=5>{TITLE}</font></strong></p>"
            f"<p align=center>（2024年3月15日）</p>{P}{FOOTER}"
        ),
        head="<title>无标题文档</title>",
        source=None,
    ),
    "table layout": Layout(
        (
            f"<table width=1000><tr><td>{MENU}</td></tr><tr><td><table><tr><td width=200>{SIDE}"
            f"</td><td><table><tr><td align=center class=bt1>{TITLE}</td></tr><tr>"
            "<td align=center>发布日期：2024-03-15　文章来源：云岭市公安局　点击数：12</td></tr>"
            f"<tr><td>{P}</td></tr></table></td></tr></table></td></tr><tr><td>{FOOTER}</td></tr>"
            "</table>"
        ),
    ),
    "table layout br": Layout(
        (
            f"<table><tr><td>{MENU}</td></tr><tr><td><b>{TITLE}</b></td></tr><tr><td>"
            f"作者：李明　来源：云岭市公安局　更新时间：2024-3-15　点击：9</td></tr><tr><td>{BRS}"
            f"</td></tr><tr><td>{FOOTER}</td></tr></table>"
        ),
        head=f"<title>云岭警方网 - {TITLE}</title>",
    ),
    "date after body": Layout(
        (
            f"{MENU}{CRUMB}<h2>{TITLE}</h2><div class=nr>{P}</div><div class=x>"
            f"发布时间：2024-03-15 来源：云岭市公安局</div>{FOOTER}"
        ),
    ),
    "source below split": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><div>2024-03-15 08:00:00</div><div class=n>{P}"
            f"<p style='text-align:right'>（来源：云岭日报）</p></div>{FOOTER}"
        ),
        source="云岭日报",
    ),
    "source own span": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><ul class=i><li>日期：2024/3/15</li><li>来 源：<span>"
            f"云岭晚报</span></li><li>作者：<span></span></li></ul><div class=n>{P}</div>{FOOTER}"
        ),
        source="云岭晚报",
    ),
    "source empty": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><div class=i>日期：2024.03.15 来源： 作者： 点击：</div>"
            f"<div class=n>{P}</div>{FOOTER}"
        ),
        source=None,
    ),
    "short paragraphs": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><div class=i>2024-03-15 来源：云岭市公安局</div><div class=n>"
            "<p>刷单返利是骗局</p><p>先垫资金后返现</p><p>一步一步套牢你</p><p>看到兼职莫心动</p>"
            "<p>天上不会掉馅饼</p><p>如遇诈骗快报警</p><p>请打电话九六一一零</p><p>"
            f"云岭警方提醒您</p></div>{RELATED}{FOOTER}"
        ),
        first="刷单返利是骗局",
        last="云岭警方提醒您",
        absent=("老旧小区",),
    ),
    "one line": Layout(
        (
            f"{MENU}{CRUMB}<div class=c><h1>{TITLE}</h1><div class=i>"
            "2024-03-15 来源：云岭市公安局</div><div class=n>"
            f"请市民警惕网络刷单，谨防上当受骗。</div></div>{RELATED}{FOOTER}"
        ),
        first="请市民警惕网络刷单",
        last="谨防上当受骗。",
        absent=("老旧小区",),
    ),
    "one line div nested": Layout(
        (
            f"{MENU}{CRUMB}<div class=c><div class=t>{TITLE}</div><div class=i><span>"
            "时间：2024-03-15</span><span>来源：云岭市公安局</span></div><div class=n><div><div>"
            "各派出所：现将《反诈宣传方案》印发给你们，请认真贯彻执行。</div></div></div></div>"
            f"{SIDE}{FOOTER}"
        ),
        first="各派出所",
        last="贯彻执行。",
    ),
    "list like": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><div class=i>2024-03-15 来源：云岭市公安局</div><div class=n>"
            "<ul><li>云岭市东派出所 电话 0999-112230</li><li>云岭市西派出所 电话 0999-112231</li>"
            "<li>云岭市南派出所 电话 0999-112232</li><li>云岭市北派出所 电话 0999-112233</li><li>"
            f"云岭市中派出所 电话 0999-112234</li></ul></div>{BESIDE}{RELATED}{FOOTER}"
        ),
        first="云岭市东派出所",
        last="0999-112234",
        absent=("老旧小区", "夜间巡逻"),
    ),
    "links in body": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><div class=i>2024-03-15 来源：云岭市公安局</div><div class=n>"
            f"{P}<p>相关规定见<a href='/x.html'>《中华人民共和国反电信网络诈骗法》</a>"
            f"第三十一条。</p></div>{FOOTER}"
        ),
        last="第三十一条。",
    ),
    "portal rec": Layout(
        (
            f"{MENU}{RELATED}<div class=l><h1>{TITLE}</h1><div class=i>"
            f"2024-03-15 09:12 来源：<a href='/y'>云岭晚报</a> 我要评论</div><div class=n>{P}<p>"
            f"（责任编辑：王小明）</p></div>{RELATED}<div class=pl><h4>网友评论</h4><div class=pi>"
            "张三：抓得好，支持警方！</div><div class=pi>"
            "李四：这种骗子太可恶了，一定要严惩。</div><div class=pi>"
            f"王五：我妈妈上个月也差点被骗，多亏派出所民警及时劝阻。</div></div></div>{SIDE}"
            f"{FOOTER}"
        ),
        head=f"<title>{TITLE}-社会新闻-云岭晚报网</title>",
        source="云岭晚报",
        absent=("老旧小区", "张三", "王五", "王小明"),
    ),
    "two copies": Layout(
        (
            f"{MENU}<div class=pc><h1>{TITLE}</h1><div>"
            f"发布时间：2024-03-15 来源：云岭市公安局</div><div class=n1>{P}</div></div>"
            f"<div class=mobile><h1>{TITLE}</h1><div>2024-03-15</div><div class=n2>{P}</div></div>"
            f"{FOOTER}"
        ),
    ),
    "two copies table": Layout(
        (
            f"{MENU}<div class=pc><div class=bt>{TITLE}</div><table><tr><td>索引号</td><td>"
            "000014349/2024-00012</td><td>发布机构</td><td>云岭市公安局</td></tr><tr><td>"
            "成文日期</td><td>2024-03-01</td><td>发布日期</td><td>2024-03-15</td></tr></table>"
            f"<div class=n1>{P}</div></div>{FOOTER}"
        ),
    ),
    "video": Layout(
        (
            f"{MENU}{CRUMB}<div class=w><h1>{TITLE}</h1><div>"
            "发布时间：2024-03-15 来源：云岭市公安局</div><div class=n><video src=a.mp4></video>"
            f"</div></div>{RELATED}{FOOTER}"
        ),
        first="",
        last="",
        absent=("老旧小区",),
        kind="video",
    ),
    "video script": Layout(
        (
            f"{MENU}{CRUMB}<div class=w><div class=t>{TITLE}</div><div>"
            "发布时间：2024-03-15 来源：云岭市公安局</div><div class=n><div id=player></div>"
            f"<script>var v=new Player({{url:'/v/a.mp4'}})</script></div></div>{SIDE}{FOOTER}"
        ),
        first="",
        last="",
        kind="empty",
    ),
    "pdf": Layout(
        (
            f"{MENU}{CRUMB}<div class=w><div class=t>{TITLE}</div><div>"
            "发布时间：2024-03-15 来源：云岭市公安局</div><div class=n><p><a href=a.pdf>"
            f"点击下载：通告全文</a></p></div></div>{BESIDE}{SIDE}{FOOTER}"
        ),
        first="",
        last="",
        kind="attachment",
    ),
    "image": Layout(
        (
            f"{MENU}{CRUMB}<div class=w><div class=t>{TITLE}</div><div>"
            "发布时间：2024-03-15 来源：云岭市公安局</div><div class=n><p><img src=1.jpg></p><p>"
            f"<img src=2.jpg></p></div></div>{BESIDE}{RELATED}{FOOTER}"
        ),
        first="",
        last="",
        absent=("老旧小区",),
        kind="image",
    ),
    "empty nothing": Layout(
        (
            f"{MENU}{CRUMB}<div class=w><div class=t>{TITLE}</div><div>"
            f"发布时间：2024-03-15 来源：云岭市公安局</div><div class=n></div></div>{RELATED}"
            "<div class=dis>"
            "免责声明：本网站刊载的信息仅供参考，不代表本网站观点，如有侵权请联系我们，我们将及时处理，谢谢您的关注与支持。</div>"
            f"{FOOTER}"
        ),
        first="",
        last="",
        kind="empty",
    ),
    "empty intro": Layout(
        (
            f"{MENU}{CRUMB}<div class=w><div class=t>{TITLE}</div><div>"
            "发布时间：2024-03-15 来源：云岭市公安局</div><div class=n></div></div>"
            "<div class=abt><h3>关于我们</h3><p>"
            "云岭市公安局门户网站是由云岭市公安局主办的政府网站，为广大市民提供户政、交管、出入境等各类公安业务的网上办理服务。</p>"
            f"</div>{FOOTER}"
        ),
        first="",
        last="",
        kind="empty",
    ),
    "comments long": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><div>2024-03-15 来源：云岭晚报</div><div class=zw>{P}</div>"
            "<div class=comment-list><div class=comment-item><b>网友0</b><p>"
            "这个案子我从头看到尾，骗子的手法真的是越来越多样了，大家一定要当心。</p></div>"
            "<div class=comment-item><b>网友1</b><p>"
            "这个案子我从头看到尾，骗子的手法真的是越来越多样了，大家一定要当心。</p></div>"
            "<div class=comment-item><b>网友2</b><p>"
            "这个案子我从头看到尾，骗子的手法真的是越来越多样了，大家一定要当心。</p></div>"
            "<div class=comment-item><b>网友3</b><p>"
            "这个案子我从头看到尾，骗子的手法真的是越来越多样了，大家一定要当心。</p></div>"
            "<div class=comment-item><b>网友4</b><p>"
            "这个案子我从头看到尾，骗子的手法真的是越来越多样了，大家一定要当心。</p></div>"
            "<div class=comment-item><b>网友5</b><p>"
            "这个案子我从头看到尾，骗子的手法真的是越来越多样了，大家一定要当心。</p></div>"
            "<div class=comment-item><b>网友6</b><p>"
            "这个案子我从头看到尾，骗子的手法真的是越来越多样了，大家一定要当心。</p></div>"
            "<div class=comment-item><b>网友7</b><p>"
            "这个案子我从头看到尾，骗子的手法真的是越来越多样了，大家一定要当心。</p></div>"
            "<div class=comment-item><b>网友8</b><p>"
            "这个案子我从头看到尾，骗子的手法真的是越来越多样了，大家一定要当心。</p></div>"
            "<div class=comment-item><b>网友9</b><p>"
            "这个案子我从头看到尾，骗子的手法真的是越来越多样了，大家一定要当心。</p></div>"
            "<div class=comment-item><b>网友10</b><p>"
            "这个案子我从头看到尾，骗子的手法真的是越来越多样了，大家一定要当心。</p></div>"
            "<div class=comment-item><b>网友11</b><p>"
            "这个案子我从头看到尾，骗子的手法真的是越来越多样了，大家一定要当心。</p></div></div>"
            f"{FOOTER}"
        ),
        source="云岭晚报",
        absent=("从头看到尾",),
    ),
    "share abstract": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><div>2024-03-15 来源：云岭市公安局</div><div class=zy><b>"
            f"摘要：</b>云岭警方抓获刷单诈骗嫌疑人一名。</div><div class=zw>{P}</div><div>"
            f"扫一扫在手机打开当前页</div><div>【打印本页】【关闭窗口】</div>{FOOTER}"
        ),
        absent=("扫一扫", "打印本页"),
    ),
    "title two lines": Layout(
        (
            f"{MENU}<div class=tt>云岭市公安局青石分局<br>破获一起网络刷单诈骗案</div><div>"
            f"日期：2024-03-15　来源：云岭市公安局</div><div>{P}</div>{FOOTER}"
        ),
    ),
    "kicker": Layout(
        (
            f"{MENU}<div class=yt>——平安云岭系列报道之三</div><h1>{TITLE}</h1><div class=ft2>"
            f"涉案金额三万余元</div><div>2024-03-15　来源：云岭市公安局</div><div>{P}</div>"
            f"{FOOTER}"
        ),
    ),
    "column h1": Layout(
        (
            f"{MENU}<h1>云岭市公安局</h1><div class=c><h2>警务动态</h2><div class=d><h3>{TITLE}"
            f"</h3><p>2024-03-15 来源：云岭市公安局</p>{P}</div></div>{FOOTER}"
        ),
    ),
    "column h1 notitle": Layout(
        (
            f"{MENU}<h1>云岭市公安局</h1><div class=c><h2>警务动态</h2><div class=d><p class=zz>"
            f"{TITLE}</p><p>2024-03-15 来源：云岭市公安局</p>{P}</div></div>{FOOTER}"
        ),
        head="<title>警务动态</title>",
    ),
    "title in strip th": Layout(
        (
            f"{MENU}<table><tr><th colspan=2>{TITLE}</th></tr><tr><td>时间：2024-03-15</td><td>"
            f"来源：云岭市公安局</td></tr><tr><td colspan=2>{P}</td></tr></table>{FOOTER}"
        ),
        head="<title>信息详情</title>",
    ),
    "dl layout": Layout(
        (
            f"{MENU}<dl><dt>{TITLE}</dt><dd class=s>"
            f"发表于：2024-03-15　信息来源：云岭市公安局</dd><dd>{P}</dd></dl>{FOOTER}"
        ),
    ),
    "article5": Layout(
        (
            f"<header>{MENU}</header><main><article><header><h1>{TITLE}</h1>"
            "<time datetime=2024-03-15>2024年03月15日 星期五</time> <span>云岭晚报</span>"
            f"</header>{P}<footer>标签：刷单 诈骗</footer></article><aside>{SIDE}</aside></main>"
            f"<footer>{FOOTER}</footer>"
        ),
        source="云岭晚报",
        absent=("标签：",),
    ),
    "spans": Layout(
        (
            f"{MENU}<div><span class=q>{TITLE}</span><br><span>2024-03-15</span><br><span>{BRS}"
            f"</span></div>{FOOTER}"
        ),
        source=None,
    ),
    "signoff body": Layout(
        (
            f"{MENU}<h1>{NOTICE}</h1><div class=n><p>"
            "为切实保障人民群众财产安全，现就有关事项通告如下：</p><p>"
            "一、凡有违法行为的，自通告发布之日起主动投案自首。</p><p>"
            "二、鼓励群众积极举报，举报电话：0999-7654321。</p><p align=right>云岭市公安局</p>"
            f"<p align=right>2024年3月15日</p></div>{FOOTER}"
        ),
        head=f"<title>{NOTICE}</title>",
        title=f"{NOTICE}",
        source=None,
        first="为切实保障",
        last="2024年3月15日",
    ),
    "body table": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><div>2024-03-15 来源：云岭市公安局</div><div class=n><table>"
            "<tr><td>序号</td><td>姓名</td><td>单位</td></tr><tr><td>1</td><td>民警1</td><td>"
            "云岭市公安局第1大队</td></tr><tr><td>2</td><td>民警2</td><td>"
            "云岭市公安局第2大队</td></tr><tr><td>3</td><td>民警3</td><td>"
            "云岭市公安局第3大队</td></tr><tr><td>4</td><td>民警4</td><td>"
            "云岭市公安局第4大队</td></tr><tr><td>5</td><td>民警5</td><td>"
            "云岭市公安局第5大队</td></tr><tr><td>6</td><td>民警6</td><td>"
            "云岭市公安局第6大队</td></tr><tr><td>7</td><td>民警7</td><td>"
            "云岭市公安局第7大队</td></tr><tr><td>8</td><td>民警8</td><td>"
            f"云岭市公安局第8大队</td></tr></table></div>{SIDE}{FOOTER}"
        ),
        first="序号\t姓名",
        last="第8大队",
    ),
    "hidden copy": Layout(
        (
            f"<div style='display:none'><h1>{TITLE}</h1><span>PubDate</span></div>{MENU}"
            f"<div class=a><p class=b>{TITLE}</p><p>"
            "发布时间：2024-03-15 | 来源：云岭市公安局 | 阅读次数：<script>"
            f"document.write('12')</script></p><div>{P}</div></div>{FOOTER}"
        ),
    ),
    "sidebar long text": Layout(
        (
            f"{MENU}<div class=l>{SIDE}<div class=lx><h3>联系我们</h3><p>"
            "云岭市公安局地址：云岭市人民路1号，邮编：123456，值班电话：0999-1234567，监督电话：0999-1234568。</p>"
            f"</div></div><div class=r><div class=t>{TITLE}</div><div>"
            f"2024-03-15 来源：云岭市公安局</div><div>{P}</div></div>{FOOTER}"
        ),
        absent=("邮编",),
    ),
    "index box below title": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><div class=box><ul><li><b>索引号：</b>A01</li><li><b>"
            "发文单位：</b>云岭市公安局</li><li><b>成文日期：</b>2024-02-01</li><li><b>"
            "发布日期：</b>2024-03-15</li><li><b>文号：</b>云公〔2024〕3号</li></ul></div><div>"
            f"{P}</div>{FOOTER}"
        ),
        source=None,
        absent=("索引号", "云公〔2024〕"),
    ),
    "qa body": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><div>2024-03-15 来源：云岭市公安局</div><div class=n><p>"
            "<strong>一、什么是刷单？</strong></p><p>网上兼职骗局。</p><p><strong>"
            f"二、如何防范？</strong></p><p>不轻信，不转账。</p></div>{RELATED}{FOOTER}"
        ),
        first="一、什么是刷单？",
        last="不转账。",
        absent=("老旧",),
    ),
    "gallery": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><div>2024-03-15 来源：云岭市公安局</div><div class=n><p>"
            "<img src=a.jpg></p><p>图为民警走访群众。</p><p><img src=b.jpg></p><p>"
            "图为民警发放传单。</p><p><img src=c.jpg></p><p>"
            f"图为民警在社区开展反诈宣传讲座活动现场。</p></div>{RELATED}{FOOTER}"
        ),
        first="图为民警走访",
        last="讲座活动现场。",
    ),
    "disclaimer in container": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><div>2024-03-15 来源：云岭市公安局</div><div class=n>{P}<p>"
            "免责声明：本文仅代表作者个人观点，与本网无关，请读者仅作参考。</p></div>"
            f"<div class=tags>标签：<a href=/t>刷单</a></div>{FOOTER}"
        ),
        absent=("免责声明",),
    ),
    "related within": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><div>2024-03-15 来源：云岭市公安局</div><div class=n>{P}<p>"
            "相关阅读：</p><p><a href=/1>云岭警方侦破一起投资理财诈骗案</a></p><p><a href=/2>"
            f"云岭警方开展反诈进校园活动</a></p></div>{FOOTER}"
        ),
        absent=("进校园",),
    ),
    "download app": Layout(
        (
            f"{MENU}<div class=h>{TITLE}</div><div>云岭日报 2024-03-15 08:31:20</div><div class=n>"
            f"{P}</div><div>打开云岭日报APP，查看更多精彩内容</div><div>"
            f"特别声明：本文为云岭号作者上传，云岭日报仅提供信息发布平台。</div>{FOOTER}"
        ),
        head=f"<title>{TITLE}_云岭日报</title>",
        source="云岭日报",
        absent=("特别声明",),
    ),
    "nocolon": Layout(
        (
            f"{MENU}<h2>{TITLE}</h2><div><span>发布日期</span> <span>2024-03-15</span> <span>"
            f"来源</span> <span>云岭市公安局</span></div><div>{P}</div>{FOOTER}"
        ),
    ),
    "logo h1": Layout(
        (
            f"<h1 class=logo><a href=/>云岭市公安局</a></h1>{MENU}<h1 class=b>{TITLE}</h1><h6>"
            f"2024年3月15日09:30:00　来源:云岭晚报</h6><div>{P}</div>{FOOTER}"
        ),
        source="云岭晚报",
    ),
    "center font": Layout(
        (
            f"<center><font size=6>{TITLE}</font></center><center>"
            f"日期：2024年3月15日 10时20分　来源：云岭市公安局</center><hr>{BRS}<hr><center>"
            "云岭市公安局版权所有</center>"
        ),
        head=f"<title>{TITLE}</title>",
    ),
    "pre": Layout(
        (
            f"{MENU}<h3>{TITLE}</h3><p>2024-03-15 来源：云岭市公安局</p><pre>"
            "　　近日，云岭市公安局青石分局接到群众报警，称其在网上兼职刷单时被骗走人民币三万余元。\n　　接警后，民警迅速展开调查，通过资金流向锁定犯罪嫌疑人马某，并于次日在其住处将其抓获。\n　　经审讯，马某对其犯罪事实供认不讳，目前案件正在进一步办理之中。</pre>"
            f"{FOOTER}"
        ),
    ),
    "source tail": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><div>发布时间:2024-03-15T09:30:00</div><div><p>"
            "近日，云岭市公安局青石分局接到群众报警，称其在网上兼职刷单时被骗走人民币三万余元。</p>"
            "<p>"
            "接警后，民警迅速展开调查，通过资金流向锁定犯罪嫌疑人马某，并于次日在其住处将其抓获。</p>"
            "<p>"
            "经审讯，马某对其犯罪事实供认不讳，目前案件正在进一步办理之中。（来源：云岭晚报）</p>"
            f"</div>{FOOTER}"
        ),
        source="云岭晚报",
    ),
    "source editor": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><div>2024-03-15</div><div>{P}<p>稿源：云岭日报　编辑：李明</p>"
            f"</div>{FOOTER}"
        ),
        source="云岭日报",
        absent=("李明",),
    ),
    "trad": Layout(
        (
            "<div>首頁 &gt; 新聞</div><h1>警方搗破網上購物騙案拘捕三人</h1><div>"
            "發佈日期：2024-03-15　來源：海灣市警察局</div><div><p>"
            "海灣市警察局近日搗破一個網上購物騙案集團，拘捕三名男子，涉案金額約五十萬元。</p><p>"
            "警方呼籲市民提高警覺，如有懷疑請即致電查詢。</p></div>"
        ),
        head="<title>警方搗破網上購物騙案拘捕三人 - 海灣市警察局</title>",
        title="警方搗破網上購物騙案拘捕三人",
        source="海灣市警察局",
        first="海灣市警察局近日",
        last="致電查詢。",
    ),
    "mobile": Layout(
        (
            f"<section><section><section style='font-size:20px'>{TITLE}</section><section><em>"
            "云岭警方</em><em>2024-03-15 18:00</em><em>云岭</em></section><section><section>"
            "<span>"
            "近日，云岭市公安局青石分局接到群众报警，称其在网上兼职刷单时被骗走人民币三万余元。</span>"
            "</section><section><span>"
            "接警后，民警迅速展开调查，通过资金流向锁定犯罪嫌疑人马某，并于次日在其住处将其抓获。</span>"
            "</section><section><span>"
            "经审讯，马某对其犯罪事实供认不讳，目前案件正在进一步办理之中。</span></section>"
            "</section></section></section>"
        ),
        source="云岭警方",
    ),
    "fullwidth": Layout(
        (
            f"{MENU}<div class=t>{TITLE}</div><div>"
            f"时间：２０２４－０３－１５　　来源：云岭市公安局　　点击：３５</div><div>{P}</div>"
            f"{FOOTER}"
        ),
    ),
    "bracket date": Layout(
        f"{MENU}<h1>{TITLE}</h1><p>[2024-03-15]</p><div>{P}</div>{FOOTER}",
        source=None,
    ),
    "by line": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><p>云岭晚报记者 李明 通讯员 王强</p><p>"
            f"2024年03月15日 08:12 | 来源：云岭晚报</p><div>{P}</div>{FOOTER}"
        ),
        source="云岭晚报",
    ),
    "sub and toolbar": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><div><a>大</a> <a>中</a> <a>小</a> <a>打印</a> <a>关闭</a>"
            "</div><div>信息来源：云岭市公安局　发布日期：2024-03-15　阅读次数：<span id=c>"
            f"</span></div><div>{P}</div>{FOOTER}"
        ),
    ),
    "quote title": Layout(
        (
            f"{MENU}<h1>“刷单返利”骗局揭秘：他为何被骗30万？</h1><div>"
            f"2024-03-15 来源：云岭市公安局</div><div>{P}</div>{FOOTER}"
        ),
        head="<title>“刷单返利”骗局揭秘：他为何被骗30万？-警方提示-云岭市公安局</title>",
        title="“刷单返利”骗局揭秘：他为何被骗30万？",
    ),
    "dash title": Layout(
        (
            f"{MENU}<h1>全民反诈在行动——云岭警方开展集中宣传</h1><div>"
            f"2024-03-15 来源：云岭市公安局</div><div>{P}</div>{FOOTER}"
        ),
        head="<title>全民反诈在行动——云岭警方开展集中宣传</title>",
        title="全民反诈在行动——云岭警方开展集中宣传",
    ),
    "num title": Layout(
        (
            f"{MENU}<div class=x>2024年3月15日反诈预警</div><div>"
            f"来源：云岭市公安局 发布时间：2024-03-15</div><div>{P}</div>{FOOTER}"
        ),
        head="<title>2024年3月15日反诈预警_云岭市公安局</title>",
        title="2024年3月15日反诈预警",
    ),
    "short title": Layout(
        f"{MENU}<h2>通告</h2><div>2024-03-15 来源：云岭市公安局</div><div>{P}</div>{FOOTER}",
        head="<title>通告</title>",
        title="通告",
    ),
    "short title site": Layout(
        (f"{MENU}<h2>通 告</h2><div>2024-03-15 来源：云岭市公安局</div><div>{P}</div>{FOOTER}"),
        head="<title>云岭市公安局</title>",
        title="通 告",
    ),
    "iframe pdf": Layout(
        (
            f"{MENU}<h2>{TITLE}</h2><div>2024-03-15 来源：云岭市公安局</div><div>"
            f"<iframe src='/pdfjs/web/viewer.html?file=/a/b.pdf'></iframe></div>{RELATED}{FOOTER}"
        ),
        first="",
        last="",
        kind="attachment",
    ),
    "attach after": Layout(
        (
            f"{MENU}<h2>{TITLE}</h2><div>2024-03-15 来源：云岭市公安局</div><div>{P}</div>"
            f"<div class=fj>附件：<a href=a.doc>举报登记表.doc</a></div>{FOOTER}"
        ),
        last="举报登记表.doc",
    ),
    "time in body first": Layout(
        (
            f"{MENU}<h2>{TITLE}</h2><div>来源：云岭市公安局</div><div><p>"
            "2023年11月2日，云岭市公安局接到群众王某报警，称其被人以刷单返利方式骗走五万元。</p>"
            f"{P}</div><div>发布日期：2024-03-15</div>{FOOTER}"
        ),
        first="2023年11月2日",
    ),
    "no strip signoff": Layout(
        (
            f"{MENU}<h2>云岭市公安局关于收缴涉诈银行卡的通告</h2><div>{P}<p>特此通告。</p><p>"
            f"云岭市公安局</p><p>二〇二四年三月十五日</p></div>{FOOTER}"
        ),
        head="<title>云岭市公安局关于收缴涉诈银行卡的通告</title>",
        title="云岭市公安局关于收缴涉诈银行卡的通告",
        source=None,
        last="二〇二四年三月十五日",
    ),
    "list item body": Layout(
        (
            f"{MENU}<h2>{TITLE}</h2><div>2024-03-15 来源：云岭市公安局</div><ol><li>"
            "不点击陌生链接</li><li>不透露验证码</li><li>不向陌生账户转账</li><li>"
            f"不下载来历不明软件</li><li>不出租出借银行卡</li></ol>{SIDE}{FOOTER}"
        ),
        first="不点击陌生链接",
        last="银行卡",
    ),
    "ad paras": Layout(
        (
            f"{MENU}<h2>{TITLE}</h2><div>2024-03-15 来源：云岭市公安局</div><div><p>"
            "近日，云岭市公安局青石分局接到群众报警，称其在网上兼职刷单时被骗走人民币三万余元。</p>"
            "<div class=ad><a href=http://x.com/>点击了解更多优惠活动详情</a></div><p>"
            "接警后，民警迅速展开调查，通过资金流向锁定犯罪嫌疑人马某，并于次日在其住处将其抓获。</p>"
            f"<p>经审讯，马某对其犯罪事实供认不讳，目前案件正在进一步办理之中。</p></div>{FOOTER}"
        ),
    ),
    "rows of a table beside the text": Layout(
        (
            "<table><tr><td><table>"
            + items(
                "<tr><td>·<a href=/s/{0}.html>夜间巡逻第{0}期</a></td><td>2024/2/{0}</td></tr>", range(10, 16)
            )
            + f"</table></td><td><b>{TITLE}</b><p>来源：云岭市公安局</p>{P}</td></tr></table>{FOOTER}"
        ),
        day=None,
    ),
    "abstracts of other pages": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><p>2024-03-15 来源：云岭市公安局</p>{P}<div>"
            + items(
                "<div><h5><a href=/s/{0}.html>平安夜巡第{0}期</a></h5><p>青石分局组织力量，对重点部位开展第{0}次"
                "夜间巡逻，各派出所民警、辅警共同参加……</p><span>2024-02-{0}</span></div>",
                range(10, 14),
            )
            + f"</div>{FOOTER}"
        ),
        absent=("夜间巡逻", "2024-02"),
    ),
    "index table above the title": Layout(
        (
            f"{MENU}{CRUMB}<table><tr><td>发布机构</td><td>云岭市公安局</td><td>成文日期</td><td>2024-03-10</td></tr>"
            "<tr><td>文　　号</td><td>云公〔2024〕8号</td><td>发布日期</td><td>2024-03-15</td></tr></table>"
            f"<h2>{TITLE}</h2><div>字号：<a>A+</a><a>A-</a> <a>打印</a></div>{P}{FOOTER}"
        ),
    ),
    "day of the visit above the title": Layout(
        (
            f"<div>2024年3月20日 星期三</div><div>设为首页 | 加入收藏</div><h1>{TITLE}</h1>"
            f"<p>来源：云岭市公安局</p>{P}{FOOTER}"
        ),
        day=None,
    ),
    "weather above the title": Layout(
        f"<div>2024年3月20日 多云 8℃~15℃</div><h1>{TITLE}</h1>{P}{FOOTER}", day=None, source=None
    ),
    "day over its month": Layout(
        f"{MENU}<h1>{TITLE}</h1><div><div>15</div><div>2024-03</div></div>{P}{FOOTER}", source=None
    ),
    "labels in lines of their own": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><dl><dt>发布时间</dt><dd>2024-03-15</dd><dt>信息来源</dt><dd>云岭市公安局</dd></dl>"
            f"{P}{FOOTER}"
        ),
    ),
    "labels without a colon": Layout(
        f"{MENU}<h1>{TITLE}</h1><p>发布时间2024-03-15来源云岭市公安局浏览12</p>{P}{FOOTER}"
    ),
    "date in one number": Layout(
        f"{MENU}<h1>{TITLE}</h1><p>发布时间：20240315　来源：云岭市公安局</p>{P}{FOOTER}"
    ),
    "title that ends like an institution": Layout(
        f"{MENU}<div>青石分局民警走进幸福里社区养老服务中心</div><p>2024-03-15</p>{P}{FOOTER}",
        head="<title>青石分局民警走进幸福里社区养老服务中心_平安云岭</title>",
        title="青石分局民警走进幸福里社区养老服务中心",
        source=None,
    ),
    "documents to download below the text": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><p>2024-03-15</p><div>{P}<p>附件：<a href=/module/download/down.jsp?i_ID=7>1."
            f"宣传手册</a></p><p><a href=/module/download/down.jsp?i_ID=8>2.承诺书</a></p></div>{SIDE}{FOOTER}"
        ),
        source=None,
        last="2.承诺书",
    ),
    "heading of a list below the text": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><p>2024-03-15</p><div>{P}<div>点击排行</div>"
            + items("<p>{0}、<a href=/s/{0}.html>云岭市召开第{0}次工作会议</a></p>", range(1, 7))
            + f"</div>{FOOTER}"
        ),
        source=None,
        absent=("排行",),
    ),
    "text in two boxes": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><div>2024-03-15 来源：云岭市公安局</div><div><p>{TEXTS[0]}</p></div>"
            f"<div><a href=/ad><img src=ad.jpg></a></div><div><p>{TEXTS[1]}</p><p>{TEXTS[2]}</p></div>"
            f"{SIDE}{RELATED}{FOOTER}"
        ),
    ),
    "more comments than text": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><div>2024-03-15 来源：云岭市公安局</div><div>{P}</div><div><h4>网友评论（7）</h4>"
            + items(
                "<div><b>网友{0}</b> <span>2024-03-{0}</span><p>骗子的手法真是层出不穷，希望多做宣传，让家里的老人"
                "也都知道，遇到这种电话，千万不要相信，也不要转账。</p></div>",
                range(16, 23),
            )
            + f"</div>{FOOTER}"
        ),
        absent=("层出不穷",),
    ),
    "film between lists": Layout(
        f"{MENU}{SIDE}<h1>{TITLE}</h1><p>2024-03-15 来源：云岭市公安局</p><div><iframe src=//v.example/player/1></iframe></div>"
        f"{SIDE}{RELATED}{FOOTER}",
        first="",
        last="",
        kind="video",
    ),
    "pictures between lists": Layout(
        f"{MENU}{SIDE}<h1>图说反诈</h1><ul><li>2024-03-15</li><li>10:17</li></ul><p>来源：云岭市公安局</p><div><p><img "
        f"src=1.jpg></p><p>图一：假冒客服</p></div>{SIDE}{RELATED}{FOOTER}",
        head="<title>图说反诈</title>",
        title="图说反诈",
        first="",
        last="",
        kind="image",
    ),
    "verse between lists": Layout(
        (
            f"{MENU}{SIDE}<h1>反诈顺口溜</h1><p>2024-03-15 来源：云岭市公安局</p><div>陌生来电多留意<br>可疑链接莫点击<br>"
            f"转账汇款先核实<br>验证密码要保密<br>刷单返利是陷阱<br>及时报警别迟疑</div>{SIDE}{FOOTER}"
        ),
        head="<title>反诈顺口溜 - 平安云岭</title>",
        title="反诈顺口溜",
        first="陌生来电多留意",
        last="及时报警别迟疑",
    ),
    "account of WeChat": Layout(
        (
            f"<h1>{TITLE}</h1><div><span><a href='javascript:void(0)' id=js_name>\n云岭市公安局\n</a></span><em></em></div>"
            f"<div id=js_content>{P}</div><script>var ct = '1710460800';</script>"
        ),
    ),
    "row of a table with a time": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><p>2024-03-15</p>{P}<table><tr><td>开标时间</td><td>2024-04-02 09:30</td></tr>"
            f"<tr><td>联系人</td><td>某女士</td></tr></table><p>特此公告，请相互转告。</p>{FOOTER}"
        ),
        source=None,
        last="开标时间\t2024-04-02 09:30\n联系人\t某女士\n特此公告，请相互转告。",
    ),
    "title of the site in <title>, its name not like one": Layout(
        f"<h1><a href=/>掌上云岭</a></h1>{MENU}{CRUMB}<h2>{TITLE}</h2><p>发布时间：2024-03-15　来源：云岭市公安局</p>{P}{FOOTER}",
        head="<title>掌上云岭</title>",
    ),
    "column above an unmarked title": Layout(
        (
            f"{MENU}<div>首页 / 警务 / <a href=/fz>法治云岭</a></div><h2>法治云岭</h2><div class=b1>{TITLE}</div>"
            f"<p>发布时间：2024-03-15　来源：云岭市公安局</p>{P}{FOOTER}"
        ),
        head="<title>云岭融媒</title>",
    ),
    "title over two lines of its heading": Layout(
        f"{MENU}<h1>{TITLE[:9]}<br>{TITLE[9:]}</h1><p>2024-03-15 来源：云岭市公安局</p>{P}{FOOTER}",
        head="<title>云岭学院保卫处_安全教育</title>",
    ),
    "subtitle in a lesser heading": Layout(
        f"{MENU}<h1>{TITLE}</h1><h3>多部门联动守护群众财产安全</h3><p>2024-03-15 来源：云岭市公安局</p>{P}{FOOTER}",
        head="<title>平安云岭</title>",
        first="",
    ),
    "title of parts at the end of the path": Layout(
        (
            f"{MENU}<div>位置：<a href=/>首页</a> &gt; <a href=/t>提示</a> &gt; 以案释法｜这些骗局要当心</div>"
            f"<h1>以案释法｜这些骗局要当心</h1><h3>——反诈民警手记</h3><p>2024-03-15 来源：云岭市公安局</p>{P}{FOOTER}"
        ),
        head="<title>以案释法｜这些骗局要当心 | 平安云岭</title>",
        title="以案释法｜这些骗局要当心",
    ),
    "label before the title": Layout(
        f"{MENU}<div class=bt>标题：{TITLE}</div><p>2024-03-15 来源：云岭市公安局</p>{P}{FOOTER}",
        head="<title>平安云岭</title>",
    ),
    "English text and who edited it": Layout(
        (
            f"{MENU}<h1>Anti-Fraud Notice to Foreign Residents</h1><p>2024-03-15 来源：云岭市公安局</p><div>"
            "<p>Several foreign residents of the city have lately received phone calls from people claiming to be officers.</p>"
            "<p>No government department will ever ask for a transfer by phone. Hang up at once and dial 110.</p>"
            f"<p>责任编辑：某某</p></div>{FOOTER}"
        ),
        head="<title>Anti-Fraud Notice to Foreign Residents - 平安云岭</title>",
        title="Anti-Fraud Notice to Foreign Residents",
        first="Several foreign residents",
        last="dial 110.",
    ),
    "short text below a row of tools": Layout(
        (
            f"{MENU}<h2>警方提示</h2><div class=tit>{NOTICE}</div><ul><li>发布时间：2024-03-15</li><li>来源：云岭市公安局</li>"
            "<li><a href=#>打印</a> <a href=#>收藏</a></li><li>分享到：</li></ul><div><p>近期有人冒充快递客服行骗。</p><p>请大家提高警惕。</p></div>"
            f"<p>编辑：某某　审核：某某</p>{SIDE}{FOOTER}"
        ),
        head=f"<title>平安云岭－{NOTICE}</title>",
        title=NOTICE,
        first="近期有人",
        last="提高警惕。",
    ),
    "strip below the text": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><div>{P}</div><p>[时间：2024-03-15] [来 源：云岭市公安局] [浏览：77次]</p>{BESIDE}{FOOTER}"
        ),
    ),
    "strip with a linked source above the title": Layout(
        f"{MENU}<p>时间：2024-03-15 来源：<a href=//src>云岭市公安局</a></p><h1>{TITLE}</h1>{P}{FOOTER}",
    ),
    "prose beside a short text": Layout(
        (
            f"{MENU}<div class=s3><h3>部门简介</h3><p>本部门负责全市社会治安管理、安全防范等工作，下设综合科、宣传科等五个科室，"
            f"实行全年无休值班制度，欢迎广大市民朋友监督。</p></div><h1>{NOTICE}</h1><p>发布时间：2024-03-15　来源：云岭市公安局</p>"
            f"<div><p>近期有人冒充快递客服行骗，请大家提高警惕。</p></div>{SIDE}{FOOTER}"
        ),
        head=f"<title>{NOTICE} - 平安云岭</title>",
        title=NOTICE,
        first="近期有人",
        last="提高警惕。",
    ),
    "site that signs the text": Layout(
        (
            f"{MENU}<p>发布时间：2024-03-15　来源：云岭市公安局</p><table><tr><td>{NOTICE}</td></tr></table>"
            f"<div>{P}<p>云岭市公安局</p><p>2024年3月15日</p></div>{FOOTER}"
        ),
        head="<title>云岭市公安局</title>",
        title=NOTICE,
        last="2024年3月15日",
    ),
    "related page inside the text": Layout(
        (
            f"{MENU}<h1>{TITLE}</h1><p>2024-03-15 来源：云岭市公安局</p><div><p>{TEXTS[0]}</p>"
            f"<p>延伸阅读：<a href=/z>市民中心启用自助办证机</a></p><p>{TEXTS[1]}</p><p>{TEXTS[2]}</p></div>{FOOTER}"
        ),
        absent=("自助办证机",),
    ),
    "poster above lists with days": Layout(
        (
            f"{MENU}<h1>图说反诈</h1><p>发布时间：未填</p><p><img src=1.jpg></p><h3>相关阅读</h3>"
            + items(
                "<div><a href=/s/{0}.html>云岭市召开第{0}次工作会议</a></div><p>2024-02-{0}</p>",
                range(10, 18),
            )
            + FOOTER
        ),
        head="<title>图说反诈</title>",
        title="图说反诈",
        day=None,
        source=None,
        first="",
        last="",
        kind="image",
    ),
}
STEPS = ("ExtractPipeline", "NormalisePipeline", "TrimPipeline", "PublishedPipeline", "SourcePipeline")


@pytest.fixture(scope="module")
def reader():
    reader = Reader(get_project_settings())
    reader.steps = [step for step in reader.steps if type(step).__name__ in STEPS]
    return reader


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_field_of_a_layout(name, reader):
    wanted = LAYOUTS[name]
    html = f"<html><head><meta charset=utf-8>{wanted.head}</head><body>{wanted.body}</body></html>"
    page = reader.read(Page(url="http://gaj.yunling.gov.cn/jwdt/123.html", body=html.encode()))
    day = (page.published or "")[:10] or None
    assert (page.title, day, page.source, page.body_kind) == (
        wanted.title,
        wanted.day,
        wanted.source,
        wanted.kind,
    )
    assert page.text.startswith(wanted.first)
    assert page.text.endswith(wanted.last)
    assert bool(page.text) == (wanted.kind == "text")
    assert [words for words in wanted.absent if words in page.text] == []
