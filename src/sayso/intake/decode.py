"""From bytes to text: whatever charset they are in, and whatever they say it is."""

from __future__ import annotations

import codecs
import re

__all__ = ["NotText", "decode"]

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WESTERN = "cp1252"
"""What the Web reads where ASCII or Latin-1 is declared, and our guess where nothing tells."""

SAMPLE = 50_000
"""Bytes that a charset is guessed from."""

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
DECLARABLE = re.compile("utf-?8|utf-?16|iso|cp|windows|mac|koi8|big5|gb|euc|shift|sjis|latin|ascii|us-ascii")


class NotText(ValueError):
    """The bytes are no text."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of ``data``, without a byte-order mark; its line ends stay as they are.

    A byte-order mark decides, then UTF-8 if most of what is not ASCII is valid UTF-8, then the
    ``declared`` charset if it fits, then a guess. Bytes that stand for nothing become U+FFFD.

    Raises:
        NotText: the bytes are no text in any charset (a picture, a program, a compressed file).
    """
    for mark, charset in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(charset, "replace")
    if data.startswith(b"%PDF-"):
        raise NotText("a PDF file; save its text first")
    text = _decoded(data, declared)
    if _share_of_control(text[:SAMPLE]) > 0.05:
        raise NotText("not text")
    return text


def _decoded(data: bytes, declared: str | None) -> str:
    wide = _wide(data[:SAMPLE])
    if wide is not None:
        return data.decode(wide, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        text = data.decode(errors="replace")
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    if foreign >= 2 * text.count("\ufffd"):
        return text  # UTF-8, broken here and there
    if b"\0" in data[:SAMPLE]:
        raise NotText("not text")
    for charset in filter(None, (_known(declared), _guess(data[:SAMPLE]))):
        try:
            return data.decode(charset)
        except UnicodeDecodeError:
            continue
    return data.decode(WESTERN, "replace")


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark shows by the empty half of nearly every Western character."""
    half = len(sample) // 2
    if half and sample[1::2].count(0) > 0.7 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if half and sample[::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _known(declared: str | None) -> str | None:
    """The declared charset as Python knows it, if it is one that text is written in."""
    name = (declared or "").strip().lower()
    if not DECLARABLE.match(name):
        return None
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return WESTERN if found in ("ascii", "iso8859-1") else found


def _guess(sample: bytes) -> str:
    """Western text is ASCII but for its quotation marks and accents, too few to guess from."""
    if sum(byte > 127 for byte in sample) < 0.1 * len(sample):
        return WESTERN
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else WESTERN


def _share_of_control(text: str) -> float:
    return len(CONTROL.findall(text)) / len(text) if text else 0.0
