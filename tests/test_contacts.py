import pytest

from crawler.fold import fold
from crawler.items import Page
from pipelines.contacts import ContactsPipeline, contacts, normal_phone

ONE_LINE = "1.云岭市公安局扫黑办:0871-65412345,0871-65412346;信件举报地址:云岭市盘江路18号(东院)扫黑办,邮政编码:650001。"
BLOCKS = """舉報方式:
1.雲嶺市公安局掃黑辦:
舉報郵箱:[email protected]
舉報電話 : 0871-65412345
2.東山旗公安局:
舉報郵箱:ds@police.example
舉報電話 :0871-65412399
雲嶺市公安局掃黑辦
2031年3月1日"""
METHODS = """1、电话:线索举报电话(110,0871-65412345);
2、信件:寄云岭县公安局扫黑办(地址:云岭县和平街3号,邮编:650100);"""


def found(text):
    return [(c.name, c.phones, c.emails, c.address, c.postcode) for c in contacts(text, fold(text))]


def phones(text):
    return [phone for contact in contacts(text, fold(text)) for phone in contact.phones]


def test_one_line():
    address = "云岭市盘江路18号(东院)扫黑办"
    assert found(ONE_LINE) == [
        ("云岭市公安局扫黑办", ["0871-65412345", "0871-65412346"], [], address, "650001")
    ]


def test_blocks_of_lines_and_the_placeholder_that_is_no_email():
    assert found(BLOCKS) == [
        ("云岭市公安局扫黑办", ["0871-65412345"], [], None, None),
        ("东山旗公安局", ["0871-65412399"], ["ds@police.example"], None, None),
    ]


def test_list_of_ways_to_report():
    assert found(METHODS) == [
        ("云岭县公安局扫黑办", ["110", "0871-65412345"], [], "云岭县和平街3号", "650100")
    ]


def test_offsets_and_quote():
    text = f"举报方式如下。\n{ONE_LINE}"
    contact = contacts(text, fold(text))[0]
    assert contact.quote == text[contact.start : contact.end]
    assert contact.quote.startswith("云岭市公安局扫黑办:0871")
    assert contact.quote.endswith("650001")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("如遇诈骗，请立即拨打110或96110。", ["110", "96110"]),
        ("记住专线---96110，来电务必接听。", ["96110"]),
        ("举报平台为“12337”。", ["12337"]),
        ("如有懷疑，請致電防騙易熱線18222。", ["18222"]),
        ("民眾如有疑問，歡迎撥打165反詐騙諮詢專線。", ["165"]),
        ("可致電司警局防罪熱線8800 7777查詢。", ["8800 7777"]),
        ("拨打便民热线12345、举报专线0871-65412345。", ["12345", "0871-65412345"]),
        ("云岭市公安局刑侦支队：（0871）65412345", ["0871-65412345"]),
        ("举报电话：0871--65412345", ["0871-65412345"]),
        ("云岭县公安局 | 0871-65412345", ["0871-65412345"]),
        ("南岭分局扫黑办：13800001234；", ["13800001234"]),
        ("王女士随即拨打110报警。", []),
        ("接到110指挥中心指令，民警赶到。", []),
        ("接到显示为96110的来电，别挂断。", []),
        ("骗子用0871-65412345打来电话。", []),
        ("主办单位：云岭市公安局 电话：0871-65412345", []),
        ("版权声明：如需转载请致电0871-65412345", []),
        ("共破案110起，抓获165人。", []),
        ("2031-05-03 报名，编号65412345。", []),
    ],
)
def test_phones(text, numbers):
    assert phones(text) == numbers


def test_emergency_number_in_prose_beside_a_directory_is_no_contact():
    assert phones(f"请立即拨打110报警电话。\n{ONE_LINE}") == ["0871-65412345", "0871-65412346"]


def test_hotline_said_twice_counts_once():
    assert phones("请拨打96110。\n如有疑问请拨打96110。") == ["96110"]


@pytest.mark.parametrize(
    ("written", "normal"), [("0871--65412345", "0871-65412345"), ("(0871)65412345", "0871-65412345")]
)
def test_normal_phone(written, normal):
    assert normal_phone(written) == normal


def test_pipeline():
    page = ContactsPipeline().process_item(
        Page("https://police.example/1", text=ONE_LINE, folded=fold(ONE_LINE))
    )
    assert [contact.postcode for contact in page.contacts] == ["650001"]
