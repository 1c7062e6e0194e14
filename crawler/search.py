"""Search in Chinese: what the index holds of a text, and what a query asks of it.

"Exactly" means: a word is letters, digits and Han characters in a row, simplified, half-width and in lower case;
punctuation and white space separate words in the text as in the query. A page is found if every word of the
query stands within some word of its title or text: 诈骗 in 电信诈骗案, 961 in 96110, never 骗案 across 诈骗，案件.

The index is FTS5 over bigrams. Each word of the text gives its pairs of neighbours and then its last character
alone, which keeps two words apart and lets a single character be found as the beginning of a term.
"""

import re

from crawler.fold import fold

WORD = re.compile(r"[^\W_]+")
NOTHING = '""'  # an FTS5 query that no row answers


def searchable(text: str) -> str:
    """Return `text` as it is compared: folded, without case, of the same length."""
    folded = fold(text)
    caseless = folded.casefold()
    if len(caseless) == len(folded):
        return caseless
    return "".join(other if len(other := char.casefold()) == 1 else char for char in folded)  # ß, ŉ


def words(text: str) -> list[str]:
    """Return the words of a text or query, in order."""
    return WORD.findall(searchable(text))


def pairs(word: str) -> list[str]:
    """Return the bigrams of a word."""
    return [word[at : at + 2] for at in range(len(word) - 1)]


def search_terms(text: str | None) -> str:
    """Return the terms of the index for a text, separated by blanks: the SQL function that the triggers call."""
    return " ".join(term for word in words(text or "") for term in (*pairs(word), word[-1]))


def match_query(query: str | None) -> str:
    """Return the FTS5 expression that finds exactly the pages in which every word of `query` stands."""
    asked = dict.fromkeys(words(str(query or "")))
    phrases = [f'"{" ".join(pairs(word))}"' if len(word) > 1 else f'"{word}" *' for word in asked]
    return " ".join(phrases) or NOTHING


def hits(text: str, query: str) -> list[tuple[int, int]]:
    """Return where the words of `query` stand in `text`: offsets ascending, none within another."""
    asked = sorted(set(words(query)), key=len, reverse=True)
    if not asked:
        return []
    return [match.span() for match in re.finditer("|".join(map(re.escape, asked)), searchable(text))]
