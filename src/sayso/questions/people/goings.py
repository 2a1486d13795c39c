"""Where somebody is or goes by a verb: "lives in Arle", "fled to Mora", "left Arle"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.questions.claim import denied
from sayso.questions.people.being import is_bare, names_before_comma
from sayso.questions.people.journeys import Stay
from sayso.questions.text.frames import Match, matches
from sayso.questions.text.places import is_body, place, place_before, place_told
from sayso.questions.text.scene import Scene
from sayso.questions.text.ships import ship
from sayso.questions.text.tree import Tree
from sayso.questions.vocabulary import words
from sayso.reading.times import about
from sayso.reading.vocabulary import entries

__all__ = ["goings"]


def goings(scene: Scene) -> Iterator[Stay]:
    """What a report's verbs tell of where somebody is, has gone, or has left."""
    for match in matches(scene.tree, "whereabouts_frames"):
        if match.frame.part != "predicate" and (stay := _verb(scene, match)) is not None:
            yield stay
            yield from _also(scene, match, stay)


def _also(scene: Scene, match: Match, stay: Stay) -> Iterator[Stay]:
    """The other places of several: "divides her time between Arle and Mora", "visited Arle and Mora"."""
    seen = scene.tree.lower[match.at] in words("whereabouts", "seeing")
    several = seen or not match.frame.marks.isdisjoint(("@between", "place"))
    where = _whither(scene, match)
    for other in scene.tree.having(where, "conj") if where is not None else ():
        if several or "to" in scene.tree.cases(other):
            yield stay._replace(where=place(scene, other))


def _is_group(scene: Scene, at: int) -> bool:
    """Whether a name in the plural is one of people: "left the Greens"."""
    plural = scene.tree.lower[at].endswith("s") and any(True for _ in scene.tree.having(at, "det"))
    return plural and scene.mentions.of(at, "PLACE") is None


def _is_goal(scene: Scene, at: int) -> bool:
    """Whether somebody can leave for what a noun names: a place, no body and no "speech"."""
    named = scene.tree.words.upos[at] == "PROPN" or scene.mentions.of(at, "PLACE") is not None
    known = words("naming", "place") | words("naming", "landscape") | words("naming", "institution")
    return (named or scene.tree.lower[at] in known) and not is_body(scene, at)


def _indefinite(scene: Scene, at: int) -> bool:
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
    if where is not None and (is_body(scene, where) or tree.lower[where] in words("whereabouts", "matter")):
        return None
    goal = tree.oblique(at, "to") if frame.value == "go" else None
    if goal is not None and (_is_doing(scene, goal) or tree.lower[goal] in words("whereabouts", "matter")):
        return None
    name = place(scene, where)
    if frame.value == "go" and name is None:
        return _gone(scene, at, who)
    return Stay(at, who, name, frame.value != "state")


def _mover(scene: Scene, match: Match) -> int | None:
    """Who goes or is somewhere: a verb's subject, or its object where somebody is moved or seen."""
    tree, at = scene.tree, match.at
    obj = next(tree.having(at, "obj"), None)
    refuge = obj is not None and tree.lower[obj] in words("whereabouts", "refuge")  # "found shelter in"
    seen = tree.lower[at] in words("whereabouts", "seeing") and not refuge
    who = tree.patient(at) if seen or tree.passive(at) else tree.subject(at)
    if tree.relation(at) == "advcl" and tree.passive(at):  # "with some victims flown to Mora"
        beside = (c for c in tree.having(tree.words.heads[at], "obl") if "with" in tree.cases(c) and c < at)
        who = next(beside, who)
    if who is None and tree.relation(at) == "appos":  # "Ann Roe, a Moran living in Arle"
        who = tree.words.heads[at]
    if who is None and seen:
        who = _set_off(scene, at)
    taken = match.frame.value == "go" and "obj" not in match.frame.marks
    moved = obj if taken or "person" in match.frame.marks else None
    if moved is None:
        return who
    if (
        scene.named_person(moved) is not None or ship(scene, moved) is not None
    ):  # "flew him to Mora", but "followed him to Mora"
        return moved if tree.lower[at] not in words("whereabouts", "joining") else who
    return None if _moves(scene, at, moved) else who


def _set_off(scene: Scene, at: int) -> int | None:
    """The name before a participle set off behind it: "Ann Roe, last seen in Arle"."""
    tree = scene.tree
    comma = at - 2 if tree.words.upos[at - 1] == "ADV" else at - 1
    return comma - 1 if comma > 0 and names_before_comma(scene, comma + 1) else None


def _leaving(scene: Scene, at: int, who: int, where: int | None) -> Stay | None:
    """Where somebody has left for, or that he has left a place."""
    tree = scene.tree
    if any(True for _ in tree.having(at, "xcomp", "ccomp")):
        return None  # "leaving Mora alone"
    bound = tree.oblique(at, "for", "to")
    if bound is None and where is not None:  # "left the country for Mora", hung on the country
        bound = tree.oblique(where, "for")
    if bound is not None and tree.lower[bound] in words("journeys", "trip"):  # "left for a tour of Mora"
        bound = tree.oblique(bound, *words("journeys", "to"))
    if bound is not None and _is_goal(scene, bound) and (whither := place(scene, bound)):
        return Stay(at, who, whither, True)
    if where is not None and tree.lower[where] in words("whereabouts", "matter"):
        return None  # "withdrew from the race in Arle"
    if where is not None and _is_homeland(scene, where):
        return None
    if where is not None and (is_body(scene, where) or _indefinite(scene, where) or _is_group(scene, where)):
        return None
    if _is_left_as(scene, at, where):
        return None
    left = place(scene, where)
    return Stay(at, who, denied(left), True) if left else None


def _is_left_as(scene: Scene, at: int, where: int | None) -> bool:
    """Whether something only brings a place into a state: "leaving Mora as the only member"."""
    tree = scene.tree
    if where is None or not tree.lower[at].endswith("ing") or tree.relation(at) not in ("advcl", "acl"):
        return False
    below = (c for word in (at, where) for c in tree.having(word, "obl", "nmod", "advcl") if c > where)
    return any(not words("whereabouts", "left_as").isdisjoint(tree.cases(c)) for c in below)


def _is_homeland(scene: Scene, at: int) -> bool:
    """Whether a country is only told to be somebody's: "left his country"."""
    own = any(True for _ in scene.tree.having(at, "nmod:poss"))
    return own and scene.tree.lower[at] in words("naming", "country")


def _fits(scene: Scene, match: Match) -> bool:
    """Whether a verb has what its frame asks for: an auxiliary ("was working"), a time ("spent a night")."""
    tree, at, marks = scene.tree, match.at, match.frame.marks
    has = {tree.words.deprels[c] for c in tree.children[at]}
    if match.frame.value == "state" and _is_idle(scene, at):
        return False
    last = tree.lower[at - 1] in words("whereabouts", "latest")  # "was last seen in Arle in May"
    if tree.lower[at] in words("whereabouts", "seeing") and not last and _in_earlier_year(scene, at):
        return False
    if _is_no_news(tree, at):
        return False
    if tree.lower[at + 1 : at + 3] == ["in", "for"]:
        return False  # "came in for criticism in Arle"
    if "aux" in marks and ("aux" not in has or "obj" in has):
        return False
    if tree.lower[at] in words("whereabouts", "bound") and has & {"cop", "aux:pass"}:
        return False  # "is headed to Arle"
    if ("alone" in marks and "obj" in has) or ("own" in marks and "obj" not in has):
        return False
    if "passive" in marks and "cop" not in has and not tree.passive(at):
        return False
    return _fits_object(scene, at, marks)


def _is_no_news(tree: Tree, at: int) -> bool:
    """Whether somebody goes somewhere again and again, or went long ago: "left Arle as a child"."""
    young = tree.oblique(at, "as")
    if young is not None and tree.lower[young] in words("whereabouts", "young"):
        return True
    return any(tree.lower[c] in words("whereabouts", "often") for c in tree.having(at, "advmod"))


def _is_idle(scene: Scene, at: int) -> bool:
    """Whether somebody stays on or lives through what is no place: "stayed on the bench"."""
    tree = scene.tree
    said = (c for c in tree.having(at, "xcomp", "obl", "advmod") if tree.words.upos[c] == "ADJ")
    if any(tree.lower[c] not in words("whereabouts", "well") for c in said):
        return True  # "was found guilty in Mora"
    if any(tree.lower[c] in entries("roles") and not tree.cases(c) for c in tree.having(at, "xcomp")):
        return True  # "remains chairman of the charity in Arle"
    on, role = tree.oblique(at, "on"), tree.oblique(at, "as")
    if on is not None and tree.lower[on] in words("whereabouts", "idle"):
        return True
    if role is not None and tree.lower[at] in words(
        "whereabouts", "staying"
    ):  # "stayed on as leader in Arle"
        return True
    through = tree.oblique(at, *words("whereabouts", "through"))  # also "lived near the base": not in it
    return through is not None and tree.lower[at] in words("whereabouts", "living")


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
    if goal is None:
        return False
    if "place" in marks and _is_somewhere(scene, goal):  # "visited troops in Arle"
        return not _in_earlier_year(scene, at)
    if not _is_goal(scene, goal):
        return False
    if "place" in marks:  # "visited Arle", "visited the base at Arle", but not "visited the hospital"
        named = tree.words.upos[goal] == "PROPN" or any(True for _ in tree.having(goal, "nmod", "compound"))
        return named and not _in_earlier_year(scene, at)
    return True


def _is_somewhere(scene: Scene, at: int) -> bool:
    """Whether it is told with a noun in what place that is: "a farm in Arle"."""
    inside = scene.tree.oblique(at, *words("whereabouts", "inside"))
    return inside is not None and scene.mentions.of(inside, "PLACE") is not None


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
        joined = (c for c in tree.having(at, "conj") if not any(True for _ in tree.having(c, "nsubj")))
        further = (
            _behind(scene, c, cases) for c in joined if frame.value == "state"
        )  # "lived and worked in"
        where = where if where is not None else next((w for w in further if w is not None), None)
        where = where if where is not None else _where(scene, at)
        where = where if where is not None else _there(scene, at)
    return where


def _there(scene: Scene, at: int) -> int | None:
    """The word for the place that "there" stands for, last named before it: "is being kept there"."""
    there = any(scene.tree.lower[c] in words("control", "there") for c in scene.tree.having(at, "advmod"))
    return place_before(scene, at) if there else None


def _gone(scene: Scene, at: int, who: int) -> Stay | None:
    """From where somebody has gone, where it is not told whither."""
    tree = scene.tree
    left = tree.patient(at) if not tree.passive(at) else None
    thing = left is not None and any(True for _ in tree.having(left, "det", "nmod:poss"))
    if thing and left is not None and scene.mentions.of(left, "PLACE") is None:
        return None  # "flew the Falcon jet"
    if left is None and not any(tree.lower[c] == "in" for c in tree.having(at, "advmod", "compound")):
        left = tree.oblique(at, "from", "out of")  # not "flew in from Mora"
    if tree.lower[at] in words("whereabouts", "leaving") and (gone := place(scene, left)):
        return Stay(at, who, denied(gone), True) if not _is_jail(scene, left) else None
    came = place_told(scene, at) if tree.lower[at] in words("whereabouts", "arriving") else None
    return Stay(at, who, came, True) if came is not None and not _is_figurative(scene, at) else None


def _is_figurative(scene: Scene, at: int) -> bool:
    """Whether it is told where or at what somebody arrived, though that is no place: "arrived at a plan"."""
    tree = scene.tree
    behind = (c for c in tree.having(at, "obl", "advcl", "xcomp", "obj") if c > at)
    behind = (c for c in behind if not words("whereabouts", "at_what").isdisjoint(tree.cases(c)))
    return any(
        tree.lower[c] not in words("whereabouts", "time") and not scene.times(tree.span(c)) for c in behind
    )


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
    if before >= 0 and scene.mentions.of(before, "PLACE") is not None:
        town = tree.words.heads[before]  # "in Arle, Mora, where"
        return town if tree.lower[before - 1] == "," and scene.mentions.of(town, "PLACE") else before
    if tree.relation(at) == "acl" and tree.words.heads[at] < at:
        return tree.words.heads[at]
    return before if before >= 0 and tree.words.upos[before] in ("NOUN", "PROPN") else None


def _is_doing(scene: Scene, at: int | None) -> bool:
    """Whether somebody goes to do something, not to a place: "went to school in Arle"."""
    if at is None:
        return False
    if scene.tree.lower[at] in words("whereabouts", "topic"):
        return True
    word = scene.tree.lower[at]
    if not is_bare(scene, at) or scene.tree.words.upos[at] != "NOUN":
        return False
    keys = ("place", "part", "landscape", "institution", "seat", "country")
    known = frozenset().union(*(words("naming", key) for key in keys))
    known = (
        known | words("whereabouts", "keeping") | words("whereabouts", "goals") | words("whereabouts", "home")
    )
    return word in words("whereabouts", "doing") or word not in known


def _moves(scene: Scene, at: int, moved: int) -> bool:
    """Whether somebody moves something or somebody else: "moved his family", but not "took refuge"."""
    tree, word = scene.tree, scene.tree.lower[moved]
    if tree.lower[at] in words("whereabouts", "crossing") | words("whereabouts", "joining"):
        return False
    along = words("whereabouts", "refuge") | words("whereabouts", "going") | words("journeys", "vehicle")
    far = any(True for _ in tree.having(moved, "nummod"))  # "drove 300 miles to Arle"
    return word not in along and not far and scene.mentions.of(moved, "PLACE") is None


def _is_asked(scene: Scene, at: int) -> bool:
    """Whether a place is part of a question: "knows where in Mora she is held"."""
    first = scene.tree.phrase(at)[0]
    return scene.tree.lower[first - 1 : first] == ["where"] or scene.tree.lower[first] == "where"


def _behind(scene: Scene, at: int, cases: list[str]) -> int | None:
    """The first noun behind one of the prepositions that names a place, by the verb or by its object."""
    tree = scene.tree
    objects = [c for c in tree.having(at, "obj", "xcomp") if not tree.passive(at)]
    objects += [c for c in tree.having(at, "obl") if "from" in tree.cases(c)] if "to" in cases else []
    if tree.lower[at] in words("whereabouts", "seeing"):  # "was seen leaving a bar in Arle"
        doing = [c for c in tree.having(at, "advcl", "xcomp") if tree.lower[c].endswith("ing")]
        objects += [c for verb in doing for c in (verb, *tree.having(verb, "obj"))]
    along = words("whereabouts", "along")  # "living with an uncle in Arle", "working on a dam in Mora"
    along -= {"with"} if tree.lower[at] in words("whereabouts", "working") else set()
    along -= along if cases == ["from"] else frozenset()  # not "speaking on her return from Arle"
    with_what = (c for c in tree.having(at, "obl") if not along.isdisjoint(tree.cases(c)))
    back = (c for c in tree.having(at, "advmod") if tree.lower[c] in words("whereabouts", "back"))
    for word in (at, *objects, *back, *with_what):
        for child in tree.having(word, "obl", "nmod"):
            if any(case in cases for case in tree.cases(child)) and place(scene, child):
                return child if not _is_asked(scene, child) else None
    right = (tree.right_behind(word, *cases) for word in (at, *objects))  # "made his way to Arle"
    return next((where for where in right if where is not None), None)
