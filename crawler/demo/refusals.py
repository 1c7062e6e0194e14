"""Sites that give nothing: a script instead of a page, a robots.txt that forbids, a list without items."""

from crawler.demo.layouts import Html, fill
from crawler.demo.reply import Pages, Reply, page
from crawler.demo.sample import Sample

CHALLENGE = (
    "<script>document.cookie=('_')+('_')+('jsl')+('_clearance_s=1718676000.123|-1|')+('demo%3D')"
    "+';max-age=3600;path=/';location.href=location.pathname+location.search</script>"
)


def render_challenge(sample: Sample, visit: int) -> Pages:  # noqa: ARG001 - the signature of all renderers
    """Return a site behind 加速乐, which answers every page with status 521 and a script."""
    cookie = ("Set-Cookie", "__jsluid_h=00112233445566778899aabbccddeeff; max-age=31536000; path=/; HttpOnly")
    answer = Reply(CHALLENGE.encode(), status=521, headers=(cookie,))
    return {column.path + name: answer for column in sample.columns for name in ("", "index.html")}


def render_empty(sample: Sample, visit: int) -> Pages:  # noqa: ARG001
    """Return a TRS site whose lists came out of a redesign without items."""
    return {
        column.path + "index.html": page(
            fill("trs_list", **sample.imprint, column=column.label, items=Html(""), index=0, count=1)
        )
        for column in sample.columns
    }
