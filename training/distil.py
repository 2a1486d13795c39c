"""Learning from trained networks: what some of them say on average is a softer label than people gave."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn.functional import kl_div, log_softmax, logsigmoid

from training.batch import Batch, Cues
from training.examples import UNKNOWN
from training.losses import Losses, Outputs
from training.network import at_places, ends_and_words

__all__ = ["HEADS", "LAYERS", "Teachers"]

HEADS = ("upos", "entity", "arc", "cue", "roles")
"""The heads of which there is something to learn."""

LAYERS = "layers"
"""What to learn of a teacher that the student was pruned from: what each layer of the encoder gives."""


class Teachers:
    """Trained networks, whose average a student learns: what the ``heads`` say."""

    def __init__(self, models: Sequence[Losses], heads: frozenset[str]) -> None:
        self.models = [model.eval().requires_grad_(False) for model in models]
        self.heads = heads

    def losses(self, student: Losses, given: Batch, out: Outputs, cues: Cues) -> dict[str, Tensor]:
        """How far the student is from the teachers' average (Kullback-Leibler, a word), by head."""
        with torch.no_grad():
            said = [(model, model.outputs(given)) for model in self.models]
        here = given.inputs["words"] > 0
        found = {
            name: _apart(out.tags[name][here], [s.tags[name][here] for _, s in said])
            for name in ("upos", "entity")
            if name in self.heads
        }
        if out.arcs is not None and "arc" in self.heads:
            known = given.columns["heads"] != UNKNOWN
            found["arc"] = _apart(out.arcs[known], [s.arcs[known] for _, s in said])
        if "cue" in self.heads:
            found["cue"] = _apart(_two(out.tags["cue"][here]), [_two(s.tags["cue"][here]) for _, s in said])
        if len(cues.window) and "roles" in self.heads:
            emissions, mask = student.emissions(given, out, cues)
            with torch.no_grad():
                others = [model.emissions(given, s, cues)[0] for model, s in said]
            inside = mask > 0
            each = _apart(emissions[inside].float(), [other[inside].float() for other in others])
            found["roles"] = each * mask.sum() / len(cues.window)
        if LAYERS in self.heads:
            apart = student.network.apart
            each = [_astray(out.encoded.layers, s.encoded.layers, apart, given) for _, s in said]
            found[LAYERS] = torch.stack(each).mean()
        return found


def _two(logit: Tensor) -> Tensor:
    """A logit of yes as the logits of no and yes."""
    return torch.cat([logsigmoid(-logit), logsigmoid(logit)], -1)


def _apart(student: Tensor, teachers: Sequence[Tensor]) -> Tensor:
    average = torch.stack([t.softmax(-1) for t in teachers]).mean(0)
    return kl_div(log_softmax(student, -1), average, reduction="batchmean")


def _astray(student: Sequence[Tensor], teacher: Sequence[Tensor], apart: int, given: Batch) -> Tensor:
    """The squared error of each layer, as a share of the variance of what the teacher's gives; the mean.

    The student has but words from the layer ``apart`` on, the teacher all their pieces.
    """
    mask = given.inputs["mask"]
    places, there = ends_and_words(mask, given.inputs["words"])
    errors = []
    for number, (of_student, of_teacher) in enumerate(zip(student[1:], teacher[1:], strict=True)):
        seen = (mask if number < apart else there) > 0
        due = (of_teacher if number < apart else at_places(of_teacher, places))[seen].float()
        errors.append((of_student[seen].float() - due).square().mean() / due.var())
    return torch.stack(errors).mean()
