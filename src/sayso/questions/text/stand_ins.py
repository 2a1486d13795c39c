"""Whom words without a name stand for: "a group called Night Hawk", "his country", "it" that is blamed."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.responsibility.deeds import is_deed
from sayso.questions.text.nations import is_country, nation, ruled_from
from sayso.questions.text.scene import Scene
from sayso.questions.text.stance import stance
from sayso.questions.vocabulary import words
from sayso.reading.annotations import Spans

__all__ = ["homeland", "named_beside", "seated"]


def named_beside(scene: Scene, at: int) -> int | None:
    """The word that names whom a noun or a pronoun stands for."""
    for name_of in (_own_name, _speaking, _blamed_before):
        if (found := name_of(scene, at)) is not None:
            return found
    return None


def _speaking(scene: Scene, at: int) -> int | None:
    """The name of a group that speaks of itself: "a group calling itself the Red Column said it had …"."""
    tree, attribution = scene.tree, scene.attribution(at)
    if tree.lower[at] not in words("naming", "they") or attribution is None or not attribution.source:
        return None
    inside = [i for i in _words_of(scene, attribution.source) if tree.words.upos[i] == "NOUN"]
    noun = next((i for i in inside if tree.words.heads[i] not in inside), None)
    if noun is None or noun > at:
        return None
    named = tree.words.heads[noun]  # "Jaish, a little-known group, said it was behind it"
    told = tree.lower[noun] in words("parties", "anaphor") and tree.relation(noun) == "appos"
    return named if told and tree.words.upos[named] == "PROPN" else _own_name(scene, noun)


def seated(scene: Scene, at: int) -> str | None:
    """The country whose government goes by the name of its seat: "Moscow denied that it had done so"."""
    mention = scene.mentions.covering(at)
    alone = mention is not None and scene.tree.words.spans[at] == (mention.start, mention.end)
    return ruled_from(scene.tree.lower[at]) if alone or mention is None else None


def _own_name(scene: Scene, at: int) -> int | None:
    """The name of a group behind it: "a group called Night Hawk", "one that calls itself the Red Column"."""
    tree = scene.tree
    known = words("parties", "anaphor") | words("responsibility", "collective")
    if tree.lower[at] not in known | words("responsibility", "unnamed"):
        return None
    apposed = (c for c in tree.having(at, "appos") if (m := scene.mentions.covering(c)) and m.label == "ORG")
    if (group := next(apposed, None)) is not None and group > at:  # "two groups, the Red Column and …"
        return group
    calls = [c for c in tree.having(at, "acl") if tree.lower[c] in words("responsibility", "calling_itself")]
    names = (n for c in calls for n in tree.having(c, "xcomp", "obj", "obl") if n > c)
    named = next((n for n in names if tree.words.upos[n] == "PROPN" or scene.mentions.of(n, "ORG")), None)
    behind = (c + 1 for c in calls if scene.mentions.covering(c + 1))
    return named if named is not None else next(behind, None)


def homeland(scene: Scene, at: int) -> str | None:
    """The country for which somebody speaks: "his country", and "we" in the mouth of its minister."""
    tree, attribution = scene.tree, scene.attribution(at)
    we = tree.lower[at] in words("naming", "we") and tree.text[slice(*tree.words.spans[at])] != "US"
    if attribution is None or not attribution.source or not (we or _is_own_country(scene, at)):
        return None
    told = (attribution, *scene.by_speaker.get(attribution.speaker or "", ()))
    found = (_of_state(scene, at) for one in told for at in _words_of(scene, one.source))
    return next((name for name in found if name), None)


def _words_of(scene: Scene, spans: Spans) -> Iterator[int]:
    """The words of some spans."""
    for start, end in spans:
        yield from range(scene.tree.at(start), scene.tree.at(end))


def _of_state(scene: Scene, at: int) -> str | None:
    """The country of whose state a word of a source tells: "Mora's minister", "the Syrian ambassador"."""
    tree = scene.tree
    head = tree.words.heads[at]
    if not {tree.lower[at], tree.lower[head]} & words("responsibility", "of_state"):
        return None
    text = tree.text[slice(*tree.words.spans[at])]
    mention = scene.mentions.covering(at)
    if mention is not None and mention.entity and is_country(mention.entity):  # "North Korea's envoy"
        text = mention.entity
    owns = tree.words.deprels[at] == "nmod:poss" or "of" in tree.cases(at)
    country = text if owns and tree.words.upos[at] == "PROPN" else None
    return nation(text) or (text if is_country(text) else None) or country


def _is_own_country(scene: Scene, at: int) -> bool:
    """Whether a noun is "his country" or the like."""
    tree = scene.tree
    own = words("naming", "they") | words("naming", "he") | words("naming", "she") | words("naming", "we")
    whose = (tree.lower[c] for c in tree.having(at, "nmod:poss"))
    state = words("naming", "country") | words("responsibility", "government")
    return tree.lower[at] in state and not own.isdisjoint(whose)


def _blamed_before(scene: Scene, at: int) -> int | None:
    """Who is blamed, where "it" does the deed: "blamed Mora for it, saying that it had blown up the dam"."""
    tree, attribution = scene.tree, scene.attribution(at)
    deed = tree.words.heads[at]
    harms = is_deed(tree.lower[deed]) or tree.lower[deed] in words("responsibility", "commit")
    if tree.lower[at] not in words("naming", "they") or attribution is None or not harms:
        return None
    cue, first = tree.at(attribution.cue[0][0]), tree.sentence(at)[0]
    if not (first < cue < at and tree.lower[cue].endswith("ing")) or stance(tree, deed).negative:
        return None
    verbs = (i for i in range(cue - 1, first, -1) if tree.lower[i] in words("responsibility", "blame"))
    whom = ((verb, tree.patient(verb)) for verb in verbs)
    return next((who for verb, who in whom if who is not None and verb < who < cue), None)
