"""The tables of an export, in the order in which a reader meets them."""

from crawler.exports.tables.cells import CELLS
from crawler.exports.tables.facts import CASES, CONTACTS
from crawler.exports.tables.notices import NOTICES
from crawler.exports.tables.pages import MIRRORS, SOURCES
from crawler.exports.tables.statistics import STATISTICS
from crawler.exports.tables.wide import WIDE

EXPORTS = (NOTICES, STATISTICS, WIDE, CELLS, CONTACTS, CASES, MIRRORS, SOURCES)
