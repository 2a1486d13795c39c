"""Life: is somebody alive or dead?

Death is final. Who is wounded is alive, whether that is denied or not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from sayso.questions.artifacts import speaking
from sayso.questions.claim import Claim, Subject
from sayso.questions.kind import Kind
from sayso.questions.people.deaths import lives, to_death
from sayso.questions.people.figures import by_illness, is_hurt, means_else, passes_on, withstands
from sayso.questions.people.named_dead import dead_by_name, said_to_be
from sayso.questions.people.victims import (
    before_aside,
    behind,
    listed_behind,
    meant,
    named,
    set_off,
    who_before,
)
from sayso.questions.subjects import same_name
from sayso.questions.text.frames import Match, matches
from sayso.questions.text.making import make
from sayso.questions.text.scene import Scene
from sayso.questions.text.stance import called_untrue, stance
from sayso.questions.text.withdrawals import taken_back
from sayso.questions.vocabulary import lines, words

__all__ = ["KIND"]

BACK = 60
"""Words looked back over: to the rumours before "they were untrue", to where a noun's phrase begins."""

ALIVE, DEAD = "alive", "dead"


def find(scene: Scene) -> Iterator[Claim]:
    """The claims of a report that somebody is alive or dead."""
    told = ((claim, m) for m in _matches(scene) for claim in _claims(scene, m))
    found = [(claim, "lasting" in match.frame.marks) for claim, match in told]
    found += [(claim, False) for claim in (*_untrue(scene), *_identified(scene), *_fatal(scene))]
    found += [(claim, True) for claim in _survivors(scene)]
    found = [(claim, lasting) for claim, lasting in found if not _tells_own_death(scene, claim)]
    told_before = sorted((claim for claim, _ in found), key=lambda claim: claim.span[0][0])
    found += [(claim, False) for claim in taken_back(scene, told_before, {ALIVE: DEAD, DEAD: ALIVE})]
    dead = {(c.subject.name, c.authority) for c, _ in found if c.value == DEAD}
    yield from _introduced(scene, {name for name, _ in dead})
    for claim, lasting in found:
        if not (lasting and (claim.subject.name, claim.authority) in dead):
            yield claim
    yield from speaking(scene)


def _tells_own_death(scene: Scene, claim: Claim) -> bool:
    """Whether a pronoun was taken for the one who tells of a death: "Roe, who announced his death"."""
    if claim.value != DEAD or claim.source_kind != "person":
        return False
    apart = claim.source in scene.named and claim.subject.name in scene.named  # "his son, Ann Roe"
    return claim.source == claim.subject.name or (same_name(claim.source, claim.subject.name) and not apart)


def _matches(scene: Scene) -> Iterator[Match]:
    """The places where a life is told of by words of a list, or a death by "to death"."""
    yield from matches(scene.tree, "life_frames")
    yield from to_death(scene.tree, DEAD)


def _claims(scene: Scene, match: Match) -> Iterator[Claim]:
    """The claims that a frame makes, one for each of those whom it tells of."""
    if match.frame.part == "noun":
        yield from _nouns(scene, match)
        return
    who = _who(scene, match) if _tells(scene, match) else None
    at, value = match.at, match.frame.value
    if who is None or (value == ALIVE and scene.tree.lower[who] in words("naming", "person_head")):
        return
    opposite, lasting = DEAD if value == ALIVE else ALIVE, "lasting" in match.frame.marks
    near = who_before(scene, at, match.frame.part)
    for subject in named(scene, who, at) if near is None else [scene.subject(near)]:
        claim = make(
            scene,
            "life",
            subject,
            value,
            at,
            opposite=opposite,
            change=value == DEAD,
            lasting=lasting,
            presupposed=_is_owned_up_to(scene, match),
        )
        if claim is not None:
            yield claim


def _is_owned_up_to(scene: Scene, match: Match) -> bool:
    """Whether only who did it is denied or told, and not that somebody died: "denies killing his wife"."""
    tree, at = scene.tree, match.at
    doing = match.frame.part == "patient" and tree.lower[at].endswith("ing")
    bare = not any(True for _ in tree.having(at, "nsubj", "nsubj:pass", "aux:pass"))
    return doing and bare and tree.lower[tree.words.heads[at]] in words("stance", "deny")


def _introduced(scene: Scene, dead: set[str]) -> Iterator[Claim]:
    """The dead told of before they are named: "killed a doctor", and later "Dr. Ann Roe was killed"."""
    tree = scene.tree
    for match in _matches(scene) if dead else ():
        if match.frame.value != DEAD or match.frame.part == "noun" or not _tells(scene, match):
            continue
        who = _who(scene, match)
        if who is None or not words("amounts", "a").intersection(tree.lower[c] for c in _opening(scene, who)):
            continue
        called = scene.mentions.described(tree.lower[who]) if scene.person(who) is None else []
        later = [n for n in called if n.name in dead and n.mentions[0].start > tree.words.spans[who][1]]
        if len(later) == 1 and tree.lower[who] in words("naming", "role") - words("life", "anybody"):
            claim = make(scene, "life", scene.subject(later[0]), DEAD, match.at, opposite=ALIVE, change=True)
            if claim is not None:
                yield claim


def _opening(scene: Scene, noun: int) -> range:
    """The words right before a noun that belong to its phrase, wherever the parse hung them."""
    first = noun
    while first > max(0, noun - BACK) and scene.tree.words.upos[first - 1] in (
        "ADJ",
        "NOUN",
        "PROPN",
        "PUNCT",
        "DET",
    ):
        first -= 1
    return range(first, noun)


def _tells(scene: Scene, match: Match) -> bool:
    """Whether a frame's words tell what they seem to: a body that is found, and not "dead or alive"."""
    tree, at, part = scene.tree, match.at, match.frame.part
    if (part == "body" and not _lies(scene, at)) or (part == "ward" and not _in_care(scene, at)):
        return False
    if tree.lower[at] in words("life", "residing") and any(True for _ in tree.having(at, "obl", "obj")):
        return False
    if tree.lower[at] in words("life", "passing") and passes_on(scene, at):
        return False
    if "cause" in match.frame.marks and not by_illness(scene, at):
        return False
    if "end" in match.frame.marks and tree.words.upos[at + 1 : at + 2] != ("PUNCT",):
        return False
    if tree.lower[at] in words("life", "physical") and not is_hurt(scene, at):
        return False
    if tree.lower[at] in words("life", "withstanding") and withstands(scene, at):
        return False
    if words("life", "left").intersection(tree.cases(at)) or _goes_on(scene, match):
        return False
    if means_else(scene, match):
        return False
    both = words("life", "both")
    second = tree.relation(at) == "conj" and "or" in tree.lower[at - 1 : at]
    first = any(tree.lower[c] in both for c in tree.having(at, "conj"))
    return not (first or (second and tree.lower[tree.words.heads[at]] in both))


def _goes_on(scene: Scene, match: Match) -> bool:
    """Whether a killing is told of as going on, so that nobody is dead yet: "was being gunned down"."""
    tree, at = scene.tree, match.at
    told = {tree.lower[c] for c in tree.having(at, "aux", "aux:pass")}
    going_on = not (told.isdisjoint(words("life", "being")) or told.isdisjoint(words("life", "was")))
    killed = match.frame.part == "patient" and match.frame.value == DEAD
    return killed and going_on and tree.lower[at] not in words("life", "burying")


def _who(scene: Scene, match: Match) -> int | None:
    """The word for whom a frame tells of."""
    tree, at, part = scene.tree, match.at, match.frame.part
    if part == "patient":
        those = at and tree.lower[at - 1] in words("life", "those")
        if not those and _right_before(scene, at):
            return _among(scene, at - 1) if tree.words.upos[at - 1] == "NOUN" else None
        who = at - 1 if those else _patient(scene, at)  # "among those killed"
        found = _among(scene, who) if who is not None else None
        return next(tree.having(at, "nsubj"), found) if those and found == who else found
    if part == "body":
        return scene.owner(at)
    if part == "subject":
        if any(True for _ in tree.having(at, "obl:agent", "aux:pass")):  # "is survived by"
            return None
        who = _subject(scene, at)
        return _among(scene, who) if who is not None else None
    return _so(scene, at)


def _so(scene: Scene, at: int) -> int | None:
    """Who is "dead" or "alive", by whatever verb: "was found alive", "shot dead Judge Roe"."""
    tree = scene.tree
    head, relation = tree.words.heads[at], tree.relation(at)
    whole = relation == "nmod" and "of" in tree.cases(at) and tree.lower[head] not in words("life", "one")
    if whole:  # "gave the number of dead as 11"
        return None
    small = tree.words.upos[at] == "ADV" and relation == "xcomp"  # "pulled him alive from the rubble"
    if (relation == "advmod" or small) and tree.words.upos[head] == "VERB":  # "was found alive"
        found = tree.patient(head)
        return found if found is not None else tree.subject(head)
    if relation == "amod":  # "shot dead Judge Roe"
        if head < at and tree.lower[at - 1] == ",":  # "Ann Roe, dead at 90"
            return head
        return head if head > at and tree.words.upos[at - 1] == "VERB" else None
    if relation == "acl" and tree.cases(head):  # "lifted out of the rubble alive"
        head = tree.words.heads[head]
        found = tree.patient(head)
        return found if found is not None else tree.subject(head)
    found = tree.subject(at)
    if found is None:  # "Here I am, alive"
        first, _ = tree.sentence(at)
        found = next((w for w in range(at - 1, first - 1, -1) if tree.relation(w) == "nsubj"), None)
    return found


def _patient(scene: Scene, at: int) -> int | None:
    """Who is killed: whose life is taken, or whom the verb has behind it where the parse knows nobody."""
    tree = scene.tree
    if tree.lower[at] in words("deaths", "taking"):
        life = lives(scene, at)
        if life is not None:
            return scene.owner(life)
    who = tree.patient(at)
    above = tree.words.heads[at]
    found = tree.relation(at) in ("ccomp", "xcomp") and tree.lower[above] in words("life", "found")
    if who is None and found and tree.passive(above):  # "was found murdered"
        return tree.patient(above)
    if who is not None and tree.lower[who].endswith("self"):
        return tree.subject(at)
    if who is not None and scene.person(who) is not None:
        return who
    near = behind(scene, at)
    if near is None and who is None:
        near = set_off(scene, at)
        if near is None and at and tree.words.upos[at - 1] == "NOUN":  # "the reporter killed in Velden"
            near = at - 1
    return near if near is not None else who


def _subject(scene: Scene, at: int) -> int | None:
    """Who dies: with some verbs whom somebody else lets die ("drowned her sons")."""
    tree = scene.tree
    aside = before_aside(scene, at)
    if aside is not None:
        return aside
    done = next(tree.having(at, "obj"), None) if tree.lower[at] in words("deaths", "either") else None
    if done is not None:
        return done
    who = tree.subject(at)
    return who if who is not None else set_off(scene, at)


def _right_before(scene: Scene, at: int) -> bool:
    """Whether a participle is of the noun right before it, wherever the parse hung it.

    "The parents of two people killed" are not those killed.
    """
    tree = scene.tree
    beside = at > 0 and tree.words.upos[at - 1] in ("NOUN", "PROPN")
    apart = tree.words.deprels[at] == "acl" and tree.words.heads[at] < at - 1
    return apart and beside and tree.relation(at - 1) in ("nmod", "flat", "appos")


def _among(scene: Scene, at: int) -> int:
    """Who is among several: "was among those killed", "was one of six people killed"."""
    tree = scene.tree
    head = tree.words.heads[at]
    one = tree.lower[head] in words("life", "one") and tree.relation(at) == "nmod"
    top = head if one else at
    told = one or tree.lower[at] in words("life", "those")
    told = told or bool(words("life", "among").intersection(tree.cases(at)))
    found = tree.subject(top) if told and any(True for _ in tree.having(top, "cop")) else None
    return found if found is not None else at


def _lies(scene: Scene, at: int) -> bool:
    """Whether a body is found, named or buried; one that nobody has seen may be none."""
    verb = scene.tree.words.heads[at]
    if scene.tree.lower[verb] in words("life", "coming_to_light") and stance(scene.tree, verb).negative:
        return False
    return scene.tree.lower[verb] in words("life", "found")


def _in_care(scene: Scene, at: int) -> bool:
    """Whether somebody is in a coma, or in a critical condition."""
    tree = scene.tree
    if not any(True for _ in tree.having(at, "cop")) or "in" not in tree.cases(at):
        return False
    told = words("life", "condition").intersection(tree.lower[c] for c in tree.having(at, "amod", "compound"))
    return bool(told) or tree.lower[at] in words("life", "ward")


def _untrue(scene: Scene) -> Iterator[Claim]:
    """Denials of reports that are not told again: "the rumours were untrue", after rumours of a death."""
    tree = scene.tree
    deaths = [m for m in matches(tree, "life_frames") if m.frame.value == DEAD and m.frame.part != "noun"]
    for at, word in enumerate(tree.lower):
        verb = tree.words.heads[at]
        bare = not any(True for _ in tree.having(at, "acl", "nmod", "ccomp"))
        false = tree.relation(at) == "nsubj" and tree.lower[verb] in words("stance", "untrue")
        if word in words("stance", "rumour") and bare and false:
            last = bisect_left(deaths, tree.sentence(at)[0], key=lambda m: m.at) - 1
            told = deaths[last] if last >= 0 and deaths[last].at > at - BACK else None
            who = _who(scene, told) if told else None
            subject = scene.person(who) if who is not None else None
            claim = make(scene, "life", subject, ALIVE, verb, opposite=DEAD) if subject else None
            if claim is not None:
                yield claim


def _fatal(scene: Scene) -> Iterator[Claim]:
    """Those whom something kills by how it was done: "was fatally shot"."""
    tree = scene.tree
    for at, word in enumerate(tree.lower):
        verb = tree.words.heads[at]
        if word in words("life", "fatally") and tree.relation(at) == "advmod":
            who = tree.patient(verb)
            subject = scene.person(who) if who is not None else None
            claim = make(scene, "life", subject, DEAD, verb, opposite=ALIVE, change=True) if subject else None
            if claim is not None:
                yield claim


def _identified(scene: Scene) -> Iterator[Claim]:
    """The dead by name: "the victims were identified as Ann Roe and Bo Li", "among the dead was Ann Roe"."""
    for name in dead_by_name(scene):
        known = scene.tree.words.upos[name] == "PROPN" or scene.mentions.of(name, "PERSON") is not None
        subject = meant(scene, name) if known else None
        claim = make(scene, "life", subject, DEAD, name, opposite=ALIVE, change=True) if subject else None
        if claim is not None:
            yield claim


def _nouns(scene: Scene, match: Match) -> Iterator[Claim]:
    """Deaths told of as a thing: of one, or of those listed: "the deaths of two men, Bo and Cy Li"."""
    at, owner = match.at, scene.owner(match.at)
    if owner is None or _is_thwarted(scene, at):
        return
    counted = any(True for _ in scene.tree.having(owner, "nummod"))
    listed = list(listed_behind(scene, owner, at)) if counted else []
    for one in listed or filter(None, map(scene.person, scene.joined(owner))):
        claim = _noun(scene, at, one)
        if claim is not None:
            yield claim


def _is_thwarted(scene: Scene, at: int) -> bool:
    """Whether a killing was only tried, or a death only played: "the attempted assassination"."""
    told = {scene.tree.lower[c] for c in scene.tree.having(at, "amod", "compound")}
    return not told.isdisjoint(words("life", "sought") | words("life", "thwarted"))


def _survivors(scene: Scene) -> Iterator[Claim]:
    """The only survivor of an accident, by name: "the sole survivor was Ann Roe"."""
    tree = scene.tree
    for at, word in enumerate(tree.lower):
        only = {tree.lower[c] for c in tree.having(at, "amod")} & words("life", "only")
        if word not in words("life", "survivor") or not (only or word in words("life", "survivors")):
            continue
        apposed = tree.words.heads[at] if tree.relation(at) == "appos" else None
        who = tree.subject(at) if any(True for _ in tree.having(at, "cop")) else apposed
        for name in [who] if who is not None else said_to_be(scene, at):
            subject = scene.person(name)
            claim = make(scene, "life", subject, ALIVE, at, opposite=DEAD) if subject else None
            if claim is not None:
                yield claim


def _noun(scene: Scene, at: int, subject: Subject) -> Claim | None:
    """Somebody's death, told of as a thing: confirmed, mourned or denied, but not rumoured or feared."""
    tree = scene.tree
    rumour, relation = _rumour(scene, at), tree.relation(at)
    head = tree.lower[tree.words.heads[at]]
    if relation == "nsubj" and rumour is None and head in words("life", "sought"):
        return None
    if rumour is not None:
        verb = tree.words.heads[rumour]
        if tree.relation(rumour) == "nsubj" and tree.lower[verb] in words("stance", "untrue"):
            return make(scene, "life", subject, ALIVE, verb, opposite=DEAD)
        if tree.lower[verb] not in words("stance", "deny"):
            called = called_untrue(tree, rumour)
            return make(scene, "life", subject, ALIVE, verb, opposite=DEAD) if called else None
        return make(scene, "life", subject, DEAD, at, opposite=ALIVE)
    doubted = relation in ("nmod", "compound") and head in words("stance", "trying")
    sought = relation in ("obj", "obl", "xcomp") and head in words("life", "sought")
    case = tree.cases(at)
    if doubted or sought or any(word in words("stance", "unreal_mark") for word in case):
        return None
    return make(
        scene, "life", subject, DEAD, at, opposite=ALIVE, change=True, presupposed=not _is_content(scene, at)
    )


def _rumour(scene: Scene, at: int) -> int | None:
    """The rumour that a death is one of: "reports of her death", wherever the parse hung it."""
    tree, head = scene.tree, scene.tree.words.heads[at]
    if tree.relation(at) in ("nmod", "compound") and tree.lower[head] in words("stance", "rumour"):
        return head
    of = tree.phrase(at)[0]
    of = of if tree.lower[of] in words("naming", "of") else of - 1
    told = of > 0 and tree.lower[of] in words("naming", "of")
    return of - 1 if told and tree.lower[of - 1] in words("stance", "rumour") else None


def _is_content(scene: Scene, at: int) -> bool:
    """Whether a noun is all that is said, and not only part of it: "denied the death of the minister"."""
    attribution = scene.attribution(at)
    if attribution is None:
        return False
    if any(True for _ in scene.tree.having(at, "cop")):
        return False
    start = scene.tree.words.spans[scene.tree.words.heads[at]][0]
    return not any(a <= start < b for a, b in attribution.content)


KIND = Kind(
    name="life",
    about="person",
    forms=lines("life_forms"),
    wording="Is X alive?",
    example="Is Daniel Okoro alive?",
    find=find,
    final=DEAD,
)
