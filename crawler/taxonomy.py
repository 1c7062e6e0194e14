"""The closed lists a notice is described with: kinds of document, kinds of fraud, hotlines.

One row a code, with its Chinese and English names; the rows fill the look-up tables of the database.
`terms` are regular expressions for folded text (simplified characters, half-width letters and digits).
"""

from dataclasses import dataclass

# Someone pretends to be …; a list of roles may follow (冒充客服、公检法、熟人), a comma ends it.
POSING = r"(?:冒充|假冒|冒用|假扮|假装|伪装|伪冒|仿冒|谎称|佯称|自称|讹称|诈称)[^,，。;；:：!！?？\n]{0,24}?"
FAKE = r"假[“「『\"]?"
SWINDLE = r"(?:诈骗|骗局|骗案|骗术|欺诈|诈财|诈欺|陷阱|套路)"


@dataclass(frozen=True)
class DocType:
    """What a document does; one of these codes a page."""

    code: str
    zh: str
    en: str


@dataclass(frozen=True)
class SourceKind:
    """A kind of publisher, as pipelines/attribution/source_kind.py tells it by the name."""

    code: str
    zh: str
    en: str


@dataclass(frozen=True)
class ScamType:
    """A way of cheating and the terms by which notices name it."""

    code: str
    zh: str
    en: str
    terms: tuple[str, ...]


@dataclass(frozen=True)
class Hotline:
    """A short or nationwide number that needs no area code; `place` is an ISO 3166 code."""

    number: str
    zh: str
    en: str
    place: str


DOC_TYPES = (
    DocType("tipoff_call", "征集线索", "call for tip-offs"),
    DocType("surrender_call", "敦促投案", "call to surrender"),
    DocType("reward", "举报奖励", "reward offer"),
    DocType("bulletin", "警情通报", "police bulletin"),
    DocType("warning", "防范提示", "warning to the public"),
    DocType("report", "工作报道", "report on results or activities"),
    DocType("case_study", "案例", "victim's story"),
    DocType("regulation", "规定通告", "rules"),
    DocType("other", "其他", "other"),
)

SOURCE_KINDS = (
    SourceKind("official", "官方机关", "authority"),
    SourceKind("police_account", "警方账号", "account of the police"),
    SourceKind("newspaper", "报纸", "newspaper"),
    SourceKind("agency", "通讯社", "news agency"),
    SourceKind("portal", "网站和其他媒体", "portal or other media"),
    SourceKind("unknown", "不明", "not known"),
)

SCAM_TYPES = (
    ScamType(
        "click_farming",
        "刷单返利",
        "click farming and fake jobs",
        (
            r"刷单",
            r"刷信誉",
            r"刷好评",
            r"(?:做|完成)任务返[利佣现]",
            r"点赞(?:返利|赚钱|员)",
            r"抢单返",
            r"(?:双倍|购物|充值|红包)返利",
            rf"(?:兼职|返利|求职|招聘|打工){SWINDLE}",
            r"网络兼职",
            r"(?:招聘|求职|应聘|招工)[^。\n]{0,40}(?:培训费|服装费|体检费|中介费|岗位费|被骗|受骗|骗取|骗局|陷阱)",
            r"兼职(?:类|为名|为由)",
            r"点赞[^,，。\n]{0,4}返",
            r"(?:做|完成|接)[^,，。\n]{0,6}(?:任务|订单|单子)[^。\n]{0,24}(?:返[现利佣本]|佣金|本金|红包|垫付)",
            r"兼职[^。\n]{0,30}(?:垫付|垫资|佣金|返现|返利)",
            r"(?:垫付|垫资)[^。\n]{0,16}(?:佣金|任务|返[现利])",
        ),
    ),
    ScamType(
        "investment",
        "虚假投资理财",
        "investment fraud",
        (
            r"投资理财",
            rf"(?:虚假|假|网络|网路|网上|高额?回报|外汇|期货|虚拟货币|股票|黄金)?投资{SWINDLE}",
            r"(?:虚假|假)投资",
            rf"投资(?:类|平台|返利)[^,，。]{{0,6}}{SWINDLE}",
            r"(?:诱导|诱骗|引诱|吸引)[^,，。]{0,12}投资",
            r"荐股",
            r"炒股(?:群|软件|骗)",
            r"投资[^,，。]{0,8}(?:为由|为名|为饵|为诱饵)",
            rf"(?:炒外汇|炒期货|炒币|虚拟货币|虚拟币|数字货币|股票|飙股|外汇){SWINDLE}",
            r"(?:网上|网络|在线)投资",
            r"投资[^,，。\n]{0,4}(?:黄金|期货|外汇|股票|基金|原油|虚拟|数字货币|加密货币|比特币|区块链)",
            r"(?:理财|投资|炒股|炒币|股票)[^,，。\n]{0,4}[“「『\"]?(?:导师|老师|大师|专家|高手|群(?!众|体)|软件|APP|app|App)",
            r"理财[^,，。\n]{0,8}(?:为由|为名|为饵|为诱饵|为幌子|骗)",
            r"投资[^,，。\n]{0,6}(?:[都均就]是|幌子|[^,，。\n]{0,4}骗)",
            r"(?:炒股|炒币|炒黄金|炒外汇|炒期货|炒虚拟)[^。\n]{0,40}(?:骗|提现|充值|内幕)",
            r"稳赚不赔|内幕[^。\n]{0,40}(?:充值|投入|入金|下注|转账)",
        ),
    ),
    ScamType(
        "romance",
        "婚恋交友",
        "romance fraud",
        (
            r"杀猪盘",
            r"婚恋",
            r"网恋",
            r"网络交友",
            rf"(?:交友|情感|感情|爱情|情缘|恋爱|相亲|征婚|婚介){SWINDLE}",
            r"网上情缘",
            r"假交友",
            r"交友(?:软件|平台|网站|APP|app|App)[^。\n]{0,16}(?:认识|结识|相识|添加)",
            r"(?:确[立定]|建立|发展[成为]*)[^,，。\n]{0,4}(?:恋爱|情侣|恋人|男女朋友)",
            r"网络?相亲",
        ),
    ),
    ScamType(
        "fake_loan",
        "虚假贷款",
        "fake loan",
        (
            rf"(?:贷款|网贷|借贷|借款|网络贷){SWINDLE}",
            r"(?:网络|网上|虚假|假)贷款",
            r"(?:贷款|网贷)类",
            r"下载[^,，。]{0,6}网贷",
            r"(?:网贷|贷款|放款)[^。;；\n]{0,30}(?:解冻|保证金|手续费|刷流水|验证金|包装费|认证金)",
            r"代办(?:信用卡|贷款)",
            r"放款前[^,，。\n]{0,8}(?:收费|交钱|缴|费用)",
            r"(?:贷款|网贷)[”」』\"]?中介|不法[^,，。\n]{0,4}中介[^。\n]{0,60}贷款",
            r"提升(?:信用卡)?额度",
            r"(?:贷款|网贷|放款|借款)[^\n]{0,60}(?:解冻费|解冻金|验资|包装费|刷流水|(?:银行)?卡号?(?:填写?|输入?)?错误?[^。\n]{0,10}(?:冻结|解冻))",
        ),
    ),
    ScamType(
        "loan_trap",
        "套路贷",
        "predatory loan",
        (
            r"套路贷",
            r"(?<!注销)(?<!注销[“「『\"])校园贷[”」』\"]?[、等]",
            r"、[“「『\"]?校园贷",
            r"(?:不良|非法)校园贷",
            r"裸贷",
            r"714高炮",
        ),
    ),
    ScamType(
        "credit_repair",
        "虚假征信",
        "credit-record fraud",
        (
            rf"征信(?:类|修复|洗白)?[”」』\"]?{SWINDLE}",
            r"虚假征信",
            r"(?:修复|消除|清除)[^,，。]{0,6}(?:征信|不良记录)",
            r"征信修复",
            r"注销[^。\n]{0,12}征信",
            r"校园贷[^。\n]{0,12}(?:注销|清零)|(?:注销|清零)[^。\n]{0,8}校园贷",
            r"注销[“「『\"]?(?:校园贷|网贷|贷款|学生贷|[^,，。]{0,6}贷款?账[户号])",
            r"(?:影响|有损)(?:个人)?征信[^,，。]{0,4}为(?:由|名)",
        ),
    ),
    ScamType(
        "fake_customer_service",
        "冒充客服",
        "fake customer service",
        (
            rf"{POSING}(?:客服|电商|卖家|商家|店家|物流|快递|银行职员|银行人员|航空公司|淘宝|京东|抖音|支付宝)",
            rf"{FAKE}[^,，。\n]{{0,6}}客服",
            rf"客服(?:类|退款|理赔)?{SWINDLE}",
            rf"(?:退款|理赔|退改签|退票|快递|物流){SWINDLE}",
            r"(?:机票|航班|车票)[^,，。\n]{0,4}退改",
            r"网购退[单款]",
            r"解除分期",
            r"(?:快递|物流|包裹)[^,，。]{0,8}(?:理赔|退款|赔付)",
            r"退改签",
            r"(?:机票|航班)改签",
            r"客服[都就]?是假",
            r"航班(?:取消|延误)[^,，。]{0,8}(?:为由|骗|诈)",
            r"百万保障",
            r"(?:关闭|取消|注销)[^,，。\n]{0,10}(?:会员|免密|自动续费|扣费)[^。\n]{0,60}(?:屏幕|转账|转走|骗|验证码)",
            r"(?:双倍|三倍|多倍)(?:理赔|赔付|赔偿|退款)",
        ),
    ),
    ScamType(
        "fake_police",
        "冒充公检法",
        "fake police, prosecutors or officials",
        (
            rf"{POSING}(?:公检法|公安|警察|警官|警方|民警|干警|网警|司警|检察|检警|法院|法官|司法|执法|国安|海关|派出所)",
            rf"{POSING}(?:内地官|官员|大陆官|(?:中央|国家)?驻[港澳]|入境处|廉署|通信管理局|通管局)",
            rf"{FAKE}(?:网警|警察|警官|检警|公安|公检法|民警|官员|检察官|公务机构|公务员)",
            rf"公检法[”」』\"]?(?:类|电信|电话)?{SWINDLE}",
            r"[“「『\"]内地官",
            r"[“「『\"](?:内地|大陆|国内)?(?:公安|警官|警察|民警|检察官|法官|公检法)(?:人员|局|机关)?[”」』\"]",
            r"安全账[户号]",
            r"我是[^,，。:：”」\n]{0,8}(?:公安|警察|民警|法院|检察)[^。\n]{0,12}涉嫌",
            r"(?:假|伪造|所谓)[^,，。\n]{0,6}(?:通缉令|逮捕令|拘捕令|警官证)",
        ),
    ),
    ScamType(
        "fake_government",
        "冒充政府",
        "fake government body",
        (
            rf"{POSING}(?:政府|机关单位|部队|军人|军警|消防|社保|医保|教育局|民政|税务|财政|健保|户政|地政|劳保|监理|拆迁办|公务员|国家工作人员|防疫|疾控|卫健|卫生署|扶贫|街道办|居委|村干部|市场监管)",
            rf"假冒?(?:政府|公务){SWINDLE}",
        ),
    ),
    ScamType(
        "fake_acquaintance",
        "冒充熟人领导",
        "fake acquaintance or superior",
        (
            rf"{POSING}(?:领导|老板|熟人|亲友|好友|朋友|友人|同学|同事|老师|班主任|亲属|亲戚|亲人|家人|外?孙|儿子|子女|高管|上司|上级|战友|总经理|董事长)",
            r"猜猜我是谁",
            rf"{FAKE}(?:老板|领导|亲友|朋友|熟人|亲人|班主任)",
            r"(?:被盗|盗号|盗取)[^。\n]{0,12}借钱",
            r"[“「『\"](?:公司|单位|学校|村|镇|局)?(?:老板|老总|领导|班主任|外?孙子?|儿子|女儿|侄子|外甥|亲戚|上司|老战友|老同学|老友)[”」』\"]",
        ),
    ),
    ScamType(
        "shopping",
        "虚假购物",
        "shopping fraud",
        (
            rf"(?:网购|网络购物|网路购物|网上购物|购物|代购|二手交易|虚假交易|买卖|团购|拍卖|直播(?:购物|带货|卖货)){SWINDLE}",
            r"网[络路]购物",
            r"网购(?=[、和与及等类])",
            r"网购(?![^,，。\n]{0,4}(?:外挂|游戏|装备|账号))[^,，。\n]{0,8}骗",
            r"低价[^,，。\n]{0,4}团购",
            r"虚假[^,，。、]{0,4}(?:购物|交易|网店)",
            r"(?:预售|定金|订金|秒杀)[^,，。]{0,4}陷阱",
            r"假(?:买家|卖家|卖场|买卖|网拍|网购|店铺|网店)",
            r"(?:网上|闲鱼|二手|朋友圈|直播间|网店|微信群|海淘|电商平台|网购平台)[^。\n]{0,30}(?:购买|买|看中|看上|下单|订购|选购|抢购)(?!.{0,6}(?:股|基金|游戏|装备|账号|黄金|理财|虚拟|彩票|门票|理财))[^\n]{0,120}?(?:骗|拉黑|不发货|没(?:有)?收到|联系不上|失联|假货)",
            r"(?:低价|优惠)(?:出售|转让|销售|代购|批发)[^。\n]{0,60}(?:骗|拉黑|失联|联系不上|不发货)",
        ),
    ),
    ScamType(
        "gaming",
        "网游交易",
        "online-game trade fraud",
        (
            r"(?:网络?游戏?|游戏|手游)[“”」』\"]?(?:虚假)?(?:交易|装备|账号|皮肤|点卡|点券|道具|充值|产品|币|代练|陷阱)",
            rf"(?:网络游戏|网游|游戏|手游)[^,，。]{{0,6}}{SWINDLE}",
            r"(?:送|领|免费|低价|领取)[^,，。]{0,12}皮肤",
            r"买卖游戏",
            r"游戏外挂[^\n]{0,40}骗",
            r"(?:解除|破解|取消)[^,，。\n]{0,8}防沉迷",
            r"防沉迷[^,，。\n]{0,6}(?:解除|骗)",
        ),
    ),
    ScamType(
        "lottery_prize",
        "中奖",
        "lottery or prize fraud",
        (
            r"中奖",
            r"(?:恭喜|获得?|中了?)[^,，。\n]{0,6}(?:[一二三特]等奖|大奖)",
            rf"(?:抽奖|彩票|兑奖|六合彩){SWINDLE}",
            r"虚假抽奖",
        ),
    ),
    ScamType(
        "refund_tax",
        "退税补贴欠费",
        "tax refund, subsidy or unpaid bill",
        (
            r"(?:电话|话费|固话|座机|水电费?|有线电视)欠费",
            r"退税",
            rf"(?:补贴|补助|津贴|助学金|欠费|退费|社保)[^。\n]{{0,8}}{SWINDLE}",
            r"(?:领取|发放|申领)[^,，。]{0,8}(?:补贴|补助|助学金)[^,，。]{0,4}(?:为由|为名|诈骗|骗)",
            r"(?:虚假|假)补贴",
            r"(?:补贴|补助|退税|汇算清缴)[^,，。\n]{0,6}(?:短信|邮件|二维码)[^\n]{0,60}(?:骗|转走|卡号|验证码)",
        ),
    ),
    ScamType(
        "phishing_link",
        "钓鱼链接短信",
        "phishing link or message",
        (
            r"钓鱼[”」』\"]?(?:网站|网页|短信|短讯|简讯|链接|连结|邮件|电邮|wifi|WiFi|WIFI|软件|程序|攻击|式)",
            r"网络钓鱼",
            r"(?:虚假|恶意|木马|病毒)(?:链接|连结|短信)",
            r"仿冒(?:网站|官网|网页)",
            r"ETC[^,，。]{0,6}(?:过期|失效|认证|停用|诈骗)",
            rf"积分兑换?{SWINDLE}",
            r"点[击开进入]{1,2}[^,，。\n]{0,8}(?:链接|网址)[^。\n]{0,40}(?:盗刷|转走|被扣|卡号)",
            r"伪基站[^,，。]{0,6}(?:短信|诈骗)",
            r"(?:点击|点选|点开)[^。\n]{0,12}(?:链接|连结|网址)[^。\n]{0,16}(?:信用卡|银行卡|卡号|密码|个人资料|银行资料)",
            r"短[信讯]钓鱼",
            r"(?:链接|连结|网址)[^\n]{0,60}(?:输入|填写|填入|提供)[^。\n]{0,12}(?:信用卡|银行卡|卡号|密码|验证码|银行资料|个人资料)",
        ),
    ),
    ScamType(
        "naked_chat",
        "裸聊敲诈",
        "sextortion",
        (
            r"裸聊",
            r"果聊",
            r"(?:裸|不雅|私密)(?:照|视频|影片)[^,，。\n]{0,10}(?:勒索|敲诈|威胁|要挟)",
            r"性勒索",
            r"色情勒索",
        ),
    ),
    ScamType(
        "ticket",
        "代抢门票",
        "ticket fraud",
        (
            r"代抢",
            rf"(?:门票|演唱会票?|票务|车票|机票|飞票|购票){SWINDLE}",
            r"(?:演唱会|球赛)[^,，。]{0,8}(?:门票|黄牛)[^。]{0,12}骗",
            r"(?:购|买|抢|求|订)[^,，。\n]{0,10}(?:演唱会|音乐节|球赛|赛事|景区)[^。\n]{0,6}票[^\n]{0,80}?(?:骗|拉黑|联系不上|失联|痛失)",
        ),
    ),
    ScamType(
        "pension",
        "养老诈骗",
        "fraud on the elderly",
        (
            r"养老诈骗",
            r"养老[^,，。、\n]{0,12}(?:集资|[^,，。、\n]{0,4}骗)",
            r"以房养老",
            r"养老(?:服务|项目|产品|保险|投资|帮扶)[”」』\"]?[^。]{0,30}(?:为名|为由|诈骗|骗)",
            rf"(?:保健品|涉老|针对老年人的?|老年人?)[^,，。\n]{{0,6}}{SWINDLE}",
        ),
    ),
    ScamType(
        "illegal_fundraising",
        "非法集资",
        "illegal fund-raising",
        (r"非法集资", r"集资诈骗", r"非法吸收公众存款", r"庞氏骗局"),
    ),
    ScamType(
        "gambling",
        "网络赌博",
        "online gambling",
        (
            r"(?:网络|网上|线上|跨境|在线)(?:赌博|博彩)",
            r"网赌",
            rf"(?:赌博|博彩)(?:类|网站|平台)?{SWINDLE}",
            r"(?:赌博|博彩)(?:网站|平台|APP)",
        ),
    ),
    ScamType(
        "two_cards",
        "两卡",
        "trade in SIM and bank cards",
        (
            r"两卡",
            r"跑分",
            r"卡农",
            r"帮信罪?",
            r"帮助信息网络犯罪活动[^\n]{0,80}(?:银行卡|电话卡|手机卡|账户|[\d一二三四五六七八九十]张)",
            r"(?:买卖|出租|出售|售卖|出借|借出|贩卖|收购|倒卖)[^,，。;；\n]{0,14}(?:银行卡|电话卡|手机卡|银行[账帐]户|支付[账帐]户|对公[账帐]户|户口|存折)",
            r"傀儡户口|人头[账帐]户",
        ),
    ),
    ScamType(
        "other",
        "其他",
        "other fraud",
        (
            r"虚[构拟]绑架",
            r"假绑架",
            r"绑架(?:诈骗|骗局|骗案)",
            r"(?:谎称|声称)[^,，。]{0,6}(?:办|考)[^,，。]{0,8}证",
            rf"(?:办证|包过|租房|租屋|租车|招嫖|援交|色情|募捐|捐款|旅游|民宿|酒店){SWINDLE}",
            r"民族资产解冻",
            r"重金求子",
            rf"(?:传销){SWINDLE}",
        ),
    ),
)

HOTLINES = (
    Hotline("96110", "反诈劝阻专线", "anti-fraud alert line", "CN"),
    Hotline("110", "报警", "police emergency", "CN"),
    Hotline("119", "火警", "fire", "CN"),
    Hotline("122", "交通事故报警", "traffic accidents", "CN"),
    Hotline("12337", "智能化举报平台", "organised-crime tip-offs", "CN"),
    Hotline("12345", "政务服务便民热线", "government service line", "CN"),
    Hotline("12381", "涉诈预警劝阻短信", "fraud alert messages", "CN"),
    Hotline("12321", "网络不良与垃圾信息举报", "spam reports", "CN"),
    Hotline("12377", "违法和不良信息举报", "harmful content reports", "CN"),
    Hotline("12389", "公安机关举报", "complaints about police", "CN"),
    Hotline("12388", "纪检监察举报", "discipline inspection", "CN"),
    Hotline("12309", "检察服务", "prosecution service", "CN"),
    Hotline("12348", "公共法律服务", "legal services", "CN"),
    Hotline("12315", "消费者投诉举报", "consumer complaints", "CN"),
    Hotline("12378", "银行保险消费者投诉", "bank and insurance complaints", "CN"),
    Hotline("18222", "防骗易热线", "Anti-Scam Helpline", "HK"),
    Hotline("999", "紧急求助", "emergency", "HK"),
    Hotline("993", "司警罪案举报", "Judiciary Police", "MO"),
    Hotline("165", "反诈骗咨询专线", "anti-fraud line", "TW"),
    Hotline("1799", "ScamShield Helpline", "ScamShield Helpline", "SG"),
)
