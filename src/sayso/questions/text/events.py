"""Events: what happened where, told from other events by place, kind and date."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from sayso.questions.claim import Subject
from sayso.questions.text.nations import nation, ruled_from
from sayso.questions.text.scene import STORM, Scene
from sayso.questions.vocabulary import entries, groups, words
from sayso.reading.annotations import Entity, Span
from sayso.reading.times import about

__all__ = [
    "VAGUE",
    "event_class",
    "happened_at",
    "happening",
    "held",
    "is_placed",
    "name_words",
    "terms_of",
]

_WORD = re.compile(r"[\w][\w’'-]*")
GENERIC = "disaster"
VAGUE = ("death", "attack.killing", GENERIC, "approval", "closure", "devaluation")
"""Classes that a label leaves out."""

NEAR = 4
"""Sentences before one among which its event is looked for, where the lead tells of none."""

_BEFALLEN = ("compound", "nmod", "nmod:poss", "obj", "nsubj:pass", "obl")

BEGINNING = 3
"""Words of a phrase among which it is told that it is about another event ("a day after")."""

OLDEST = "1899"
"""The last year that no report compares with: "1720 were sent home" is no year."""

LEAD = 2
"""Sentences of a report that tell what it is about."""


def event_class(word: str) -> str | None:
    """The class of happenings that a word names: "capsized" is ``sinking``."""
    return groups("events").get(word)


def happened_at(low: Sequence[str], at: int) -> str | None:
    """The class of what a word tells of, with the next where they are one: "blew up", "was sworn in".

    Among them is what is no event of a toll or an attack: "the verdict", "his wedding".
    """
    if low[at] not in _beginnings():
        return None
    others = groups("happenings")
    pairs = (" ".join(low[at : at + 2]), "".join(low[at : at + 3]), low[at])
    return event_class(_whole(low, at)) or next((others[pair] for pair in pairs if pair in others), None)


def terms_of(found: Iterable[str]) -> tuple[str, ...]:
    """The classes that words name, sorted."""
    return tuple(sorted({c for word in found if (c := event_class(word))}))


def name_words(text: str) -> frozenset[str]:
    """The words of names in a text, in lower case; an adjective for a people counts as its country."""
    found: set[str] = set()
    kept = _WORD.findall(text)
    for at, word in enumerate(kept):
        if not (word[0].isupper() or word[0].isdigit()):
            continue
        plain = re.sub(r"['’]s?$", "", word)
        both = f"{kept[at - 1]} {plain}" if at else ""
        country = nation(both) or nation(plain)
        found |= set(_WORD.findall((country or plain).lower()))
    return frozenset(found - entries("no_names"))


def happening(scene: Scene, at: int, span: Span | None = None, actor: str = "") -> Subject:
    """The event that a word tells of: the names and classes of its clause.

    What the clause lacks comes from its sentence, and then from the report's lead. ``span`` keeps to a
    part of the text instead. The name of the ``actor`` tells no place, nor does where somebody speaks of it.
    """
    tree = scene.tree
    first, last = (tree.at(span[0]), tree.at(span[1])) if span else tree.sentence(at)
    whole = tree.words.spans[first][0], tree.words.spans[last - 1][1]
    date = _day(scene, at, whole)
    # "the committee approved a law", where that was taken for what it says; an attack by words is no deed
    told = scene.is_cue(at) and not actor
    stretches = [[i for i in range(first, last) if told or not scene.is_cue(i)]]
    if span is None:
        stretches.insert(0, _clause(scene, at))
        if not (_elsewhere(scene, date) or _is_another(scene, at)):
            stretches += filter(None, (_told_before(scene, at), _lead(scene)))
    names: set[str] = set()
    near: list[int] = []
    aside = _aside(scene, at, actor) | _said_else(scene, at) if span is None else frozenset()
    for found in stretches:
        names |= _names(scene, found)
        near += found
        if any(_is_place(scene, i) for i in found if i not in aside):
            break
    else:
        near += (local := _local(scene, at) if span is None else [])
        names |= _names(scene, local)
    low = tree.lower
    terms = {
        c for found in stretches for c in terms_of(_whole(low, i) for i in found if not _of_life(scene, i))
    }
    if span is None and len(stretches) > 2:
        terms |= set(_told_by(scene.report.title or ""))
    every = [i for found in stretches for i in found]
    plain = [i for i in near if i not in aside], [i for i in every if i not in aside]
    name = next(filter(None, (_called(scene, found) for found in (*plain, every))), "")
    label = f"{name} {_happened(scene, every, terms)}".strip()
    return Subject(label, places=tuple(sorted(names)), terms=tuple(sorted(terms)), date=date)


def _day(scene: Scene, at: int, whole: Span) -> str | None:
    """When the event of a word was, by what is told with it rather than by when somebody told it."""
    said = scene.attribution(at)
    content = said.content if said is not None else ()
    inside = tuple((max(a, whole[0]), min(b, whole[1])) for a, b in content if a < whole[1] and b > whole[0])
    day = about(scene.reading, inside or (whole,), scene.report.published)
    return None if day and inside and "/" in day else day


def is_placed(scene: Scene, at: int, actor: str = "") -> bool:
    """Whether the clause of a word tells by itself where what it tells of was."""
    aside = _aside(scene, at, actor)
    return any(_is_place(scene, i) for i in _clause(scene, at) if i not in aside)


def _aside(scene: Scene, at: int, actor: str) -> frozenset[int]:
    """The words of a sentence that tell no place of its event: the actor's name, where somebody speaks."""
    tree = scene.tree
    of_actor = {word.lower() for word in _WORD.findall(actor)} - entries("no_names")
    sentence = range(*tree.sentence(at)) if of_actor else ()
    spoken = {i: (ruled_from(tree.lower[i]), tree.text[slice(*tree.words.spans[i])]) for i in sentence}
    named = {i for i, (seat, word) in spoken.items() if of_actor & name_words(seat or word)}
    attribution = scene.attribution(at)
    cues = (range(tree.at(a), tree.at(b)) for a, b in (attribution.cue if attribution else ()))
    beside = (tree.phrase(c) for cue in cues for i in cue for c in tree.children[i])
    return frozenset(named.union(*(phrase for phrase in beside if at not in phrase)))


def _local(scene: Scene, at: int) -> list[int]:
    """The place of those who tell it and are of the place themselves: "police in Arle say two were shot"."""
    tree, attribution = scene.tree, scene.attribution(at)
    spans = attribution.source if attribution is not None else ()
    found = (i for a, b in spans for i in range(tree.at(a), tree.at(b)) if _is_place(scene, i))
    told = (tree.lower[tree.at(a) : tree.at(b)] for a, b in spans)
    if not any(words("events_apart", "local").intersection(source) for source in told):
        return _governed(scene, at)
    first = next((i for i in found if "in" in tree.cases(i)), None)
    return tree.phrase(first) if first is not None else []


def _governed(scene: Scene, at: int) -> list[int]:
    """The place whose government tells of a storm or a quake: "Mora's government put the dead at 64"."""
    tree, sentence = scene.tree, range(*scene.tree.sentence(at))
    if words("events_apart", "nature").isdisjoint(event_class(tree.lower[i]) or "" for i in sentence):
        return []
    ruling = (i for i in sentence if tree.lower[i] in words("events_apart", "government"))
    places = (c for i in ruling for c in tree.having(i, "nmod:poss") if _is_place(scene, c))
    first = next(places, None)
    return tree.phrase(first) if first is not None else []


def _said_else(scene: Scene, at: int) -> frozenset[int]:
    """The names in what somebody says of which a word is no part: "gave 11 and said it was seen in Arle"."""
    found: set[int] = set()
    for i in range(*scene.tree.sentence(at)):
        said = scene.attribution(i) if scene.tree.words.upos[i] == "PROPN" else None
        if said is not None and said is not scene.attribution(at):
            start = scene.tree.words.spans[at][0]
            if not any(begin <= start < end for begin, end in said.content):
                found.add(i)
    return frozenset(found)


def _whole(low: Sequence[str], at: int) -> str:
    """A word with the one that it makes the name of an event with: "pile-up", "opened fire".

    The second of two such words is none by itself.
    """
    if low[at + 1 : at + 2] in (["-"], ["/"]):  # "pile-up", "9/11"
        joined = "".join(low[at : at + 3])
        return joined if event_class(joined) else low[at]
    if low[at] in _leading() and event_class(pair := " ".join(low[at : at + 2])):
        return pair
    second = at and low[at - 1] in _leading() and event_class(f"{low[at - 1]} {low[at]}")
    return "" if second else low[at]


@cache
def _beginnings() -> frozenset[str]:
    """The first words of all names of what happens: "sealing" of "sealing-off"."""
    return frozenset(re.split(r"[ /-]", name)[0] for name in (*groups("events"), *groups("happenings")))


@cache
def _leading() -> frozenset[str]:
    """The first words of the names of events that are two words."""
    return frozenset(name.partition(" ")[0] for name in groups("events") if " " in name)


def _told_by(text: str) -> tuple[str, ...]:
    """The classes that the words of a title or a question name."""
    low = [word.lower() for word in _WORD.findall(text)]
    return terms_of(_whole(low, at) for at in range(len(low)))


def _of_life(scene: Scene, at: int) -> bool:
    """Whether a word is "lost" in "lost their lives" or "lost 19 men", which tells of no fall."""
    tree, behind = scene.tree, range(at + 1, min(at + 1 + BEGINNING, len(scene.tree.words)))
    if tree.lower[at] not in words("events_apart", "lost"):
        return False
    people = words("events_apart", "life") | words("toll", "lost_here")
    return any(tree.lower[i] in people or tree.words.upos[i] == "NUM" for i in behind)


def _clause(scene: Scene, at: int) -> list[int]:
    """The words of a predicate's clause, without the clauses that hang on it."""
    tree = scene.tree
    found = [at]
    for child in tree.children[at]:
        phrase = tree.phrase(child)
        apart = tree.relation(child) in ("conj", "parataxis", "ccomp", "advcl")
        begin = [tree.lower[i] for i in phrase if tree.words.upos[i] != "PUNCT"][:BEGINNING]
        other = words("events_apart", "after").intersection(begin)
        if not apart and not other:
            found += phrase
    return sorted(i for i in found if not scene.is_cue(i))


def _is_place(scene: Scene, at: int) -> bool:
    """Whether a word is a place's name, or a capitalised name that nobody is known to bear."""
    mention = scene.mentions.covering(at)
    tree = scene.tree
    if mention is not None:
        behind = tree.lower[tree.at(mention.end) : tree.at(mention.end) + 1]
        of_event = mention.label == "ORG" and any(event_class(word) for word in behind)
        return mention.label == "PLACE" or of_event  # "Boston Marathon bomber"
    if tree.words.upos[at] != "PROPN" or not name_words(tree.text[slice(*tree.words.spans[at])]):
        return False
    if tree.lower[at + 1 : at + 2] == ["-"]:  # "a Tu-134 airliner"
        return False
    head = tree.words.heads[at]
    top = head if tree.relation(at) == "flat" else at
    named_by = tree.relation(top) == "compound" and event_class(tree.lower[tree.words.heads[top]]) is not None
    return named_by or bool(words("naming", "where").intersection(tree.cases(top)))


def _called(scene: Scene, found: Sequence[int]) -> str:
    """The place, or else the name, that words tell first."""
    tree = scene.tree
    mentions = [m for at in found if (m := scene.mentions.covering(at))]
    named = next((m for m in mentions if m.label == "PLACE"), None)
    placed = next((i for i in found if _is_place(scene, i)), None) if named is None else None
    if placed is not None:
        return scene.mentions.proper(placed) or ""
    named = named or next((m for m in mentions if _befallen(scene, m)), None)
    known = scene.mentions.names.of(named) if named else None
    if named is None or known is None:
        names = (i for i in found if tree.words.upos[i] == "PROPN" and not scene.mentions.of(i, "PERSON"))
        uncounted = (i for i in names if not any(True for _ in tree.having(i, "nummod")))  # "three Marines"
        proper = (scene.mentions.proper(i) for i in uncounted)
        return next((name for name in proper if name and name_words(name)), "")
    whole = scene.mentions.proper(tree.at(named.end) - 1)
    return whole if whole and known.name in whole else known.name


def _befallen(scene: Scene, mention: Entity) -> bool:
    """Whether an event befalls who is named, so that it is called after him: "the murder of Ann Roe"."""
    tree = scene.tree
    words_of = range(tree.at(mention.start), tree.at(mention.end))
    top = next((i for i in words_of if tree.words.heads[i] not in words_of), words_of[0])
    if words_of[0] and event_class(tree.lower[words_of[0] - 1]) == STORM:  # "Hurricane Maria"
        return True
    relation, happened = tree.words.deprels[top], event_class(tree.lower[tree.words.heads[top]])
    if relation == "nsubj":
        return happened == "death"
    return happened is not None and relation in _BEFALLEN


def _happened(scene: Scene, found: Sequence[int], terms: Collection[str]) -> str:
    """What happened, by the first two classes that words tell, one of which is no place or vehicle."""
    low = scene.tree.lower
    vague = VAGUE if set(terms) - set(VAGUE) else ()
    told = (event_class(_whole(low, at)) for at in found)
    classes = list(dict.fromkeys(c for c in told if c and c in terms and c not in vague))
    happened = [c for c in classes if c not in words("events_apart", "where")]
    if happened and happened[0] not in classes[:2]:  # not "school bus", but "school raid"
        classes = [classes[0], happened[0]]
    return " ".join(c.rpartition(".")[2] for c in classes[:2])


def _elsewhere(scene: Scene, date: str | None) -> bool:
    """Whether a date is of another year than the report: an event that it only compares with."""
    if not (date and scene.report.published and len(date) == 4 and date.isdigit()):
        return False
    return OLDEST < date != scene.report.published[:4]


def _is_another(scene: Scene, at: int) -> bool:
    """Whether a sentence names its event as another than the report's: "floods in a neighbouring state"."""
    tree = scene.tree
    first, last = tree.sentence(at)
    if not first:
        return False
    for i in range(first, last):
        noun = tree.words.heads[i]
        if tree.relation(i) not in ("amod", "det") or noun < i:
            continue
        beside = tree.lower[i] in words("events_apart", "beside") and "in" in tree.cases(noun)
        if beside and tree.lower[noun] in words("events_apart", "region"):
            return True
        happens = event_class(tree.lower[noun]) if tree.lower[i] in words("events_apart", "unlike") else None
        if happens and happens not in words("events_apart", "where"):
            return True
    return False


def _told_before(scene: Scene, at: int) -> list[int]:
    """The words of the sentences before that tell the event, where the report is about no such thing.

    They are the nearest that tell both a deadly event and its place.
    """
    number = scene.tree.number(at)
    if number < LEAD or _deadly(scene, _lead(scene)):
        return []
    for before in range(number - 1, max(LEAD - 2, number - 1 - NEAR), -1):
        first, last = scene.reading.words.sentences[before]
        ill = not words("toll", "disease").isdisjoint(scene.tree.lower[first:last])
        if (
            not ill
            and _deadly(scene, range(first, last))
            and any(_is_place(scene, i) for i in range(first, last))
        ):
            return [i for i in range(first, last) if not scene.is_cue(i)]
    return []


def _deadly(scene: Scene, found: Iterable[int]) -> bool:
    """Whether words tell of an event in which people die."""
    classes = {c for i in found if (c := event_class(scene.tree.lower[i]))} - words("toll", "bare")
    return any(c.partition(".")[0] in words("toll", "deadly") for c in classes)


def _lead(scene: Scene) -> list[int]:
    sentences = scene.reading.words.sentences[:LEAD]
    return [i for first, last in sentences for i in range(first, last) if not scene.is_cue(i)]


def _names(scene: Scene, found: Iterable[int]) -> set[str]:
    """The words of names among words, weekdays and months left out."""
    tree = scene.tree
    result: set[str] = set()
    for at in found:
        if tree.words.upos[at] in ("PROPN", "ADJ") or scene.mentions.covering(at):
            start, end = tree.words.spans[at]
            before = tree.words.spans[at - 1][0] if at else start
            text = tree.text[before:end] if tree.text[before].isupper() else tree.text[start:end]
            result |= name_words(text)
        elif "".join(tree.lower[at : at + 3]) in words("events_apart", "day"):  # "9/11"
            result |= {tree.lower[at], tree.lower[at + 2]}
        elif tree.lower[at] in words("events_apart", "currency") or _is_flight(scene, at):
            result.add(tree.lower[at])
    return result


def _is_flight(scene: Scene, at: int) -> bool:
    """Whether a word is the number of a flight: "Skybridge flight 418"."""
    tree = scene.tree
    return at > 0 and tree.lower[at].isdigit() and tree.lower[at - 1] in words("events_apart", "flight")


def held(text: str) -> Subject:
    """The event that words of a question name."""
    low = [w.lower() for w in _WORD.findall(text)]
    years = tuple(w for w in low if re.fullmatch(r"(?:19|20)\d\d", w))
    names = name_words(text) - set(years)
    date = years[0] if years else None
    return Subject(text, places=tuple(sorted(names)), terms=_told_by(text), date=date)
