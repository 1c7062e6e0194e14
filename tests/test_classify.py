import pytest

from crawler.fold import fold
from crawler.items import Page
from pipelines.classify import ClassifyPipeline, relayed_by_media


@pytest.mark.parametrize(
    ("kind", "text", "relayed"),
    [
        ("regulation", "本报讯（记者 张三）近日，六部门联合发布通告，要求停止违法行为。", True),
        ("surrender_call", "通告说，主动投案的从轻处罚。", True),
        ("regulation", "为维护秩序，现通告如下：一、禁止燃放。", False),
        ("tipoff_call", "记者获悉，现将有关事项通告如下", False),
        ("report", "记者从云岭市公安局获悉", False),
    ],
)
def test_relayed_by_media(kind, text, relayed):
    assert relayed_by_media(kind, text) is relayed


def test_pipeline_reads_title_and_text():
    text = "警方展開「獵風」行動，打擊刷單。"
    page = Page("https://police.example/1", title="云岭警方通報", text=text, folded=fold(text))
    page = ClassifyPipeline().process_item(page)
    assert (page.doc_type, page.scam_types, page.campaigns) == ("bulletin", ["click_farming"], ["獵風"])


def test_page_of_images_is_read_by_its_title():
    page = ClassifyPipeline().process_item(Page("https://police.example/2", title="关于征集涉诈线索的通告"))
    assert page.doc_type == "tipoff_call"
