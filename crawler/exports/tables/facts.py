"""The tables contacts and cases: where to report to, and what happened to whom, without names."""

from crawler.exports.table import CITY, NOTICE_ID, PROVINCE, PUBLISHED, QUOTE, TITLE, URL, Column, Table

ABOUT_NOTICE = (TITLE, PUBLISHED, PROVINCE, CITY, URL)

CONTACTS = Table(
    "contacts",
    "举报联系方式",
    "One row a place to report to, as the text of a notice gives it.",
    (
        Column("contact_id", "integer", "联系方式编号", "本语料库内的编号", "number within this corpus"),
        NOTICE_ID,
        Column("name", "string", "名称", "单位名称，原文", "office, as written"),
        Column("phones", "list", "电话", "", "telephone numbers"),
        Column("emails", "list", "邮箱", "", "e-mail addresses"),
        Column("address", "string", "地址", "", "postal address"),
        Column("postcode", "string", "邮编", "", "post code"),
        QUOTE,
        *ABOUT_NOTICE,
    ),
    """select contacts.id, notice_id, contacts.name, phones, emails, address, postcode, quote, title, published,
        province, city, url
    from contacts join speaking on speaking.id = contacts.page_id order by contacts.id""",
    key=("contact_id",),
)
CASES = Table(
    "cases",
    "案例",
    "One row a told incident; sums in the currency of its row.",
    (
        Column("case_id", "integer", "案例编号", "本语料库内的编号", "number within this corpus"),
        NOTICE_ID,
        Column("date", "string", "案发时间", "ISO 日期，可只到年或月", "ISO date, or year, or month"),
        Column("place", "string", "地点", "原文", "as written"),
        Column("scam_type", "string", "诈骗类型代码", "", "kind of fraud, as a code"),
        Column("scam_type_zh", "string", "诈骗类型", "诈骗类型代码的中文名", "its Chinese name"),
        Column("loss", "number", "损失", "受害人交出的数额", "what the victim handed over, gross"),
        Column("returned", "number", "返还", "退回受害人的数额", "what came back to the victim"),
        Column("involved", "number", "涉案金额", "整个案件的数额，不是受害人的损失", "of the whole case, no victim's loss"),
        Column("currency", "string", "币种", "CNY 为人民币元", "ISO 4217"),
        Column("arrested", "integer", "抓获人数", "", "persons arrested", "person"),
        QUOTE,
        Column("quotes", "string", "其他原文", "JSON：抓获、返还、涉案金额所据的原文", "words behind arrested, returned and involved, as JSON"),
        *ABOUT_NOTICE,
    ),
    """select cases.id, notice_id, date, place, scam_type, scam_types.zh, loss, returned, involved, currency, arrested,
        quote, quotes, title, published, province, city, url
    from cases join speaking on speaking.id = cases.page_id left join scam_types on code = scam_type
    order by cases.id""",
    key=("case_id",),
)  # fmt: skip
