"""Parties: the group, army or country that words stand for, by the name that they go by in answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.questions.text.nations import is_country, nation
from sayso.questions.text.party_names import tidy
from sayso.questions.vocabulary import words
from sayso.reading.gender import is_first_name

if TYPE_CHECKING:
    from sayso.questions.text.scene import Scene

__all__ = ["is_outlet", "last_unseen", "party", "two_words"]

_OF_GROUP = re.compile(r"( of (?:the )?[A-Z]\w+) (?:group|movement|militia|faction|cell|gang|cartel)\b")
"""How the name of a group goes on: "the Banner of the East group"."""

BACK = 100
"""Words before a pronoun among which a party is looked for."""


def party(scene: Scene, at: int) -> str | None:
    """The name of the party that a word stands for.

    Forces go by what they belong to: "government troops" are the government, "its fighters" those
    of whoever "its" is, "Russian forces" Russia; an army, a ministry and a police force are their own.
    """
    tree, word = scene.tree, scene.tree.lower[at]
    state = tree.text[slice(*tree.words.spans[at])] == "US"  # and no pronoun
    if word in words("naming", "they") | words("naming", "we") and not state:
        return _pronoun(scene, at)
    proper = _of_land(scene, at, _in_whole(scene, at, scene.mentions.proper(at) or ""))
    bare = at == tree.sentence(at)[0] and not any(True for _ in tree.having(at, "nmod", "amod", "compound"))
    if bare and word.endswith("s") and proper.lower() in words("parties", "party"):
        return word  # "Rebels" at the beginning of a sentence
    if proper.count(" ") > 1 or (" " in proper and nation(proper.split(" ")[0]) is None):
        return tidy(proper)
    if word in words("naming", "forces"):
        return _forces(scene, at)
    if word in words("parties", "adherents") and (whole := _whole(scene, at)):
        return f"{whole} {word}"
    if word in words("parties", "members") and (whole := _whole(scene, at)):
        return whole
    named = scene.mentions.of(at)
    if named is not None and (named.label != "PERSON" or scene.mentions.covering(at)):
        return _bare(_titled(scene, at, tidy(named.name)))
    if proper:
        return tidy(nation(proper) or proper)
    if tree.words.upos[at] == "ADJ" and _capital(scene, at):  # "under Danish rule"
        return nation(tree.text[slice(*tree.words.spans[at])])
    common = tree.words.upos[at] in ("NOUN", "ADJ") or (word.isalpha() and not _capital(scene, at))
    return _common(scene, at) if common and tree.words.upos[at] != "PRON" else None


def _in_whole(scene: Scene, at: int, name: str) -> str:
    """A name as the recogniser has it, where that is longer: "Mora's Resistance Army"."""
    mention = scene.mentions.covering(at)
    whole = scene.tree.text[mention.start : mention.end] if mention and mention.label == "ORG" else ""
    many = " " in name and whole.startswith(f"{name} of ")  # but not "Fighters of the Red Column"
    return whole if name and (many or whole.endswith(f" {name}")) else name


def _of_land(scene: Scene, at: int, name: str) -> str:
    """A group's name with the land that is part of it: "Revolutionary Armed Forces of Mora"."""
    tree = scene.tree
    if name and (rest := _OF_GROUP.match(tree.text, tree.words.spans[at][1])):
        return name + rest[1]
    group = " " in name and tree.lower[at] in words("parties", "party") | words("parties", "of_land")
    land = at + 2 if group and tree.lower[at + 1 : at + 2] == ["of"] else None
    if land is None or land >= len(tree.words) or tree.words.upos[land] != "PROPN":
        return name
    mention = scene.mentions.covering(land)
    whole = name.endswith(tree.text[slice(*tree.words.spans[at])])
    if mention is None or mention.label != "PLACE" or not whole:
        return name
    return f"{name} of {tree.text[mention.start : mention.end]}"


def _whole(scene: Scene, at: int) -> str | None:
    """Whose members act: "operatives of the Red Column", "agents within the government"."""
    inner = scene.tree.oblique(at, *words("parties", "of"))
    if inner is not None and not (_state(scene, inner) and "of" not in scene.tree.cases(inner)):
        return party(scene, inner)  # not "members inside Mora"
    near = list(scene.tree.having(at, "amod", "compound"))
    spoken = (scene.tree.text[slice(*scene.tree.words.spans[c])] for c in near)
    country = next((country for word in spoken if (country := nation(word))), None)
    named = (c for c in near if scene.tree.words.upos[c] == "PROPN" and c < at)  # "a Red Column cell"
    return country or next((found for c in named if (found := scene.mentions.proper(c))), None)


def _bare(name: str) -> str:
    """A name without the common noun that the recogniser put to it: "Caliphate group" is "Caliphate"."""
    first, _, last = name.rpartition(" ")
    return first if last in words("parties", "anaphor") and first[:1].isupper() else name


def _titled(scene: Scene, at: int, name: str) -> str:
    """A name with the capitalised words that the recogniser left out: "Northern" of "Northern Front"."""
    proper = scene.mentions.proper(at)
    longer = proper and name != proper and name in proper and " " in proper
    return tidy(proper) if longer and proper else name


def _pronoun(scene: Scene, at: int) -> str | None:
    before = _goes_on(scene, at)
    if before is not None and (begun := party(scene, before)) is not None:
        return begun
    if before is not None and scene.tree.lower[at] == "they" and scene.tree.lower[before].endswith("s"):
        return None  # people of whom it is not told whose they are
    attribution = scene.attribution(at)
    others = scene.tree.lower[at] in words("naming", "they")
    told = None
    other = scene.tree.relation(at) == "obj" and scene.is_cue(scene.tree.words.heads[at])  # "X accused it of"
    if attribution is not None and not other:
        from sayso.questions.text.sources import speaks_for

        written = attribution.source_kind == "document"  # "it did so, according to a letter"
        told = None if written else speaks_for(scene, attribution)
        own = not (others and attribution.type == "direct")  # in somebody's own words "they" are others
        if (
            told
            and own
            and not _only_watches(told)
            and (scene.tree.words.upos[at] == "PRON" or told[:1].isupper())
        ):
            return told  # but no army is "the group" of which it speaks
    first, _ = scene.tree.sentence(at)
    offset = scene.tree.words.spans[at][0]
    subjects = [w for w in range(first, at) if scene.tree.relation(w) == "nsubj"]
    state = next((c for w in reversed(subjects) if (c := _state(scene, w))), None)
    if state is not None:  # "Iraq holds it since its conquest"
        return state
    if others and (unseen := last_unseen(scene, at)):
        return unseen
    named = scene.mentions.last(offset, "ORG")
    if named is not None and not (_only_watches(named.name) or tidy(named.name) == told):
        return _titled(scene, scene.tree.at(named.mentions[0].end) - 1, tidy(named.name))
    if named is None and (name := _no_person(scene, at)):
        return name
    nouns = [w for w in reversed(subjects) if scene.tree.words.upos[w] in ("NOUN", "PROPN")]
    return next((p for w in nouns if not _is_one(scene, w) and (p := party(scene, w))), None)


def _no_person(scene: Scene, at: int) -> str | None:
    """A group taken for a person that speaks of itself: "Cold Lantern denied that it was behind it"."""
    attribution = scene.attribution(at)
    if attribution is None or attribution.type == "direct" or scene.tree.lower[at] != "it":
        return None
    name = attribution.speaker or ""
    return None if not name or is_first_name(name.split()[0].lower()) else name


def _only_watches(name: str) -> bool:
    """Whether a name is of those who tell what parties do: an observatory, a news agency."""
    told = name.lower().split()
    return is_outlet(name) or not words("parties", "watching").isdisjoint(told)


def is_outlet(name: str) -> bool:
    """Whether a name is an outlet's or an agency's."""
    return not words("parties", "media").isdisjoint(name.lower().split())


def last_unseen(scene: Scene, at: int, first: int = 0) -> str | None:
    """The party last named before a word, where the recogniser passed over it: "the March 9 Alliance".

    ``first`` is the first word that is looked at.
    """
    tree, known = scene.tree, words("parties", "party") | words("parties", "anaphor")
    for word in range(at - 1, max(first - 1, at - BACK), -1):
        mention = scene.mentions.covering(word)
        if mention is not None and mention.label == "ORG":
            return None
        if tree.words.upos[word] == "PROPN" and tree.lower[word] in known and _capital(scene, word):
            proper = scene.mentions.proper(word)
            if proper and " " in proper:
                return tidy(proper)
    return None


def _goes_on(scene: Scene, at: int) -> int | None:
    """Whom a sentence that begins with a pronoun goes on with: the subject of the sentence before.

    "The Front came back. Its fighters have seized Arle, the observatory said."
    """
    tree = scene.tree
    first = tree.sentence(at)[0]
    if at != first or not first or tree.lower[at] not in words("naming", "they"):
        return None
    before = range(*tree.sentence(first - 1))
    main = next((i for i in before if tree.words.heads[i] == i), None)
    if main is not None and scene.is_cue(main):  # "The army has left, its spokesman said."
        main = next((c for c in tree.having(main, "ccomp") if c < main), None)
    who = tree.subject(main) if main is not None else None
    named = who is not None and tree.words.upos[who] in ("NOUN", "PROPN")
    return who if who is not None and named and not _is_one(scene, who) else None


def _state(scene: Scene, at: int) -> str | None:
    """The country that a subject is by name."""
    mention = scene.mentions.covering(at)
    name = mention.entity if mention is not None and mention.label == "PLACE" else None
    return tidy(name) if name and is_country(name) else None


def _is_one(scene: Scene, at: int) -> bool:
    """Whether a subject is one person, whom "they" does not stand for."""
    named = scene.mentions.of(at, "PERSON")
    return named is not None and (scene.tree.words.upos[at] == "NOUN" or " " in named.name)


def _forces(scene: Scene, at: int) -> str | None:
    """Whose forces: by the noun, adjective or pronoun before them."""
    tree = scene.tree
    near = list(tree.having(at, "nmod:poss", "compound", "amod", "nmod"))
    backed = words("parties", "backed")  # "Mora" of "Mora-backed fighters" backs them
    near.sort(key=lambda c: tree.lower[c] in backed)  # "Mora-backed government forces"
    near.sort(key=lambda c: scene.mentions.of(c, "ORG") is None and not (c > at and _is_acronym(scene, c)))
    near = [c for c in near if tree.lower[c + 1 : c + 2] != ["-"] or tree.lower[c + 2] not in backed]
    loyal = (tree.oblique(c, "to") for c in near if tree.lower[c] in words("parties", "loyal"))
    if (to := next((noun for noun in loyal if noun is not None), None)) is not None:
        return (
            party(scene, to) if scene.named_person(to) is None else None
        )  # "troops loyal to the government"
    apart = {c for c in near if c > at or tree.words.deprels[c] == "nmod"}  # "according to X, forces"
    whose = (c for c in near if c not in apart or {"of", "from"}.intersection(tree.cases(c)))
    if found := next((name for c in whose if (name := _whose(scene, at, c))), None):
        return found
    named = scene.mentions.of(at, "ORG")
    if named is not None and " " in named.name:
        return tidy(named.name)
    if country := _country_before(scene, at):
        return country
    return None if tree.lower[at] in words("naming", "generic_forces") else tree.lower[at]


def _is_acronym(scene: Scene, at: int) -> bool:
    """Whether a name is short for one: "rebels of the ADF", which the recogniser may miss."""
    word = scene.tree.text[slice(*scene.tree.words.spans[at])]
    return word.isupper() and len(word) > 2


def _whose(scene: Scene, at: int, child: int) -> str | None:
    """Whose forces one word beside them tells."""
    tree, word = scene.tree, scene.tree.lower[child]
    if word in words("parties", "plural"):  # "Rebel fighters"
        return word + "s"
    spoken = tree.text[slice(*tree.words.spans[child])]
    joined = [tree.text[slice(*tree.words.spans[c])] for c in tree.having(child, "conj") if c < at]
    if joined and all(map(nation, (spoken, *joined))):
        return " and ".join(nation(name) or name for name in (spoken, *joined))
    if country := nation(two_words(tree.text, tree.words.spans, child) or spoken):
        generic = tree.lower[at] in words("naming", "generic_forces")
        return country if generic else f"{spoken} {tree.lower[at]}"
    if word in words("parties", "backed") and tree.lower[child - 1] == "-":  # "Turkish-backed fighters"
        return f"{tree.text[slice(*tree.words.spans[child - 2])]}-{word} {tree.lower[at]}"
    if prefixed := _prefixed(scene, child):
        return f"{prefixed} {tree.lower[at]}"
    if word in words("parties", "arms") and (country := _country_before(scene, at)):
        return country
    owned = tree.words.deprels[child] == "nmod:poss" or tree.words.upos[child] in ("NOUN", "PROPN")
    if owned or word in words("parties", "party") | words("naming", "state"):
        found = party(scene, child)
        unread = found == spoken and not spoken.isupper() and scene.mentions.covering(child) is None
        unread = unread and word not in words("parties", "alone")  # "Taliban fighters"
        if unread and tree.lower[at] not in words("naming", "generic_forces"):
            return f"{spoken} {tree.lower[at]}"  # "Karen guerrillas"
        return _of_state(found) if found else None
    return None


def _country_before(scene: Scene, at: int) -> str | None:
    """The country right before forces: "United States military forces"."""
    before = at - 1
    while before > 0 and scene.tree.lower[before] in words("parties", "arms"):
        before -= 1
    mention = scene.mentions.covering(before) if before >= 0 else None
    found = mention is not None and mention.end == scene.tree.words.spans[before][1]
    return tidy(mention.entity or "") if mention and found and is_country(mention.entity or "") else None


def two_words(text: str, spans: tuple[tuple[int, int], ...], at: int) -> str | None:
    """A word with the one before it, where together they are a people: "North Korean"."""
    if at == 0:
        return None
    both = text[spans[at - 1][0] : spans[at][1]]
    return both if nation(both) else None


def _of_state(name: str) -> str:
    """Forces of a ministry are the government's."""
    last = name.lower().rpartition(" ")[2]
    return "government" if last in ("ministry", "government") and name.islower() else name


def _common(scene: Scene, at: int) -> str | None:
    """A common noun: the organisation that it shortens ("the coalition"), or what it says."""
    tree, word = scene.tree, scene.tree.lower[at]
    if names := [
        c for c in tree.having(at, "compound", "appos") if tree.words.upos[c] == "PROPN" and abs(c - at) < 4
    ]:
        proper = scene.mentions.proper(names[0])
        if proper and nation(proper) is None and word in words("parties", "anaphor"):
            return tidy(proper)
    inner = [m for c in tree.having(at, "compound") if (m := scene.mentions.covering(c)) and m.label == "ORG"]
    whole = tidy(tree.text[inner[0].start : inner[0].end]) if inner else ""
    both = " " not in whole and word in words("parties", "party")  # "the Orsini gang"
    if whole and not both and word in words("responsibility", "collective"):
        return whole  # "the Islamic State terrorist network"
    if word in words("naming", "state") and (country := _owning(scene, at)):
        return f"{country} {word}"
    definite = any(tree.lower[c] in words("naming", "definite") for c in tree.children[at])
    if definite:
        short = scene.mentions.ending(word)
        if len(short) == 1:
            return tidy(short[0])
        bare = not any(True for _ in tree.having(at, "compound"))
        if bare and word in words("parties", "anaphor") and (found := _pronoun(scene, at)):
            return found
    before = [c for c in tree.having(at, "compound", "amod") if c < at]
    before = [c for c in before if tree.lower[c - 1 : c] != ["-"] or _prefixed(scene, c)]
    first = tree.sentence(at)[0]  # "Faulty wiring" is no name
    first += tree.words.upos[first] == "PUNCT"
    kept = [
        c
        for c in before
        if tree.lower[c] in words("parties", "kept")
        or (_capital(scene, c) and (c > first or tree.words.upos[c] == "PROPN" or nation(_spoken(scene, c))))
    ]
    if backed := _with_backer(scene, at):
        return backed
    if kept and nation(_spoken(scene, kept[0])) and word not in words("parties", "party"):
        arms = (c for c in tree.having(at, "amod") if tree.lower[c] in words("parties", "arms"))
        between = (c for c in (*tree.having(at, "compound"), *arms) if kept[0] < c < at)
        kept = sorted({*kept, *between})  # "Saudi border guards", "Russian military intelligence"
    spoken = [_prefixed(scene, c) or _spoken(scene, c) for c in kept]
    spelled = tree.text[slice(*tree.words.spans[at])] if _capital(scene, at) and kept else word
    word = word + "s" if word in words("parties", "plural") else word
    last = spelled if spelled != word.removesuffix("s") else word
    return " ".join([*spoken, last]) if word in words("parties", "party") or kept else None


def _spoken(scene: Scene, at: int) -> str:
    """A word with the rest of its name: "Santa Rosa" of "the Santa Rosa cartel"."""
    tree = scene.tree
    both = two_words(tree.text, tree.words.spans, at)
    if both and nation(both):  # "North Korean agents"
        return both
    proper = scene.mentions.proper(at) if tree.words.upos[at] == "PROPN" else None
    if proper and " " in proper:
        return proper
    last = max((at, *tree.having(at, "flat")))
    return tree.text[tree.words.spans[at][0] : tree.words.spans[last][1]]


def _with_backer(scene: Scene, at: int) -> str | None:
    """Who backs people, as it is written: "Iran-backed militias"."""
    tree = scene.tree
    own = (c for c in tree.having(at, "compound", "amod") if _capital(scene, c) and tree.lower[c + 1] != "-")
    if any(nation(_spoken(scene, c)) is None for c in own):
        return None  # "Iran-backed Houthi rebels"
    backed = (c for c in tree.having(at, "amod") if tree.lower[c] in words("parties", "backed"))
    joined = next((c for c in backed if c > 1 and tree.lower[c - 1] == "-"), None)
    if joined is None:
        return None
    return f"{tree.text[tree.words.spans[joined - 2][0] : tree.words.spans[joined][1]]} {tree.lower[at]}"


def _owning(scene: Scene, at: int) -> str | None:
    """The country whose a government is: "its army", "China's government"."""
    whose = next(scene.tree.having(at, "nmod:poss"), None)
    if whose is not None and (state := _state(scene, whose)):
        return state
    if whose is None or scene.tree.lower[whose] not in words("naming", "they"):
        return None
    found = _pronoun(scene, whose)
    return found if found and is_country(found) else None


def _prefixed(scene: Scene, at: int) -> str | None:
    """A word with the prefix that a hyphen joins to it: "pro-government"."""
    tree = scene.tree
    if at < 2 or tree.lower[at - 1] != "-" or tree.lower[at - 2] not in words("parties", "prefix"):
        return None
    return None if _capital(scene, at) else f"{tree.lower[at - 2]}-{tree.lower[at]}"


def _capital(scene: Scene, at: int) -> bool:
    return scene.tree.text[scene.tree.words.spans[at][0]].isupper()
