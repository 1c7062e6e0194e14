"""The chapters in the order in which a reader meets them."""

from crawler.report.exhibits.changes import CHANGES
from crawler.report.exhibits.contradictions import CONTRADICTIONS
from crawler.report.exhibits.gaps import GAPS
from crawler.report.exhibits.holdings import HOLDINGS
from crawler.report.exhibits.mirrors import MIRRORS
from crawler.report.exhibits.places import PLACES
from crawler.report.exhibits.scams import SCAMS
from crawler.report.exhibits.years import YEARS

SECTIONS = (HOLDINGS, YEARS, PLACES, SCAMS, CHANGES, CONTRADICTIONS, MIRRORS, GAPS)
