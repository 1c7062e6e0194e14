"""Scrapy settings; the second half is this project's own, each with its reader."""

BOT_NAME = "fanzha"
SPIDER_MODULES = ["spiders"]
NEWSPIDER_MODULE = "spiders"
COMMANDS_MODULE = "crawler.commands"

USER_AGENT = "fanzha/0.1 (+anti-fraud notice corpus; obeys robots.txt)"
ROBOTSTXT_OBEY = True
DOWNLOAD_DELAY = 1  # one request a second a host
CONCURRENT_REQUESTS_PER_DOMAIN = 1
CONCURRENT_REQUESTS = 0  # no limit over all hosts: each has its own delay, and FairQueue bounds its share
SCHEDULER = "crawler.scheduler.CountingScheduler"
SCHEDULER_PRIORITY_QUEUE = "crawler.scheduler.FairQueue"
CLOSESPIDER_TIMEOUT = (
    22 * 3600
)  # a nightly run ends before the next; what it did not come to, the next one asks
COOKIES_ENABLED = False
DOWNLOAD_MAXSIZE = 16 * 1024 * 1024  # 30 times the largest page seen; decompressed bytes count
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_TIMEOUT = 30  # seconds from the request to the last byte: a slow drip ends too
REDIRECT_MAX_TIMES = 5  # real moves take one or two; Scrapy would follow 20
RETRY_GIVE_UP_LOG_LEVEL = (
    "WARNING"  # a page refused for a time is counted and asked again, no error of the run
)
MEMUSAGE_LIMIT_MB = 1500  # the hostile suite peaks at a third: a run that needs more is stopped and says so
MEMUSAGE_CHECK_INTERVAL_SECONDS = 10
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
DOWNLOAD_HANDLERS = {
    "https": "crawler.tls.SiteTlsHandler",  # verifies certificates, with the exceptions of the registry
    **dict.fromkeys(("data", "file", "ftp", "s3")),  # crawled links reach http(s) only
}
DOWNLOAD_VERIFY_CERTIFICATES = True
TWISTED_DNS_RESOLVER = "crawler.guard.GuardedResolver"
DOWNLOADER_MIDDLEWARES = {
    "crawler.guard.AddressGuardMiddleware": 40,
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "crawler.offsite.RegistryHostsMiddleware": 50,
    "crawler.blocks.BlockMiddleware": 560,  # before the retries see the answer
    "crawler.conditional.ConditionalGetMiddleware": 580,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.robots.StrictRobotsMiddleware": 100,
    "crawler.served.AsServedMiddleware": 595,  # between the wire and HttpCompressionMiddleware at 590
}
EXTENSIONS = {
    "crawler.crawls.CrawlLog": 100,
    "crawler.progress.Progress": 200,
    "crawler.crawl_delay.CrawlDelay": 300,
    "scrapy.extensions.logstats.LogStats": None,
}
VISITING = {  # what a spider overrides that only looks: nothing is stored, everything polite stays
    "EXTENSIONS": {"crawler.progress.Progress": 200, "crawler.crawl_delay.CrawlDelay": 300},
    "ITEM_PIPELINES": {},
}
FEED_EXPORT_ENCODING = "utf-8"

# What runs on a page, in this order. From 100 to 499 a step is a pure function of the one page, so that a crawl,
# a replay and `scrapy extract` share it; from 500 on the corpus decides.
ITEM_PIPELINES = {
    "pipelines.archive.ArchivePipeline": 50,
    "pipelines.extract.ExtractPipeline": 100,
    "pipelines.normalise.NormalisePipeline": 110,
    "pipelines.trim.TrimPipeline": 120,
    "pipelines.relevance.RelevancePipeline": 130,
    "pipelines.original.OriginalPipeline": 190,
    "pipelines.published.PublishedPipeline": 200,
    "pipelines.source.SourcePipeline": 210,
    "pipelines.issuer.IssuerPipeline": 220,
    "pipelines.region.RegionPipeline": 230,
    "pipelines.provenance.ProvenancePipeline": 235,
    "pipelines.classify.ClassifyPipeline": 240,
    "pipelines.statistics.StatisticsPipeline": 300,
    "pipelines.contacts.ContactsPipeline": 310,
    "pipelines.cases.CasesPipeline": 320,
    "pipelines.store.DropIrrelevantPipeline": 500,
    "pipelines.store.StorePipeline": 900,
}
PURE_FROM, PURE_BELOW = 100, 500

CORPUS_DB = "output/corpus.db"
ARCHIVE = (
    "{corpus}-archive"  # folder of the raw responses, {corpus}: CORPUS_DB less its suffix; empty: none kept
)
ARCHIVE_MAX_BYTES = 1_000_000_000  # a WARC file that has reached so many is closed, and the next one begun
SITES = "spiders/sites"  # registry files or folders, comma-separated
ALLOWED_PRIVATE_HOSTS: list[str] = []  # host:port pairs for which the address guard is open
ROBOTS_DELAY_MAX = 60  # seconds between requests that a robots.txt may ask for
RELEVANCE_ENABLED = True  # off: nothing is dropped as off-topic
RECHECK_DAYS = 30  # a stored page is asked again, with its validators, after so many days
LIST_PAGES_MAX = 500  # list pages a column, against endless pagination
LIST_ARTICLES_MAX = 5_000  # article links a list page: each becomes a request in memory
