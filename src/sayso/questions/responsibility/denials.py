"""Who denies a deed: a part in it, what he was blamed for, or that he is guilty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.questions.claim import Claim, Subject, against, denied
from sayso.questions.responsibility.actors import actors
from sayso.questions.responsibility.deeds import (
    charge,
    core,
    is_charged,
    is_deed,
    is_deed_told,
    is_near,
    responsible,
)
from sayso.questions.responsibility.own_word import as_own_word, own_word, teller
from sayso.questions.text.events import happening, terms_of
from sayso.questions.text.making import spoken_by
from sayso.questions.text.nations import is_country
from sayso.questions.text.parties import party
from sayso.questions.text.party_names import canonical, same_party
from sayso.questions.text.scene import Scene
from sayso.questions.text.stance import called_untrue
from sayso.questions.vocabulary import words

__all__ = ["answered", "called_false", "cleared", "disclaimed", "innocent", "never"]

Found = Sequence[Claim]
"""The claims of a report before a word."""


def disclaimed(scene: Scene, at: int) -> Claim | None:
    """Who denies a part in something: "denied any role in the bombing"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    denies = tree.words.deprels[at] in ("obj", "nsubj:pass")
    denies = denies and tree.lower[verb] in words("responsibility", "disclaim")
    told = [i for c in tree.having(at, "nmod", "appos") for i in core(scene, c)]
    if told and not is_deed_told(scene, told) and tree.words.upos[told[-1]] != "PRON":
        return None  # "denies any link to the firm"
    name = actors(scene, tree.agent(verb)) if denies else None
    return own_word(scene, verb, at, name, True) if name else None


def answered(scene: Scene, at: int, found: Found) -> Claim | None:
    """Who denies what he was blamed for before, or is told with it: "Iran denied the accusation"."""
    tree = scene.tree
    own = (c for c in tree.having(at, "xcomp") if tree.words.upos[c] == "NOUN" and is_deed(tree.lower[c]))
    charged = next(own, next(tree.having(at, "obj", "nsubj:pass"), None))
    charged = charged if charged is not None else _before(scene, at)
    if charged is None:
        return None
    if is_deed(tree.lower[charged]):  # "Ann Roe denies murder"
        return _denial(scene, at, actors(scene, tree.agent(at)), happening(scene, at))
    sexual = (tree.lower[c] in words("responsibility", "sexual") for c in tree.having(charged, "amod"))
    if tree.lower[charged] not in words("responsibility", "accusation") and not any(sexual):
        return None
    clauses = (c for c in tree.having(charged, "acl") if c != at)
    finite = (c for c in clauses if any(True for _ in tree.having(c, "nsubj")))
    if any(True for _ in finite):  # "the accusation that …"
        return None
    told = [i for i in tree.phrase(charged) if i != charged]
    if told and is_deed_told(scene, told):
        return _denial(scene, at, actors(scene, tree.agent(at)), happening(scene, at))
    if any(True for _ in tree.having(charged, "nmod")):  # "the accusation of lying"
        return None
    return _of_before(scene, at, _deniers(scene, tree.agent(at)), found)


def _deniers(scene: Scene, who: int | None) -> list[str]:
    """Who may be meant by one who denies: himself, and those he speaks for ("a military spokesman")."""
    tree = scene.tree
    own = actors(scene, who)
    found = [own] if own else []
    if who is not None and tree.lower[who] in words("sources", "mouth"):
        whom = tree.oblique(who, "of", "for")
        beside = [*([] if whom is None else [whom]), *tree.having(who, "nmod:poss", "amod", "compound")]
        spoken = ((party(scene, c), tree.lower[c]) for c in beside)
        found += [name for names in spoken for name in names if name]
    return found


def _before(scene: Scene, at: int) -> int | None:
    """The charge right before who denies it: "a charge Iran denies"."""
    tree = scene.tree
    who = tree.subject(at)
    before = tree.phrase(who)[0] - 1 if who is not None else -1
    return before if before >= 0 and tree.words.upos[before] == "NOUN" else None


def innocent(scene: Scene, at: int, found: Found) -> Claim | None:
    """Who says that he is innocent, or is said to be: "maintains his innocence"."""
    tree = scene.tree
    verb = tree.words.heads[at]
    if any(True for _ in tree.having(at, "cop")):
        who = tree.subject(at)
    elif tree.lower[verb] in words("responsibility", "maintain"):
        who = tree.subject(verb)
    else:
        return None
    name = actors(scene, who)
    told = charge(scene, at)
    if name is None or (told and not is_charged(scene, told)):
        return None
    if told or is_near(scene, at):
        return _denial(scene, at, name, _event(scene, at))
    return _of_before(scene, at, [name] if name else [], found)


def called_false(scene: Scene, at: int, found: Found) -> Claim | None:
    """Who calls what he was blamed for untrue: "called the accusations false"."""
    tree = scene.tree
    if not called_untrue(tree, at):
        return None
    return _of_before(scene, at, _deniers(scene, tree.subject(tree.words.heads[at])), found)


def cleared(scene: Scene, at: int) -> Claim | None:
    """Who is cleared of a deed: "was acquitted of the murder"."""
    tree = scene.tree
    told = charge(scene, at, tree.patient(at))
    who = tree.patient(at)
    plainly = not told and not any(True for _ in tree.having(at, "xcomp", "advcl"))  # "cleared to fly"
    plainly = plainly and who is not None and scene.named_person(who) is not None and is_near(scene, at)
    name = actors(scene, who) if plainly or (told and is_charged(scene, told)) else None
    claim = responsible(scene, at, name, happening(scene, at)) if name else None
    if claim is None or claim.denial:
        return None
    claim = replace(claim, value=denied(claim.value), denial=True)
    return spoken_by(scene, claim, at, None if tree.passive(at) else tree.subject(at))


def never(scene: Scene, at: int, found: Found) -> Claim | None:
    """What somebody says of a deed that he was blamed for: "It never happened", "It is not true"."""
    tree = scene.tree
    subject = tree.subject(at)
    mutual = tree.lower[at] in words("responsibility", "consensual")  # "the encounter was consensual"
    if not mutual and (subject is None or tree.lower[subject] not in words("responsibility", "that")):
        return None
    false = mutual or tree.lower[at] in words("stance", "untrue")
    negative = not words("stance", "not").isdisjoint(tree.lower[c] for c in tree.children[at])
    if false == negative:
        return None
    name = teller(scene, at)
    first, last = tree.sentence(at)
    accused = not words("responsibility", "alleged").isdisjoint(tree.lower[first:last])
    if accused and is_near(scene, at):
        return _denial(scene, at, name, _event(scene, at))
    return _of_before(scene, at, [name] if name else [], found)


def _event(scene: Scene, at: int) -> Subject:
    """The event that a word tells of; with what its sentence and the one before name, in whomever's words."""
    event, tree = happening(scene, at), scene.tree
    first, last = tree.sentence(at)
    terms = terms_of(tree.lower[tree.sentence(max(0, first - 1))[0] : last])
    return replace(event, terms=tuple(sorted({*event.terms, *terms})))


def _of_before(scene: Scene, at: int, names: Sequence[str], found: Found) -> Claim | None:
    """The denial of what one of these was blamed for before; "the rebels" are who was blamed last."""
    blamed = [c for c in reversed(found) if not against(c.value)]
    for name in names:
        told = next((c for c in blamed if same_party(name, c.value) or name == canonical(c.value)), None)
        if told is not None:
            return _denial(scene, at, name, told.subject)
    again = words("parties", "anaphor") | words("naming", "they")
    last = blamed[0] if blamed and not again.isdisjoint(names) else None
    if last is None or last.value.islower() or is_country(last.value):
        return None
    return _denial(scene, at, last.value, last.subject)


def _denial(scene: Scene, at: int, name: str | None, event: Subject) -> Claim | None:
    claim = responsible(scene, at, name, event) if name else None
    return as_own_word(claim, name, True) if claim is not None and name is not None else None
