"""Recognise the name of a public body: what a sign-off, a title or 提醒 needs to have an issuer. Folded text only."""

import re

BODY = (
    r"(?:公安(?:局|厅|部|处|分局|机关|总局)?|分局|总局|警察(?:总?局|厅|署)?|警务[处部]|警方|网警|交警|特警|派出所|检察[院厅]|法院|"
    r"司法[局厅部所]|政法委|委员会|[纪监党工管]委|办公[室厅]|[黑诈防治]办|领导小组|指挥部|工作组|专班|联席会议|人民政府|政府|"
    r"管理[局处]|监管[局处]|[支大总中]队|中心|银行|协会|学会|联合会|海关|刑事局|司警|调查科|保安局|警政署|警察部队|[银证保]监会|消协|网信办|[支分]行|妇联|管委会|大学|学院|[中小]学|幼儿园|有限公司|研究院|"
    r"[\u4e00-\u9fff](?:厅|(?<![骗结格大布僵全])局|(?<!部)署|委|院|(?<![好到用坏])处|(?<![全内外干局])部))"
)
NAME = re.compile(rf"[\u4e00-\u9fff“”‘’()（）·、 ]*{BODY}(?:\s?[(（][\u4e00-\u9fff]{{1,12}}[)）])?")
# What tells nobody apart: 市公安局, 我局, 警方, 保卫处.
BARE = re.compile(
    r"(?:学校|高校|我|本|该|此|各|当地|辖区|有关|相关|属地|全[国省市县区]?|[省市县区州盟旗]|自治[区州县旗]|国家|地方|多地|我[省市县区])*"
    r"(?:公安(?:局|厅|分局|机关|部门|民警)?|分局|警方|警察|民警|交警|网警|特警|派出所|检察院|检察机关|法院|司法机关|政府|人民政府|"
    r"学校|学院|大学|保卫[处部科]|反诈(?:骗)?(?:中心|民警|办)|政法委|办公室|领导小组|委员会|[支大总中]队|刑[侦警][支大总]队|"
    r"(?:信息化|网络信息|学生工作|学生|教务|后勤(?:管理|保障)?|宣传|人事)(?:办公室|中心|处|部)|"
    r"部门|单位|机关|银行|中心|专案组|专班|党委|[局厅部委院处办]|"
    r"(?:农业农村|教育|医保|医疗保障|民政|财政|税务|市场监管|市场监督管理|网信|卫健|卫生健康|文旅|金融|消防|人社|住建|交通|应急|司法|信访|统战|宣传|商务|邮政|"
    r"通信管理|公用事业)(?:管理)?[局厅委办])"
)
# Bodies that need no place before them: national ones, and short names unique in their territory.
UNIQUE = re.compile(
    r"公安部|国务院|最高人民(?:法院|检察院)|国家|中央|全国|中国|工业和信息化部|司法部|教育部|外交部|商务部|财政部|民政部|"
    r"司警|司法警察局|治安警察局|刑事(?:警察)?局|警政署|警务处|保安局|警察公共关系科"
)
JOINT = re.compile(r"\s*[、,，]\s*|(?<=[院部局厅委行办队方])[和与及](?=[\u4e00-\u9fff]{2})")


def is_name(text: str) -> bool:
    """Tell whether a folded text is nothing but the name of a body, up to 60 characters, bare names included."""
    text = text.strip()
    return 2 <= len(text) <= 60 and NAME.fullmatch(text) is not None


def is_bare(text: str) -> bool:
    """Tell whether a name tells nobody apart (市公安局, 警方, 保卫处)."""
    return UNIQUE.match(text) is None and BARE.fullmatch(text) is not None


def clean_name(text: str) -> str:
    """Return a folded name without white space and outer brackets."""
    return "".join(text.split()).strip("()（）[]【】“”")


def split_names(text: str) -> list[str]:
    """Return joint bodies apart: at 、 and 和, and at a blank where every part begins like the first or is national."""
    names: list[str] = []
    for part in JOINT.split(text.strip()):
        words = part.split()
        apart = all(is_name(word) and (word[:2] == words[0][:2] or UNIQUE.match(word)) for word in words)
        names += words if apart else [part]
    return [name for name in map(clean_name, names) if name]


def join_names(names: list[str]) -> str | None:
    """Return joint issuers joined by 、, each once; None if none of them is more than a bare word."""
    kept = list(dict.fromkeys(name for name in map(clean_name, names) if name and not is_bare(name)))
    return "、".join(kept) or None
