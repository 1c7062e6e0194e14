"""A verdict on two pages in words, Chinese first and English beside it."""

from pipelines.copies.compare import Verdict, by_length
from pipelines.copies.conflicts import compare_figures
from pipelines.copies.subject import Subject

SHOWN = 5  # figures shown of each kind

RELATIONS = {
    "same": ("同一通告的副本", "copies of one notice"),
    "excerpt": ("一页摘引另一页", "one quotes the other"),
    "same_event": ("同一事件的不同文稿", "two accounts of one event"),
    "apart": ("不是同一通告", "two notices"),
}
RULES = {
    "same_note": ("短文，标题、正文、机关全同", "short, but title, text and issuer are the same"),
    "short": ("文字太短，不足为证", "too short to prove anything"),
    "equal": ("两文彼此包含，几乎全同", "each text stands in the other almost whole"),
    "copied": (
        "短文几乎全在长文中，只差小改、不含数字的插入或被截的结尾",
        "copied but for small edits, insertions without figures or a cut end",
    ),
    "spun": ("措辞被替换，但数字一一相符", "reworded, but the figures agree one by one"),
    "quoted": (
        "大段文字顺序相同且数字相符，其余是各自的文字",
        "a long passage in order with equal figures, the rest is its own",
    ),
    "covered": ("短文在长文中，但长文另有大段内容", "contained in a text that says much more"),
    "figures_agree": ("数字相符，行文不同", "the figures agree, the wording does not"),
    "alike": ("文字相近，不足以断定为副本", "alike, but not enough for a copy"),
    "unlike": ("文字相差太大", "too little in common"),
    "figures": ("多处数字相互矛盾", "several figures conflict"),
    "lead": ("标题或首句的数字、日期不同", "a figure or date in the title or first sentence differs"),
    "numbers": ("同一位置的号码不同", "a telephone, account or identity number differs"),
    "dates": ("文中日期无一相同", "no date in common"),
    "issuers": ("发布机关属于不同地方", "organs of different places"),
    "places": ("同样的句子，地名不同", "the same sentences about different places"),
    "phones": ("举报电话无一相同", "no telephone in common"),
}
REASONS = {
    "named as the original by another copy": "另一副本称它为原文",
    "on the site of its issuer": "在发布机关自己的网站上",
    "on an official site": "在政府网站上",
    "whole": "未被截短",
    "least altered": "改动最少",
    "published first": "发布最早",
    "seen first": "最先见到",
    "first by URL": "网址排序在先",
    "the only copy": "唯一的副本",
}


def in_slot(slot: str, values: list[str]) -> str:
    """Return a figure with the words around it."""
    return slot.replace("#", f"[{'/'.join(values) or '—'}]")


def figure_lines(a: Subject, b: Subject) -> list[str]:
    """Return the figures that agree and those that conflict, each with its words."""
    _, conflicts = compare_figures(a.key, b.key)
    equal = [slot for slot in a.key.slots if slot in b.key.slots and slot not in conflicts]
    lines = [f"数字相符 equal figures: {len(equal)}"]
    lines += [f"    {in_slot(slot, list(dict.fromkeys(a.key.slots[slot])))}" for slot in equal[:SHOWN]]
    lines.append(f"数字矛盾 conflicting figures: {len(conflicts)}")
    for slot, (mine, theirs) in list(conflicts.items())[:SHOWN]:
        lines.append(f"    A {in_slot(slot, mine)}  ≠  B {in_slot(slot, theirs)}")
    return lines


def objection_lines(verdict: Verdict, a: Subject, b: Subject) -> list[str]:
    """Return what kept two pages apart: the two sides of each difference, that of `a` first."""
    against = verdict.evidence.get(verdict.rule)
    order = -1 if by_length(a) > by_length(b) else 1  # the evidence names the shorter text first
    if isinstance(against, dict):
        sides = ((slot, values[::order]) for slot, values in against.items())
        return [
            f"    A {in_slot(slot, mine)}  ≠  B {in_slot(slot, theirs)}" for slot, (mine, theirs) in sides
        ]
    if isinstance(against, list):
        mine, theirs = ("、".join(side) or "—" for side in against[::order])
        return [f"    A {mine}  ≠  B {theirs}"]
    return []


def named(kind: str, a: frozenset[str], b: frozenset[str]) -> str:
    """Return one line with what each page names."""
    mine, theirs = ("、".join(sorted(names)[:SHOWN]) or "—" for names in (a, b))
    return f"{kind}: A {mine} | B {theirs}"


def explained(verdict: Verdict, a: Subject, b: Subject) -> list[str]:
    """Return the verdict on two pages in lines: verdict and rule first, then the evidence for it."""
    relation, rule = RELATIONS[verdict.relation], RULES[verdict.rule]
    lines = [
        f"结论 verdict: {relation[0]} {relation[1]} ({verdict.relation})",
        f"依据 rule: {rule[0]} {rule[1]} ({verdict.rule})",
        *objection_lines(verdict, a, b),
        f"包含度 containment: {verdict.containment:.2f}",
    ]
    if verdict.longest_run is not None:
        lines.append(f"最长相同段 longest common run: {verdict.longest_run:.0%}")
    if cut := verdict.evidence.get("cut"):
        lines.append(f"截去的结尾 cut from the longer page: {cut:.0%}")
    lines += figure_lines(a, b)
    lines.append(named("机关所属 issuers", a.names, b.names))
    lines.append(named("电话 telephones", a.key.phones, b.key.phones))
    lines.append(named("文中日期 dates", a.key.dates, b.key.dates))
    return lines
