"""The gold table of statistics as pages."""

from pathlib import Path

import yaml

from crawler.fold import fold
from crawler.items import Page
from pipelines.normalise import script_of

FOLDER = Path(__file__).parent / "gold"
GOLD = yaml.safe_load((FOLDER / "statistics.yml").read_text(encoding="utf-8"))
FLOORS = yaml.safe_load((FOLDER / "statistics_floors.yml").read_text(encoding="utf-8"))


def page(text: str, published: str | None = None) -> Page:
    """A page with the fields that reading statistics needs."""
    return Page(
        url="https://yunling.example/1.html",
        text=text,
        folded=fold(text),
        published=published,
        script=script_of(text),
    )
