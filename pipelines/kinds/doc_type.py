"""What a document does: the form of a notice first, then what most of its sentences tell."""

import re

from crawler.persons import NAMED, SURNAMES, WORD
from pipelines.kinds.forms import form_of

# Sentence by sentence: what it tells, and in which order the marks count. Every alternative begins with a character
# of its own, none with a class, a group or a look behind: re then skips to the next of them, ten times as fast.
END = re.compile(r"[。!?！？;；\n]+")
ADVICE_HEAD = re.compile(
    r"(?:提醒|提示|支招|建议|防范|防骗|警方说|手法|套路|骗术|陷阱|骗局)[^,，。]{0,6}[:：]?$"
)
ADVICE_LEAD = re.compile(
    r"[【\[][^】\]]{0,6}(?:提醒|提示|手法|套路|骗术|支招|解析|剖析|揭秘)[^】\]]{0,4}[】\]]"
)
CASE_HEAD = re.compile(
    r"^[【（(]?(?:典型|真实)?(?:案例|案件|案情)(?:[一二三四五六七八九十\d]|回顾|简介|经过)|^基本案情|^典型案例"
)
FAMILIAR = r"[小老阿][一-鿿](?![年人])"
SAID = r"(?![们人]|[说称]|表示|指|强调|要求|提醒|介绍|呼吁|建议|认为)"
# 小王 at the beginning or after 的: a word of two characters (小学, 老师) is no name.
CALLED = rf"(?<![^的,，“][小老阿])(?!{WORD})[{SURNAMES}](?=[在被接收看转付垫添按想说与和向把将点扫加用经通发没才又这去到])"
# A person told of without a name that NAMED finds.
SOMEBODY = re.compile(
    rf"\(化名|（化名|小{CALLED}|老{CALLED}|阿{CALLED}|民{FAMILIAR}|员{FAMILIAR}|店主{FAMILIAR}|老板{FAMILIAR}|商户{FAMILIAR}|学生{FAMILIAR}|司机{FAMILIAR}|用户{FAMILIAR}|"
    rf"他(?<!其他){SAID}|她(?<!其她){SAID}"
)
VICTIM = re.compile(
    r"事主|受害人|被害人|当事人|男子|女子|女孩|妇人|老妇|老翁|一名(?:群众|市民|学生|老人|居民|民众|长者)|那老人|位老人|名老人"
)
CAUGHT = re.compile(
    r"抓获|逮|查获|缉获|捣毁|打掉|落网|押解|团伙|为首的|恶势力|犯罪集团|被捕|判处|起诉|返还|退还|发还|退赃|到案|收网|追回(?!无望)"
)
SWINDLERS_DO = r"(?:会|们|以|用|通常|往往|常|利用|冒充|宣称|通过|先|假|正)"
ADVICE = re.compile(
    r"骗子|骗徒|骗局|千万|别(?<![分特区级性类个识辨告]别)(?=[点接信给转碰])|请(?=[查选直认到在先立不勿您各与通])|不(?=轻信|透露|泄露|共享|点击?陌生|扫描?陌生|向陌生)|如[遇有](?:可疑|疑问|疑)|不要|切勿|请勿|勿|务必|谨防|警惕|牢记|谨记|记住|当心|小心|注意|提防|都是诈骗|就是诈骗|不会|绝不|可拨打|请(?:拨打|及时|立即|广大|大家|家长|不)|"
    r"提高(?:警惕|防范)|要(?:核实|规范|加强|保持|提高|学习)|应(?:当|该)?(?:核实|学习|立即|及时|提高)|建议|"
    rf"诈团{SWINDLERS_DO}|诈骗集团{SWINDLERS_DO}|不法分子{SWINDLERS_DO}|犯罪分子{SWINDLERS_DO}|诈骗分子{SWINDLERS_DO}|嫌疑人{SWINDLERS_DO}|诱导|陷阱|骗局[:：]|提醒(?:广大|各位|市民|群众|您|家长|师生)"
)
RESULT = re.compile(
    r"抓获|拘捕|捣毁|打掉|破获|侦破|刑拘|返还|追缴|缴获|查扣|查获|收缴|移交|移送|起诉|落网|押解|宣判|判处|立案|同比|环比|下降|上升|累计|"
    r"召开|举行|举办|开展|部署|启动|成立|发放|宣传|宣导|走进|印发|张贴|行动|专班|劝阻[^。]{0,6}人次|战果|成效|预警[^。]{0,8}[条次]|会(?<!频会)议(?!号|软件|平台|[Aa][Pp][Pp])|仪式|接获[^。]{0,12}宗|罪案(?!调查)"
)
COUNTS = re.compile(
    r"[\d二三四五六七八九十百千万%同环](?:(?<=[\d二三四五六七八九十百千万])\s*[余多]?[起宗件]|(?<=%)|(?<=百)分之|(?<=[同环])比)"
)
FIGURE = re.compile(r"\d|[一二三四五六七八九十百千万亿]{2,}")
REMINDS = re.compile(
    r"(?:公安局?|警方|警察局|警务处|司警|刑侦局|反诈中心|反诈骗中心|反电信网络诈骗中心|保卫处|网警|检察院|法院|银行|警政署|刑事局)[^。,，\n]{0,14}(?:提醒|提示|呼吁|群发短信)"
)
TITLE_WARNS = re.compile(
    r"警惕|谨防|慎防|提防|小心|当心|提醒|提示|预警|速看|快看|转告|扩散|骗案$|防范[^。]{0,12}(?:诈骗|骗局)$|别[^。]{0,8}[!！]?$|揭秘|[勿莫]信|套路|陷阱|必看|注意[!！]"
)
TITLE_REPORTS = re.compile(rf"{RESULT.pattern}|追回|挽回|挽损|行动|专项|联盟|在行动|不停歇|活动|破|抓|返")
TITLE_TELLS = re.compile(
    r"被骗|险些|差点|险被|守护|劝阻|拦[下截住]|保住|止付|案例|以案|遭遇|又遇|男子|女子|老人|阿姨|大爷"
)
TITLE_RESULT = re.compile(
    r"破案|追[赃凶逃]|投案|自首|被捕|被抓|宣判|追回|返还|退还|发还|抓获|落网|破获|侦破|捣毁|打掉|判处|获刑|判刑|有期徒刑|刑拘|逮捕|起诉"
)
SALUTATION = re.compile(
    r"(?:尊敬的|亲爱的|各位|各学院|各班级?|全体|广大)?[^。,，\n]{0,24}(?:同学|师生|老师|家长|朋友|市民|居民|村民|群众|客户|消费者|学院、各部门|学生)[们]?\s*[:：!！]\n"
)
# What a court has found is a later result, whoever's story it is.
COURT = re.compile(r"被告人|(?:判处|判决)[^。]{0,12}(?:徒刑|拘役|罚金)")
BYLINE = re.compile(r"[(（][^()（）\n]{0,40}(?:记者|通讯员)[^()（）\n]{0,24}[)）]")
HEAD_LENGTH = 16  # characters of a line that heads advice
TITLE_WEIGHT = 40  # characters of text that a title counts for


def sentence_kind(sentence: str) -> str | None:
    """Return what one sentence tells: warning, case_study, report; None where it shows no mark."""
    if CAUGHT.search(sentence):
        return "report"
    if NAMED.search(sentence) or SOMEBODY.search(sentence):
        return "case_study"
    if COUNTS.search(sentence):
        return "report"
    if RESULT.search(sentence) and (FIGURE.search(sentence) or not ADVICE.search(sentence)):
        return "report"
    if ADVICE.search(sentence):
        return "warning"
    return "case_study" if VICTIM.search(sentence) else None


def shares(folded: str) -> dict[str, int]:
    """Return how many characters tell a warning, a case, results.

    A sentence without a mark goes on with the story, the results or the headed advice before it; a lone word of
    advice within a story does not end the story.
    """
    total = {"warning": 0, "case_study": 0, "report": 0}
    running = None
    for sentence in filter(None, map(str.strip, END.split(BYLINE.sub("", folded)))):
        kind = None
        if CASE_HEAD.match(sentence):
            running = "case_study"
        elif len(sentence) < HEAD_LENGTH and ADVICE_HEAD.search(sentence):
            running = "warning"
        elif ADVICE_LEAD.match(sentence):
            kind = running = "warning"
        else:
            kind = sentence_kind(sentence)
            running = running if kind in (None, "warning") else kind
        if kind or running:
            total[kind or running] += len(sentence)
    return total


def doc_type(title: str, folded: str, official: str = "") -> str:
    """Return the DOC_TYPES code of a document from its folded title and text; report where nothing speaks.

    `official`: the title of the document itself, where it stands under a catchy one.
    """
    if kind := form_of(title, folded) or (form_of(official, "") if official else None):
        return kind
    told = shares(folded)
    for pattern, kind in ((TITLE_WARNS, "warning"), (TITLE_REPORTS, "report"), (TITLE_TELLS, "case_study")):
        if pattern.search(title):
            told[kind] += TITLE_WEIGHT
            if kind == "warning":  # 警惕…, whoever else it names
                break
    kind = max(told, key=told.__getitem__)
    if not told[kind]:
        return "warning" if "骗" in title + folded and not FIGURE.search(folded) else "report"
    if SALUTATION.match(folded) and told["warning"]:  # a letter to those it may happen to
        return "warning"
    # The second reader's rules: news of a later result is a report, a named body's own reminder up front makes a warning of a told incident.
    if kind == "case_study" and (TITLE_RESULT.search(title) or COURT.search(folded)):
        return "report"
    if kind == "case_study" and (REMINDS.search(title) or REMINDS.search(folded.split("\n", 1)[0])):
        return "warning"
    return kind
