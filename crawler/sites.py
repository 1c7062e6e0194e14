"""The site registry: YAML files that say who publishes where, read strictly."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from crawler.expectations import Expect, build_expect
from crawler.site_places import misplaced
from crawler.strict_yaml import StrictLoader

LEVELS = ("national", "province", "city", "county", "media", "mirror")
KINDS = (
    "police", "politics_law", "procuratorate", "court", "regulator", "government",
    "media", "police_media", "mirror", "service",
)  # fmt: skip
CRAWLED_STATES = ("candidate", "confirmed")
FORBIDDEN_STATES = ("do_not_crawl", "robots_disallowed")
# A legacy site has been replaced by its successor; the others hold no column of notices, or none that is trusted yet.
STATES = (*CRAWLED_STATES, *FORBIDDEN_STATES, "legacy", "service_only", "search_only", "repost", "unverified")
DATES_IN_URL = ("ymd", "ym", "y", "none", "mixed", "unknown")
# What a column mostly holds: warnings 警示, cases 案例, news and results 动态, announcements 公告.
COLUMN_KINDS = ("warning", "case", "report", "announcement")
# Exceptions from how TLS is spoken to everybody else; crawler/tls.py says what each does.
TLS_QUIRKS = ("legacy", "p256", "unverified")
SITE_FIELDS = frozenset((
    "name", "level", "kind", "region", "province", "family", "columns", "article", "date_in_url", "home",
    "successor", "state", "delay", "expect", "tls", "http_only", "note",
))  # fmt: skip
COLUMN_FIELDS = frozenset(("label", "url", "kind", "state"))


class RegistryError(ValueError):
    """Raised when a registry file cannot be used; the message names file and key and says what is wrong."""


@dataclass(frozen=True)
class Column:
    """One list of a site."""

    label: str
    url: str
    kind: str | None = None
    state: str | None = None  # candidate or confirmed, where it differs from its site's


@dataclass(frozen=True)
class Site:
    """One publisher at one host and path prefix."""

    key: str  # host[:port][/path/prefix]
    name: str
    level: str
    kind: str
    region: str | None = None  # GB/T 2260 code
    province: str | None = None
    family: str | None = None  # None: the list page decides by its own evidence
    columns: tuple[Column, ...] = ()
    article: re.Pattern[str] | None = None
    date_in_url: str = "unknown"  # how much of the publish date the article's URL tells: ymd ym y none mixed
    home: str | None = None  # where its columns can be looked for
    successor: str | None = None  # key of the site that took this one's place
    state: str = "candidate"
    delay: float | None = None  # seconds between requests, where the default is too fast
    expect: Expect = field(default_factory=Expect)  # what the health checks expect
    tls: tuple[str, ...] = ()  # of TLS_QUIRKS
    http_only: bool = False  # https does not work there: its https links are asked by http
    note: str | None = None

    @property
    def host(self) -> str:
        """Return host[:port]."""
        return self.key.partition("/")[0]

    @property
    def crawled(self) -> bool:
        """Return whether a run that names no site crawls this one."""
        return bool(self.columns) and self.state in CRAWLED_STATES

    @property
    def home_url(self) -> str:
        """Return the address of the home page: the one given, else the root of host and prefix."""
        secure = any(column.url.startswith("https:") for column in self.columns) and not self.http_only
        return self.home or f"{'https' if secure else 'http'}://{self.key}/"

    def address(self, url: str) -> str:
        """Return `url` as this site can be asked for it: by http where https does not work."""
        parts = urlsplit(url)
        plain = self.http_only and parts.scheme == "https" and parts.netloc.lower() == self.host
        return parts._replace(scheme="http").geturl() if plain else url

    def is_of(self, province: str) -> bool:
        """Return whether the site speaks for `province`, named in full or without its kind: 广西, 广西壮族自治区."""
        return len(province) >= 2 and (self.province or "").startswith(province)

    def holds(self, url: str) -> bool:
        """Return whether `url` lies under this site's host and path prefix."""
        parts = urlsplit(url)
        host, _, prefix = self.key.partition("/")
        path = parts.path.lstrip("/")
        return parts.netloc.lower() == host and (
            not prefix or path == prefix or path.startswith(prefix + "/")
        )


class Registry(dict[str, Site]):
    """Sites by key."""

    def of(self, url: str) -> Site | None:
        """Return the site that `url` belongs to, the longest path prefix first."""
        found = [site for site in self.values() if site.holds(url)]
        return max(found, key=lambda site: len(site.key), default=None)

    def takes(self, site: Site, url: str) -> bool:
        """Return whether a link listed at `site` is an article to ask: of this site, or of another one we know."""
        if urlsplit(url).netloc.lower() == site.host:
            return site.article is None or site.article.search(url) is not None
        return self.of(url) is not None

    def named(self, keys: Collection[str] = (), provinces: Collection[str] = ()) -> list[Site]:
        """Return the sites of these keys and provinces, of all where none is named.

        Raises RegistryError for a key or province that the registry does not hold.
        """
        for key in keys:
            if key not in self:
                raise RegistryError(f"no site {key} in the registry; `scrapy sites` lists them")
        for province in provinces:
            if not any(site.is_of(province) for site in self.values()):
                raise RegistryError(f"no site of province {province} in the registry")
        return [
            site
            for site in self.values()
            if (not keys or site.key in keys)
            and (not provinces or any(site.is_of(province) for province in provinces))
        ]

    def select(self, keys: Collection[str] = (), provinces: Collection[str] = ()) -> list[Site]:
        """Return the sites to crawl: those named, else those of the provinces, else every site with a column.

        Raises RegistryError as `named` does, and for a named site that must not be crawled or has no column.
        """
        sites = self.named(keys, provinces)
        if not keys:
            return [site for site in sites if site.crawled]
        for site in sites:
            if site.state in FORBIDDEN_STATES:
                raise RegistryError(f"{site.key}: its registry state is {site.state}")
            if not site.columns:
                raise RegistryError(
                    f"{site.key}: the registry knows no column of it; `scrapy columns --site {site.key}`"
                )
        return sites


def registry_files(paths: Iterable[str]) -> Iterator[Path]:
    """Yield the .yml files named by `paths`, folders unrolled; raises RegistryError where there is none."""
    for name in paths:
        path = Path(name)
        files = sorted(path.glob("*.yml")) if path.is_dir() else [path]
        if not path.exists() or not files:
            raise RegistryError(f"{name}: no registry file there (setting SITES)")
        yield from files


def load_registry(paths: Iterable[str], families: Collection[str] = ()) -> Registry:
    """Return every site of the registry files.

    Raises RegistryError, naming file and key, for unknown fields, levels, kinds, states and families, bad
    patterns, a host that stands twice, and URLs outside their site.
    """
    registry = Registry()
    owners: dict[str, str] = {}
    for file in registry_files(paths):
        try:
            entries = yaml.load(file.read_text(encoding="utf-8"), StrictLoader)  # noqa: S506 (a SafeLoader)
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            raise RegistryError(f"{file}: {' '.join(str(error).split())}") from error
        if entries is None:
            continue
        if not isinstance(entries, dict):
            raise RegistryError(f"{file}: not a mapping of host to site")
        for key, entry in entries.items():
            try:
                if key in registry:
                    raise RegistryError("stands in two registry files")
                registry[key] = build_site(key, entry, families)
                for column in registry[key].columns:
                    if (owner := owners.setdefault(column.url, key)) != key:
                        raise RegistryError(f"column {column.label}: {column.url} is a column of {owner}")
            except RegistryError as error:
                raise RegistryError(f"{file}: {key}: {error}") from None
    return registry


def build_site(key: str, entry: dict, families: Collection[str]) -> Site:
    """Return the site of one registry entry; raises RegistryError saying which field is wrong."""
    if not isinstance(entry, dict):
        raise RegistryError("not a mapping of fields")
    if unknown := entry.keys() - SITE_FIELDS:
        raise RegistryError(f"unknown field {', '.join(sorted(unknown))}")
    if missing := {"name", "level", "kind"} - entry.keys():
        raise RegistryError(f"field {', '.join(sorted(missing))} is missing")
    check_words(entry, {"level": LEVELS, "kind": KINDS, "state": STATES, "date_in_url": DATES_IN_URL})
    tls = entry.get("tls") or []
    for quirk in tls if isinstance(tls, list) else [tls]:
        check_words({"tls": quirk}, {"tls": TLS_QUIRKS})
    family = entry.get("family")
    if family is not None and families and family not in families:
        raise RegistryError(f"family {family} is none of {', '.join(sorted(families))}")
    region = entry.get("region")
    if region is not None and not re.fullmatch(r"\d{6}", str(region)):
        raise RegistryError(f"region {region} is not a six-digit GB/T 2260 code (put it in quotes)")
    if wrong := misplaced(None if region is None else str(region), entry.get("province")):
        raise RegistryError(wrong)
    try:
        article = re.compile(entry["article"]) if entry.get("article") else None
    except re.error as error:
        raise RegistryError(f"article pattern: {error}") from None
    try:
        expect = build_expect(entry.get("expect"))
    except ValueError as error:
        raise RegistryError(str(error)) from None
    site = Site(**(entry | {
        "key": key, "region": None if region is None else str(region), "article": article,
        "expect": expect, "tls": tuple(tls) if isinstance(tls, list) else (tls,),
        "columns": tuple(build_column(column) for column in entry.get("columns") or ()),
    }))  # fmt: skip
    for column in site.columns:
        if urlsplit(column.url).netloc.lower() != site.host:
            raise RegistryError(f"column {column.label}: {column.url} is not on this host")
    return site


def check_words(entry: dict, vocabularies: dict[str, tuple[str, ...]]) -> None:
    """Raise RegistryError for a field whose value is none of its vocabulary."""
    for name, allowed in vocabularies.items():
        if name in entry and entry[name] not in allowed:
            raise RegistryError(f"{name} {entry[name]} is none of {', '.join(allowed)}")


def build_column(entry: dict) -> Column:
    """Return one column; raises RegistryError unless it has a label and an http(s) URL."""
    if not isinstance(entry, dict) or not {"label", "url"} <= entry.keys() <= COLUMN_FIELDS:
        raise RegistryError("a column is {label: …, url: …}, with kind and state if need be")
    if urlsplit(entry["url"]).scheme not in ("http", "https"):
        raise RegistryError(f"column {entry['label']}: {entry['url']} is no http(s) URL")
    try:
        check_words(entry, {"kind": COLUMN_KINDS, "state": CRAWLED_STATES})
    except RegistryError as error:
        raise RegistryError(f"column {entry['label']}: {error}") from None
    return Column(**entry)
