"""The trained network, run by ONNX Runtime: one encoder and the heads on it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from sayso.reading.windows import Inputs

__all__ = ["MODEL", "Encoded", "Labels", "Network"]

MODEL = Path(__file__).parent / "model"

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Labels:
    """What the network's outputs mean: the labels of each head, and the reader's settings.

    ``transitions`` are the scores (before, after) of a role label's following another;
    ``span`` is the number of words to each side of a cue that the role head sees;
    ``calibration`` turns a cue's logit and the margin of its roles into a probability;
    ``threshold`` is the least probability of an attribution that is kept.
    """

    upos: Sequence[str]
    entity: Sequence[str]
    role: Sequence[str]
    relations: Sequence[str]
    transitions: Sequence[Sequence[float]]
    span: int
    calibration: Sequence[float]
    cue_logit: float
    threshold: float

    @classmethod
    def load(cls, folder: Path) -> Labels:
        """Read ``labels.json`` of a model's folder."""
        row: dict[str, Any] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        return cls(**row)


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder tells of the words of a window.

    ``tags`` (words, …) are the logits of all labels, see ``Labels``; ``arcs`` scores (dependents, heads), a
    word's for itself that of being the root; the others are projections (words, width) that heads work on.
    """

    tags: Floats
    arcs: Floats
    relation_dependent: Floats
    relation_head: Floats
    role_word: Floats
    role_anchor: Floats


class Network:
    """The encoder and its heads. Safe to use from several threads at once."""

    def __init__(self, folder: Path = MODEL) -> None:
        """Load the model from ``folder``; each call runs on the thread that makes it."""
        self.labels = Labels.load(folder)
        self._encoder = _session(folder / "encoder.onnx")
        self._taken = [one.name for one in self._encoder.get_inputs()]
        self._given = [one.name for one in self._encoder.get_outputs()]
        self._relations = _session(folder / "relations.onnx")
        self._roles = _session(folder / "roles.onnx")

    def encode(self, inputs: Inputs) -> Encoded:
        """Run the encoder on one window (see ``windows.inputs``)."""
        feed = {name: inputs[name] for name in self._taken}
        found = self._encoder.run(self._given, feed)
        return Encoded(**{name: values[0] for name, values in zip(self._given, found, strict=True)})

    def relations(self, dependent: Floats, head: Floats) -> Floats:
        """Logits of the relation of each word to its head: (words, relations)."""
        found: Floats = self._relations.run(None, {"dependent": dependent, "head": head})[0]
        return found

    def roles(self, word: Floats, anchor: Floats, distance: NDArray[np.int64]) -> Floats:
        """Emissions (cues, words, labels) of role labels.

        ``word`` (cues, words, width) are the words around each cue, as many for each, ``anchor``
        (cues, width) the cue, ``distance`` words from the cue plus ``labels.span``.
        """
        feed: dict[str, Any] = {"word": word, "anchor": anchor, "distance": distance}
        emissions: Floats = self._roles.run(None, feed)[0]
        return emissions


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # reports are read side by side instead, which scales better
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    slower = ["SkipLayerNormFusion"]  # its kernel takes four times as long as the two that it replaces
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=slower
    )
