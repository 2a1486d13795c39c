"""Claims made up for pictures, and pictures taken apart."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from sayso.questions import Answer, Claim, Subject, answer, parse
from sayso.questions.claim import Carrier
from sayso.questions.stages import Course, stages

SVG = "{http://www.w3.org/2000/svg}"


def claim(kind: str, subject: str | Subject, value: str, day: str, source: str, **more: Any) -> Claim:
    """A claim reported on a day by a source, each in a report of its own."""
    return Claim(
        kind=kind,
        subject=Subject(subject) if isinstance(subject, str) else subject,
        value=value,
        source=source,
        source_kind="group",
        authority=source,
        report=Carrier(f"{day} {source} {value}", "The Daily", day, more.pop("title", "A report")),
        content=more.pop("content", f"It is {value}"),
        span=((0, 1),),
        said=day,
        about=day,
        **more,
    )


@pytest.fixture
def asked() -> Callable[..., Answer]:
    """The answer to a question at a day, from claims."""

    def ask(text: str, claims: list[Claim], day: str = "2030-01-01") -> Answer:
        return answer(parse(text), claims, day)

    return ask


@pytest.fixture
def changes() -> Callable[..., Course]:
    """What the answer to a question came to from day to day, from claims."""
    return lambda text, claims: Course(parse(text), stages(parse(text), claims))


class Picture:
    """An SVG, read."""

    def __init__(self, svg: bytes) -> None:
        self.root = etree.fromstring(svg)
        self.texts = [re.sub(r"\s+", " ", "".join(t.itertext())) for t in self.root.iter(f"{SVG}text")]
        self.title = self.root.findtext(f"{SVG}title")
        self.told = self.root.findtext(f"{SVG}desc")

    def at(self, text: str) -> tuple[float, float]:
        """Where a text stands, in points from the left and the top."""
        found = next(t for t in self.root.iter(f"{SVG}text") if "".join(t.itertext()).strip() == text)
        style = found.get("transform") or ""
        moved = re.search(r"translate\((\S+) (\S+)\)", style)
        if moved:
            return float(moved[1]), float(moved[2])
        return float(found.get("x")), float(found.get("y"))

    def fills(self) -> list[str]:
        """The colours that areas are filled with, from the back to the front."""
        return re.findall(r'fill(?:: |=")(#[0-9a-f]{6})', etree.tostring(self.root).decode())


@pytest.fixture
def picture() -> type[Picture]:
    return Picture


def png_size(png: bytes) -> tuple[int, int]:
    """The width and the height that a PNG's header tells."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", png[16:24])
