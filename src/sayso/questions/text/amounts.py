"""Amounts: how many are told of, as a number or a range ("12..", "10..15", "..30")."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import groups, words
from sayso.reading.times.items import items

__all__ = ["Range", "amount", "inside", "nobody", "parsed", "wide"]

BEFORE = 5
"""Words before a number that may bound it ("no fewer than")."""


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from ``low`` to ``high``; None where it is open."""

    low: int
    high: int | None


def parsed(value: str) -> Range | None:
    """The range of a toll's value; None where it is none."""
    low, dots, high = value.partition("..")
    if not (low or high) or not (low + high).isdigit():
        return None
    if not dots:
        return Range(int(low), int(low))
    return Range(int(low or 0), int(high) if high else None)


def wide(found: Range) -> float:
    """How wide a range is; a number is 0 wide."""
    return float("inf") if found.high is None else found.high - found.low


def inside(one: Range, other: Range) -> bool:
    """Whether two ranges have a number in common."""
    low = max(one.low, other.low)
    return (one.high is None or low <= one.high) and (other.high is None or low <= other.high)


def numbers(tree: Tree) -> dict[int, tuple[int, int]]:
    """The numbers of a text: by each of their words, the value and the last word."""
    found: dict[int, tuple[int, int]] = {}
    for item in items(tree.text, tree.words.spans):
        value = item.classes.get("n") or item.classes.get("spoken-year")
        if value is not None and value.isdigit():
            first, last = tree.at(item.start), tree.at(item.end)
            if first and _is_numbered(tree, first - 1):
                continue  # "Flight 602"
            for at in range(first, last):
                found[at] = int(value), last - 1
            before = found.get(first - 1)
            if before and tree.lower[first] in words("amounts", "times"):  # "two dozen"
                for at in range(first - 1, last):
                    found[at] = before[0] * int(value), last - 1
    for at in range(1, len(tree.lower)):  # "a dozen"
        value = _units().get(tree.lower[at])
        if value and at not in found and tree.lower[at - 1] in words("amounts", "a"):
            found[at - 1] = found[at] = int(value), at
    _except(tree, found)
    return found


def _is_numbered(tree: Tree, at: int) -> bool:
    """Whether a noun is one of those that numbers name: "Flight 602", but not "the flight 12 people took"."""
    return tree.lower[at] in words("amounts", "numbered") and tree.text[tree.words.spans[at][0]].isupper()


def _except(tree: Tree, found: dict[int, tuple[int, int]]) -> None:
    """Have those told by who are not of them: "all but one of the 155" are 154, "all but one" no number."""
    for at in [i - 2 for i in found if i > 1 and tree.lower[i - 1] in words("amounts", "but")]:
        if tree.lower[at] not in words("amounts", "all"):
            continue
        less, last = found[at + 2]
        behind = range(last + 1, min(tree.sentence(at)[1], last + BEFORE))
        whole = next((i for i in behind if i in found), None)
        if tree.lower[last + 1 : last + 2] != ["of"] or whole is None:
            for i in range(at + 2, last + 1):
                del found[i]
            continue
        rest = found[whole][0] - less, found[whole][1]
        found |= dict.fromkeys(range(at, rest[1] + 1), rest)


@cache
def _units() -> dict[str, str]:
    """The numbers that nouns stand for: "dozen" is 12."""
    return dict(pair.split("=") for pair in words("amounts", "unit"))


def amount(tree: Tree, noun: int, known: dict[int, tuple[int, int]]) -> str | None:
    """How many a noun is told to be: "at least 12 people", "dozens", "between 10 and 15 miners"."""
    vague = groups("amounts").get(tree.lower[noun], "")
    if vague.isdigit():
        return f"{_times(tree, noun, int(vague))}.."
    at = noun if noun in known else _number(tree, noun, known)
    if nobody(tree, noun) and at in (None, noun):
        return "0"
    if at is None:
        for child in tree.having(noun, "nmod", "nummod", "amod", "det", "compound"):
            vague = groups("amounts").get(tree.lower[child], "")
            if vague.isdigit():
                return f"{vague}.."
        if any(tree.lower[c] in words("amounts", "both") for c in tree.having(noun, "det")):
            return "2"
        one = any(tree.lower[c] in words("amounts", "one") for c in tree.having(noun, "det"))
        return "1" if one and tree.words.upos[noun] == "NOUN" and not _plural(tree.lower[noun]) else None
    told = _bounded(tree, at, known)
    behind = " ".join(tree.lower[noun + 1 : noun + 3])
    return f"{told}.." if behind in words("amounts", "more") and told.isdigit() else told


def _times(tree: Tree, at: int, least: int) -> int:
    """The least that "tens of thousands" is, by its first word's."""
    low = tree.lower
    of = low[at + 1 : at + 2] == ["of"] and low[at + 2 : at + 3] == ["thousands"]
    return least * 1000 if of else least


def _plural(noun: str) -> bool:
    return noun.endswith("s") or noun in words("amounts", "people")


def nobody(tree: Tree, noun: int) -> bool:
    """Whether a noun stands for nobody: "no one", "none", "no passengers"."""
    none = words("amounts", "none")
    if tree.lower[noun] in words("life", "one") and noun and tree.lower[noun - 1] in words("stance", "not"):
        return True  # "not one of the passengers"
    return tree.lower[noun] in none or any(tree.lower[c] in none for c in tree.having(noun, "det", "advmod"))


def _number(tree: Tree, noun: int, known: dict[int, tuple[int, int]]) -> int | None:
    for child in tree.having(noun, "nummod"):
        found = [i for i in tree.phrase(child) if i in known]
        if found:
            return child if child in known else found[0]
    for at in range(noun - 1, max(tree.sentence(noun)[0] - 1, noun - 4), -1):
        if at in known:
            return at
        if tree.words.upos[at] != "ADJ":
            break
    if tree.lower[noun] in words("amounts", "of") and (of := tree.oblique(noun, "of")) is not None:
        return of if of in known else _number(tree, of, known)
    return None


def _bounded(tree: Tree, at: int, known: dict[int, tuple[int, int]]) -> str:
    """The number at a word with the bounds that the words around it give."""
    first = at
    while first - 1 in known and known[first - 1] == known[at]:
        first -= 1
    value, last = known[at]
    sentence, end = tree.sentence(at)
    before = " ".join(tree.lower[max(sentence, first - BEFORE) : first]).removesuffix(
        " a"
    )  # "over a hundred"
    after = tree.lower[last + 1 : min(end, last + 4)]
    second = next((i for i in range(last + 2, min(end, last + 3)) if i in known), None)
    if (
        second is not None
        and after[0] in words("amounts", "to")
        and (after[0] != "and" or before.endswith(tuple(words("amounts", "between"))))
    ):
        risen = before.endswith(tuple(words("amounts", "rising")))  # "rose from 14 to 31"
        return str(known[second][0]) if risen else f"{value}..{known[second][0]}"
    previous = known.get(first - 2)
    if previous and tree.lower[first - 1] in words("amounts", "to") and first - 2 >= sentence:
        low = " ".join(tree.lower[max(sentence, first - 2 - BEFORE) : first - 2])
        if low.endswith(tuple(words("amounts", "rising"))):
            return str(value)
        if tree.lower[first - 1] != "and" or low.endswith(tuple(words("amounts", "between"))):
            return f"{previous[0]}..{value}"
    if before.removesuffix(" the").endswith(tuple(words("amounts", "least"))) or " ".join(after).startswith(
        tuple(words("amounts", "more"))
    ):
        return f"{value}.."
    if before.endswith(tuple(words("amounts", "most"))) and not _goes_up_to(before):
        return f"..{value}"
    return str(value)


def _goes_up_to(before: str) -> bool:
    """Whether words before a number tell that something went up to it: "the toll went up to 53"."""
    told = before.split()
    return told[-2:] == ["up", "to"] and not words("toll", "up_to").isdisjoint(told[-3:-2])
