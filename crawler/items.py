"""The records that travel from a response to the database; their fields are the output of `scrapy extract`."""

from dataclasses import dataclass, field

from crawler.served import Served

INCOMPLETE_PARTS = "incomplete_parts"  # flag of an article of which a part could not be had


@dataclass
class Change:
    """How a figure moved: `percent` is 0-100, `factor` a multiple, `abs` and `from_value` in the figure's unit."""

    basis: str | None = None  # yoy | mom | vs_period | None where the text names no base
    direction: str | None = None  # up | down | flat
    percent: float | None = None
    factor: float | None = None
    factor_kind: str | None = None  # increase_by (增加2倍) | ratio_to (是去年的4倍)
    abs: float | None = None
    percentage_points: float | None = None
    from_value: float | None = None
    qualifier: str | None = None


@dataclass
class Period:
    """ISO dates, both inclusive; an end that the text leaves open is None, what cannot be resolved stays `raw`."""

    start: str | None = None
    end: str | None = None
    raw: str | None = None


@dataclass
class Statistic:
    """One reported figure; `Page.text[start:end] == quote`, with `in_title` `Page.title[start:end]`."""

    metric: str
    value: (
        float | int | None
    )  # base units: yuan, cases, persons; percent 0-100; None when only a change is told
    unit: str | None  # case person person_time CNY HKD TWD MOP SGD USD percent per_10000 per_100k tonne count
    quote: str
    start: int
    end: int
    label: str = ""  # verb and object as written
    other_code: str | None = None  # what is counted, where metric is "other"
    value_max: float | int | None = None
    qualifier: str = "exact"  # exact over nearly about at_least up_to
    change: Change | None = None
    change2: Change | None = None
    period: Period | None = None
    place: str | None = None
    scam_type: str | None = None
    population: str | None = None  # the people it is about, as written: 60岁以上
    subset: bool = False  # part of a figure told before: 其中
    case: bool = False  # a figure of one case, victim or career
    baseline: bool = False  # the old value of a comparison
    in_title: bool = False  # told by the title only, often rounded: the text may tell it exactly
    per: str | None = None  # day | month | case


@dataclass
class Contact:
    """A place to report to, as the body of a notice gives it."""

    name: str | None
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    address: str | None = None
    postcode: str | None = None
    quote: str = ""
    start: int = 0
    end: int = 0


@dataclass
class Case:
    """One told incident; `loss` is what was handed over, gross; all sums are in `currency`.

    `quotes` holds the words behind `arrested`, `returned` and `involved`.
    """

    date: str | None
    place: str | None
    scam_type: str | None
    loss: float | int | None
    currency: str | None = None
    arrested: int | None = None
    returned: float | int | None = None  # what came back to the victim
    involved: float | int | None = None  # 涉案金额: of the whole case, no victim's loss
    quotes: dict[str, str] = field(default_factory=dict)
    quote: str = ""
    start: int = 0
    end: int = 0


@dataclass
class Witness:
    """One statement of the publish date: where it stands, what it says, and the words."""

    origin: str  # header signoff meta url original_url body list
    value: str  # ISO date, or date and time to the minute
    quote: str


@dataclass
class Attachment:
    """A document a notice links to."""

    name: str
    url: str


@dataclass(repr=False)
class Page:
    """One published copy at one URL: what the spider fetched, then what each pipeline read from it."""

    url: str
    body: bytes = b""
    content_type: str = "text/html"  # text/plain: one paragraph a line, as a copied page

    # What the spider knows.
    site: str | None = None
    column: str | None = None
    site_name: str | None = None
    site_region: str | None = None  # GB/T 2260 code of the site's registry entry
    list_title: str | None = None
    list_date: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    parts: list[bytes] = field(default_factory=list)  # bodies of the article's further parts: 【2】【3】
    asked: str | None = None  # the listed URL, where it led here by a redirect
    seen: str | None = None  # when it was fetched, ISO 8601 UTC; None: now

    # Where the answer is archived: a file of the archive folder, the offset of its record.
    served: list[Served] = field(default_factory=list)  # until then: the answers of the page and its parts
    warc_file: str | None = None
    warc_offset: int | None = None

    # extract: lines as published, in the order of the page.
    meta: dict[str, str] = field(default_factory=dict)  # <meta> content by lower-case name
    title: str | None = None
    title_from: str | None = None
    head: list[str] = field(default_factory=list)  # lines between title and text
    lines: list[str] = field(default_factory=list)  # lines of the text, while it is being cleaned
    foot: list[str] = field(default_factory=list)  # lines after the text
    attachments: list[Attachment] = field(default_factory=list)
    body_kind: str = "text"  # text image video attachment empty

    # normalise and trim.
    text: str = field(default="")  # the main text, one paragraph a line, in its own script
    folded: str = field(default="")  # same length: simplified, half-width letters and digits
    script: str | None = None  # hans | hant | latin
    transforms: list[str] = field(default_factory=list)  # what a mirror did: traditional pinyin spam …
    flags: list[str] = field(default_factory=list)  # what casts doubt on the page: dates_disagree …

    # facts.
    relevant: bool = True
    irrelevant_because: str | None = None
    published: str | None = None
    published_from: str | None = None
    published_witnesses: list[Witness] = field(default_factory=list)
    source: str | None = None
    source_from: str | None = None
    source_kind: str | None = None
    issuer: str | None = None
    issuer_from: str | None = None
    issuer_name: str | None = None  # in full where the region settles it, else as written
    original_url: str | None = None
    doc_type: str | None = None
    relayed_by_media: bool = False
    region_code: str | None = None
    site_id_code: str | None = None
    scam_types: list[str] = field(default_factory=list)
    campaigns: list[str] = field(default_factory=list)
    statistics: list[Statistic] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)

    def __repr__(self) -> str:
        """Return the URL only: Scrapy logs items, and a page is long."""
        return f"Page({self.url!r})"
