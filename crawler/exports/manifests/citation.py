"""CITATION.cff 1.2.0 (https://citation-file-format.github.io): how to cite the data set."""

import yaml

from crawler.exports.manifests.about import DESCRIPTION, KEYWORDS, TITLE, Export

FILE_NAME = "CITATION.cff"


def citation(export: Export) -> str:
    """Return the file; no licence is named, for the texts have none of ours."""
    described = {
        "cff-version": "1.2.0",
        "message": "引用本数据集时，请同时注明所引通告的发布机关和网址。 Cite the data set, and the issuer and URL of each notice you quote.",
        "type": "dataset",
        "title": TITLE,
        "abstract": DESCRIPTION,
        "version": export.version,
        "authors": [{"name": "fanzha contributors"}],
        "keywords": list(KEYWORDS),
    }
    if export.day:
        described["date-released"] = export.day
    return yaml.safe_dump(described, allow_unicode=True, sort_keys=False, width=10_000)
