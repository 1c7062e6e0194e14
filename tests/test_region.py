import pytest

from crawler.fold import fold
from crawler.items import Page
from crawler.regions import find_region, full_name, known_region, names_by_code, parents
from pipelines.region import RegionPipeline


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("柳州市公安局扫黑办", "450200"),
        ("柳州市公安局柳北分局", "450205"),
        ("锡林郭勒盟公安局", "152500"),
        ("西藏公安机关", "540000"),
        ("内蒙古自治区公安厅", "150000"),
        ("吉林警方", "220000"),
        ("吉林市公安局", "220200"),
        ("海南省公安厅", "460000"),
        ("河南警方", "410000"),
        ("临沂警方", "371300"),
        ("平安临沂", "371300"),
        ("醴陵公安", "430281"),
        ("公安西青分局", "120111"),
        ("北京市公安局朝阳分局", "110105"),
        ("融水县公安局", "450225"),
        ("鄂伦春自治旗公安局", "150723"),
        ("延边州公安局", "222400"),
        ("浙江温岭的小蔡", "331081"),
        ("公安县公安局", "421022"),
        ("香港警务处", "810000"),
        ("高雄市政府警察局", "710000"),
        ("朝阳区公安分局", None),
        ("公安机关举报通道", None),
        ("国家长治久安", None),
        ("新华社", None),
        ("公安部", None),
        ("", None),
    ],
)
def test_find_region(text, code):
    assert find_region(text) == code


def test_a_shared_name_is_read_inside_the_region_around_it():
    assert find_region("朝阳区公安分局", "110000") == "110105"
    assert find_region("城中分局", "450200") == "450202"
    assert find_region("柳州市公安局", "110000") == "450200"


def test_table():
    names = names_by_code()
    assert len(names) > 3200
    assert full_name("152531") == "内蒙古自治区锡林郭勒盟多伦县"
    assert full_name("999999") is None
    assert parents("450205") == ["450000", "450200"]
    assert parents("110105") == ["110000"]


@pytest.mark.parametrize(
    ("digits", "code"),
    [
        ("4502000004", "450200"),
        ("4502990004", "450200"),
        ("bm01000001", None),
        ("9999990001", None),
        (None, None),
    ],
)
def test_known_region(digits, code):
    assert known_region(digits) == code


def page(**fields):
    item = Page(url="", **fields)
    item.folded = fold(item.text)
    return RegionPipeline().process_item(item)


def test_order_issuer_site_registry_text():
    meta = {"siteidcode": "4502000004"}
    assert page(issuer="临沂警方", meta=meta).region_code == "371300"
    assert page(issuer="公安城中分局", meta=meta).region_code == "450202"
    assert page(issuer="公安部", meta=meta).region_code is None
    assert page(meta=meta, site_region="370000", title="临沂警方通报").region_code == "450200"
    assert page(site_region="370000").region_code == "370000"
    assert page(title="西藏公安机关严厉打击诈骗", text="近日，那曲市公安局破案。").region_code == "540000"
    assert page(text="新华社北京5月30日电（记者 周一）柳州市公安局破案。").region_code == "450200"
    assert page(issuer="司法警察局").region_code == "820000"
    assert page(text="警方提醒市民谨防诈骗。").region_code is None


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("网站标识码：4502000004 桂ICP备00000000号", "4502000004"),
        ("政府网站标识码bm01000001", "bm01000001"),
        ("網站標識碼:4502000004", "4502000004"),
        ("网站标识码：45020000", None),
        ("桂公网安备4502000004", None),
    ],
)
def test_site_id_code_in_the_imprint(line, code):
    assert page(foot=[line]).site_id_code == code
