"""Whom a report means by what somebody is: "the commander", "its leader", "the accused"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.questions.text.pronouns import topic
from sayso.questions.vocabulary import words
from sayso.reading.names import Named
from sayso.reading.nouns import noun_kind

if TYPE_CHECKING:
    from sayso.questions.text.scene import Scene

__all__ = ["accused", "holder", "introduced", "just_named"]

LEAD = 3
"""Sentences at the beginning of a report in which it may tell of somebody before it names him."""

PEOPLE = 32
"""Names of two sentences that are looked at."""

KIN = 3
"""Sentences before "his mother" in which she is spoken of, if it is she whom the report names."""

BEHIND = 3
"""Sentences behind such a one in which the name is given."""


def holder(scene: Scene, at: int) -> Named | None:
    """The one whom the report gives a role that a noun names; None where it may be another."""
    tree = scene.tree
    word = tree.lower[at]
    below = {tree.lower[c] for c in tree.children[at]}
    definite = bool(words("naming", "definite") & below)
    if word in words("naming", "accused") and definite and tree.words.upos[at] == "NOUN":
        found = _described(scene, at)
        return found or (scene.accused[0] if len(scene.accused) == 1 else None)
    if word not in words("naming", "role") | words("naming", "kin"):
        return _headed(scene, at) if definite and tree.words.upos[at] == "NOUN" else None
    if word in words("naming", "kin") and (kin := _of_its_kin(scene, at)) is not None:
        return kin
    ours = (words("naming", "we") | {"my"}) & below
    if word in words("naming", "kin") and (ours or (definite and word in words("naming", "client"))):
        return _spoken_of(scene, at)
    found = _described(scene, at) if definite else None
    return None if found is not None and word in words("naming", "kin") and _far(scene, at, found) else found


def _of_its_kin(scene: Scene, at: int) -> Named | None:
    """Whom "her husband" is where "the wife of Bo Li" tells of him, as "my husband" is."""
    tree, attribution = scene.tree, scene.attribution(at)
    own = words("naming", "he") | words("naming", "she") | words("naming", "we") | words("naming", "i")
    if attribution is None or own.isdisjoint(tree.lower[c] for c in tree.having(at, "nmod:poss")):
        return None
    inside = (i for start, end in attribution.source for i in range(tree.at(start), tree.at(end)))
    kin = next((i for i in inside if tree.lower[at] in words("kin", tree.lower[i])), None)
    owner = scene.owner(kin) if kin is not None else None
    ahead = owner is not None and owner > at and tree.words.upos[owner] == "PRON"  # it may look back at this
    return scene.named_person(owner) if owner is not None and not ahead else None


def _far(scene: Scene, at: int, named: Named) -> bool:
    """Whether somebody was not spoken of lately, so that "his mother" may be another's."""
    tree = scene.tree
    near = tree.words.sentences[max(0, tree.number(at) - KIN)][0]
    start, end = tree.words.spans[near][0], tree.words.spans[at][0]
    return not any(start <= mention.start < end for mention in named.mentions)


def _described(scene: Scene, at: int) -> Named | None:
    """Whom the report describes by a noun and what stands with it, where that is one person."""
    tree = scene.tree
    telling = frozenset(tree.lower[c] for c in tree.having(at, "amod", "compound", "nmod"))
    apart = telling & words("naming", "apart")
    speaker = scene.speaker(at)
    found = [n for n in scene.mentions.described(tree.lower[at], telling) if n is not speaker]
    found = [n for n in found if apart <= scene.mentions.roles(n)]  # not "the local chief" for another
    return found[0] if len(found) == 1 else None


def _headed(scene: Scene, at: int) -> Named | None:
    """The one person to whose name the report joined a noun: "the guitarist" is "Ann Roe, a guitarist"."""
    found = scene.mentions.headed(scene.tree.lower[at])
    return found[0] if len(found) == 1 and found[0] is not scene.speaker(at) else None


def _spoken_of(scene: Scene, at: int) -> Named | None:
    """Whom "my mother" or "our client" is: the one the report is about, other than the speaker."""
    speaker = scene.speaker(at)
    other = "m" if scene.tree.lower[at] in words("naming", "female") else None
    other = "f" if scene.tree.lower[at] in words("naming", "male") else other
    named = (n for n in scene.people if n is not speaker and " " in n.name)
    people = [n for n in named if other is None or n.gender != other]
    return topic(people) if people else None


def just_named(scene: Scene, at: int) -> Named | None:
    """Whom "the cleric" means where the sentence before tells of one person alone: a word for the same one.

    Who says what stands there is another, and so may be anybody ("the driver", "the victim").
    """
    tree = scene.tree
    the = [c for c in tree.having(at, "det") if tree.lower[c] in words("naming", "the")]
    first, last = tree.sentence(at)
    if not the or not first or not _is_profession(scene, at) or scene.owner(at) is not None:
        return None
    before = tree.sentence(first - 1)[0]
    if words("naming", "kin").intersection(tree.lower[before:first]):  # "Ann Roe lost her cousin"
        return None
    near = scene.mentions.names.within(tree.words.spans[before][0], tree.words.spans[last - 1][1])[:PEOPLE]
    people = {id(n): n for m in near if (n := scene.mentions.names.of(m)) and n.label == "PERSON"}
    silent = [n for n in people.values() if n.name not in scene.by_speaker]
    others = [n for n in scene.mentions.described(tree.lower[at]) if not any(n is one for one in silent)]
    return silent[0] if len(silent) == 1 and not others else None


def _is_profession(scene: Scene, at: int) -> bool:
    """Whether a noun tells what one person is or was, so that a report may call somebody by it."""
    tree = scene.tree
    once = words("naming", "once").intersection(tree.lower[c] for c in tree.having(at, "amod"))
    kind = noun_kind(tree.lower[at])
    told = bool(once) or tree.lower[at] in words("naming", "role") or kind == "person-unnamed"
    anybody = words("naming", "somebody") | words("life", "anybody") | words("life", "victim")
    one = tree.words.upos[at] == "NOUN" and not tree.lower[at].endswith("s")
    one = one and tree.lower[at] not in words("several", "people")
    return told and one and tree.lower[at] not in anybody | words("naming", "kin")


def introduced(scene: Scene, at: int) -> Named | None:
    """Whom a report's lead means before it gives the name: "A man was arrested …. Joel Orr, 36, was …".

    He is presented as the subject of one of the next sentences: by his age, as the suspect, or as charged.
    """
    tree, sentences = scene.tree, scene.reading.words.sentences
    number = next((n for n, (first, last) in enumerate(sentences[:LEAD]) if first <= at < last), None)
    known = tree.lower[at] in words("naming", "somebody") | words("naming", "role")
    one = known or noun_kind(tree.lower[at]) in ("person-unnamed", "official-unnamed")
    if number is None or not one or tree.words.upos[at] != "NOUN" or tree.lower[at].endswith("s"):
        return None
    if scene.mentions.people(tree.words.spans[at][0]):
        return None
    for first, last in sentences[number + 1 : number + 1 + BEHIND]:
        main = next((i for i in range(first, last) if tree.words.heads[i] == i), first)
        who = tree.subject(main)
        named = scene.mentions.of(who, "PERSON") if who is not None else None
        if who is not None and named is not None:
            return named if _is_presented(scene, who, main, named) else None
    return None


def _is_presented(scene: Scene, who: int, verb: int, named: Named) -> bool:
    """Whether a subject is named there first, in full, and is no victim."""
    tree = scene.tree
    begin = tree.words.spans[tree.sentence(who)[0]][0]
    if " " not in named.name or named.mentions[0].start < begin:
        return False
    told = {tree.lower[verb], *(tree.lower[c] for c in tree.having(verb, "xcomp", "conj"))}
    if told & words("naming", "harmed"):
        return False
    aged = any(tree.words.upos[c] == "NUM" for c in tree.children[who])
    charged = told & (words("naming", "accusing") | words("naming", "guilty"))
    return aged or bool(charged) or tree.lower[who] in words("naming", "accused")


def accused(scene: Scene) -> list[Named]:
    """The people by name whom a report tells to be charged, arrested, suspected or named as attackers."""
    tree = scene.tree
    found: dict[int, Named] = {}
    for at, word in enumerate(tree.lower):
        if word in words("naming", "accusing") and tree.words.upos[at] == "VERB":
            named = _charged(scene, at)
            if named is not None:
                found[id(named)] = named
    return list(found.values())


def _charged(scene: Scene, at: int) -> Named | None:
    """Whom a verb of accusing is about: by what follows "as", else its object."""
    tree = scene.tree
    called = tree.oblique(at, *words("life", "as"))
    called = called if called is not None else next(tree.having(at, "xcomp"), None)
    done = next(tree.having(at, "obj"), None)
    if called is None and done is not None:  # "identified | the suspect as Ann Roe"
        called = tree.oblique(done, *words("life", "as"))
    if called is not None and (named := scene.mentions.of(called, "PERSON")) is not None:
        return named
    if tree.lower[at] in words("naming", "named"):
        return None
    who = tree.patient(at)
    if who is None and tree.lower[at - 1 : at] == [","]:  # "Ann Roe, aged 28, charged with murder"
        first = tree.words.spans[tree.sentence(at)[0]][0]
        before = scene.mentions.people(tree.words.spans[at][0])
        return scene.mentions.names.of(before[0]) if before and before[0].start >= first else None
    return scene.mentions.of(who, "PERSON") if who is not None else None
