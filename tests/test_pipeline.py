from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.brief import prove
from service.errors import BriefError, UnknownModel
from service.models import load_models
from service.options import BriefOptions, SummaryOptions
from service.pipeline import make_brief
from service.reading import read_text

FERRY = (Path(__file__).parent / "articles" / "port-anselm.txt").read_text()
SUMMIT = Path(__file__).parents[2] / "shared" / "articles" / "kim-trump-second-summit.txt"
FURNITURE = (
    "Subscribe",
    "Read more",
    "Share this",
    "Sign up",
    "By Hanne",
    "Anselm Courier",
    "Home |",
)


@pytest.fixture(scope="module")
def models():
    return load_models()


@pytest.fixture(scope="module")
def ferry(models):
    return make_brief(read_text(FERRY), BriefOptions(), models)


def named(brief):
    return {actor.name: actor for actor in brief.actors}


def values(brief):
    return {mention.text: mention.value for mention in brief.dates}


def test_a_brief_says_what_happened(ferry):
    assert ferry.article.title.startswith("Ferry runs aground")
    assert ferry.summary.sentences[0].text.startswith("A ferry carrying 312 passengers")
    assert len(ferry.summary.sentences) == 3


def test_a_brief_says_who(ferry):
    assert {"Adam Brandt", "Halvorsen Lines"} <= set(named(ferry))
    assert "Brandt" in named(ferry)["Adam Brandt"].aliases
    assert named(ferry)["Adam Brandt"].role == "Transport Minister"


def test_sentences_of_summary_and_timeline_name_their_actors(ferry):
    mentions = [(actor.name, mention) for actor in ferry.actors for mention in actor.mentions]
    linked = (*ferry.summary.sentences, *(entry.sentence for entry in ferry.timeline))
    named_in = (
        *(one.actors for one in ferry.summary.sentences),
        *(e.actors for e in ferry.timeline),
    )
    for sentence, names in zip(linked, named_in, strict=True):
        inside = {name for name, m in mentions if sentence.start <= m.start < sentence.end}
        assert set(names) == inside
    assert any(named_in)


def test_a_brief_says_when(ferry):
    assert (ferry.article.published, ferry.article.published_basis) == ("2024-03-12", "text")
    assert values(ferry) | {
        "Tuesday": "2024-03-12",
        "Thursday": "2024-03-14",
        "November 2022": "2022-11",
        "October last year": "2023-10",
    } == values(ferry)
    days = [entry.date for entry in ferry.timeline]
    assert days[0] == "2003"
    assert days.index("2022-11") < days.index("2024-03-12")


def test_no_furniture_gets_into_a_brief(ferry):
    quoted = " ".join(quote.text for quote in ferry.quotes())
    assert not [words for words in FURNITURE if words in quoted]


def test_everything_quoted_stands_in_the_article(ferry):
    quotes = list(ferry.quotes())
    assert len(quotes) > 30
    assert all(FERRY[q.start : q.end] == q.text for q in quotes)
    assert ferry.article.characters_read == ferry.article.characters == len(FERRY)


def test_a_quote_that_does_not_stand_there_is_never_sent(ferry):
    sentence = ferry.summary.sentences[0].model_copy(update={"text": "A ferry sank."})
    summary = ferry.summary.model_copy(update={"sentences": (sentence,)})
    with pytest.raises(AssertionError, match="not a quote"):
        prove(ferry.model_copy(update={"summary": summary}), FERRY)


def test_the_same_question_gets_the_same_bytes(ferry, models):
    again = make_brief(read_text(FERRY), BriefOptions(), models)
    assert again.model_dump_json() == ferry.model_dump_json()


@pytest.mark.parametrize(
    ("text", "options"),
    [
        (FERRY + " ", BriefOptions()),
        (FERRY, BriefOptions(max_actors=3)),
        (FERRY, BriefOptions(summary=SummaryOptions(sentences=2))),
    ],
)
def test_another_question_gets_another_id(ferry, models, text, options):
    assert make_brief(read_text(text), options, models).id != ferry.id


def test_without_a_date_nothing_relative_is_guessed(models):
    undated = FERRY.replace("March 12, 2024\n", "")
    brief = make_brief(read_text(undated), BriefOptions(), models)
    assert brief.article.published_basis == "none"
    open_ones = {
        m.text: (m.value, m.basis) for m in brief.dates if m.text in ("Tuesday", "Thursday")
    }
    assert set(open_ones.values()) == {(None, "none")}


def test_a_model_that_is_not_there_is_named_with_those_that_are(models):
    with pytest.raises(UnknownModel, match=models.name.name):
        make_brief(read_text(FERRY), BriefOptions(SummaryOptions(model="big-bart")), models)
    written = BriefOptions(SummaryOptions(mode="abstractive"))
    with pytest.raises(UnknownModel, match="briefs models add"):
        make_brief(read_text(FERRY), written, models)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(FERRY.split("\n\n")) | st.text(max_size=40), min_size=1, max_size=8
    ).map("\n\n".join)
)
def test_whatever_is_sent_is_briefed_truly_or_refused(models, text):
    try:
        brief = make_brief(read_text(text), BriefOptions(), models)
    except BriefError:
        return
    assert all(text[q.start : q.end] == q.text for q in brief.quotes())
    assert sum(actor.salience for actor in brief.actors) <= 1.0001
    assert [s.start for s in brief.summary.sentences] == sorted(
        s.start for s in brief.summary.sentences
    )


@pytest.fixture(scope="module")
def summit(models):
    if not SUMMIT.exists():
        pytest.skip("the sample article is not here")
    return make_brief(read_text(SUMMIT.read_text()), BriefOptions(), models)


def test_the_sample_is_titled_and_dated_from_its_own_text(summit):
    assert summit.article.title == (
        "North Korea's Kim says 'believes in' US President Trump ahead of 2nd summit"
    )
    assert (summit.article.published, summit.article.published_basis) == ("2019-01-24", "text")


def test_the_samples_two_leaders_matter_most_and_their_envoys_are_others(summit):
    assert [actor.name for actor in summit.actors[:2]] == ["Kim Jong-un", "Donald Trump"]
    assert {"Kim Yong-chol", "Mike Pompeo"} <= set(named(summit))
    assert named(summit)["Kim Jong-un"].role == "North Korean leader"


def test_the_samples_dates_hang_on_its_own(summit):
    found = {m.text: (m.value, m.mod) for m in summit.dates}
    assert found["Thursday"] == ("2019-01-24", None)
    assert found["late February"] == ("2019-02", "END")
    assert found["July last year"] == ("2018-07", None)


def test_the_samples_furniture_stays_out(summit):
    quoted = " ".join(quote.text for quote in summit.quotes())
    for words in ("JOIN NOW", "mailing list", "Iran Press", "Yglesias", "Weapons of Mass"):
        assert words not in quoted
