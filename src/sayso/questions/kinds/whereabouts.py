"""Whereabouts: where is somebody?"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.claim import Claim, against, denied, exclusive
from sayso.questions.kind import Kind
from sayso.questions.people.journeys import Stay, journeys
from sayso.questions.text.frames import Match
from sayso.questions.text.frames import matches as frames
from sayso.questions.text.making import make
from sayso.questions.text.places import is_body, place, same_place
from sayso.questions.text.scene import Scene
from sayso.questions.vocabulary import entries, lines, words
from sayso.reading.times import about

__all__ = ["KIND"]


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report of where somebody is, has gone, or has left."""
    found = [claim for stay in _stays(scene) for claim in _claims(scene, stay)]
    placed = {(c.subject.name, c.authority) for c in found if not against(c.value)}
    for claim in found:
        if not against(claim.value) or (claim.subject.name, claim.authority) not in placed:
            yield claim


def _claims(scene: Scene, stay: Stay) -> Iterator[Claim]:
    """The claims of all whom a word tells to be somewhere."""
    at, who, value, change = stay
    if value is None:
        return
    for subject in scene.everyone(_carried(scene, who)):
        storm = subject.name.lower().rpartition(" ")[2] in scene.storms
        if (against(value) or value).lower() != subject.name.lower() and not storm:
            claim = make(scene, "whereabouts", subject, value, at, opposite=denied(value), change=change)
            if claim is not None:
                yield claim


def _stays(scene: Scene) -> Iterator[Stay]:
    tree = scene.tree
    for match in frames(tree, "whereabouts_frames"):
        if match.frame.part != "predicate" and (stay := _verb(scene, match)) is not None:
            yield stay
    yield from _aside(scene)
    yield from journeys(scene)
    for at, upos in enumerate(tree.words.upos):
        if upos in ("PROPN", "NOUN", "ADV", "ADJ") and any(True for _ in tree.having(at, "cop")):
            yield from _being(scene, at)
        elif upos == "NOUN" and tree.lower[at] in words("whereabouts", "resident"):
            yield from _resident(scene, at)


def _aside(scene: Scene) -> Iterator[Stay]:
    """Who is in a place by an aside, or by the refuge he is given: "Ann Roe, now in Arle, said"."""
    tree = scene.tree
    for at, word in enumerate(tree.lower):
        behind = tree.lower[at + 1 : at + 2]
        if word in words("whereabouts", "inside") and tree.relation(at) == "case":
            yield from _between_commas(scene, at)
        elif word in words("whereabouts", "now") and words("whereabouts", "inside").intersection(behind):
            if _names_before_comma(scene, at):
                yield Stay(at, at - 2, place(scene, tree.words.heads[at + 1]), False)
        elif word in words("whereabouts", "refuge") and tree.relation(at) == "obj":
            verb = tree.words.heads[at]
            others = (c for c in tree.having(verb, "iobj", "obj") if c != at)
            given = next(others, tree.oblique(verb, "to"))
            taker = tree.subject(verb) if tree.passive(verb) else given
            if tree.lower[verb] in words("whereabouts", "granting") and taker is not None:
                yield Stay(verb, taker, place(scene, tree.agent(verb)), False)


def _between_commas(scene: Scene, at: int) -> Iterator[Stay]:
    """Who is somewhere for something: "Ann Roe, in Arle for a meeting, said"."""
    noun = scene.tree.words.heads[at]
    behind = scene.tree.lower[noun + 1 : noun + 2]
    purpose = noun > at and not words("whereabouts", "purpose").isdisjoint(behind)
    if purpose and _names_before_comma(scene, at):
        yield Stay(at, at - 2, place(scene, noun), False)


def _names_before_comma(scene: Scene, at: int) -> bool:
    """Whether somebody's name stands before a word, set off by a comma."""
    mention = scene.mentions.covering(at - 2) if at > 1 and scene.tree.lower[at - 1] == "," else None
    return mention is not None and mention.label == "PERSON"


def _being(scene: Scene, at: int) -> Iterator[Stay]:
    """Who is in a place: "is in Arle", "was on the island", "is safe in Arle"."""
    tree = scene.tree
    who = tree.subject(at)
    who = who if who is not None else _before_copula(scene, at)
    if who is None:
        return
    if tree.words.upos[at] in ("ADV", "ADJ"):
        if tree.words.upos[at] == "ADV" or tree.lower[at] in words("whereabouts", "well"):
            inner = words("whereabouts", "inside")
            where = _behind(scene, at, list(inner))
            if where is None:  # "is safe and well in Arle"
                where = next((c for c in tree.having(at, "conj") if inner.intersection(tree.cases(c))), None)
            yield Stay(at, who, place(scene, where), False)
        return
    inside = any(case in words("whereabouts", "inside") for case in tree.cases(at))
    inside = inside and words("whereabouts", "due").isdisjoint(tree.cases(at))
    if not inside or is_body(scene, at) or _is_state(scene, at):
        return
    if tree.lower[who] in words("whereabouts", "address"):
        owner = scene.owner(who)
        if owner is not None:
            for one in (at, *tree.having(at, "conj")):
                yield Stay(at, owner, place(scene, one), False)
        return
    yield Stay(at, who, place(scene, at), False)


def _is_state(scene: Scene, at: int) -> bool:
    """Whether a bare noun is what somebody is in, not where: "in power in Arle", but "in exile in Arle"."""
    known = words("whereabouts", "keeping") | words("naming", "landscape")
    common = scene.tree.words.upos[at] == "NOUN" and scene.tree.lower[at] not in known
    return common and _is_bare(scene, at)


def _is_bare(scene: Scene, at: int) -> bool:
    return not any(True for _ in scene.tree.having(at, "det", "nmod:poss", "compound"))


def _before_copula(scene: Scene, at: int) -> int | None:
    """The name or pronoun right before a copula and its auxiliaries, where the parse gives it no subject."""
    tree = scene.tree
    first = min(tree.having(at, "cop", "aux"))
    before = first - 1
    if before >= tree.sentence(at)[0] and tree.lower[before] in entries("he_and_she"):
        return before
    named = before >= tree.sentence(at)[0] and tree.words.upos[before] == "PROPN"
    return before if named and scene.mentions.covering(before) else None


def _resident(scene: Scene, at: int) -> Iterator[Stay]:
    """Who is told to be a resident of a place."""
    tree = scene.tree
    who = tree.words.heads[at] if tree.relation(at) == "appos" else None
    where = place(scene, tree.oblique(at, *words("naming", "of")))
    if who is not None and where is not None:
        yield Stay(at, who, where, False)


def _is_group(scene: Scene, at: int) -> bool:
    """Whether a name in the plural is one of people: "left the Greens"."""
    plural = scene.tree.lower[at].endswith("s") and any(True for _ in scene.tree.having(at, "det"))
    return plural and scene.mentions.of(at, "PLACE") is None


def _is_goal(scene: Scene, at: int) -> bool:
    """Whether somebody can leave for what a noun names: a place, no body and no "speech"."""
    named = scene.tree.words.upos[at] == "PROPN" or scene.mentions.of(at, "PLACE") is not None
    known = words("naming", "place") | words("naming", "landscape") | words("naming", "institution")
    return (named or scene.tree.lower[at] in known) and not is_body(scene, at)


def _any(scene: Scene, at: int) -> bool:
    """Whether a noun is no place that somebody leaves, but what he leaves: "leaving an opening"."""
    return any(scene.tree.lower[c] in words("naming", "indefinite") for c in scene.tree.having(at, "det"))


def _verb(scene: Scene, match: Match) -> Stay | None:
    tree, at, frame = scene.tree, match.at, match.frame
    who = _mover(scene, match)
    if who is None or not _fits(scene, match):
        return None
    where = _whither(scene, match)
    if frame.value == "leave":
        return _leaving(scene, at, who, where)
    if where is not None and is_body(scene, where):
        return None
    if frame.value == "go" and _is_doing(scene, tree.oblique(at, "to")):
        return None
    name = place(scene, where)
    if frame.value == "go" and name is None:
        return _gone(scene, at, who)
    return Stay(at, who, name, frame.value != "state")


def _mover(scene: Scene, match: Match) -> int | None:
    """Who goes or is somewhere: a verb's subject, or its object where somebody is moved or seen."""
    tree, at = scene.tree, match.at
    seen = tree.lower[at] in words("whereabouts", "seeing")
    who = tree.patient(at) if seen or tree.passive(at) else tree.subject(at)
    if tree.relation(at) == "advcl" and tree.passive(at):  # "with some victims flown to Mora"
        beside = (c for c in tree.having(tree.words.heads[at], "obl") if "with" in tree.cases(c) and c < at)
        who = next(beside, who)
    taken = match.frame.value == "go" and "obj" not in match.frame.marks
    moved = next(tree.having(at, "obj"), None) if taken else None
    if moved is None:
        return who
    if scene.named_person(moved) is not None:  # "flew him to Mora", but "followed him to Mora"
        return moved if tree.lower[at] not in words("whereabouts", "joining") else who
    return None if _moves(scene, at, moved) else who


def _leaving(scene: Scene, at: int, who: int, where: int | None) -> Stay | None:
    """Where somebody has left for, or that he has left a place."""
    tree = scene.tree
    if any(True for _ in tree.having(at, "xcomp", "ccomp")):
        return None  # "leaving Mora alone"
    bound = tree.oblique(at, "for", "to")
    if bound is not None and _is_goal(scene, bound) and (whither := place(scene, bound)):
        return Stay(at, who, whither, True)
    if where is not None and (is_body(scene, where) or _any(scene, where) or _is_group(scene, where)):
        return None
    left = place(scene, where)
    return Stay(at, who, denied(left), True) if left else None


def _fits(scene: Scene, match: Match) -> bool:
    """Whether a verb has what its frame asks for: an auxiliary ("was working"), a time ("spent a night")."""
    tree, at, marks = scene.tree, match.at, match.frame.marks
    has = {tree.words.deprels[c] for c in tree.children[at]}
    said = (c for c in tree.having(at, "xcomp", "obl", "advmod") if tree.words.upos[c] == "ADJ")
    if match.frame.value == "state" and any(tree.lower[c] not in words("whereabouts", "well") for c in said):
        return False  # "was found guilty in Mora"
    if "aux" in marks and ("aux" not in has or "obj" in has):
        return False
    if tree.lower[at] in words("whereabouts", "bound") and has & {"cop", "aux:pass"}:
        return False  # "is headed to Arle"
    if "alone" in marks and "obj" in has:
        return False
    if "passive" in marks and "cop" not in has and not tree.passive(at):
        return False
    return _fits_object(scene, at, marks)


def _fits_object(scene: Scene, at: int, marks: frozenset[str]) -> bool:
    """Whether a verb has the object that its frame asks for: a person, a time, or a place."""
    tree = scene.tree
    if "person" in marks:
        return any(scene.named_person(c) for c in tree.having(at, "obj"))
    if "time" in marks:
        spent = next(tree.having(at, "obj", "obl:unmarked"), None)
        if spent is not None and tree.lower[spent] in words("naming", "part"):  # "much of the year"
            spent = tree.oblique(spent, *words("naming", "of"))
        return spent is not None and tree.lower[spent] in words("whereabouts", "time")
    if marks.isdisjoint(("goal", "place")):
        return True
    goal = tree.patient(at)
    if goal is None or not _is_goal(scene, goal):
        return False
    if "place" in marks:  # "visited Arle", "visited the base at Arle", but not "visited the hospital"
        named = tree.words.upos[goal] == "PROPN" or any(True for _ in tree.having(goal, "nmod", "compound"))
        return named and not _in_earlier_year(scene, at)
    return True


def _in_earlier_year(scene: Scene, at: int) -> bool:
    """Whether a visit was in a year before the report's: it is over."""
    told = about(scene.reading, (scene.tree.span(at),), scene.report.published)
    year, now = (told or "")[:4], (scene.report.published or "")[:4]
    return year.isdigit() and now.isdigit() and year < now


def _whither(scene: Scene, match: Match) -> int | None:
    """The word for the place of a frame: its verb's object, or what stands behind one of its prepositions."""
    tree, at, frame = scene.tree, match.at, match.frame
    where = tree.patient(at) if "obj" in frame.marks and not tree.passive(at) else None
    if where is None and "@from" in frame.marks and _is_jail(scene, tree.oblique(at, "from")):
        return None
    cases = [mark[1:] for mark in frame.marks if mark.startswith("@")]
    if where is None and cases:
        where = _behind(scene, at, cases)
        where = where if where is not None else _where(scene, at)
    return where


def _gone(scene: Scene, at: int, who: int) -> Stay | None:
    """From where somebody has gone, where it is not told whither."""
    tree = scene.tree
    left = tree.patient(at) if not tree.passive(at) else None
    thing = left is not None and any(True for _ in tree.having(left, "det", "nmod:poss"))
    if thing and left is not None and scene.mentions.of(left, "PLACE") is None:
        return None  # "flew the Falcon jet"
    left = left if left is not None else tree.oblique(at, "from", "out of")
    if tree.lower[at] in words("whereabouts", "leaving") and (gone := place(scene, left)):
        return Stay(at, who, denied(gone), True) if not _is_jail(scene, left) else None
    return None


def _is_jail(scene: Scene, at: int | None) -> bool:
    """Whether somebody only escaped from custody: it is not told that he left the town."""
    return at is not None and scene.tree.lower[at] in words("custody", "places")


def _where(scene: Scene, at: int) -> int | None:
    """The place that a clause with "where" tells more of: "at the airport, where Ann Roe was arriving"."""
    tree = scene.tree
    told = (c for c in tree.having(at, "advmod") if tree.lower[c] in words("whereabouts", "where"))
    where = next(told, None)
    if where is None or where > at:
        return None
    before = where - 2 if tree.lower[where - 1] == "," else where - 1
    if tree.relation(at) == "acl":
        return tree.words.heads[at]
    return before if before >= 0 and tree.words.upos[before] in ("NOUN", "PROPN") else None


def _is_doing(scene: Scene, at: int | None) -> bool:
    """Whether somebody goes to do something, not to a place: "went to school in Arle"."""
    if at is None:
        return False
    if scene.tree.lower[at] in words("whereabouts", "topic"):
        return True
    return _is_bare(scene, at) and scene.tree.lower[at] in words("whereabouts", "doing")


def _moves(scene: Scene, at: int, moved: int) -> bool:
    """Whether somebody moves something or somebody else: "moved his family", but not "took refuge"."""
    tree, word = scene.tree, scene.tree.lower[moved]
    if tree.lower[at] in words("whereabouts", "crossing") | words("whereabouts", "joining"):
        return False
    along = words("whereabouts", "refuge") | words("journeys", "vehicle")
    far = any(True for _ in tree.having(moved, "nummod"))  # "drove 300 miles to Arle"
    return word not in along and not far and scene.mentions.of(moved, "PLACE") is None


def _carried(scene: Scene, at: int) -> int:
    """Whom a vehicle carries, in its place: "a plane carrying Ann Roe", "Ann Roe's plane"."""
    tree = scene.tree
    for clause in tree.having(at, "acl"):
        carried = tree.patient(clause) if tree.lower[clause] in words("whereabouts", "carrying") else None
        if carried is not None:
            return carried
    owner = next(tree.having(at, "nmod:poss"), None)
    return owner if owner is not None and tree.lower[at] in words("journeys", "vehicle") else at


def _behind(scene: Scene, at: int, cases: list[str]) -> int | None:
    """The first noun behind one of the prepositions that names a place, by the verb or by its object."""
    tree = scene.tree
    objects = [c for c in tree.having(at, "obj", "xcomp") if not tree.passive(at)]
    if tree.lower[at] in words("whereabouts", "seeing"):  # "was seen leaving a bar in Arle"
        doing = [c for c in tree.having(at, "advcl", "xcomp") if tree.lower[c].endswith("ing")]
        objects += [c for verb in doing for c in (verb, *tree.having(verb, "obj"))]
    along = words("whereabouts", "along")  # "living with an uncle in Arle", "working on a dam in Mora"
    along -= {"with"} if tree.lower[at] in words("whereabouts", "working") else set()
    with_what = (c for c in tree.having(at, "obl") if not along.isdisjoint(tree.cases(c)))
    back = (c for c in tree.having(at, "advmod") if tree.lower[c] in words("whereabouts", "back"))
    for word in (at, *objects, *back, *with_what):
        for child in tree.having(word, "obl", "nmod"):
            if any(case in cases for case in tree.cases(child)) and place(scene, child):
                return child
    return tree.right_behind(at, *cases)


KIND = Kind(
    name="whereabouts",
    about="person",
    forms=lines("whereabouts_forms"),
    wording="Where is X?",
    example="Where is Anton IV?",
    find=find,
    conflict=exclusive(same_place),
    changes=True,
)
