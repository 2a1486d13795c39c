"""Whose an artifact is: by what stands beside its noun, or by who speaks, writes or is seen in it."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.text.party_names import tidy
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import entries, groups, words

__all__ = [
    "clauses",
    "is_inside_clause",
    "owner",
    "parts",
    "releaser",
    "seen",
    "set_apart",
    "shown",
    "speaks",
]

NEAR = 7
"""Words behind a noun among which the pronoun of its relative clause stands."""


def owner(scene: Scene, at: int) -> str | None:
    """The name of whom an artifact's noun tells that it is of; None where its sentence tells of nobody."""
    for found in (_beside, _writer, _told_by_clause, _speaker):
        if (name := found(scene, at)) is not None:
            return name
    return None


def _beside(scene: Scene, at: int) -> str | None:
    """Whose an artifact is by what hangs on its noun: "the Roe tape", "a letter from Ann Roe"."""
    tree = scene.tree
    whole = parts(scene, at)
    of = next((o for p in whole if (o := tree.oblique(p, "of", "by", "from", "showing", "with"))), None)
    verb = tree.words.heads[at]
    if of is None and tree.lower[verb] in words("artifact_words", "released") | words(
        "artifact_words", "carried"
    ):
        of = tree.oblique(verb, "from", "of")  # "published a letter on Monday from Ann Roe"
    for name in (tree.oblique(word, "under", "over", "in", "with") for word in (at, verb)):
        if of is None and name is not None and tree.lower[name] in words("artifact_words", "name"):
            of = scene.owner(name)  # "a letter under the name of Ann Roe"
    beside = [c for p in whole for c in tree.having(p, "nmod:poss", "compound", "amod")]
    beside += [*_possessor(scene, at), *([of] if of is not None else [])]
    deeper = scene.owner(of) if of is not None and tree.words.upos[of] == "NOUN" else None
    for word in (*beside, *([deeper] if deeper is not None else [])):  # "footage of the arrest of Ann Roe"
        if named := _person(scene, word):
            return named
    for word in beside:
        known = scene.mentions.of(word, "ORG") is not None and "of" not in tree.cases(word)
        if tree.words.upos[word] == "PROPN" and not known and tree.lower[word] not in groups("artifacts"):
            return scene.mentions.proper(word)
    if tree.lower[at + 1 : at + 2] == ["of"] and (named := _right_behind(scene, at + 2)) is not None:
        return named
    about = tree.oblique(at, "on", "about")
    if about is None:
        return None
    whose = next(tree.having(about, "nmod:poss"), about)
    return _person(scene, whose)


def _right_behind(scene: Scene, at: int) -> str | None:
    """The name of a person, with a title or without: "a clip of | Senator Ann Roe counting banknotes"."""
    words_of = (at, scene.tree.words.heads[at]) if at < len(scene.tree.words) else ()
    named = (scene.mentions.of(word, "PERSON") for word in words_of if word >= at)
    return next((one.name for one in named if one), None)


def _possessor(scene: Scene, at: int) -> Iterator[int]:
    """Whose a noun is by the "'s" before it, wherever the parse hung that: "Ann Roe's last letter"."""
    tree = scene.tree
    before = range(at - 1, max(0, at - NEAR), -1)
    mark = next((i for i in before if tree.words.upos[i] not in ("ADJ", "NUM", "NOUN")), None)
    if mark is not None and tree.words.upos[mark] == "PART":
        yield tree.words.heads[mark]


def _person(scene: Scene, at: int) -> str | None:
    """The name of a person that a word stands for; of "a tape with the voice of Ann Roe" whose that is."""
    if scene.tree.lower[at] in words("authenticity", "mark"):
        whose = scene.owner(at)
        return _person(scene, whose) if whose is not None else _attributed(scene, at)
    named = scene.named_person(at)
    return named.name if named else None


def _is_signed(scene: Scene, verb: int) -> bool:
    """Whether a verb tells that a letter is somebody's: not that it was made public by him."""
    word = scene.tree.lower[verb]
    return word in words("authenticity", "write") or word in words("authenticity", "sent")


def _is_written(scene: Scene, verb: int) -> bool:
    """Whether a verb tells that somebody writes, makes or sends something."""
    word = scene.tree.lower[verb]
    return word in words("authenticity", "write") or word in words("authenticity", "make")


def _attributed(scene: Scene, at: int) -> str | None:
    """To whom something is attributed: "a voice said to be that of Ann Roe"."""
    tree = scene.tree
    for clause in clauses(scene, at):
        if tree.lower[clause] in words("artifact_words", "attributed"):
            named = (scene.mentions.of(i, "PERSON") for i in tree.phrase(clause))
            return next((n.name for n in named if n), None)
    return None


def _writer(scene: Scene, at: int) -> str | None:
    """Who writes an artifact, or is said not to have: "must not have written the letter himself"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    if not _is_written(scene, verb) or tree.patient(verb) not in parts(scene, at):
        return None
    who = tree.agent(verb)
    if who is None and tree.lower[verb] in words("artifact_words", "signed"):  # "is signed “Ann Roe”"
        who = next((c for c in tree.having(verb, "xcomp", "obj", "appos", "obl") if c > verb), None)
    return _person(scene, who) if who is not None else None


def _told_by_clause(scene: Scene, at: int) -> str | None:
    """Whose an artifact is by a clause behind its noun.

    "a tape attributed to Ann Roe", "a video showing Ann Roe", "a letter that Ann Roe wrote", "a tape in
    which Ann Roe speaks".
    """
    tree = scene.tree
    if (attributed := _attributed(scene, at)) is not None:
        return attributed
    for clause in clauses(scene, at):
        word = tree.lower[clause]
        if word in words("artifact_words", "show"):
            found = next(_shown_by(scene, clause), None)
        elif _is_signed(scene, clause) and tree.words.deprels[clause] != "acl:relcl":
            found = tree.oblique(clause, "by")
        elif is_inside_clause(scene, clause):
            found = tree.subject(clause)
            found = _first_person(scene, at, clause) if found in (None, at) else found
        elif _is_written(scene, clause):
            found = tree.subject(clause)
        else:
            continue
        if found is None or found == at:
            continue
        if name := _person(scene, found) or _attributed(scene, found):  # "a man identified as Ann Roe"
            return name
    return None


def _first_person(scene: Scene, at: int, clause: int) -> int | None:
    """Who is named first between a noun and the verb of its clause, wherever the parse hung the name."""
    return next((i for i in range(at + 1, clause) if scene.mentions.of(i, "PERSON") is not None), None)


def parts(scene: Scene, at: int) -> tuple[int, ...]:
    """The words of an artifact's noun that others may hang on: both of "e-mail"."""
    mail = scene.tree.lower[at : at + 3]
    return (at, at + 2) if mail[:2] == ["e", "-"] and len(mail) > 2 else (at,)


def clauses(scene: Scene, at: int) -> Iterator[int]:
    """The verbs of the clauses that hang on a noun, those that the parse gave to its verb among them.

    "A memo dated July 23 and written by Ann Roe was leaked", "Dated May 3, the letter …".
    """
    tree = scene.tree
    verb = tree.words.heads[at]
    found = [c for word in parts(scene, at) for c in tree.having(word, "acl")]
    if tree.relation(at) == "nsubj":
        own = ("nsubj", "mark", "aux")
        apart = (c for c in tree.having(verb, "advcl") if c < verb and tree.words.upos[c] == "VERB")
        found += [c for c in apart if not any(True for _ in tree.having(c, *own))]
        found += [verb] if verb == at + 1 and not any(True for _ in tree.having(verb, "aux")) else []
    behind = range(at + 1, min(len(tree.words), at + NEAR))
    which = next((i for i in behind if tree.lower[i] in entries("relatives")), None)
    if which is not None and tree.words.upos[tree.words.heads[which]] == "VERB":
        found.append(tree.words.heads[which])  # wherever the parse hung "in which she says"
    for clause in dict.fromkeys((*found, *set_apart(scene, at))):
        yield clause
        yield from tree.having(clause, "conj", "xcomp", "acl")
        if tree.lower[clause] in words("stance", "saying"):  # "a tape that the army said was made in May"
            yield from tree.having(clause, "ccomp")


def _is_bare_participle(scene: Scene, at: int) -> bool:
    """Whether a word is a participle of the passive by which something else is told of: "smuggled out"."""
    tree = scene.tree
    if at >= len(tree.words) or tree.words.upos[at] != "VERB" or tree.lower[at].endswith("ing"):
        return False
    own = ("nsubj", "obj", "aux", "cop", "mark")
    return tree.relation(at) in ("acl", "advcl", "amod") and not any(True for _ in tree.having(at, *own))


def set_apart(scene: Scene, at: int) -> Iterator[int]:
    """Participles behind a comma that tell of an artifact and not of whom it shows: "…, taken in May".

    "In the letter, smuggled out and read in court, Roe says …" has them wherever the parse hung them.
    """
    tree = scene.tree
    if tree.lower[at + 1 : at + 2] == [","] and _is_bare_participle(scene, at + 2):
        yield from (at + 2, *tree.having(at + 2, "conj"))
    for of in (c for part in parts(scene, at) for c in tree.having(part, "nmod")):
        for word in (of, *tree.having(of, "nmod", "flat", "appos")):
            for clause in tree.having(word, "acl"):
                if _tells_of_artifact(scene, clause):
                    yield clause


def _tells_of_artifact(scene: Scene, clause: int) -> bool:
    """Whether a participle behind whom an artifact shows is about it: "…, shot in May", "… filmed in May"."""
    tree, word = scene.tree, scene.tree.lower[clause]
    alone = word not in words("artifact_words", "of_either") and not any(
        True
        for _ in tree.having(clause, "obj", "xcomp", "obl:agent")  # "taken hostage"
    )
    return word in words("artifact_words", "of_artifact") and (alone or tree.lower[clause - 1] == ",")


def is_inside_clause(scene: Scene, clause: int) -> bool:
    """Whether a relative clause tells what happens in an artifact: "in which", "where".

    The preposition tells it wherever the parse hung the pronoun, right behind the noun.
    """
    tree = scene.tree
    inside = words("artifact_words", "inside")
    oblique = (c for c in tree.having(clause, "obl") if tree.lower[c] in entries("relatives"))
    if any(inside.intersection(tree.cases(c)) for c in oblique):
        return True
    noun = tree.words.heads[clause]
    behind = range(noun + 2, min(noun + NEAR, clause)) if tree.words.deprels[clause] == "acl:relcl" else ()
    which = next((i for i in behind if tree.lower[i] in entries("relatives")), None)
    if which is not None and tree.lower[which - 1] in inside:
        return True
    return any(tree.lower[c] in words("artifact_words", "where") for c in tree.having(clause, "advmod"))


def _speaker(scene: Scene, at: int) -> str | None:
    """Who does something "in a recording"."""
    tree = scene.tree
    last = tree.sentence(at)[1]
    if words("artifact_words", "inside").isdisjoint(tree.cases(at)):
        return None
    offset = tree.words.spans[at][0]
    for attribution in scene.told_before(tree.words.spans[last - 1][1]):
        via = [span for link in attribution.via for span in link.span]
        if attribution.speaker and any(a <= offset < b for a, b in via):
            return attribution.speaker
    subjects = _subjects_above(scene, at)
    return next((named.name for who in subjects if (named := scene.mentions.of(who, "PERSON"))), None)


def _subjects_above(scene: Scene, at: int) -> Iterator[int]:
    """The subjects of the verbs above a word, the nearest first."""
    tree = scene.tree
    verbs = (above for above in tree.above(at) if tree.words.upos[above] in ("VERB", "AUX"))
    return (who for verb in verbs if (who := tree.subject(verb)) is not None)


def seen(scene: Scene, at: int) -> str | None:
    """Who is told to be seen in an artifact: "the photo shows Ann Roe"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    if tree.relation(at) != "nsubj" or tree.lower[verb] not in words("artifact_words", "show"):
        return None
    behind = _shown_by(scene, verb)
    return next((named.name for c in behind if (named := scene.mentions.of(c, "PERSON"))), None)


def _shown_by(scene: Scene, verb: int) -> Iterator[int]:
    """Who or what stands behind a verb of showing: "shows Ann Roe", "shows Ann Roe reading"."""
    tree = scene.tree
    behind = [c for c in tree.having(verb, "obj", "nsubj", "obl", "ccomp", "xcomp") if c > verb]
    yield from (c for c in behind if tree.words.upos[c] != "VERB")
    yield from (c for one in behind for c in tree.having(one, "nsubj") if c > verb)


def releaser(scene: Scene, at: int) -> str | None:
    """Who releases an artifact that is told of for the first time, of whom it is if of anybody known."""
    tree = scene.tree
    verb = tree.words.heads[at]
    first = any(tree.lower[c] in words("naming", "indefinite") for c in tree.having(at, "det"))
    if tree.relation(at) != "obj" or not first or tree.lower[verb] not in words("artifact_words", "released"):
        return None
    who = tree.subject(verb)
    named = scene.mentions.of(who, "PERSON") if who is not None else None
    return named.name if named else None


def speaks(scene: Scene, at: int) -> str | None:
    """Who may be meant by "he" or "the envoy" in whose recording something is said; None outside of one.

    Where that is nobody known, it is the first whom the sentence names.
    """
    tree = scene.tree
    if words("artifact_words", "inside").isdisjoint(tree.cases(at)):
        return None
    for who in _subjects_above(scene, at):
        if named := scene.named_person(who):
            return named.name
    first, last = tree.sentence(at)
    span = tree.words.spans[first][0], tree.words.spans[last - 1][1]
    people = [m for m in scene.mentions.people(span[1]) if m.start >= span[0]]
    found = scene.mentions.names.of(people[-1]) if people else None
    return found.name if found else None


def shown(scene: Scene, at: int) -> str | None:
    """What an artifact is called by that is nobody's: the place, the group or the event that it shows."""
    tree = scene.tree
    whose = any(True for _ in tree.having(at, "nmod:poss"))
    beside = tree.having(at, "compound", "amod", "nmod:poss", "flat")
    named = (i for c in beside for i in tree.phrase(c) if i < at and tree.words.upos[i] == "PROPN")
    first = min((i for i in named if tree.lower[i] not in groups("artifacts")), default=None)
    if first is not None and not whose:
        return tidy(tree.text[tree.words.spans[first][0] : tree.words.spans[at - 1][1]])
    of = tree.oblique(at, "of", "showing")
    for clause in tree.having(at, "acl") if of is None else ():
        shows = [i for i in tree.phrase(clause) if tree.lower[i] in words("artifact_words", "show")]
        of = tree.patient(shows[-1]) if shows else None
    inside = list(_until_clause(scene, of)) if of is not None else []
    if not any(tree.words.upos[i] == "PROPN" for i in inside):
        return None
    return tidy(tree.text[tree.words.spans[inside[0]][0] : tree.words.spans[inside[-1]][1]])


def _until_clause(scene: Scene, noun: int) -> Iterator[int]:
    """The words of a noun's phrase without its prepositions, up to a clause or an apposition behind it."""
    tree = scene.tree
    for word in tree.phrase(noun):
        if word != noun and tree.relation(word) in ("punct", "acl", "appos"):
            return
        if tree.relation(word) not in ("case", "det"):
            yield word
