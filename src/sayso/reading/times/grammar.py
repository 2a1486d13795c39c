"""The rules that find time expressions, and how they are matched; ``times/rules.txt`` tells their syntax.

All rules together are one tree of words and classes, walked from each word of the text: the time is linear
in the text, since no rule is longer than a few words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from sayso.reading.times.items import Item
from sayso.reading.vocabulary import lines

__all__ = ["Match", "Rule", "matches"]

_Element = tuple[str, tuple[str, str] | None]
"""An edge of the tree, and the class and slot that its word fills, if any."""

_Names = tuple[tuple[str, str] | None, ...]
"""For each word of a match the class and slot that it fills, if any."""

_End = tuple["Rule", _Names, int]
"""A rule, what its words fill, and how many of them are the expression."""


@dataclass(frozen=True, slots=True)
class Context:
    """Words that must, or must not, stand beside an expression."""

    words: frozenset[str]
    wanted: bool

    def allows(self, item: Item | None) -> bool:
        """Whether an item (None beyond the text's ends) may stand there."""
        has = item is not None and (item.text in self.words or not self.words.isdisjoint(item.classes))
        return has == self.wanted


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule makes of its words: the form that gives the value, and what the form is told."""

    form: str
    given: dict[str, str]
    before: Context | None
    after: Context | None
    order: int


@dataclass(slots=True)
class _Node:
    """A place in the tree: where each word or class leads, and the rules that end here."""

    edges: dict[str, _Node] = field(default_factory=dict)
    ends: list[_End] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that matches items ``first`` to ``last`` (end-exclusive), and what its form is told."""

    rule: Rule
    first: int
    last: int
    slots: dict[str, str]


def matches(found: Sequence[Item], language: str = "en") -> Iterator[Match]:
    """The expressions among the items, none overlapping: the longest from the left."""
    root = _tree(language)
    at = 0
    while at < len(found):
        item = found[at]
        begins = bool(item.classes) or item.text in root.edges
        best = _best(root, found, at) if begins else None
        if best is None:
            at += 1
        else:
            yield best
            at = best.last


def _best(root: _Node, found: Sequence[Item], first: int) -> Match | None:
    """The longest match that begins with an item; of equally long ones, that of the first rule."""
    best: tuple[int, int] = (first, 0)
    chosen: _End | None = None
    waiting = [(root, first)]
    while waiting:
        node, at = waiting.pop()
        for end in node.ends:
            key = (at, -end[0].order)
            if key > best and _stands(end[0], found, first, at):
                best, chosen = key, end
        if at < len(found) and node.edges:
            waiting += ((edge, at + 1) for edge in _edges(node, found[at]))
    if chosen is None:
        return None
    rule, filled, own = chosen
    slots = dict(rule.given)
    for item, slot in zip(found[first : best[0]], filled, strict=True):
        if slot is not None:
            slots[slot[1]] = item.classes[slot[0]]
    return Match(rule, first, first + own, slots)


def _edges(node: _Node, item: Item) -> Iterator[_Node]:
    """Where an item leads: by its text, and by each of its classes."""
    if item.text in node.edges:
        yield node.edges[item.text]
    for kind in item.classes:
        edge = node.edges.get("{" + kind)
        if edge is not None:
            yield edge


def _stands(rule: Rule, found: Sequence[Item], first: int, last: int) -> bool:
    if rule.before is not None and not rule.before.allows(found[first - 1] if first else None):
        return False
    return rule.after is None or rule.after.allows(found[last] if last < len(found) else None)


@cache
def _tree(language: str) -> _Node:
    root = _Node()
    for order, line in enumerate(lines("times/rules", language)):
        _add(root, line, order)
    return root


def _add(root: _Node, line: str, order: int) -> None:
    """Put a rule into the tree, once for each choice among its optional and alternative words."""
    form, _, rest = line.partition(": ")
    pattern, _, given = rest.partition(" => ")
    parts = pattern.split()
    before = _context(parts.pop(0)) if parts[0][0] == "[" else None
    after = _context(parts.pop()) if parts[-1][0] == "[" else None
    told = dict(pair.split("=") for pair in given.split())
    rule = Rule(form, told, before, after, order)
    own = parts.index(">") if ">" in parts else len(parts)
    for choice, behind in product(_sequences(parts[:own]), _sequences(parts[own + 1 :])):
        node = root
        for key, _ in choice + behind:
            node = node.edges.setdefault(key, _Node())
        node.ends.append((rule, tuple(name for _, name in choice + behind), len(choice)))


def _sequences(parts: Sequence[str]) -> list[tuple[_Element, ...]]:
    """All sequences of words and classes that a pattern stands for."""
    ways: list[list[tuple[_Element, ...]]] = []
    at = 0
    while at < len(parts):
        if parts[at][0] == "(" != parts[at]:
            end = next(i for i in range(at, len(parts)) if parts[i].endswith(")?"))
            inner = [*parts[at : end + 1]]
            inner[0], inner[-1] = inner[0][1:], inner[-1].removesuffix(")?")
            ways.append([(), *_sequences(inner)])
            at = end + 1
        else:
            ways.append(_choices(parts[at]))
            at += 1
    return [tuple(element for part in choice for element in part) for choice in product(*ways)]


def _choices(part: str) -> list[tuple[_Element, ...]]:
    """The ways to match one word of a pattern: an edge of the tree, and which class fills which slot."""
    optional = part.endswith("?") and len(part) > 1
    part = part.removesuffix("?") if optional else part
    ways: list[tuple[_Element, ...]] = [()] if optional else []
    if part[0] == "{":
        kinds, _, name = part[1:-1].partition(":")
        ways += [(("{" + kind, (kind, name or kind)),) for kind in kinds.split("|")]
    else:
        ways += [((word, None),) for word in part.split("|")]
    return ways


def _context(part: str) -> Context:
    words = part[1:-1]
    wanted = not words.startswith("!")
    return Context(frozenset(words.removeprefix("!").split("|")), wanted)
