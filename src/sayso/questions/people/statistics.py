"""Statistics: numbers of dead or hurt that are of no event, but of a time, a rate, a disease or a film."""

from __future__ import annotations

from sayso.questions.text.events import VAGUE, event_class
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import words

__all__ = ["statistic"]

AROUND = 60
"""Words on either side of a number's verb in which it is told that it is a statistic."""

LEAD = 2
"""Sentences of a report that tell what it is about."""


def statistic(scene: Scene, at: int) -> bool:
    """Whether a predicate tells of no event, but of a rate, a count of years, or the dead of a disease."""
    tree = scene.tree
    first, last = tree.sentence(at)
    first, last = max(first, at - AROUND), min(last, at + AROUND)
    told = tree.lower[first:last]
    rated = any(tree.lower[i] in words("toll", "rate") and _rates(scene, i) for i in range(first, last))
    if rated or any(_yearly(scene, i) for i in range(first, last - 1)):
        return True
    if any(_so_far(scene, i) for i in range(first, last - 1)):
        return True
    if any(_since(scene, i) or _year_saw(scene, i) or _years(scene, i) for i in range(first, last - 1)):
        return True
    if any(_that_year(scene, i) for i in range(first, last - 1)) and not _of_event(told):
        return True
    disease = _by_disease(scene, first, last) or _of_disease(scene, told)
    return _generic(scene, at) or disease or _imagined(scene, at)


def _rates(scene: Scene, at: int) -> bool:
    """Whether a word tells a rate: "daily", but neither "The Daily Post" nor "the annual pilgrimage"."""
    tree = scene.tree
    if tree.words.upos[at] == "PROPN":
        return False
    counted = words("toll", "counted") | words("toll", "toll") | words("toll", "per_time")
    return tree.relation(at) != "amod" or tree.lower[tree.words.heads[at]] in counted


def _yearly(scene: Scene, at: int) -> bool:
    """Whether two words tell how often: "a year", but neither "a year ago" nor "for a year"."""
    tree = scene.tree
    if tree.lower[at] not in words("toll", "each") or tree.lower[at + 1] not in words("toll", "period"):
        return False
    behind = tree.lower[at + 2 : at + 3]
    governed = any(True for _ in tree.having(at + 1, "case"))
    return not governed and words("toll", "apart").isdisjoint(behind)


def _since(scene: Scene, at: int) -> bool:
    """Whether two words begin a count of years: "since 2009", but not "the worst since 2009"."""
    tree = scene.tree
    if tree.lower[at] not in words("toll", "since") or not _is_year(tree.lower[at + 1]):
        return False
    return words("toll", "worst").isdisjoint(tree.lower[max(tree.sentence(at)[0], at - AROUND) : at])


def _year_saw(scene: Scene, at: int) -> bool:
    """Whether a year is what had the dead: "2018 saw 750 deaths"."""
    tree = scene.tree
    return _is_year(tree.lower[at]) and tree.lower[at + 1] in words("toll", "saw")


def _that_year(scene: Scene, at: int) -> bool:
    """Whether two words tell a year by this one: "last year"."""
    tree = scene.tree
    return tree.lower[at] in words("toll", "that") and tree.lower[at + 1] in words("toll", "long")


def _so_far(scene: Scene, at: int) -> bool:
    """Whether two words tell a count of this year: "so far this year", "this month alone"."""
    tree = scene.tree
    if tree.lower[at] not in words("toll", "this") or tree.lower[at + 1] not in words("toll", "period"):
        return False
    so_far = frozenset(tree.lower[max(0, at - 2) : at]) >= words("toll", "so")
    beside = tree.lower[max(0, at - 1) : at] + tree.lower[at + 2 : at + 3]
    return so_far or not words("toll", "alone").isdisjoint(beside)


def _of_event(told: list[str]) -> bool:
    """Whether words tell of an event that has dead, and not only of the dead."""
    classes = (c for word in told if (c := event_class(word)))
    return any(c not in VAGUE and c.partition(".")[0] in words("toll", "deadly") for c in classes)


def _years(scene: Scene, at: int) -> bool:
    """Whether a word begins a span of years: "between January 2016 and December 2019"."""
    tree = scene.tree
    if tree.lower[at] not in words("toll", "span"):
        return False
    last = min(tree.sentence(at)[1], at + 8)
    found = {tree.lower[i] for i in range(at + 1, last) if _is_year(tree.lower[i])}
    return len(found) > 1


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20")


def _generic(scene: Scene, at: int) -> bool:
    """Whether a predicate tells what events are, and not of one: "events in which four people are killed"."""
    tree = scene.tree
    verb = tree.words.heads[at] if tree.relation(at) == "conj" else at
    if tree.relation(verb) != "acl" or not any(True for _ in tree.having(verb, "nsubj", "mark")):
        return False
    noun = tree.words.heads[verb]
    one = any(True for _ in tree.having(noun, "det", "nummod", "nmod:poss"))
    now = any(tree.lower[c] in words("toll", "now") for c in tree.having(verb, "aux", "cop"))
    return now and not one and tree.lower[noun].endswith("s")


def _imagined(scene: Scene, at: int) -> bool:
    """Whether a film, a drill or the like is what tells of the dead: "the film tells of a flood in which"."""
    tree = scene.tree
    verbs = [a for a in (at, *tree.above(at)) if tree.words.upos[a] == "VERB"]
    subjects = (c for verb in verbs for c in tree.having(verb, "nsubj"))
    above = (at, *tree.above(at))  # whatever word the parse took for the verb: "in her novel a ferry sinks"
    within = (c for word in above for c in tree.having(word, "obl") if "in" in tree.cases(c))
    if any(tree.lower[verb] in words("toll", "simulating") for verb in verbs):
        return True
    works = [*subjects, *within]
    works += [c for work in works for c in tree.having(work, "appos")]
    return any(tree.lower[c] in words("toll", "imagined") for c in works)


def _by_disease(scene: Scene, first: int, last: int) -> bool:
    """Whether deaths are told to be of a disease, and of no outbreak: "200,000 deaths from coronavirus"."""
    tree = scene.tree
    if not words("toll", "outbreak").isdisjoint((*tree.lower[first:last], *_lead(scene))):
        return False
    deaths = (
        i for i in range(first, last) if tree.lower[i] in words("toll", "counted") | words("toll", "ends")
    )
    found = (tree.oblique(i, "from", "of", "to", "with") for i in deaths)
    return any(i is not None and tree.lower[i] in words("toll", "disease") for i in found)


def _of_disease(scene: Scene, told: list[str]) -> bool:
    """Whether a sentence tells of the dead of a disease: of no outbreak, and of no other event."""
    if words("toll", "disease").isdisjoint(told):
        return False
    lead = _lead(scene)
    if words("toll", "pandemic").isdisjoint((*told, *lead)):
        if words("toll", "outbreak").intersection((*told, *lead)):
            return False
    elif words("toll", "outbreak").intersection(told):
        return True
    return not _of_event(told)


def _lead(scene: Scene) -> list[str]:
    return [
        word for first, last in scene.reading.words.sentences[:LEAD] for word in scene.tree.lower[first:last]
    ]
