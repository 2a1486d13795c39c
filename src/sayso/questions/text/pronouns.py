"""Whom a pronoun of a report stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.questions.vocabulary import words
from sayso.reading.annotations import Entity
from sayso.reading.names import Named

if TYPE_CHECKING:
    from sayso.questions.text.scene import Scene

__all__ = ["antecedent", "topic"]

BACK = 64
"""People behind a pronoun that are looked at to tell whom it does not stand for."""

REACH = 60
"""Words before a pronoun among which somebody without a name, whom it may stand for, is looked for."""


FRONT = 8
"""Words of a phrase at the beginning of a sentence: "At the time of his death,"."""

OFTEN = 3
"""Pronouns of one gender that tell more of the chief person than a first name does."""


def antecedent(scene: Scene, at: int) -> Named | None:
    """The named person that a pronoun stands for; None where it is somebody without a name.

    Of those that agree in gender, the speaker of the words set apart, those of its own sentence come
    first, then the one named most in the report and those whom nothing is quoted from, and of these whom it
    names most often.
    """
    word = scene.tree.lower[at]
    if word in words("naming", "i"):
        return scene.speaker(at)
    gender = "m" if word in words("naming", "he") else "f" if word in words("naming", "she") else None
    if gender is None:
        return None
    if (spoken_of := _spoken_of(scene, at)) is not None and _agrees(scene, spoken_of, gender):
        return spoken_of
    ahead = _ahead(scene, at, gender)
    if ahead is not None:
        return ahead
    offset = scene.tree.words.spans[at][0]
    near = scene.mentions.people(offset)
    agreeing = [(m, n) for m in near if (n := scene.mentions.names.of(m)) and _agrees(scene, n, gender)]
    speaker, apart = scene.speaker(at), _later(scene, at)
    others = [(m, n) for m, n in agreeing if n is not speaker and n not in apart]
    if others:
        found: Named | None = topic(_preferred(scene, at, others))
        last: Entity | None = next(m for m, n in others if n is found)
    else:
        found = agreeing[0][1] if agreeing else _sole(scene, gender, speaker)
        last = agreeing[0][0] if agreeing else None
    return None if _unnamed(scene, at, gender, last) else found


def _ahead(scene: Scene, at: int, gender: str) -> Named | None:
    """Whom a sentence goes on with that begins "At the time of his death,": its subject, or whose it is."""
    tree = scene.tree
    first, last = tree.sentence(at)
    if tree.words.deprels[at] != "nmod:poss" or at - first > FRONT or "," not in tree.lower[at : at + FRONT]:
        return None
    if tree.words.upos[first] != "ADP" or scene.mentions.names.within(
        tree.words.spans[first][0], tree.words.spans[at][0]
    ):
        return None
    comma = tree.lower.index(",", at)
    behind = range(comma + 1, min(last, comma + 1 + FRONT))
    subject = next((i for i in behind if tree.relation(i) == "nsubj"), None)
    if subject is None or tree.words.heads[tree.words.heads[at]] == tree.words.heads[at]:
        return None
    owner = next((c for c in tree.having(subject, "nmod:poss") if c > comma), subject)
    mention = scene.mentions.covering(owner)
    named = scene.mentions.names.of(mention) if mention is not None else None
    person = named is not None and named.label == "PERSON" and _agrees(scene, named, gender)
    return named if person and mention is not None and tree.at(mention.start) == comma + 1 else None


def _spoken_of(scene: Scene, at: int) -> Named | None:
    """Of whom the speaker is said to speak: "he is here," Ann Roe said of Bo Li."""
    tree, attribution = scene.tree, scene.attribution(at)
    if attribution is None or attribution.type == "indirect" or not attribution.cue:
        return None
    first, last = tree.sentence(tree.at(attribution.cue[-1][0]))
    for word in range(max(first, tree.at(attribution.cue[-1][1])), last):
        if scene.attribution(word) is None and not words("naming", "speaking_of").isdisjoint(
            tree.cases(word)
        ):
            named = scene.mentions.of(word, "PERSON")
            if named is not None and named.name != attribution.speaker:
                return named
    return None


def topic(found: list[Named]) -> Named:
    """Of those spoken of, whom the report names most often; the nearest of equals."""
    most = max(len(n.mentions) for n in found)
    return next(n for n in found if len(n.mentions) == most)


def _agrees(scene: Scene, named: Named, gender: str) -> bool:
    """Whether a pronoun's gender is a person's, as far as that is known.

    Whom a report names most is no woman by her first name where it never says "she": "Andrea".
    """
    if named.gender in (gender, None):
        return True
    told, other = words("naming", "he"), words("naming", "she")
    told, other = (told, other) if named.gender == "f" else (other, told)
    often = sum(scene.tally[word] for word in told) >= OFTEN
    return often and scene.people[:1] == [named] and other.isdisjoint(scene.lower)


def _preferred(scene: Scene, at: int, found: list[tuple[Entity, Named]]) -> list[Named]:
    """Those of the pronoun's own sentence, where there are any; of several joined names none is "he"."""
    tree = scene.tree
    low = tree.words.spans[tree.sentence(at)[0]][0]
    offset = tree.words.spans[at][0]
    here = [n for m, n in found if low <= m.start < offset and not _joined(scene, m)]
    here += [n for n in _by_role(scene, at) if any(n is other for _, other in found)]
    chief = scene.people[0]
    chief_told = chief if not _only_speaks(scene, chief) else None
    silent = [n for _, n in found if n is chief_told or n.name not in scene.by_speaker]
    return here or _subjects_before(scene, at, found) or silent or [n for _, n in found]


def _only_speaks(scene: Scene, named: Named) -> bool:
    """Whether a report names somebody only as a source."""
    first = (scene.tree.at(mention.start) for mention in named.mentions[:BACK])
    return all(at < len(scene.tree.words) and scene.is_cue(at) for at in first)


def _subjects_before(scene: Scene, at: int, found: list[tuple[Entity, Named]]) -> list[Named]:
    """Those whom the sentence before begins with as its subject: a pronoun goes on with them."""
    tree = scene.tree
    first = tree.sentence(at)[0]
    if not first or not _begins(scene, at):
        return []
    before = tree.sentence(first - 1)[0]
    low, high = tree.words.spans[before][0], tree.words.spans[first][0]
    subjects = [(m, n) for m, n in found if low <= m.start < high and _is_subject(scene, m)]
    return [n for m, n in subjects[-1:]]


def _begins(scene: Scene, at: int) -> bool:
    """Whether a pronoun is the subject of its sentence's main verb."""
    tree = scene.tree
    head = tree.words.heads[at]
    return tree.relation(at) == "nsubj" and tree.words.heads[head] == head


def _is_subject(scene: Scene, mention: Entity) -> bool:
    """Whether a name is the subject of its sentence's main verb."""
    tree = scene.tree
    inside = range(tree.at(mention.start), min(tree.at(mention.end), len(tree.words)))
    titles = (tree.words.heads[at] for at in inside if tree.relation(at) == "appos")
    before = [title for title in titles if title == inside[0] - 1]  # "former teacher | Ann Roe"
    return any(_begins(scene, at) for at in (*inside, *before))


def _by_role(scene: Scene, at: int) -> list[Named]:
    """The people whom a pronoun's sentence tells of before it by what they are: "the guitarist"."""
    tree = scene.tree
    nouns = (i for i in range(max(tree.sentence(at)[0], at - REACH), at) if tree.words.upos[i] == "NOUN")
    plain = (i for i in nouns if tree.relation(i) in ("nsubj", "obj", "obl", "nmod"))
    return [named for i in plain if (named := scene.holder(i)) is not None]


def _joined(scene: Scene, mention: Entity) -> bool:
    """Whether a name is one of several joined by "and"."""
    tree = scene.tree
    inside = range(tree.at(mention.start), tree.at(mention.end))
    at = next((i for i in inside if tree.words.heads[i] not in inside), None)
    if at is None:
        return False
    if tree.relation(at) == "conj":
        return tree.words.upos[tree.words.heads[at]] == "PROPN"
    return any(tree.words.upos[c] == "PROPN" for c in tree.having(at, "conj"))


def _later(scene: Scene, at: int) -> list[Named]:
    """Whom a subject's own clause names behind it, so that "he" is somebody else."""
    tree = scene.tree
    if tree.relation(at) != "nsubj":
        return []
    start, end = tree.words.spans[at][1], tree.span(tree.words.heads[at])[1]
    stop = next((i for i in range(at, tree.at(end)) if tree.lower[i] == "."), None)
    end = tree.words.spans[stop][0] if stop is not None else end
    found = (scene.mentions.names.of(m) for m in scene.mentions.names.within(start, end)[:BACK])
    return [named for named in found if named is not None]


def _sole(scene: Scene, gender: str, speaker: Named | None) -> Named | None:
    """The only one of a gender whom the report names, but for who says the pronoun."""
    people = [n for n in scene.people if n.gender in (gender, None) and n is not speaker]
    return people[0] if len(people) == 1 else None


def _unnamed(scene: Scene, at: int, gender: str, last: Entity | None) -> bool:
    """Whether somebody without a name stands nearer than a name, so that the pronoun is theirs.

    "The car hit Ann Roe. A man ran from it; he …" but "Ann Roe met a man before she …": whom the clause
    with the other in it is about is spoken of still.
    """
    tree = scene.tree
    known = tree.at(last.start) if last is not None else -1
    for noun in range(at - 1, max(known, at - REACH), -1):
        if scene.is_cue(noun) or not _is_somebody(scene, noun, gender) or scene.named_person(noun):
            continue
        if _is_dead(scene, noun) and scene.tree.lower[tree.words.heads[at]] in words("life", "both"):
            continue  # "his driver was killed; he is alive"
        same = tree.sentence(noun)[0] <= known < noun
        led = same and tree.relation(known) == "nsubj" and tree.relation(noun) != "nsubj"
        return not led
    return False


def _is_dead(scene: Scene, noun: int) -> bool:
    """Whether a noun is told to be one who died."""
    verb = scene.tree.words.heads[noun]
    return scene.tree.relation(noun) == "nsubj" and scene.tree.lower[verb] in words("life", "dead")


def _is_somebody(scene: Scene, noun: int, gender: str) -> bool:
    """Whether a noun is one person without a name, or an animal: "a man", "the driver"."""
    tree = scene.tree
    word = tree.lower[noun]
    if tree.words.upos[noun] != "NOUN":
        return False
    if word not in words("naming", "somebody") | words("responsibility", "animal"):
        return False
    other = words("naming", "female") if gender == "m" else words("naming", "male")
    told = any(True for _ in tree.having(noun, "det", "nmod:poss"))
    return told and word not in other and tree.relation(noun) not in ("compound", "nmod:desc", "appos")
