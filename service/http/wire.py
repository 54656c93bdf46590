"""What else goes over the wire: everything but a brief, its request, and problems."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from service.brief import Actor, Brief, DateMention
from service.http.problems import Problem, Sparse
from service.jobs import JobStatus
from service.request import Asked


class Sent(BaseModel):
    """A part of an answer."""

    model_config = ConfigDict(frozen=True)


class ModelCard(Sent):
    """A model that can be asked for."""

    name: str
    kind: Literal["embedded", "seq2seq"] = Field(
        description="embedded models quote (mode extractive), seq2seq models write (abstractive)"
    )
    version: str
    sha256: str
    languages: tuple[str, ...]
    licence: str
    default: bool
    runtime: str
    bytes: int


class ModelList(Sent):
    """The models of this server, the default first."""

    models: tuple[ModelCard, ...]


class Health(Sent):
    """A state in one word."""

    status: Literal["ok", "ready"]


class BatchRequest(Asked):
    """Several requests at once; each is looked at on its own, so one can't spoil the others."""

    articles: Annotated[tuple[Any, ...], Field(min_length=1)]


class BatchResult(Sparse):
    """What became of one article: one of the two."""

    brief: Brief | None = None
    problem: Problem | None = None


class BatchAnswer(Sent):
    """One result an article, in the order in which they were sent."""

    results: tuple[BatchResult, ...]


class JobAnswer(Sparse):
    """How a job stands; over when `status` is succeeded or failed."""

    id: str
    status: JobStatus
    created: datetime
    expires: datetime
    brief: Brief | None = None
    problem: Problem | None = None


class GenerateParameters(BaseModel):
    """Of what a model can be told about generating, the length is heeded, the rest accepted."""

    model_config = ConfigDict(extra="allow")

    max_length: Annotated[int, Field(ge=1, le=100_000)] | None = None
    max_new_tokens: Annotated[int, Field(ge=1, le=100_000)] | None = None


class SummarizationParameters(BaseModel):
    """What `huggingface_hub.InferenceClient.summarization` can be told."""

    model_config = ConfigDict(extra="allow")

    generate_parameters: GenerateParameters | None = None


def _listed(inputs: Any) -> Any:
    return [inputs] if isinstance(inputs, str) else inputs


_INPUTS_SCHEMA = {
    "anyOf": [
        {"type": "string"},
        {"type": "array", "items": {"type": "string"}, "minItems": 1},
    ]
}
Inputs = Annotated[
    list[str], Field(min_length=1), BeforeValidator(_listed), WithJsonSchema(_INPUTS_SCHEMA)
]


class SummarizationRequest(BaseModel):
    """The request of the summarization task of Hugging Face's inference interface."""

    model_config = ConfigDict(extra="allow")

    inputs: Inputs
    parameters: SummarizationParameters | None = None


class SummarizationItem(Sent):
    """A summary, with what the task's own answer leaves out."""

    summary_text: str
    actors: tuple[Actor, ...]
    dates: tuple[DateMention, ...]
