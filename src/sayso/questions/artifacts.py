"""Artifacts: recordings, videos, letters and photographs that reports speak of, and whose they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from sayso.questions.claim import Subject
from sayso.questions.owners import owner, releaser, seen, shown, speaks
from sayso.questions.text.events import name_words
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import groups, words
from sayso.reading.vocabulary import entries

__all__ = [
    "again",
    "artifact",
    "artifact_class",
    "artifact_of",
    "artifacts",
    "asked",
    "beginning",
    "meant",
    "owned",
    "same_artifact",
]

MOST = 32
"""Mentions of artifacts among which one with an owner is looked for."""

NEAR = 8
"""Mentions before a word among which the one that it stands for is looked for."""

FAR = 5
"""Sentences before "called it a forgery" in which the artifact may be told of."""

FURTHER = 2
"""Sentences before a pronoun's own in which the artifact that it stands for may be told of."""

_WORD = re.compile(r"\w[\w’'-]*")
_PARTICLE = re.compile(r"\b[Aa][ln]-(?=[A-Z])|\b[Ee]l-(?=[A-Z])")


def artifact_class(word: str) -> str | None:
    """The class of artifact that a noun names: "tape" is a recording; None for other words."""
    return groups("artifacts").get(word)


def artifacts(scene: Scene) -> Iterator[tuple[int, Subject]]:
    """The nouns of a report that stand for an artifact, with what is known of it.

    "The text" and "the message" are among them where a letter was told of before.
    """
    if not scene.artifact_nouns:
        return
    named = set(scene.artifact_nouns)
    for at in sorted(named.union(_stand_ins(scene))):
        if scene.tree.words.deprels[at] in ("compound", "amod") or _any(scene, at):
            continue
        found = artifact(scene, at, guessed=False) if at in named else again(scene, at)
        if found is not None:
            yield at, found


def _stand_ins(scene: Scene, first: int = 0, last: int | None = None) -> Iterator[int]:
    """The nouns of a report, or a part of it, that can stand for an artifact told of before them."""
    tree, known = scene.tree, groups("artifacts_again")
    part = range(first, len(tree.words) if last is None else last)
    return (i for i in part if tree.lower[i] in known and tree.words.upos[i] == "NOUN")


def _any(scene: Scene, at: int) -> bool:
    """Whether a noun stands for any of its kind, or for a work of art: "sent her videos"."""
    tree = scene.tree
    told = any(True for _ in tree.having(at, "det", "nmod:poss", "nummod", "compound"))
    told = told or tree.oblique(at, "of", "from", "showing") is not None
    first, last = tree.sentence(at)
    others = {tree.lower[i] for i in range(first, last) if i != at}
    if words("artifact_words", "work") & others:  # "his last recording, an album"
        return True
    whole = tree.oblique(at, "from", "of")
    if whole is not None and tree.lower[whole] in words(
        "artifact_words", "show_piece"
    ):  # "a clip from a speech"
        return True
    of = tree.oblique(at, "of")
    if of is not None and tree.lower[of] in words("artifact_words", "idiom"):  # "a letter of intent"
        return True
    verb = tree.words.heads[at]
    makes = (tree.relation(at) in ("obj", "nsubj") and not tree.cases(at)) or tree.lower[verb] in words(
        "artifact_words", "made"
    )
    maker = tree.subject(verb) if makes else None  # "the singer released a video"
    if maker is not None and words("artifact_words", "artist").intersection(
        tree.lower[i] for i in tree.phrase(maker)
    ):
        return True
    return tree.lower[at].endswith("s") and not told and tree.relation(at) not in ("nsubj", "root")


def artifact(scene: Scene, at: int, guessed: bool = True) -> Subject | None:
    """The artifact that a noun stands for; None where the report tells of nobody whose it is.

    ``guessed`` allows for a definite one that nobody is told to have made: it is of the one whom the
    report names most.
    """
    noun = _noun(scene, at)
    if artifact_class(noun) is None:
        return None
    name = _whose(scene, "owner", at)
    if name is not None:
        return artifact_of(name, noun)
    found = _other(scene, at, noun)
    if found is not None:
        return found
    name = releaser(scene, at) or speaks(scene, at)
    if name is None and guessed and _is_known(scene, at):
        name = _chief(scene, at)
    return artifact_of(name, noun) if name else None


def _noun(scene: Scene, at: int) -> str:
    """The noun for an artifact, in two words where it has them: "e-mail", "video message"."""
    lower = scene.tree.lower
    if (pair := " ".join(lower[max(0, at - 1) : at + 1])) in groups("artifacts"):
        return pair
    if at > 1 and lower[at - 2 : at] == ["e", "-"]:
        at -= 2
    return "".join(lower[at : at + 3]) if lower[at] == "e" else lower[at]


def artifact_of(owner: str, noun: str) -> Subject:
    """The artifact of somebody that a noun names; raises KeyError where it names none."""
    kind = groups("artifacts")[noun]
    return Subject(f"{owner} {noun}", (owner,), _named(owner), (kind,))


def _named(owner: str) -> tuple[str, ...]:
    """The words of an owner's name, without titles and particles where it has others: "Marshal Voss"."""
    found = name_words(_PARTICLE.sub("", owner))
    return tuple(sorted(found - entries("titles") - entries("surname_particles") or found))


def owned(scene: Scene, at: int, name: str) -> Subject:
    """The artifact that a noun stands for as one of somebody's; raises KeyError where it is no such noun."""
    return artifact_of(name, _noun(scene, at))


def _other(scene: Scene, at: int, noun: str) -> Subject | None:
    """The artifact that a noun without an owner means: one told of before it, or else one soon behind it.

    One that is told of for the first time ("a video", "new documents") is none of those before. One that is
    called by what it shows ("the Cape Orsk photograph") has no other.
    """
    tree = scene.tree
    index = bisect_left(scene.artifact_nouns, at)
    before = scene.artifact_nouns[max(0, index - MOST) : index][::-1] if _is_again(scene, at) else []
    number = tree.number(at)
    behind = scene.artifact_nouns[index : index + NEAR]
    behind = [o for o in behind if o > at and tree.number(o) - number <= FURTHER]
    others = [o for o in (*before, *behind) if tree.words.deprels[o] != "compound"]
    same = [(o, noun) for o in others if _is_same_kind(scene, o, noun)]
    told = [(o, _noun(scene, o)) for o in before if noun in words("artifacts_again", _kind(scene, o))]
    for how in ("owner", "seen", "shown"):
        for other, called in ((at, noun), *same, *told):
            if name := _whose(scene, how, other):
                return artifact_of(name, called)
    return None


def _whose(scene: Scene, how: str, at: int) -> str | None:
    """Whose an artifact is, by one of the ways to tell it, each of which is gone once for a noun."""
    if (how, at) not in scene.owners:
        scene.owners[how, at] = _WAYS[how](scene, at)
    return scene.owners[how, at]


_WAYS: dict[str, Callable[[Scene, int], str | None]] = {"owner": owner, "seen": seen, "shown": shown}


def _is_again(scene: Scene, at: int) -> bool:
    """Whether a noun may stand for something told of before: not "a tape", "documents", "the 2012 memo"."""
    tree, lower = scene.tree, scene.tree.lower
    told = [lower[c] for c in tree.having(at, "det", "nmod:poss")]
    if any(word in words("naming", "indefinite") for word in told):
        return False
    if any(lower[c] in words("artifact_words", "new") for c in tree.having(at, "amod", "det")):
        return False
    if any(lower[c].isdigit() for c in tree.having(at, "nummod", "compound")):
        return False
    return bool(told) or not lower[at].endswith("s")


def _is_same_kind(scene: Scene, at: int, noun: str) -> bool:
    """Whether an artifact's noun is of the class of another; of documents, whether it is the same word."""
    kind = artifact_class(noun)
    same = _noun(scene, at).rstrip("s") == noun.rstrip("s")
    return _kind(scene, at) == kind and (same or kind not in words("artifact_words", "impersonal"))


def _kind(scene: Scene, at: int) -> str:
    return artifact_class(_noun(scene, at)) or ""


def _is_known(scene: Scene, at: int) -> bool:
    """Whether a noun stands for a certain artifact: "the tape", "Ann Roe's tape"."""
    tree = scene.tree
    owned = tree.words.upos[at - 1 : at] == ("PART",) or any(True for _ in tree.having(at, "nmod:poss"))
    return owned or any(tree.lower[c] in words("naming", "definite") for c in tree.having(at, "det"))


def _chief(scene: Scene, at: int) -> str | None:
    """Whom a report names most, of those whom nothing is quoted from rather; if it is named close by.

    Of several artifacts, or documents, it is one named in their own sentence.
    """
    tree = scene.tree
    people = [n for n in scene.people if n.name not in (scene.report.outlet or "")]
    silent = [n for n in people if n.name not in scene.by_speaker] or people
    if not silent:
        return None
    first, last = tree.sentence(at)
    vague = tree.lower[at].endswith("s") or _kind(scene, at) in words("artifact_words", "impersonal")
    for _ in range(0 if vague else FURTHER):
        first = tree.sentence(max(0, first - 1))[0]
    low, high = tree.words.spans[first][0], tree.words.spans[last - 1][1]
    near = any(low <= mention.start < high for mention in silent[0].mentions)
    return silent[0].name if near else None


def meant(scene: Scene, at: int | None) -> Subject | None:
    """The artifact that a word stands for: its noun, a pronoun, its copy or authenticity, a voice in it."""
    if at is None:
        return None
    tree, word = scene.tree, scene.tree.lower[at]
    at = beginning(scene, at)
    if at in scene.artifact_nouns:
        return artifact(scene, at)
    if word in words("naming", "they") or (tree.words.upos[at] in ("PRON", "DET") and _is_this(word)):
        told = _spoken_of(scene, at)
        return artifact(scene, told) if told is not None else again(scene, at, FAR)
    if word in groups("artifacts_again") and (found := again(scene, at)) is not None:
        return found
    mark = word in words("authenticity", "mark") | words("authenticity", "hand")
    if not mark and word not in words("authenticity", "authenticity") | words("authenticity", "copy"):
        return None
    inner = tree.oblique(at, "in", "on", "of")
    if inner is None:
        inner = next(tree.having(at, "nmod:poss"), None)
    if inner is not None and (inner in scene.artifact_nouns or tree.lower[inner] in words("naming", "they")):
        return meant(scene, inner)
    found_near = (found for _, found in artifacts(scene))
    return next(found_near, None) if mark else None


def beginning(scene: Scene, at: int) -> int:
    """The word by which an artifact's noun is told from others: of "e-mail" the first."""
    return at - 2 if scene.tree.lower[max(0, at - 2) : at] == ["e", "-"] else at


def _spoken_of(scene: Scene, at: int) -> int | None:
    """The artifact of which something is said: "“It is a fake,” Roe said of the tape"."""
    attribution = scene.attribution(at)
    cues = [scene.tree.at(start) for start, _ in attribution.cue] if attribution else []
    whole = [word for cue in cues for word in (cue, scene.tree.subject(cue)) if word is not None]
    of = (scene.tree.oblique(word, "of", "about") for word in whole)
    return next((noun for noun in of if noun is not None and noun in scene.artifact_nouns), None)


def _is_this(word: str) -> bool:
    return word in words("naming", "definite")


def again(scene: Scene, at: int, reach: int = FURTHER) -> Subject | None:
    """The artifact that a pronoun or a noun such as "the text" stands for: one told of before.

    ``reach`` is in how many sentences before its own a pronoun's is looked for.
    """
    word = scene.tree.lower[at]
    if scene.tree.words.upos[at] in ("PRON", "DET"):
        return _of_pronoun(scene, at, reach)
    index = bisect_left(scene.artifact_nouns, at)
    before = scene.artifact_nouns[max(0, index - NEAR) : index][::-1]
    if not (_is_known(scene, at) and _is_again(scene, at)):
        return None
    fit = (o for o in before if word in words("artifacts_again", _kind(scene, o)))
    return next((found for o in fit if (found := artifact(scene, o, guessed=False))), None)


def _of_pronoun(scene: Scene, at: int, reach: int) -> Subject | None:
    """The artifact that "it" or "they" stands for: of the nearest sentence with one, its subject rather."""
    tree = scene.tree
    if tree.relation(at) == "expl":
        return None
    first = tree.sentence(at)[0]
    for _ in range(reach):
        first = tree.sentence(max(0, first - 1))[0]
    index = bisect_left(scene.artifact_nouns, at)
    nouns = [o for o in scene.artifact_nouns[max(0, index - NEAR) : index] if o >= first]
    near = {*nouns, *(i for i in _stand_ins(scene, first, at) if i not in nouns)}
    several = tree.lower[at].startswith("the")
    fit = [o for o in near if several == _noun(scene, o).endswith("s")]
    fit.sort(key=lambda o: (-tree.number(o), tree.relation(o) != "nsubj", -o))
    found = (artifact(scene, o, guessed=False) if o in nouns else again(scene, o) for o in fit)
    return next((one for one in found if one), None)


def asked(name: str) -> Subject:
    """The artifact that words of a question name: whose it is, and of what kind."""
    found = [w for w in _WORD.findall(name) if artifact_class(w.lower())]
    kinds = tuple(sorted({artifact_class(w.lower()) or "" for w in found}))
    owner = " ".join(w for w in _WORD.findall(name) if w not in found)
    return Subject(name, (owner,), _named(owner), kinds)


def same_artifact(one: Subject, other: Subject) -> bool:
    """Whether two artifacts can be the same: one's owner is named by the other's, and the kinds fit."""
    if not one.places or not other.places:
        return False
    owned = set(one.places) <= set(other.places) or set(other.places) <= set(one.places)
    kinds = not one.terms or not other.terms or set(one.terms) & set(other.terms)
    return owned and bool(kinds)
