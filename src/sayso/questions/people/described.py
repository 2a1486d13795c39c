"""Whom a description means that a report has not used of anybody: the one whom its sentence named before."""

from __future__ import annotations

from sayso.questions.claim import Subject
from sayso.questions.text.nations import nation
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import words
from sayso.reading.names import Named
from sayso.reading.nouns import noun_kind

__all__ = ["described_anew", "only_one"]


def described_anew(scene: Scene, who: int) -> Subject | None:
    """The one person named in full before a description in its sentence, other than who tells of him.

    "Ann Roe's wife reported him missing, but police said that the journalist was in custody".
    """
    tree = scene.tree
    the = words("naming", "the").intersection(tree.lower[c] for c in tree.having(who, "det"))
    if not the or not _is_of_one(scene, who) or tree.lower[who] in tree.lower[:who]:
        return None
    if scene.owner(who) is not None:
        return None
    first = tree.words.spans[tree.sentence(who)[0]][0]
    near = scene.mentions.names.within(first, tree.words.spans[who][0])
    near = [m for m in near if tree.words.deprels[tree.at(m.start)] != "nsubj"]  # who acts is another
    told = {n.name: n for m in near if (n := scene.mentions.names.of(m)) and n.label == "PERSON"}
    full = [n for n in told.values() if " " in n.name and not _speaks(scene, n.name, first)]
    return scene.subject(full[0]) if len(full) == 1 else None


def _speaks(scene: Scene, name: str, first: int) -> bool:
    """Whether somebody says something in the sentence that begins at an offset."""
    sources = (a.source[0][0] for a in scene.by_speaker.get(name, ()))
    return any(
        scene.tree.words.spans[scene.tree.sentence(scene.tree.at(at))[0]][0] == first for at in sources
    )


def _is_of_one(scene: Scene, at: int) -> bool:
    """Whether a noun tells what one person is, and not only that there is somebody."""
    word = scene.tree.lower[at]
    anybody = words("naming", "somebody") | words("life", "anybody") | words("life", "victim")
    anybody |= words("several", "people")
    if word.endswith("s") or word in anybody | words("naming", "kin"):
        return False
    people = nation(scene.tree.text[slice(*scene.tree.words.spans[at])]) is not None
    told = word in words("naming", "role") | words("naming", "calling")
    told = told or noun_kind(word) in ("person-unnamed", "official-unnamed")
    aged = word in words("naming", "old") and scene.tree.lower[at - 1] == "-"  # "the 78-year-old"
    return people or aged or (told and scene.tree.words.upos[at] == "NOUN")


def only_one(scene: Scene, who: int) -> Subject | None:
    """The only one whom a report names and who says nothing in it, where a definite noun must be his.

    "The captain of the Arle was killed, its owner said. … Ann Roe, 54, had died on the bridge."
    """
    tree, owner = scene.tree, scene.owner(who)
    told = {tree.lower[c] for c in tree.having(who, "det", "nmod:poss")}
    if told.isdisjoint(words("naming", "the") | words("naming", "they")) or not _is_of_one(scene, who):
        return None
    if owner is not None and scene.person(owner) is not None:
        return None  # "the driver of Ann Roe"
    silent = [n for n in scene.people if n.name not in scene.by_speaker]
    if len(silent) != 1 or " " not in silent[0].name or silent[0] in scene.accused:
        return None
    known = scene.mentions.roles(silent[0]) & words("naming", "role")
    other = bool(known) and tree.lower[who] not in known
    return None if other or _is_beside(scene, silent[0], who) else scene.subject(silent[0])


def _is_beside(scene: Scene, named: Named, who: int) -> bool:
    """Whether a noun means another than whom its sentence names as well, or the sentence before with kin."""
    tree = scene.tree
    first = tree.sentence(who)[0]
    before = tree.sentence(first - 1)[0] if first else first
    start, end = tree.words.spans[first][0], tree.words.spans[who][0]
    here = any(
        start <= m.start < end and tree.words.deprels[tree.at(m.start)] == "nsubj" for m in named.mentions
    )
    return here or not words("naming", "kin").isdisjoint(tree.lower[before:who])
