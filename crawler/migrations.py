"""The database schema, as migrations: append-only, never edited once released."""

from sqlite_utils import Database, Migrations

migrations = Migrations("fanzha")

# What a notice takes from the page that speaks for it.
SPEAKS = """update notices set title = page.title, published = page.published, year = substr(page.published, 1, 4),
        issuer = page.issuer, source = page.source, source_kind = page.source_kind, doc_type = page.doc_type,
        province = (select code from regions where code = substr(page.region_code, 1, 2) || '0000')
        from pages as page"""
INDEXED = """insert into page_search(rowid, text, title)
        values (new.id, search_terms(new.folded), search_terms(new.title))"""
UNINDEXED = """insert into page_search(page_search, rowid, text, title)
        values ('delete', old.id, search_terms(old.folded), search_terms(old.title))"""

# Long tables, not wide ones: a new metric needs no migration. Look-up tables are filled at every connect.
FIRST_SCHEMA = (
    """create table sites (
        key text primary key,          -- host[:port][/path/prefix]
        name text not null,
        level text not null,
        kind text not null,
        region_code text,
        province text,
        family text,
        state text not null,           -- registry state, or what the last crawl met: blocked:jsl, empty …
        crawled integer not null default 0,  -- 1: part of every run that names no site
        last_crawled text
    ) strict""",
    """create table columns (
        id integer primary key,
        site text not null references sites(key) on delete cascade,
        label text not null,
        url text not null unique,
        kind text,                     -- what it mostly holds: warning case report announcement
        state text not null,           -- candidate, confirmed, or what the last visit met: blocked:jsl, empty …
        detail text,                   -- what was seen there
        confirmed text,                -- when a check last read articles of it whole
        complete integer not null default 0,  -- 1: read to its known end by a run that finished
        articles integer,                     -- links on its first list page at the last visit
        last_crawled text
    ) strict""",
    """create table crawls (
        id integer primary key,
        command text not null,
        started text not null,
        finished text,                 -- null: still running, or killed
        status text not null default 'running'
            check (status in ('running', 'finished', 'partial', 'failed', 'killed')),
        code_version text not null,
        counts text,                   -- JSON: the run's stats under site/
        problems text                  -- JSON list of sentences
    ) strict""",
    """create table crawl_sites (
        crawl_id integer not null references crawls(id) on delete cascade,
        site text not null references sites(key) on delete cascade,
        -- complete: every list read to its end or to what is known; partial: the run ended before; failed: a list
        -- could not be had or listed nothing, or a page raised an error
        status text not null default 'running'
            check (status in ('running', 'complete', 'partial', 'failed', 'killed')),
        problems text not null default '[]',   -- JSON list: codes of the health checks that failed
        listed integer not null default 0,     -- article links on the first list page of each column
        found integer not null default 0,      -- article links on all list pages that were read
        new integer not null default 0,
        changed integer not null default 0,
        unchanged integer not null default 0,
        dropped integer not null default 0,    -- off-topic
        refused integer not null default 0,    -- pages that could not be had
        unasked integer not null default 0,    -- requests that waited when the run was stopped
        errors integer not null default 0,     -- pages on which the program failed
        no_title integer not null default 0,   -- of the new and changed pages, those without a title …
        no_published integer not null default 0,
        no_source integer not null default 0,
        no_text integer not null default 0,
        primary key (crawl_id, site)
    ) strict, without rowid""",
    # What its page says of itself is copied by triggers, so that a list of notices sorts, filters and counts by index.
    """create table notices (
        id integer primary key,
        title text,
        published text,
        year text,
        issuer text,
        source text,
        source_kind text references source_kinds(code),
        doc_type text references doc_types(code),
        province text references regions(code),
        copies integer not null default 1,
        page_id integer references pages(id) on delete set null deferrable initially deferred
    ) strict""",
    """create table notice_aliases (
        alias integer primary key,
        notice_id integer not null references notices(id) on delete cascade
    ) strict""",
    """create table pages (
        id integer primary key,
        url text not null unique,
        host text not null,
        notice_id integer references notices(id) deferrable initially deferred,
        site text references sites(key),
        "column" text,
        title text,
        title_from text,
        published text,
        published_from text,
        source text,
        source_from text,
        source_kind text references source_kinds(code),
        issuer text,
        issuer_from text,
        issuer_name text,              -- in full where the region settles it: 公安西青分局 -> 天津市公安局西青分局
        original_url text,
        doc_type text references doc_types(code),
        relayed_by_media integer not null default 0,
        region_code text,
        site_id_code text,
        script text,
        body_kind text not null,
        text text not null,
        folded text not null,          -- simplified, half-width; same length as text
        transforms text not null,      -- JSON list: what a mirror did to the text
        published_witnesses text not null,  -- JSON list: every date the page states for itself
        attachments text not null,     -- JSON list
        flags text not null default '[]',   -- JSON list: what casts doubt on the page, such as dates_disagree
        content_hash text not null,
        etag text,
        last_modified text,
        first_seen text not null,
        last_seen text not null,
        last_changed text not null,
        extractor_version integer not null,
        warc_file text,                -- the answer that all of this was read from: a file of the archive folder,
        warc_offset integer            -- or as named to `scrapy load`; offset of its record
    ) strict""",
    """create table page_versions (
        id integer primary key,
        page_id integer not null references pages(id) on delete cascade,
        replaced text not null,        -- when the page was seen to say something else
        title text,
        published text,
        source text,
        issuer text,
        text text not null,
        content_hash text not null,
        extractor_version integer not null,
        statistics text not null,      -- JSON list
        warc_file text,
        warc_offset integer
    ) strict""",
    """create table page_links (
        page_a integer not null references pages(id) on delete cascade,
        page_b integer not null references pages(id) on delete cascade,
        relation text not null check (relation in ('same', 'excerpt', 'same_event', 'apart')),
        containment real,
        longest_run real,
        equal_figures integer,
        conflicting_figures integer,
        evidence text,                 -- JSON: what keeps two pages apart, or how one stands in the other: cut, order …
        primary key (page_a, page_b),
        check (page_a < page_b)
    ) strict, without rowid""",
    """create table fingerprints (
        hash integer not null,
        page_id integer not null references pages(id) on delete cascade,
        primary key (hash, page_id)
    ) strict, without rowid""",
    """create table page_prints (
        page_id integer primary key references pages(id) on delete cascade,
        texts integer not null,        -- fingerprints of the wording
        figures integer not null       -- fingerprints of the figures
    ) strict""",
    """create table rejections (
        url text primary key,
        site text references sites(key),
        outcome text not null check (outcome in ('dropped', 'refused', 'moved')),
        reason text not null,
        detail text,
        temporary integer not null default 0,  -- 1: asked again at the next run
        etag text,
        last_modified text,
        first_seen text not null,
        last_seen text not null
    ) strict, without rowid""",
    """create table metrics (code text primary key, zh text not null, en text not null, unit text) strict, without rowid""",
    """create table scam_types (code text primary key, zh text not null, en text not null) strict, without rowid""",
    """create table doc_types (code text primary key, zh text not null, en text not null) strict, without rowid""",
    """create table source_kinds (code text primary key, zh text not null, en text not null) strict, without rowid""",
    """create table regions (
        code text primary key,         -- GB/T 2260
        name text not null,
        level text not null check (level in ('province', 'city', 'county')),
        parent text references regions(code)
    ) strict, without rowid""",
    """create table statistics (
        id integer primary key,
        page_id integer not null references pages(id) on delete cascade,
        metric text not null references metrics(code),
        other_code text,
        label text not null,
        value any,                     -- exact number in base units; null where only a change is told
        value_max any,
        unit text,
        qualifier text not null,
        change_basis text,
        change_direction text,
        change_percent real,
        change_factor real,
        change_factor_kind text,
        change_abs any,
        change_percentage_points real,
        change_from_value any,
        change_qualifier text,
        change2 text,                  -- JSON: a second comparison
        period_start text,
        period_end text,
        period_raw text,
        place text,
        scam_type text,
        population text,
        is_subset integer not null,
        is_case integer not null,
        is_baseline integer not null,
        in_title integer not null,     -- 1: told by the title only, the offsets are those of the title
        per text,
        quote text not null,
        start_offset integer not null,
        end_offset integer not null
    ) strict""",
    """create table contacts (
        id integer primary key,
        page_id integer not null references pages(id) on delete cascade,
        name text,
        phones text not null,          -- JSON list
        emails text not null,          -- JSON list
        address text,
        postcode text,
        quote text not null,
        start_offset integer not null,
        end_offset integer not null
    ) strict""",
    """create table cases (
        id integer primary key,
        page_id integer not null references pages(id) on delete cascade,
        date text,
        place text,
        scam_type text,
        loss any,
        currency text,
        arrested integer,
        returned any,                  -- what came back to the victim
        involved any,                  -- 涉案金额 of the whole case
        quotes text not null,          -- JSON: the words behind arrested, returned, involved
        quote text not null,
        start_offset integer not null,
        end_offset integer not null
    ) strict""",
    """create table page_scam_types (
        page_id integer not null references pages(id) on delete cascade,
        scam_type text not null references scam_types(code),
        primary key (page_id, scam_type)
    ) strict, without rowid""",
    """create table page_campaigns (
        page_id integer not null references pages(id) on delete cascade,
        campaign text not null,
        primary key (page_id, campaign)
    ) strict, without rowid""",
    f"""create trigger notices_insert after insert on notices begin
        {SPEAKS} where page.id = new.page_id and notices.id = new.id; end""",
    f"""create trigger notices_update after update of page_id on notices begin
        {SPEAKS} where page.id = new.page_id and notices.id = new.id; end""",
    f"""create trigger pages_speak after update of title, published, issuer, source, source_kind, doc_type, region_code
        on pages begin {SPEAKS} where page.id = new.id and notices.page_id = new.id; end""",
    # crawler/search.py says what is found. Contentless: the text is not stored twice, so a row is taken out with
    # the very words it was put in with. Only connections of crawler/db.py can write pages.
    "create virtual table page_search using fts5(text, title, content = '', tokenize = 'ascii')",
    f"create trigger page_search_insert after insert on pages begin {INDEXED}; end",
    f"create trigger page_search_delete after delete on pages begin {UNINDEXED}; end",
    f"""create trigger page_search_update after update of title, folded on pages
        when old.title is not new.title or old.folded <> new.folded begin {UNINDEXED}; {INDEXED}; end""",
    "create index notices_page on notices(page_id)",
    "create index notices_published on notices(published)",
    "create index notices_year on notices(year)",
    "create index notices_source_kind on notices(source_kind)",
    "create index notices_doc_type on notices(doc_type)",
    "create index notices_province on notices(province)",
    "create index crawl_sites_site on crawl_sites(site)",
    "create index pages_notice on pages(notice_id)",
    "create index pages_published on pages(published)",
    "create index pages_doc_type on pages(doc_type)",
    "create index pages_script on pages(script)",
    "create index pages_site on pages(site)",
    "create index fingerprints_page on fingerprints(page_id)",
    "create index page_links_b on page_links(page_b)",
    "create index page_versions_page on page_versions(page_id)",
    "create index statistics_page on statistics(page_id)",
    "create index statistics_metric on statistics(metric, page_id)",
    "create index contacts_page on contacts(page_id)",
    "create index cases_page on cases(page_id)",
    "create index cases_scam_type on cases(scam_type)",
    "create index page_scam_types_scam_type on page_scam_types(scam_type)",
    "create index page_campaigns_campaign on page_campaigns(campaign)",
    "create index page_links_relation on page_links(relation)",
    "create index rejections_outcome on rejections(outcome)",
    "create index rejections_reason on rejections(reason)",
    "create index sites_kind on sites(kind)",
    "create index sites_province on sites(province)",
    "create index sites_state on sites(state)",
    """create view excerpts as  -- who quotes whom: the shorter text stands in the longer
        select short.id as page_id, short.notice_id, whole.notice_id as excerpt_of from page_links
        join pages as short on short.id in (page_a, page_b)
        join pages as whole on whole.id = iif(page_a = short.id, page_b, page_a)
        where relation = 'excerpt' and length(whole.text) > length(short.text)""",
    # How far the corpus is to be trusted to be whole: a row for each site that every run crawls.
    """create view site_coverage as
        select sites.key as site, sites.name, sites.province, visits.status, crawls.started as last_run,
            (select max(whole.started) from crawl_sites join crawls as whole on whole.id = crawl_id
                where crawl_sites.site = sites.key and crawl_sites.status = 'complete') as last_complete
        from sites
        left join crawl_sites as visits on visits.site = sites.key
            and crawl_id = (select max(crawl_id) from crawl_sites where site = sites.key)
        left join crawls on crawls.id = visits.crawl_id
        where sites.crawled""",
    # No join with pages: what asks for none of its columns, such as a facet, does not read the texts. + keeps SQLite,
    # which has no counts, from walking every excerpt for each figure.
    """create view notice_statistics as
        select notices.id as notice_id, notices.published,
            (select region_code from pages where id = statistics.page_id) as region_code, notices.title,
            (select url from pages where id = statistics.page_id) as url, statistics.*,
            (select iif(in_title, title,
                    replace(substr(text, max(start_offset - 29, 1), end_offset - start_offset + 60), char(10), ' '))
                from pages where id = statistics.page_id) as context,
            (select whole.notice_id from page_links
                join pages as whole on whole.id = iif(page_a = statistics.page_id, page_b, page_a)
                where (page_a = statistics.page_id or page_b = statistics.page_id) and +relation = 'excerpt'
                and length(whole.text) > (select length(text) from pages where id = statistics.page_id)
                order by length(whole.text) desc limit 1) as excerpt_of  -- notice that this one quotes
        from statistics join notices on notices.page_id = statistics.page_id""",
)


@migrations()
def first_schema(db: Database) -> None:
    """Create the tables of the first release."""
    for statement in FIRST_SCHEMA:
        db.execute(statement)
