"""The loss of each head on a batch."""

from __future__ import annotations

import random

import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from training.batch import Cues, encoder_inputs, gold_cues, labels, neighbourhood
from training.crf import Crf
from training.examples import UNKNOWN, Example
from training.network import Encoded, Network

__all__ = ["WEIGHTS", "Losses", "arc_scores"]

WEIGHTS = {
    "cue": 4.0,
    "roles": 0.15,
    "entity": 2.0,
    "silver": 1.0,
    "upos": 0.5,
    "sentence": 0.3,
    "arc": 1.0,
    "relation": 0.5,
}
"""What each head's loss counts; those of a word are means a word, of roles a mean a cue."""

HARD = -1.5
"""A word with a higher cue logit that is in no cue is shown to the role head as a false cue."""


def arc_scores(encoded: Encoded, sentence_of: Tensor) -> Tensor:
    """Scores (windows, dependents, heads); a word's score for itself is that of being the root."""
    scores = encoded.arc_dependent.float() @ encoded.arc_head.float().transpose(1, 2)
    scores = scores / encoded.arc_head.shape[-1] ** 0.5
    same = sentence_of.unsqueeze(1) == sentence_of.unsqueeze(2)
    return scores.masked_fill(~same, -1e4)


class Losses(nn.Module):
    """The network with its losses."""

    def __init__(self, network: Network, seed: int) -> None:
        super().__init__()
        self.network = network
        self.crf = Crf()
        self.chance = random.Random(seed)

    def forward(self, examples: list[Example]) -> dict[str, Tensor]:
        """The losses that the examples have labels for, by head; unweighted."""
        given = encoder_inputs(examples)
        encoded = self.network(**given)
        gold = labels(examples, given["words"].shape[1])
        upos, entity, sentence, cue = encoded.tags.float().split(list(self.network.sizes.values()), -1)
        if (gold.heads != UNKNOWN).any():
            found = self._syntax(encoded, gold.heads, gold.relations, gold.sentence_of)
            found["upos"] = cross_entropy(upos.flatten(0, 1), gold.upos.flatten(), ignore_index=UNKNOWN)
            found["sentence"] = _binary(sentence.squeeze(-1), gold.sentence)
            names = "entity"
        else:
            cue = cue.squeeze(-1)
            found = {"cue": _binary(cue, gold.cue)}
            cues = self._with_false(gold_cues(examples, self.chance), cue.detach(), gold.cue)
            if cues.window:
                found["roles"] = self._roles(encoded, cues, [e.last - e.first for e in examples])
            names = "silver"
        if (gold.entity != UNKNOWN).any():
            found[names] = cross_entropy(entity.flatten(0, 1), gold.entity.flatten(), ignore_index=UNKNOWN)
        return found

    def _syntax(
        self, encoded: Encoded, heads: Tensor, relations: Tensor, sentence_of: Tensor
    ) -> dict[str, Tensor]:
        known = heads != UNKNOWN
        arc = cross_entropy(arc_scores(encoded, sentence_of)[known], heads[known])
        index = heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, encoded.relation_head.shape[-1])
        head = torch.gather(encoded.relation_head, 1, index)
        logits = self.network.relation_head(encoded.relation_dependent[known], head[known])
        return {"arc": arc, "relation": cross_entropy(logits.float(), relations[known])}

    def _with_false(self, cues: Cues, logits: Tensor, gold: Tensor) -> Cues:
        """Adds some likely false cues, at most half as many as there are true ones."""
        tempting = ((logits > HARD) & (gold == 0)).nonzero().tolist()
        chosen = self.chance.sample(tempting, min(len(tempting), len(cues.window) // 2))
        return Cues(
            cues.window + [row for row, _ in chosen],
            cues.word + [word for _, word in chosen],
            cues.labels + [{} for _ in chosen],
        )

    def _roles(self, encoded: Encoded, cues: Cues, sizes: list[int]) -> Tensor:
        place, distance, mask, gold = neighbourhood(cues, sizes)
        window = torch.tensor(cues.window)
        word = encoded.role_word[window.unsqueeze(1), place]
        anchor = encoded.role_anchor[window, torch.tensor(cues.word)]
        return self.crf.loss(self.network.role_head(word, anchor, distance, mask), gold, mask)


def _binary(logits: Tensor, gold: Tensor) -> Tensor:
    known = gold != UNKNOWN
    return binary_cross_entropy_with_logits(logits[known], gold[known].float())
