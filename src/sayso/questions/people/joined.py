"""How many are counted together with those joined to them: "three soldiers and two civilians" are five."""

from __future__ import annotations

from sayso.questions.people.victims import beside
from sayso.questions.text.amounts import amount, parsed
from sayso.questions.text.events import event_class
from sayso.questions.text.scene import Scene
from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import groups, words
from sayso.reading.nouns import noun_kind

__all__ = ["PEOPLE", "Known", "together", "with_joined"]

PEOPLE = ("person-unnamed", "official-unnamed", None)
"""Kinds of nouns that can stand for one person."""

Known = dict[int, tuple[int, int]]
"""The numbers that may count people: by each of their words, the value and the last word."""


def together(scene: Scene, who: int, at: int, value: str | None, known: Known) -> tuple[int, int, str] | None:
    """Those counted with those joined to them; where the first has no number, he or she is one.

    "his mother and ten others" are 11, "herself and two others" 3.
    """
    tree = scene.tree
    if value == "1" and scene.mentions.of(who, "PERSON") is not None:  # "another passenger, Ann Roe"
        return None
    if value is not None:
        ones = sum(_is_one(scene, c) for c in beside(tree, who))  # "the pilot and eight others", two subjects
        told = with_joined(scene, who, value, known)
        return who, at, str(int(told) + ones) if told.isdigit() and told != "0" else told
    apposed = [c for c in tree.having(who, "appos") if scene.mentions.covering(c)]
    joined = [c for word in (who, *apposed) for c in tree.having(word, "conj")] or _beside(tree, who)
    many = [(c, number) for c in joined if (number := amount(tree, c, known)) and number != "1"]
    first = _is_one(scene, who)
    if len(many) != 1 or not (first or event_class(tree.lower[who])):  # "the boat and nine fishermen"
        return None
    size = parsed(many[0][1])
    beneath = (c for word in (who, *apposed) for c in tree.having(word, "appos"))
    owned = [c for c in beneath if tree.lower[c + 1 : c + 2] == ["and"] and _of_his(tree, c)]
    joined += owned  # "the minister, his driver and three guards"
    others = (c for c in joined if c != many[0][0] and words("naming", "including").isdisjoint(tree.cases(c)))
    ones = (_size(tree, who) if first else 0) + sum(
        _is_one(scene, c) and tree.lower[c - 1] != "," for c in others
    )  # not "the pilot, Ann Roe,"
    if size is None or tree.lower[many[0][0]] in words("responsibility", "animal"):
        return None
    return who, at, f"{size.low + ones}.." if size.high is None else str(size.low + ones)


def _of_his(tree: Tree, at: int) -> bool:
    """Whether a possessive tells whose somebody is: "his driver"."""
    return any(True for _ in tree.having(at, "nmod:poss"))


def _beside(tree: Tree, who: int) -> list[int]:
    """A noun joined to another by "and" that the parse hung on the verb as well."""
    siblings = tree.having(tree.words.heads[who], tree.relation(who))
    return [c for c in siblings if c > who and any(True for _ in tree.having(c, "cc"))][:1]


def _size(tree: Tree, at: int) -> int:
    """How many a word in the singular stands for: 1, or 2 for "a couple"."""
    told = groups("several").get(tree.lower[at], "")
    return int(told) if told.isdigit() else 1


def _is_one(scene: Scene, at: int) -> bool:
    """Whether a word stands for one person: "her pilot", "himself", "Ann Roe"."""
    tree = scene.tree
    word = tree.lower[at]
    if scene.mentions.of(at, "PERSON") is not None or word.endswith("self"):
        return True
    if word in words("naming", "he") | words("naming", "she"):
        return True
    known = words("naming", "somebody") | words("naming", "kin") | words("naming", "role")
    if tree.words.upos[at] not in ("NOUN", "ADJ") or word.endswith("s"):
        return False
    one = tree.words.upos[at] == "NOUN" and any(True for _ in tree.having(at, "det", "nmod:poss"))
    thing = noun_kind(word) not in PEOPLE or event_class(word) is not None
    return word in known or (one and not thing and word not in words("amounts", "people"))


def with_joined(scene: Scene, who: int, value: str, known: Known) -> str:
    """The number of those counted with those joined to them: "three soldiers and two civilians" are 5."""
    tree = scene.tree
    near = [c for c in tree.having(who, "conj") if c > who and "VERB" not in tree.words.upos[who:c]]
    near = [c for c in near if ":" not in tree.lower[who:c]]  # not those listed by name
    if near and "CCONJ" not in tree.words.upos[who : max(near)]:  # not "11, three critically"
        near = []
    if any(True for _ in tree.having(who, "appos")) and not any(amount(tree, c, known) for c in near):
        near = []  # "two skiers, a father and son"
    people = (
        c
        for c in near
        if tree.lower[c] not in words("responsibility", "animal")
        and not _is_state(tree, c)
        and (c not in known or known[c] != known.get(who))  # not "all but one", which is one number
    )
    joined = [amount(tree, c, known) or ("1" if _is_one(scene, c) else None) for c in people]
    exact = [int(number) for number in (value, *joined) if number and number.isdigit()]
    return str(sum(exact)) if len(exact) == len(joined) + 1 else value


def _is_state(tree: Tree, at: int) -> bool:
    """Whether a joined word counts something else: "25 dead and 60 wounded"."""
    behind = 2 if tree.words.upos[at] == "NUM" else 1
    return not groups("aspects").keys().isdisjoint(tree.lower[at : at + behind])
