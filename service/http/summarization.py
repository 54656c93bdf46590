"""`POST /summarization`: what the removed pipeline of that name answered, for its clients."""

from __future__ import annotations

from functools import partial

from fastapi import APIRouter, Request, Response
from pydantic import TypeAdapter

from service.desk import Desk
from service.http.bodies import read_json
from service.http.briefs import check_number
from service.http.openapi import SUMMARIZATION_BODY
from service.http.parts import PartsOf, seconds_left
from service.http.problems import responses
from service.http.record import Record, Stopwatch, record_of
from service.http.wire import SummarizationItem, SummarizationRequest
from service.options import BriefOptions, SummaryOptions
from service.request import PastedText, Submission

router = APIRouter(tags=["briefs"])
_items = TypeAdapter(list[SummarizationItem])

# English news has about four word pieces to three words, in BERT's vocabulary and in BART's.
WORDS_A_TOKEN = 0.75


@router.post(
    "/summarization",
    response_model=list[SummarizationItem],
    summary="For clients of Hugging Face's inference interface",
    responses=responses(400, 401, 408, 413, 415, 422, 429, 503),
    openapi_extra={"requestBody": SUMMARIZATION_BODY},
)
async def summarization(request: Request, parts: PartsOf) -> Response:
    """One item an input. `max_length` or `max_new_tokens` becomes a ceiling on words, at ¾ a token.

    Whatever else a generating model could be told is accepted and changes nothing: the summary
    quotes. Too long an article is a problem, never cut off.
    """
    asked = await read_json(request, SummarizationRequest, parts.limits)
    check_number(len(asked.inputs), parts.limits.batch, field="inputs")
    submissions = [Submission(PastedText(text), _options(asked)) for text in asked.inputs]
    work = partial(
        _items_of, parts.desk, submissions, record_of(request), seconds_left(request, parts)
    )
    seconds = seconds_left(request, parts, articles=len(submissions))
    items = await parts.slots.run(work, seconds=seconds)
    return Response(_items.dump_json(items), media_type="application/json")


def _options(asked: SummarizationRequest) -> BriefOptions:
    generate = asked.parameters and asked.parameters.generate_parameters
    tokens = (generate.max_new_tokens or generate.max_length) if generate else None
    words = max(1, int(tokens * WORDS_A_TOKEN)) if tokens else None
    return BriefOptions(SummaryOptions(words=words))


def _items_of(
    desk: Desk, submissions: list[Submission], record: Record, seconds: float
) -> list[SummarizationItem]:
    briefs = [
        record.note(desk.answer(submission, Stopwatch(record, seconds=seconds)))
        for submission in submissions
    ]
    return [
        SummarizationItem(summary_text=brief.summary.text, actors=brief.actors, dates=brief.dates)
        for brief in briefs
    ]
