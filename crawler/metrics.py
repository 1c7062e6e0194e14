"""What the figures of anti-fraud reports count: one table, which is also the look-up table of the database.

A new metric is one row here and its gold sentences in tests/gold/statistics.yml. Words are written in
simplified characters, separated by spaces; where words overlap in a text the longest is read.
"""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Metric:
    """One thing counted, with the words that announce it.

    A word of `names` or of `verbs` announces the metric alone, a verb with one of `objects` more surely.
    A word of `acts` announces it only together with one of `objects`.
    """

    code: str
    zh: str
    en: str
    unit: str  # case person money count percent tonne
    verbs: str = ""
    acts: str = ""
    objects: str = ""
    names: str = ""
    also: str = ""  # further kinds of unit that occur
    classifiers: str = ""  # the only words of a count it takes; empty: any

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Return the kinds of unit in which the metric is told."""
        return frozenset((self.unit, *self.also.split()))


CASES = "案 案件 罪案件 刑事案件 治安案件 诈骗案 案子 骗案 诈骗 电诈 电信诈骗 网络诈骗 现案 刑案 发案"
MONEY = (
    "资金 涉案资金 被骗资金 赃款 涉案款 被骗款 被骗钱款 损失款 诈骗资金 涉诈资金 "
    "冻结资金 款项 钱款 现金 涉案金额 金额 总金额 骗款"
)
SUSPECTS = (
    "嫌疑人 犯罪嫌疑人 违法犯罪嫌疑人 作案成员 涉案人员 犯罪人员 嫌犯 逃犯 骗徒 "
    "违法犯罪人员 犯嫌 犯罪团伙成员 团伙成员 骨干"
)
BLOCK = "拦截 封堵 阻断 屏蔽 封停 拦阻 拦停 截断 封锁 过滤 封禁"
CLEAN = (
    f"{BLOCK} 关停 处置 清理 处理 查处 停用 清查 排查 冻结 止付 查冻 缴获 收缴 扣押 查扣 "
    "整治 清理整治 管控 打掉"
)
CALLS = "电话 来电 来话 诈骗来话 诈骗电话 涉诈电话 诈骗来电 骚扰电话 恶意呼叫 呼叫 涉诈来电"
TEXTS = "短信 短讯 诈骗短信 涉诈短信 垃圾短信 信息短信"

METRICS = (
    Metric(
        "cases_filed",
        "立案/发案数",
        "cases filed",
        "case",
        verbs="立案 立 立案侦查 立案侦办 发案 开立 录得 立案查处 受理审查起诉 受理审查逮捕 新收",
        acts="接报 接获 发生 受理 立 录 接 报 共发 调查",
        objects=f"{CASES} 案件数 一审案件 二审案件 骗局 犯罪 网络犯罪 电脑犯罪 罪行",
        names="立案数 发案数 刑事案 罪案 刑事调查 骗案 诈骗案 案件数 件数 "
        "刑事案件立案数 接报立案 立案总数 刑事案件 治安案件 发案量 发案率 大要案 大要案数",
    ),
    Metric(
        "cases_solved",
        "破案数",
        "cases solved",
        "case",
        verbs="破获 侦破 破案 破 侦办 告破 核破 带破 查破 破案数 攻破 侦结 偵破 侦获 串并破获",
        acts="查获",
        objects=CASES,
        names="破案数 破案件数 查破案件数 现案",
    ),
    Metric("clearance_rate", "破案率", "clearance rate", "percent", names="破案率 现案破案率 侦破率 破获率"),
    Metric(
        "suspects_arrested",
        "抓获人数",
        "suspects arrested",
        "person",
        verbs="抓获 抓捕 落网 缉捕 拘捕 拘获 抓 拘 被捕 逮获 截获 缉获 擒获 到案 捉获 拿获 抓获数 "
        "抓获人数 落网人数 被拘 抓逃 "
        "投案自首 投案 回国投案 查获 捕获 归案",
        acts="查处 打击",
        objects=SUSPECTS,
        names="抓获数 抓获人数 落网人数 被捕人",
    ),
    Metric(
        "persons_detained",
        "刑拘",
        "criminally detained",
        "person",
        verbs="刑拘 刑事拘留 采取刑事强制措施 刑事强制措施",
    ),
    Metric(
        "persons_formally_arrested",
        "批捕/逮捕",
        "formally arrested",
        "person",
        verbs="批准逮捕 逮捕 批捕 批准和决定逮捕 受理审查逮捕",
    ),
    Metric(
        "suspects_handed_over",
        "移交/押解回国",
        "handed over",
        "person",
        verbs="移交 移交我方 移送我方 押解回国 遣返 押解 押回 引渡 遣送回国 劝返 向我方移交",
    ),
    Metric(
        "persons_penalised",
        "行政处罚/打处",
        "administratively penalised",
        "person",
        verbs="行政处罚 行政拘留 查处 打处 打击处理 治安处罚 治安拘留",
        names="打处人数 打处数",
    ),
    Metric(
        "cases_prosecuted",
        "起诉案件",
        "cases prosecuted",
        "case",
        verbs="起诉 提起公诉 公诉 移诉 控诉",
        names="起诉案件 起诉件数",
    ),
    Metric(
        "suspects_prosecuted",
        "起诉人数",
        "persons prosecuted",
        "person",
        verbs="起诉 提起公诉 公诉 被诉 移诉 受理审查起诉 控诉",
        names="起诉人数",
    ),
    Metric(
        "court_cases_concluded",
        "审结案件",
        "court cases concluded",
        "case",
        verbs="审结 一审审结 结案 执结 办结 宣判 审判",
        names="审结数 审结案件 结案数 一审案件",
    ),
    Metric(
        "persons_convicted",
        "判处人数",
        "persons convicted",
        "person",
        verbs="判处 判决生效 生效判决 一审判决 二审判决 判处刑罚 获刑 判决 定罪 宣判 判 判刑 有罪 确定有罪",
        names="判处人数 判决人数 定罪人数",
    ),
    Metric(
        "gangs_dismantled",
        "打掉团伙",
        "gangs dismantled",
        "count",
        acts="打掉 铲除 摧毁 捣毁 端掉 打击 查获 破获 捣破 瓦解 捕获 查破",
        objects="组织 集团",
        names="团伙 犯罪团伙 犯罪集团 犯罪组织 诈骗集团 诈团 涉黑恶犯罪组织 犯罪网络 诈骗团伙 黑社会组织",
        also="case",
        classifiers="个 团 起 伙 股 条 次",
    ),
    Metric(
        "dens_destroyed",
        "捣毁窝点",
        "dens destroyed",
        "count",
        names="窝点 园区 诈骗园区 诈骗窝点 机房 据点 黑窝点",
        also="case",
    ),
    Metric(
        "operations_launched",
        "集群战役/收网",
        "operations",
        "count",
        names="集群战役 集中收网 收网行动 专案收网 战役 收网",
        acts="发起 开展",
        objects="专案",
        also="case",
    ),
    Metric(
        "funds_involved",
        "涉案金额",
        "funds involved",
        "money",
        names="涉案金额 流水 资金流水 涉案流水 涉赌诈资金 涉案资金 涉案 案值 涉案总额 涉案总金额 "
        "涉案价值 涉资 流水资金 涉诈资金流水 "
        "涉及资金 涉案值 涉案款项 清洗黑钱 洗黑钱 洗钱 转移赃款 转移资金 涉",
    ),
    Metric(
        "losses",
        "被骗/损失金额",
        "losses",
        "money",
        verbs="被骗 骗取 骗走 诈取 被骗走 骗得 受骗 骗 骗去 得手",
        acts="转账 汇款 汇出 转出 转走 打款",
        objects="共计 合计 累计 总计",
        names="损失 财损 财产损失 损失金额 被骗金额 案损 经济损失 损失数 实际损失数 "
        "涉案损失 被骗损失 涉款 涉及款项 涉及金额 损失数额 损失总额 涉骗金额 诈骗金额 受骗金额 财损金额 损失额",
    ),
    Metric(
        "funds_intercepted",
        "止付冻结资金",
        "funds stopped/frozen",
        "money",
        verbs=(
            "止付 冻结 紧急止付 止付冻结 拦截 查冻 拦阻 截停 拦停 紧急拦截 止付金额 冻结金额 "
            "堵截 圈存 冻结账户资金 攔阻 止冻 冻结止付 截获 快速止付"
        ),
        objects=MONEY,
        names="止付金额 冻结金额 止付资金 冻结资金 查冻资金 拦截资金",
    ),
    Metric(
        "stop_payment_cases",
        "止付/拦截起数",
        "stop-payment cases",
        "case",
        verbs="止付 拦截 紧急止付 拦阻 冻结 快速止付 止付冻结 堵截",
        acts="阻断 阻止 截停 劝阻",
        objects="转账 汇款 交易 可疑转账 可疑交易",
        also="count",
        classifiers="笔 起 次",
    ),
    Metric(
        "funds_returned",
        "返还/追回资金",
        "funds returned",
        "money",
        verbs=(
            "返还 发还 追回 追缴 退赃 追赃挽损 取回 退还 归还 还给 交还 追赃 追回资金 返还资金 "
            "追损 集中返还 退赔 已还给 退回 追缴回 领回 清退 挽损返还"
        ),
        objects=f"{MONEY} 损失",
        names="追赃挽损 返还资金",
    ),
    Metric(
        "losses_prevented",
        "避免/挽回损失",
        "losses prevented",
        "money",
        verbs="挽损 避损 止损 保住 挽回 挽回损失 拦下 避免损失 阻损 劝阻 保护资金 保护客户资金 保护群众资金",
        acts="避免 减少 拦截 阻断 阻止 挽救 守住 防止",
        objects="损失 经济损失 财产损失 直接损失 损失金额 被骗损失 钱袋子 养老钱 血汗钱",
        names="挽损金额 止损金额 避免经济损失 挽回经济损失 挽损资金",
    ),
    Metric(
        "assets_seized",
        "扣押查获财物",
        "assets seized",
        "money",
        verbs="扣押 查扣 查封 扣押现金 扣押冻结",
        acts="缴获 收缴 扣缴 查获 检获 搜获 起获 起出",
        objects="赃款 赃物 现金 财物 资金 涉案资金 名表 手袋 珠宝 首饰 黄金 虚拟货币 资产 赃款赃物 房产",
    ),
    Metric(
        "persons_dissuaded",
        "劝阻人数",
        "persons dissuaded",
        "person",
        verbs=(
            "劝阻 见面劝阻 劝导 免于受骗 预警劝阻 上门劝阻 劝阻预警 免受骗 免于被骗 劝阻成功 "
            "成功劝阻 劝止 唤醒 劝醒 劝阻群众 止骗 面对面劝阻 电话劝阻 劝停 劝说 上门见面"
        ),
        acts="避免 防止 阻止 劝返 拦下 拦停",
        objects="被骗 受骗 上当 被骗群众 受骗群众 骗案 诈骗案 诈骗 客户 储户 群众 市民 老人",
        names="被劝阻",
        also="person_time count case",
        classifiers="个 次 起",
    ),
    Metric(
        "warnings_issued",
        "预警",
        "warnings issued",
        "count",
        names="预警 预警指令 预警线索 预警信息 推送预警 警示 预警短信 劝阻短信 资金预警 预警数据 "
        "预警提示 预警指令线索 预警劝阻指令 潜在被害人预警 "
        "预警推送 预警名单 预警工单 劝阻指令 劝阻信息",
        also="person_time person case",
    ),
    Metric(
        "sms_sent",
        "发送提醒短信",
        "public SMS sent",
        "count",
        acts="发送 推送 发出 群发 下发 发",
        objects="短信 公益短信 提醒短信 宣传短信 反诈短信 防范短信 提示短信 微信 提醒信息 反诈信息 宣传信息 公益信息 提示信息",
        names="公益短信 提醒短信 宣传短信 反诈短信",
        also="person_time",
    ),
    Metric(
        "calls_made",
        "拨打劝阻电话",
        "calls made",
        "count",
        verbs="拨打 回访 拨出 致电 电话回访",
        acts="拨打 打出",
        objects="电话",
        names="劝阻电话 回访电话 预警电话",
        also="person_time person",
    ),
    Metric(
        "calls_blocked",
        "拦截诈骗电话",
        "calls blocked",
        "count",
        acts=f"{BLOCK} 处置",
        objects=CALLS,
        names="恶意呼叫 诈骗电话 涉诈电话 涉诈来电 诈骗来电",
        also="person_time",
    ),
    Metric(
        "sms_blocked",
        "拦截诈骗短信",
        "SMS blocked",
        "count",
        acts=f"{BLOCK} 处置",
        objects=TEXTS,
        names="诈骗短信 涉诈短信 垃圾短信",
    ),
    Metric(
        "websites_blocked",
        "封堵网址域名APP",
        "sites blocked",
        "count",
        acts=CLEAN,
        objects="链接 网站 应用 软件 APP IP",
        names=(
            "域名 网址 域名网址 网站 网页 网页连结 IP IP地址 APP 涉诈网站 诈骗网站 涉诈域名 "
            "钓鱼网站 连结 诈骗APP 恶意程序 程式"
        ),
    ),
    Metric(
        "accounts_stopped",
        "关停号码/账号",
        "numbers or accounts stopped",
        "count",
        acts=CLEAN,
        objects="账号 微信号 QQ号 账户号码 网络账号 互联网账号",
        names="号码 电话号码 涉案号码 手机号码 账号 社交账号 电话号 手机号 互联网账号 网络账号 帐号 门号",
    ),
    Metric(
        "lines_closed",
        "关停语音专线",
        "voice lines closed",
        "count",
        names="语音专线 专线 400电话 语音线路 固话线路 线路 电话线 电话线路",
    ),
    Metric(
        "phone_cards_handled",
        "电话卡",
        "SIM cards handled",
        "count",
        names="电话卡 手机卡 电话黑卡 物联网卡 SIM卡 睡眠卡 沉默卡 手机黑卡 话卡 号卡 黑卡",
    ),
    Metric(
        "bank_accounts_handled",
        "银行卡/账户",
        "bank accounts or cards",
        "count",
        acts=CLEAN,
        names="银行卡 提款卡 储蓄卡 信用卡 账户 银行账户 银行账号 资金账户 涉案账户 对公账户 支付账户 冻结账户 止付账户 "
        "帐户 银行户口 户口 傀儡户口 傀儡账户 收款码 四件套 "
        "涉案银行账户 涉案银行账号 户头 银行户头",
    ),
    Metric(
        "accounts_queried",
        "查询账户",
        "accounts queried",
        "count",
        acts="查询 查控 快查",
        names="查询账户",
        objects="账户 银行账户 资金账户 银行卡 账号 银行账号 涉案账户 银行卡账户",
    ),
    Metric(
        "devices_seized",
        "缴获设备",
        "devices seized",
        "count",
        classifiers="部 台 套 台套 台件 辆 个 件 余部 架 条 张",
        names=(
            "设备 手机 电脑 GOIP 猫池 作案设备 作案工具 车辆 涉案车辆 GOIP设备 主机 通讯设备 "
            "涉诈设备 作案手机 VOIP 伪基站 简易组网 手提电话 平板电脑 笔记本电脑 豪车 汽车 轿车"
        ),
    ),
    Metric(
        "persons_punished",
        "惩戒人数",
        "sanctioned persons",
        "person",
        verbs="惩戒 联合惩戒 信用惩戒 金融惩戒",
        names="失信人员 两卡人员",
        also="person_time",
    ),
    Metric(
        "outlets_punished",
        "惩处网点机构",
        "outlets punished",
        "count",
        acts=f"{CLEAN} 惩处 处罚 约谈 通报",
        objects="机构 营业厅 商户 门店 平台企业 互联网企业 网站平台 平台 电商平台 网络平台",
        names="营业网点 网点 网点机构 行业网点",
        classifiers="家 家次 个 处 户",
    ),
    Metric(
        "insiders_punished",
        "行业内鬼",
        "insiders punished",
        "person",
        acts="查处 打击 惩处 抓获 处理",
        objects="内鬼 内部人员 行业内部人员 行业人员 银行从业人员 电信从业人员 通信从业人员 金融从业人员 行业从业人员",
        names="内鬼 行业内鬼",
    ),
    Metric(
        "tipoffs_received",
        "警情/举报",
        "reports received",
        "case",
        verbs="接报 接警 检举 呼入",
        acts="接 接报 接到 受理 接听 处理 收到 接获 接收",
        objects="警情 举报 来电 咨询 举报线索 线索 报警 求助 咨询电话 咨询来电 电话 投诉",
        names="警情 举报 警情数 接报警情 举报线索 咨询电话 接报既遂数 既遂数 发案警情 报警 求助 "
        "电诈警情 来电咨询 检举线索 既遂警情 查询 举报信息 "
        "咨询来电 群众来电 投诉量 举报量 报警量 接警量 警情量",
        also="count person_time",
    ),
    Metric(
        "leads_handled",
        "线索核查",
        "leads handled",
        "count",
        acts="研判 处置 核查 研判处置 核实 落地 查证 摸排 下发 推送 移送 移交 查明 收集 梳理 排查 获取 掌握",
        objects="线索",
        names="研判线索 核查线索 处置线索",
        also="case",
    ),
    Metric(
        "publicity_events",
        "宣传活动",
        "publicity events",
        "count",
        verbs="宣传 宣讲 宣传成功 入户宣传 集中宣传",
        names=(
            "宣传活动 讲座 活动 反诈宣传 宣讲活动 宣传讲座 主题活动 反诈讲座 防骗讲座 讲堂 "
            "宣讲会 进校园 进社区 直播 反诈直播 直播活动"
        ),
        also="case",
        classifiers="场 场次 次 起",
    ),
    Metric(
        "people_reached",
        "受众",
        "people reached",
        "person",
        acts="接受 参与",
        objects="用户 群众 教育 宣传 培训",
        verbs="受教育 惠及 覆盖 触达 受教育群众 宣传 入户宣传 入户走访 走访 接受教育 参与人数 吸引",
        names="受众 参加者 参与者 听众 直接受众 受教育人数 受众群众 阅读量 浏览量 点击量 观看 播放量",
        also="person_time count",
        classifiers="次 户 户次",
    ),
    Metric(
        "app_installs",
        "APP安装",
        "app installs",
        "count",
        verbs="安装 安装注册 下载安装 推广安装 注册安装 推广下载",
        acts="下载 注册 推广",
        objects="APP 用户 反诈中心 程序",
        names="安装量 下载量 注册量 注册用户",
        also="person person_time case",
    ),
    Metric(
        "victims",
        "受害人数",
        "victims",
        "person",
        verbs="被骗 受骗 中招 上当 受骗上当 堕入 误堕 坠入",
        names=(
            "受害人 事主 受骗群众 被害人 受害者 受骗人 受骗者 被骗群众 受害群众 受害人数 "
            "受损人数 受害企业 失主 苦主"
        ),
        acts="返还 发还 退还 交还 归还 挽回 追回 挽损 清退 骗取 骗得 骗走",
        objects="群众 市民 企业 居民 老人 老年人 学生 客户",
        also="person_time",
    ),
    Metric(
        "casualties", "伤亡", "casualties", "person", verbs="死亡 受伤 遇难 丧生 身亡 罹难", names="死伤 伤亡"
    ),
    Metric(
        "drugs_seized", "缴获毒品", "drugs seized", "tonne", names="毒品 缴毒 海洛因 冰毒 各类毒品 毒品总量"
    ),
    Metric(
        "disputes_mediated",
        "化解矛盾纠纷",
        "disputes mediated",
        "case",
        verbs="化解 调解 调处",
        names="纠纷 矛盾纠纷 矛盾",
        also="count",
    ),
    Metric(
        "share",
        "占比",
        "share",
        "percent",
        verbs="占 占比 比例 占到 占了",
        names="总数的 总量的 总额的 比重 占比例",
    ),
    Metric("other", "其他", "other", "count"),
)

# Counts met often outside the taxonomy: recorded as metric `other` with this code.
OTHERS = (
    Metric(
        "cases_linked",
        "关联案件",
        "cases linked",
        "case",
        verbs="关联 串并 串联 作案 流窜作案",
        acts="涉及 涉",
        objects=CASES,
    ),
    Metric(
        "persons_not_prosecuted",
        "不起诉人数",
        "persons not prosecuted",
        "person",
        verbs="不起诉 不诉 相对不起诉 存疑不起诉 附条件不起诉",
    ),
    Metric(
        "persons_not_arrested", "不批捕人数", "arrests not approved", "person", verbs="不批捕 不捕 不批准逮捕"
    ),
    Metric(
        "persons_investigated",
        "接受调查人数",
        "under investigation",
        "person",
        verbs="接受调查 协助调查 被调查",
    ),
    Metric("persons_remanded", "羁押人数", "remanded in custody", "person", verbs="羁押 收押 还押"),
    Metric("persons_bailed", "取保候审人数", "released on bail", "person", verbs="取保候审 取保 监视居住"),
    Metric(
        "public_order_cases",
        "治安案件",
        "public order cases handled",
        "case",
        acts="查处 办理",
        objects="治安案件 治安案件数",
        names="查处治安案件数",
    ),
    Metric(
        "cases_supervised", "督办案件", "cases under supervision", "case", verbs="督办 挂牌督办 联合督办 交办"
    ),
    Metric(
        "persons_involved",
        "涉及人数",
        "persons involved",
        "person",
        names="涉 涉及 涉案人数 涉案人员",
    ),
    Metric(
        "persons_rescued", "解救人数", "persons rescued", "person", verbs="找回 解救 救出 营救", names="被拐"
    ),
    Metric(
        "transfers_flagged",
        "预警转账金额",
        "risky transfers flagged",
        "money",
        verbs="预警",
        names="高危转账 可疑转账 高风险转账",
    ),
    Metric(
        "illegal_gains",
        "非法获利",
        "illegal gains",
        "money",
        names="非法获利 非法牟利 获利 牟利 非法所得 违法所得 不法所得",
    ),
    Metric(
        "posts_removed",
        "清理信息",
        "posts removed",
        "count",
        also="case",
        acts="清理 删除 下架 处置 清除 封堵 查删",
        objects="信息 有害信息 违法信息 违法有害信息 涉诈信息 诈骗信息 广告 诈骗广告 涉诈广告 贴文 帖文",
    ),
    Metric(
        "data_seized",
        "查获信息",
        "personal records seized",
        "count",
        acts="查获 缴获 扣押 起获",
        objects="公民个人信息 个人信息 公民信息 公民个人信息数据 信息 数据",
    ),
    Metric(
        "visits_blocked",
        "拦截访问",
        "visits to scam sites blocked",
        "count",
        also="person_time",
        acts=BLOCK,
        objects="访问 点击",
    ),
    Metric(
        "persons_admonished", "教育训诫人数", "persons admonished", "person", verbs="训诫 教育训诫 批评教育"
    ),
    Metric("cases_archived", "归档案件", "cases archived", "case", verbs="归档"),
    Metric(
        "omissions_corrected",
        "纠正漏捕漏诉",
        "omissions corrected",
        "person",
        verbs="漏捕 漏诉 漏犯 漏捕漏诉 纠正漏捕 纠正漏诉 追捕漏犯 追诉漏犯",
    ),
    Metric("arrest_rate", "抓获率", "arrest rate", "percent", names="抓获率"),
    Metric("mediation_rate", "化解率", "mediation rate", "percent", names="化解率 调解率 调解成功率"),
    Metric("victimisation_rate", "被骗率", "victimisation rate", "percent", names="被骗率 受骗率 预后被骗率"),
    Metric(
        "conviction_rate", "定罪率", "conviction rate", "percent", names="定罪率 起诉率 批捕率 有罪判决率"
    ),
    Metric("leads_received", "线索数", "leads received", "count", names="线索数 线索量"),
)

BY_CODE = {metric.code: metric for metric in METRICS + OTHERS}
IN_TAXONOMY = frozenset(metric.code for metric in METRICS)
