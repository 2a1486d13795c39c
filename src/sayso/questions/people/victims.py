"""Who is meant by those who die or are hurt: where a parse hung them elsewhere, and all that a list names."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.claim import Subject
from sayso.questions.people.apart import set_off
from sayso.questions.text.roles import just_named
from sayso.questions.text.scene import Scene
from sayso.questions.text.several import several
from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import words
from sayso.reading.nouns import noun_kind

__all__ = ["behind", "beside", "listed_behind", "meant", "named"]

REACH = 10
"""Words behind a verb in which its object is looked for."""

LIST = 60
"""Words between those who die and their verb, in which they are listed by name."""

NEAR = 5
"""Words behind a colon among which the first name of a list is."""

_DASHES = ("-", "--", "–", "—")
_OPENING = (",", *_DASHES[1:])
_NOMINAL = ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "PART")


def named(scene: Scene, who: int, at: int) -> Iterator[Subject]:
    """The people by name of whom the predicate ``at`` tells, where its part is the word ``who``."""
    found: dict[str, Subject] = {}
    for word in (who, *_joined(scene, who, at)):
        subject = meant(scene, word)
        if subject is not None and not _of_another(scene, word, subject) and not _is_role(subject):
            found.setdefault(subject.name, subject)
        elif subject is None:
            found |= {subject.name: subject for subject in scene.included(word)}
    for subject in (*_listed(scene, who, at), *_with(scene, at)):
        found.setdefault(subject.name, subject)
    if not found:
        found = {subject.name: subject for subject in listed_behind(scene, who, at)}
    if not found and (one := _told_to_be(scene, who) or _apart(scene, who, at)) is not None:
        found = {one.name: one}
    if not found:
        found = {subject.name: subject for subject in _some_of(scene, who)}
    yield from found.values() or (scene.subject(one) for one in several(scene, who))


def _some_of(scene: Scene, who: int) -> Iterator[Subject]:
    """The people told to be so many of those: "Ann Roe and Bo Li, two of the three who survived"."""
    tree, some = scene.tree, scene.tree.words.heads[who]
    many = tree.words.upos[some] == "NUM" and tree.relation(who) == "nmod"
    if many and tree.relation(some) == "appos":
        first = tree.words.heads[some]
        top = tree.words.heads[first] if tree.relation(first) == "conj" else first
        yield from filter(None, map(scene.person, scene.joined(top)))


def _apart(scene: Scene, who: int, at: int) -> Subject | None:
    """The name between commas that ends a noun's phrase: "the miner trapped in the pit, Ann Roe, was …"."""
    tree = scene.tree
    verb = tree.words.heads[at] if tree.relation(at) in ("xcomp", "advmod") else at
    name = set_off(scene, verb) if who < verb and tree.words.upos[who] == "NOUN" else None
    if name is None or name < who or _governed(scene, name):
        return None
    return None if any(True for _ in tree.having(who, "nummod")) else scene.person(name)


def _told_to_be(scene: Scene, who: int) -> Subject | None:
    """Who is told to be what a noun names: "Ann Roe, one of four killed", "the first to die was Bo Li"."""
    tree, head = scene.tree, scene.tree.words.heads[who]
    if (member := scene.member(who)) is not None:
        return scene.person(member)
    is_so = tree.relation(who) == "nsubj" and any(True for _ in tree.having(head, "cop"))
    return scene.person(head) if is_so and tree.words.upos[head] == "PROPN" else None


def meant(scene: Scene, word: int) -> Subject | None:
    """The person by name whom one word for the dead or hurt stands for, or tells to be among them."""
    found = _one(scene, word) or _set_off_before(scene, word)
    if found is None and scene.tree.lower[word] in words("life", "one"):  # "one of them, a man named Bo Li"
        of = scene.tree.oblique(word, *words("naming", "of"))
        return meant(scene, of) if of is not None else None
    if found is None and (called := just_named(scene, word)) is not None:
        return scene.subject(called)
    return found or _unknown(scene, word)


def _one(scene: Scene, word: int) -> Subject | None:
    """The person that a word stands for; several that are counted are no one: "the 49 people killed"."""
    tree = scene.tree
    counts = (c for c in tree.having(word, "nummod") if tree.lower[c] not in words("life", "one"))
    counted = tree.words.upos[word] == "NOUN" and any(True for _ in counts)
    return None if counted and scene.mentions.of(word, "PERSON") is None else scene.person(word)


def _joined(scene: Scene, who: int, at: int) -> Iterator[int]:
    """The people joined to a word: "Ann Roe and her pilot, Bo Li"."""
    tree = scene.tree
    named = scene.mentions.covering(who)
    apposed = tree.having(who, "appos", "flat") if named is None or named.label != "PERSON" else ()
    first = next((c for c in apposed if tree.words.upos[c] == "PROPN"), who)
    for word in (*tree.having(who, "conj"), *((first, *tree.having(first, "conj")) if first != who else ())):
        one_side = (word < at) == (who < at)
        described = tree.words.upos[word] == "NOUN" and one_side and scene.mentions.of(word, "PERSON")
        if tree.words.upos[word] == "PROPN" or described:
            yield word
    yield from (word for word in beside(tree, who) if scene.mentions.of(word, "PERSON"))


def beside(tree: Tree, who: int) -> list[int]:
    """The subjects of a verb before the word that was taken for it, where "and" joins them."""
    if tree.relation(who) != "nsubj":
        return []
    others = (c for c in tree.having(tree.words.heads[who], "nsubj") if c < who)
    return [c for c in others if "CCONJ" in tree.words.upos[c:who] and "VERB" not in tree.words.upos[c:who]]


def _of_another(scene: Scene, at: int, subject: Subject) -> bool:
    """Whether a noun only tells whose somebody is, so that it is another: "the wife of the slain judge"."""
    tree = scene.tree
    for above in tree.above(at) if tree.words.upos[at] == "NOUN" and tree.relation(at) == "nmod" else ():
        if tree.relation(above) == "appos":
            mention = scene.mentions.covering(tree.words.heads[above])
            known = scene.mentions.names.of(mention) if mention is not None else None
            return known is not None and known.name == subject.name
    return False


def _unknown(scene: Scene, at: int) -> Subject | None:
    """Somebody by a name of several words that the recogniser passed over: who dies is a person.

    It may have taken the name for a place, where the report says what he is: "photographer Ann Roe".
    """
    tree = scene.tree
    if tree.words.upos[at] == "NOUN":
        at = next((c for c in tree.having(at, "appos") if c > at and _is_said_to_be(scene, c)), at)
    mention = scene.mentions.covering(at)
    name = scene.mentions.proper(at) if tree.words.upos[at] == "PROPN" and mention is None else None
    if mention is not None and _is_said_to_be(scene, at):
        name = mention.entity
    of_body = tree.lower[tree.words.heads[at]] in words("naming", "person_head")
    if name is not None and " " not in name and of_body and tree.words.upos[at - 1] == "PROPN":
        name = f"{scene.mentions.proper(at - 1)} {name}"  # "the body of Ann | Roe"
    whole = name is not None and " " in name and (of_body or any(True for _ in tree.having(at, "flat")))
    group = words("naming", "institution").isdisjoint((name or "").lower().split())
    return Subject(name) if name is not None and whole and group else None


def _is_said_to_be(scene: Scene, at: int) -> bool:
    """Whether the name of a place is told to be somebody's, by what he does or by his age."""
    tree, mention = scene.tree, scene.mentions.covering(at)
    if mention is None or mention.label != "PLACE" or tree.at(mention.start) < 1:
        return False
    before = tree.lower[tree.at(mention.start) - 1]
    who = before in words("naming", "role") | words("naming", "calling") | words("naming", "old")
    return who or noun_kind(before) == "person-unnamed"


def _set_off_before(scene: Scene, at: int) -> Subject | None:
    """The name before the comma behind which a noun tells more of it, wherever the parse hung it.

    "the death of Ann Roe, a nurse who died in Velden".
    """
    tree = scene.tree
    first = tree.phrase(at)[0]
    if tree.words.upos[at] != "NOUN" or first < 2 or tree.lower[first - 1] != ",":
        return None
    if tree.lower[first] not in words("amounts", "a") | words("naming", "definite"):
        return None
    mention = scene.mentions.covering(first - 2)
    named = scene.mentions.names.of(mention) if mention is not None else None
    return scene.subject(named) if named is not None and named.label == "PERSON" else None


def _listed(scene: Scene, who: int, at: int) -> Iterator[Subject]:
    """Those listed by name between several and their verb: "two pupils, Ann Roe, 9, and Bo Li, 10, died"."""
    tree = scene.tree
    if not 0 < at - who < LIST:
        return
    begin = next((i for i in range(who + 1, at) if tree.words.upos[i] == "PUNCT"), at)
    end = at
    while end > begin and tree.words.upos[end - 1] in ("AUX", "ADV"):
        end -= 1
    if any(_is_finite(scene, i) for i in range(begin, end)):
        return
    several = tree.words.upos[who] in ("NOUN", "NUM")
    opened = False
    for i in range(begin, end):
        mention = scene.mentions.covering(i)
        if mention is None or not _begins_name(scene, i):
            continue
        opened = opened or (
            _opens(scene, i) if several else tree.lower[i - 1] in words("naming", "including")
        )
        last = tree.at(mention.end)
        owned = tree.lower[last : last + 1] in (["'s"], ["’s"], ["'"], ["’"])
        named = scene.mentions.names.of(mention)
        if opened and not owned and named is not None and not _governed(scene, i):
            yield scene.subject(named)


def _is_role(subject: Subject) -> bool:
    """Whether what was taken for a name is only what somebody is: "Strongman"."""
    return subject.name.lower() in words("naming", "role")


def listed_behind(scene: Scene, who: int, at: int) -> Iterator[Subject]:
    """Those whom a list behind several names: "three people were killed: Ann Roe, 19, Bo Li, 20".

    Behind a colon the list goes to the end of the sentence; behind a comma or a dash it begins at once, and
    nothing is said behind it: "the deaths of two men, Ann Roe and Bo Li".
    """
    tree = scene.tree
    last = min(tree.sentence(at)[1], max(who, at) + LIST)
    if tree.lower[at] in words("life", "withstanding") or not _is_several(scene, who):
        return
    marks = [i for i in range(max(who, at) + 1, last) if tree.lower[i] == ":" or tree.lower[i] in _OPENING]
    mark = next((i for i in marks if tree.lower[i] == ":"), None)
    loose = mark is not None
    if mark is None and (near := marks if _are_people(scene, who) else _after_one(scene, who, marks)):
        mark = next((i for i in near if _begins_list(scene, i, last)), last)
    if mark is None:
        return
    last = next((i for i in range(mark + 1, last) if scene.is_cue(i)), last)  # ", the sheriff said"
    if any(_is_finite(scene, i) for i in range(mark + 1, last)):
        return
    first = next((i for i in range(mark + 1, min(last, mark + 1 + NEAR)) if _begins_name(scene, i)), last)
    for i in range(first, last):
        if _begins_name(scene, i) and not _governed(scene, i) and (loose or _opens(scene, i)):
            mention = scene.mentions.covering(i)
            named = scene.mentions.names.of(mention) if mention is not None else None
            if named is not None:
                yield scene.subject(named)


def _is_several(scene: Scene, who: int) -> bool:
    """Whether a word can stand for several people whom a list names."""
    tree = scene.tree
    return tree.words.upos[who] in ("NOUN", "NUM") or any(True for _ in tree.having(who, "nummod"))


def _are_people(scene: Scene, who: int) -> bool:
    """Whether a word does stand for people: a number of them, or a noun for them."""
    tree, word = scene.tree, scene.tree.lower[who]
    counted = tree.words.upos[who] == "NUM" or any(True for _ in tree.having(who, "nummod"))
    kind = noun_kind(word) if word.endswith("s") else None
    known = word in words("several", "people") | words("life", "victim")
    return counted or known or kind in ("person-unnamed", "official-unnamed")


def _after_one(scene: Scene, who: int, marks: list[int]) -> list[int]:
    """The comma behind a noun for one person, who may be named there: "killed his aide, Ann Roe"."""
    tree = scene.tree
    one = tree.words.upos[who] == "NOUN" and noun_kind(tree.lower[who]) == "person-unnamed"
    return marks[:1] if one and marks and tree.lower[marks[0]] == "," else []


def _begins_list(scene: Scene, mark: int, last: int) -> bool:
    """Whether a name begins behind a mark, with nothing before it but what tells who somebody is."""
    tree = scene.tree
    for i in range(mark + 1, min(last, mark + 1 + NEAR)):
        if _begins_name(scene, i):
            return True
        if tree.words.upos[i] not in ("DET", "ADJ", "NOUN", "PROPN"):
            return False
    return False


def _begins_name(scene: Scene, at: int) -> bool:
    """Whether a person's name begins at a word."""
    mention = scene.mentions.covering(at)
    starts = mention is not None and scene.tree.words.spans[at][0] == mention.start
    return starts and mention is not None and mention.label == "PERSON"


def _is_finite(scene: Scene, at: int) -> bool:
    """Whether a word is a verb, so that no list is told there."""
    tree = scene.tree
    verb = tree.words.upos[at] in ("VERB", "AUX")
    return (
        verb
        and tree.lower[at] not in words("deaths", "listing")
        and tree.relation(at) not in ("amod", "case")
    )


def _opens(scene: Scene, at: int) -> bool:
    """Whether a name begins a list: right behind the mark, or behind "including" or a title."""
    tree = scene.tree
    before = at - 1
    while before > 0 and tree.words.upos[before] in ("NOUN", "ADJ", "DET", "PROPN") and at - before < 5:
        before -= 1
    begins = tree.words.upos[before] in ("PUNCT", "CCONJ")
    return begins or tree.lower[before] in words("naming", "including")


def _governed(scene: Scene, at: int) -> bool:
    """Whether a name stands behind a preposition: "a friend of Ann Roe"."""
    tree = scene.tree
    return tree.words.upos[at - 1] == "ADP" and tree.lower[at - 1] not in words("naming", "including")


def _with(scene: Scene, at: int) -> Iterator[Subject]:
    """With whom somebody dies: "perished along with her"."""
    tree = scene.tree
    near = tree.lower[at + 1 : at + 5]
    for step, word in enumerate(near[:-1]):
        if word in words("deaths", "along") and near[step + 1] == "with":
            whom = at + step + 3
            if (
                whom < len(tree.words) and tree.words.deprels[whom] == "nmod:poss"
            ):  # "along with her son, Bo Li"
                whom = tree.words.heads[whom]
            if whom < len(tree.words) and (subject := scene.person(whom)) is not None:
                yield subject


def behind(scene: Scene, at: int) -> int | None:
    """The word for whom an active verb is done to, by the words right behind it: "that killed Roe".

    None where none stands there, or only a time ("killed Monday").
    """
    tree = scene.tree
    if any(True for _ in tree.having(at, "aux:pass", "nsubj:pass")) or tree.words.upos[at] != "VERB":
        return None
    last = min(tree.sentence(at)[1], at + REACH)
    found = None
    for i in range(at + 1, last):
        mention = scene.mentions.covering(i)
        if mention is not None and mention.label == "PERSON":
            owned = tree.lower[tree.at(mention.end) : tree.at(mention.end) + 1] in (["'s"], ["’s"])
            return None if owned else i
        if tree.words.upos[i] == "PUNCT":
            place = scene.mentions.covering(i - 1)
            if tree.lower[i] == "-" or (place is not None and place.label == "PLACE"):
                continue
            break
        if tree.words.upos[i] not in _NOMINAL:
            break
        found = i if tree.words.upos[i] == "NOUN" else found
    start, end = tree.words.spans[at + 1][0] if at + 1 < last else 0, tree.words.spans[last - 1][1]
    timed = any(time.start == start for time in scene.times((start, end))) if at + 1 < last else True
    return None if timed else found
