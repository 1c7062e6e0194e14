import pytest

from pipelines.kinds.doc_type import doc_type

STORY = "5月3日，云岭市的林女士接到陌生电话，对方说她的包裹丢失。林女士按提示共享屏幕，民警上门时她正准备转账，一番解释后她才醒悟。"
ADVICE = (
    "不要点击陌生链接，不要共享屏幕，切勿向陌生账户转账。骗子通常以退款为由诱导转账，请广大市民提高警惕。"
)
RESULTS = "今年以来，该局破获电诈案133起，抓获嫌疑人79人，同比上升一成，返还资金61万元。"


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("关于征集涉网犯罪线索的通告", "为打击犯罪，现通告如下：一、线索范围", "tipoff_call"),
        ("", "为打击网络犯罪，现向社会公开征集犯罪线索，现通告如下：", "tipoff_call"),
        ("云岭市公安局征集线索破获大案", RESULTS, "report"),
        ("云岭县公安局关于举报诈骗犯罪线索奖励办法的通告", "一、举报方式", "reward"),
        ("", "一、奖励标准\n举报诈骗窝点，每抓获一名奖2000元。", "reward"),
        ("云岭警方兑现举报奖励12万元", RESULTS, "report"),
        ("四部门发通告敦促在逃人员投案自首", "通告说，主动投案的可以从轻处罚。", "surrender_call"),
        ("在通告敦促下已有35人投案自首", RESULTS, "report"),
        ("警 情 通 报", "5月3日，我局接报一起警情。", "bulletin"),
        ("", "5月3日，一网民发布学校停课的不实信息，已被行政拘留。", "bulletin"),
        ("云岭反诈一周警情", "本周全区共发案7起。", "bulletin"),
        ("关于实行交通管制的通告", "特此通告", "regulation"),
        ("", "近日，六部门联合发布《关于防范诈骗的通告》。", "regulation"),
        ("", "自《通告》发布以来，" + RESULTS, "report"),
        ("反诈中心提醒市民：谨防假客服", STORY, "warning"),
        ("", ADVICE + ADVICE, "warning"),
        ("", "云岭市反诈中心提醒，近期假客服高发。\n" + STORY, "warning"),
        ("民警及时赶到", STORY + STORY + "\n警方提醒\n" + ADVICE, "case_study"),
        ("", STORY, "case_study"),
        ("云岭公安返还被骗资金", RESULTS, "report"),
        ("", RESULTS + RESULTS + ADVICE, "report"),
        ("关于防范不法分子冒充我行工作人员的公告", "特此公告", "warning"),
        ("关于加强防范诈骗工作的通知", "特此通知", "regulation"),
        ("关于对受损群众进行信息登记的公告", "特此公告", "tipoff_call"),
        ("云岭市公安局 悬 赏 通 告", "特此通告", "reward"),
        ("《反诈条例（草案）》解读", "一、什么是反诈协作", "other"),
        ("非法滞留是什么意思", "指没有签证仍停留。", "other"),
        ("", "", "report"),
    ],
)
def test_doc_type(title, text, kind):
    assert doc_type(title, text) == kind
