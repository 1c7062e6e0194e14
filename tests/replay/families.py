"""Notices and bulletins as templates: each family can be filled in again for another day, month or county."""

import random
from dataclasses import dataclass, replace

PLACES = "云岭 临川 清泉 兰汀 海湾 石门 青原 南浦 松江 白沙 长桥 安和".split()
SURNAMES = "赵钱孙李周吴郑王冯陈"


@dataclass(frozen=True)
class Family:
    """A template: `n` numbers {0} {1} … and the names below; `siblings` are the ways it is filled in again."""

    name: str
    title: str
    text: str
    siblings: tuple[str, ...]  # figures | lead | day | county | batch
    low: int = 3
    high: int = 9_999


@dataclass(frozen=True)
class Filling:
    """What stands in the places of a template."""

    place: str
    year: int
    month: int
    day: int
    hour: int
    area: int  # dialling code
    batch: int
    who: str
    numbers: tuple[int, ...]

    def into(self, template: str) -> str:
        """Return the template filled in."""
        names = {
            name: getattr(self, name) for name in ("place", "year", "month", "day", "hour", "batch", "who")
        }
        return template.format(
            *self.numbers, **names, area=f"0{self.area}", han="〇一二三四五六七八九十"[self.batch]
        )


FAMILIES = (
    Family(
        "monthly", "{place}市{month}月份打击治理电信网络诈骗工作通报",
        "{month}月份，{place}市公安局紧盯群众反映强烈的突出问题，全市共立电信网络诈骗案件{0}起，破案{1}起，抓获犯罪嫌疑人{2}名。\n"
        "其中刷单返利类{3}起，虚假投资理财类{4}起，冒充客服类{5}起，三类案件造成的损失占到总数的{6}%。\n"
        "各派出所逐户走访宣传，发放告知书{7}份，劝阻正在转账的群众{8}人，止付资金{9}万元。\n"
        "下阶段，全市公安机关将把预警劝阻摆在更加突出的位置，对高危人群见面劝阻，对重点行业逐一约谈。",
        ("figures", "county"),
    ),
    Family(
        "daily", "{place}省{month}月{day}日反诈战报",
        "{month}月{day}日0时至24时，{place}省新增电信网络诈骗警情{0}起，新增止付{1}笔，新增劝阻{2}人。"
        "截至{month}月{day}日24时，全省累计接报警情{3}起，累计止付{4}笔，累计劝阻{5}人，在办案件{6}起。",
        ("figures", "lead", "day"),
    ),
    Family(
        "quiet", "{place}省每日疫情通报",
        "{month}月{day}日0—24时，{place}省无新增确诊病例，无新增疑似病例，新增治愈出院0例，新增无症状感染者0例。\n"
        "全省现有确诊病例0例，现有重症病例0例。尚在医学观察的密切接触者0人。",
        ("day",),
    ),
    Family(
        "health", "{month}月{day}日{place}省新增确诊病例{0}例",
        "据{place}省卫生健康委员会消息，{month}月{day}日0—24时，全省新增本土确诊病例{0}例，其中安和市{1}例，长桥市{2}例，白沙市{3}例。"
        "新增出院病例{4}例，解除医学观察{5}人。\n"
        "截至{month}月{day}日24时，全省累计报告确诊病例{6}例，累计出院{7}例，在院隔离治疗{8}例，均为普通型。\n"
        "卫生健康部门提醒公众，勤洗手、常通风、戴口罩，出现发热症状及时到就近的发热门诊就诊。",
        ("figures", "lead"), 1, 600,
    ),
    Family(
        "morning", "{place}市发布最新通报",
        "记者从今天召开的新闻发布会上获悉，{place}市在例行核酸检测中发现{0}例阳性人员，均已转运至定点医院，"
        "相关场所落实管控，流行病学调查同步展开。截至{month}月{day}日{hour}时，累计追踪到密切接触者{1}人，次密切接触者{2}人。",
        ("figures", "lead"), 2, 400,
    ),
    Family(
        "tip_off", "{place}县公安局关于公开征集涉诈犯罪线索的通告",
        "为依法严惩诈骗犯罪，斩断伸向群众钱袋子的黑手，{place}县公安局现面向社会征集下列线索：为诈骗团伙提供场地、车辆、伙食的；"
        "租借银行卡、电话卡、收款码的；拉拢亲友出境做客服的；替人取现、转运现金的。\n"
        "举报人可以来人、来信、来电，线索一经查实即按规定奖励，举报人的姓名、住址严格保密；诬告陷害的依法追究责任。\n"
        "在逃人员应当认清形势，尽早投案，争取宽大处理；窝藏包庇的，一并惩处。\n"
        "刑侦大队：{area}-{0}\n反诈中心：{area}-{1}\n城关派出所：{area}-{2}\n{place}县公安局\n{year}年{month}月{day}日",
        ("county",), 3_310_000, 3_399_999,
    ),
    Family(
        "letter", "致全{place}市学生家长的一封信",
        "尊敬的家长：假期将至，孩子上网的时间多了，骗子也盯上了他们。{place}市教育局联合有关部门提醒您留意以下几件事。\n"
        "不要让孩子单独保管付款密码；游戏里低价出售装备、免费赠送皮肤的，多半是圈套；自称追星群管理、要求家长手机操作退款的，一律不要理会。\n"
        "孩子一旦受骗，先别责骂，保留聊天记录和转账凭证，第一时间报警。愿{place}市的每一个家庭都过一个平安的假期。",
        ("county",),
    ),
    Family(
        "batch", "关于公布第{han}批涉诈网站名单的公告",
        "经{place}市反诈中心研判，现将第{han}批涉诈网站予以公布，请广大网民切勿访问。\n"
        "自查处行动开展以来，有关部门已清理一批仿冒购物、仿冒贷款、仿冒征信的网站，约谈了相关服务商，并将经营者列入信用惩戒名单。\n"
        "各互联网接入单位接到本公告后应立即停止解析，拒不执行的依法处罚。网民如已在上述网站填写银行卡信息，请尽快联系开户行挂失。",
        ("batch",),
    ),
    Family(
        "weekly", "{place}市一周警情（第{batch}周）",
        "上周，全市110指挥中心共接报诈骗警情{0}起，环比上升{1}%，涉案金额{2}万元，平均每起{3}元。\n"
        "从地区看，开发区{4}起、老城区{5}起、滨江新区{6}起；从年龄看，十八至三十岁的受骗人占{7}%。\n"
        "本周请重点防范：冒充领导加好友、虚构快递丢失理赔、以内部消息荐股。凡谈到转账，务必当面核实。",
        ("figures",),
    ),
    Family(
        "court", "{place}市中级人民法院宣判一起诈骗案",
        "{month}月{day}日，{place}市中级人民法院对被告人{who}某等{0}人诈骗一案公开宣判，以诈骗罪判处{who}某有期徒刑{1}年{2}个月，并处罚金{3}万元。\n"
        "法院查明，{who}某纠集多人租用写字楼，以代办信用卡为名，先后骗取{4}名被害人共计{5}元，赃款被用于购车和挥霍。\n"
        "法院认为，各被告人以非法占有为目的，虚构事实，数额特别巨大，其行为均已构成诈骗罪。宣判后，被告人当庭表示服判。",
        ("figures",), 2, 14,
    ),
    Family(
        "annual", "{place}州检察机关发布年度办案数据",
        "{year}年，{place}州检察机关共批准逮捕电信网络诈骗及关联犯罪{0}人，提起公诉{1}人，同比分别上升{2}%和{3}%。"
        "其中帮助信息网络犯罪活动罪{4}人，掩饰、隐瞒犯罪所得罪{5}人。\n"
        "办案中追赃挽损{6}万元，向电信、金融主管部门制发检察建议{7}份，采纳率百分之百。\n"
        "检察官说，被起诉的人员中在校学生和刚毕业的年轻人占了不小比例，不少人为了几百元的好处费出借账户，教训深刻。",
        ("figures", "county"),
    ),
    Family(
        "meeting", "{place}市召开打击治理诈骗犯罪推进会",
        "{place}市昨日召开打击治理诈骗犯罪推进会，传达上级部署，通报前一阶段情况，研究解决难点问题。市领导出席会议并讲话。\n"
        "会议强调，要压实行业监管责任，管好卡、管好号、管好钱；要把宣传触角延伸到每一个村组和楼栋，让防骗知识家喻户晓。\n"
        "会上，{place}市工业和信息化部门、人民银行支行、通信企业作了表态发言，各乡镇负责人签订了责任书。",
        ("county",),
    ),
    Family(
        "wanted", "{place}市公安局悬赏通告",
        "{place}市公安局在侦办一起诈骗案件中，发现犯罪嫌疑人{who}某有重大作案嫌疑，现已潜逃。为尽快将其缉拿归案，特向社会悬赏。\n"
        "{who}某，男，身份证号码53010219900101{0}，中等身材，操本地口音，出逃时身穿深色外套。\n"
        "对提供准确线索、协助抓获的，奖励人民币两万元；对知情不报、包庇隐匿的，依法追究刑事责任。联系人：王警官，电话96110。",
        ("figures", "person"), 1_000, 9_999,
    ),
    Family(
        "tips", "购物退款需谨慎",
        "网上买了东西，忽然接到自称商家的电话，说货物有瑕疵要加倍赔付，这往往是圈套的开头。\n"
        "对方接着会发来一个会议软件的链接，让您开启屏幕共享，再一步步引导您打开银行应用，查看额度，输入验证码。屏幕上的一切，骗子都看得清清楚楚。\n"
        "正确的做法是挂断电话，回到购物平台的官方页面联系商家；已经泄露密码的，马上冻结账户并报警。",
        (),
    ),
)  # fmt: skip


def filling(draw: random.Random, family: Family) -> Filling:
    """Return new values for a template."""
    numbers = tuple(draw.sample(range(family.low, family.high + 1), 10))
    return Filling(
        place=draw.choice(PLACES), year=draw.randint(2019, 2024), month=draw.randint(1, 12),
        day=draw.randint(1, 28), hour=draw.choice((8, 12, 18, 24)), area=draw.randint(550, 999),
        batch=draw.randint(1, 9), who=draw.choice(SURNAMES), numbers=numbers,
    )  # fmt: skip


def sibling(draw: random.Random, family: Family, kind: str, own: Filling) -> Filling:
    """Return the values of a page that looks like another one and is none of its copies."""
    other = filling(draw, family)
    day = own.day + 1 if own.day < 28 else 1
    if kind == "day":  # nothing but the date is new
        return replace(own, day=day)
    if kind == "lead":  # the day after: the first figure and its total are new
        first, *rest = own.numbers
        return replace(own, day=own.day, hour=own.hour, numbers=(first + draw.randint(1, 9), *rest))
    if kind == "person":
        return replace(own, who=draw.choice(SURNAMES.replace(own.who, "")), numbers=other.numbers)
    if kind == "batch":
        return replace(own, batch=own.batch % 9 + 1)
    if kind == "county":
        place = PLACES[(PLACES.index(own.place) + 1) % len(PLACES)]
        return replace(own, place=place, area=other.area, numbers=other.numbers)
    months = (own.month % 12) + 1
    return replace(own, month=months, day=other.day, batch=own.batch % 9 + 1, numbers=other.numbers)
