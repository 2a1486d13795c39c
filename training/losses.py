"""The loss of each head on a batch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from training.batch import Batch, Cues, neighbourhood
from training.crf import Crf
from training.examples import UNKNOWN
from training.network import ALWAYS, Encoded, Network, encoder, resize

__all__ = ["WEIGHTS", "Losses", "Outputs", "arc_scores", "load"]

WEIGHTS = {
    "cue": 4.0,
    "roles": 0.15,
    "entity": 2.0,
    "upos": 0.5,
    "sentence": 0.3,
    "arc": 1.0,
    "relation": 0.5,
    "factuality": 0.3,
    "layers": 8.0,
}
"""What each head's loss counts; those of a word are means a word, of roles a mean a cue."""

HARD = -1.5
"""A word with a higher cue logit that is in no cue is shown to the role head as a false cue."""


@dataclass(frozen=True, slots=True)
class Outputs:
    """What the network says of a batch: ``tags`` by head (windows, words, …), and the arcs where known."""

    encoded: Encoded
    tags: dict[str, Tensor]
    arcs: Tensor | None


def arc_scores(encoded: Encoded, sentence_of: Tensor) -> Tensor:
    """Scores (windows, dependents, heads); a word's score for itself is that of being the root."""
    scores = encoded.arc_dependent.float() @ encoded.arc_head.float().transpose(1, 2)
    scores = scores / encoded.arc_head.shape[-1] ** 0.5
    same = sentence_of.unsqueeze(1) == sentence_of.unsqueeze(2)
    return scores.masked_fill(~same, -1e4)


class Losses(nn.Module):
    """The network with its losses."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.crf = Crf()

    def outputs(self, given: Batch) -> Outputs:
        """Run the encoder."""
        encoded = self.network(**given.inputs)
        parts = encoded.tags.float().split(list(self.network.sizes.values()), -1)
        tags = dict(zip(self.network.sizes, parts, strict=True))
        arcs = arc_scores(encoded, given.columns["sentence_of"]) if "heads" in given.has else None
        return Outputs(encoded, tags, arcs)

    def forward(self, given: Batch, out: Outputs, cues: Cues) -> dict[str, Tensor]:
        """The losses that the batch has labels for, by head; unweighted. ``cues`` are those of ``tried``."""
        gold, found = given.columns, {}
        if out.arcs is not None:
            found |= self._syntax(out, gold["heads"], gold["relations"])
            found["upos"] = _crossed(out.tags["upos"], gold["upos"]).mean()
            found["sentence"] = _binary(out.tags["sentence"].squeeze(-1), gold["sentence"])
        if "entity" in given.has:
            known = gold["entity"] != UNKNOWN
            trust = given.trust.unsqueeze(1).expand_as(known)[known]
            found["entity"] = (_crossed(out.tags["entity"], gold["entity"]) * trust).mean()
        if "factuality" in given.has:
            found["factuality"] = self._factuality(given, out)
        if "cue" in given.has:
            found["cue"] = _binary(out.tags["cue"].squeeze(-1), gold["cue"])
            if len(cues.window):
                emissions, mask = self.emissions(given, out, cues)
                found["roles"] = self.crf.loss(emissions, cues.labels[:, : mask.shape[1]], mask)
        return found

    @torch.no_grad()
    def tried(self, given: Batch, out: Outputs) -> Cues:
        """The cues of a batch, and some likely false ones, at most half as many."""
        cues = given.cues
        if "cue" not in given.has:
            return cues
        tempting = ((out.tags["cue"].squeeze(-1) > HARD) & (given.columns["cue"] == 0)).nonzero()
        chosen = tempting[torch.randperm(len(tempting), device=tempting.device)[: len(cues.window) // 2]]
        return Cues(
            torch.cat([cues.window, chosen[:, 0]]),
            torch.cat([cues.word, chosen[:, 1]]),
            torch.cat([cues.labels, cues.labels.new_zeros(len(chosen), cues.labels.shape[1])]),
        )

    def emissions(self, given: Batch, out: Outputs, cues: Cues) -> tuple[Tensor, Tensor]:
        """The role head's emissions for each cue, and the mask of its words."""
        place, distance, mask = neighbourhood(cues.window, cues.word, given.sizes)
        word = out.encoded.role_word[cues.window.unsqueeze(1), place]
        anchor = out.encoded.role_anchor[cues.window, cues.word]
        return self.network.role_head(word, anchor, distance, mask), mask

    def _syntax(self, out: Outputs, heads: Tensor, relations: Tensor) -> dict[str, Tensor]:
        known = heads != UNKNOWN
        encoded = out.encoded
        arc = cross_entropy(out.arcs[known], heads[known])
        index = heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, encoded.relation_head.shape[-1])
        head = torch.gather(encoded.relation_head, 1, index)
        logits = self.network.relation_head(encoded.relation_dependent[known], head[known])
        return {"arc": arc, "relation": cross_entropy(logits.float(), relations[known])}

    def _factuality(self, given: Batch, out: Outputs) -> Tensor:
        gold = given.columns["factuality"]
        known = gold != UNKNOWN
        scale = given.scale.unsqueeze(1).expand_as(known)[known]
        value = out.tags["factuality"][known].gather(1, scale.unsqueeze(1)).squeeze(1)
        return (value - gold[known]).abs().mean()


def load(checkpoint: Path, base: Path) -> tuple[Losses, list[str]]:
    """The trained network of a checkpoint, ready to be evaluated, and the relations it knows."""
    state = torch.load(checkpoint, map_location="cpu", weights_only=False)
    model = Losses(Network(encoder(base), len(state["relations"]), state.get("apart", ALWAYS)))
    resize(model.network.bert, state["weights"])
    model.load_state_dict(state["weights"])
    return model.eval(), state["relations"]


def _crossed(logits: Tensor, gold: Tensor) -> Tensor:
    """The cross entropy of each word whose label is known."""
    known = gold != UNKNOWN
    return cross_entropy(logits[known], gold[known], reduction="none")


def _binary(logits: Tensor, gold: Tensor) -> Tensor:
    known = gold != UNKNOWN
    return binary_cross_entropy_with_logits(logits[known], gold[known].float())
