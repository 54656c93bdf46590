"""Rewrites the examples of the OpenAPI page with today's model: python -m benchmarks.examples."""

from __future__ import annotations

import json
from pathlib import Path

import service.http
from service.request import BriefRequest
from service.settings import Settings
from service.wiring import make_desk

FOLDER = Path(service.http.__file__).parent / "examples"
REQUEST = {
    "title": "Ferry runs aground off Port Anselm",
    "text": (
        "A ferry carrying 312 passengers ran aground off Port Anselm on Tuesday night, and the "
        "coast guard brought everyone ashore before dawn. Transport Minister Adam Brandt said on "
        "Wednesday that an inquiry would begin next week. “The captain reported a failed rudder "
        "shortly before midnight,” said Ruth Adler, the harbour master. Halvorsen Lines, which has "
        "run the route since 2011, said it would help the passengers. Brandt promised a report by "
        "the end of April."
    ),
    "published": "2024-03-13",
    "summary": {"sentences": 2},
}


def main() -> None:
    """Write the request, and the answer to it."""
    desk = make_desk(Settings(), fetches=False)
    brief = desk.answer(BriefRequest.model_validate(REQUEST).submission()).brief
    text = json.dumps(REQUEST, indent=2, ensure_ascii=False) + "\n"
    (FOLDER / "request.json").write_text(text, encoding="utf-8")
    (FOLDER / "brief.json").write_text(brief.model_dump_json(indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
