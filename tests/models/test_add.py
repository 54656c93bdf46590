"""`briefs models add`, on a tiny model of every architecture."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest

from service.cli import run
from service.errors import (
    DeadlineExceeded,
    InvalidRequest,
    ModelCorrupt,
    ModelUnavailable,
    UnknownModel,
)
from service.models import default_folder, list_models, verify_models
from service.models.add import add_model
from service.models.convert import BOUNDS, SAMPLES, Differs, compare
from service.models.ctranslate2_rewriter import CTranslate2Rewriter
from service.models.shelf import Shelf, open_rewriter
from service.models.torch_rewriter import TorchRewriter
from service.options import SummaryOptions
from tests.models.stories import story
from tests.models.tiny import CONVERTED

TEXT, SUMMARY = story(10**6)
FOREVER = float("inf")


@pytest.fixture
def store(tmp_path):
    return shutil.copytree(default_folder() / "embedded", tmp_path / "store" / "embedded").parent


def words_of(text):
    return set(text.lower().replace(".", "").split())


def test_every_architecture_can_be_added_and_writes_what_it_was_taught(any_model, store):
    manifest = add_model(str(any_model), store, quantization="int8")
    assert manifest.runtime == ("ctranslate2" if any_model.name in CONVERTED else "torch")
    assert (manifest.licence, manifest.kind) == ("Apache-2.0", "seq2seq")
    verify_models(store)
    drafts = Shelf(store).load(any_model.name).write(TEXT, SummaryOptions(), seconds=FOREVER)
    assert len(drafts) == 4
    told = words_of(drafts[0])
    assert len(told & words_of(SUMMARY)) >= len(told) / 2, drafts[0]


def test_a_conversion_at_full_precision_writes_the_same_tokens(converted, store):
    manifest = add_model(str(converted), store, quantization="float32")
    assert manifest.runtime == "ctranslate2"  # which it is only after a comparison
    home = store / converted.name
    ours = open_rewriter(home, manifest, threads=1)
    theirs = TorchRewriter(converted, manifest.generation, tokenizer=home)
    for text in (TEXT, *SAMPLES, *(story(10**6 + i)[0] for i in range(1, 8))):
        expected = ours.spell(theirs.search(text, BOUNDS, beams=1)[0])
        assert ours.search(text, BOUNDS, beams=1)[0] == expected


def test_several_beams_agree_where_the_runtimes_weigh_length_alike(tiny, store):
    manifest = add_model(str(tiny("bart")), store, quantization="float32")
    plain = manifest.generation.model_copy(update={"length_penalty": 0.0})
    home = store / "bart"
    ours = CTranslate2Rewriter(home, plain, threads=1)
    theirs = TorchRewriter(tiny("bart"), plain, tokenizer=home)
    for text in (TEXT, story(10**6 + 1)[0], story(10**6 + 2)[0]):
        expected = ours.spell(theirs.search(text, BOUNDS, beams=4)[0])
        assert ours.search(text, BOUNDS, beams=4)[0] == expected


def test_a_conversion_that_says_something_else_is_found_out(tiny, store, tmp_path):
    add_model(str(tiny("bart")), store, quantization="int8")
    other = shutil.copytree(tiny("bart"), tmp_path / "other")
    weights = other / "model.safetensors"
    content = bytearray(weights.read_bytes())
    content[-200_000:] = content[-100_000:] * 2
    weights.write_bytes(content)
    manifest = list_models(store)[-1].manifest
    original = TorchRewriter(other, manifest.generation)
    with pytest.raises(Differs):
        compare(original, CTranslate2Rewriter(store / "bart", manifest.generation), "int8")


def test_the_model_s_own_settings_are_kept(tiny, store):
    generation = add_model(str(tiny("t5")), store).generation
    assert (generation.beams, generation.length_penalty, generation.no_repeat_ngram) == (4, 2.0, 3)
    assert (generation.min_tokens, generation.max_tokens) == (8, 80)
    assert generation.prompt == "summarize: "


def test_a_converted_model_needs_neither_torch_nor_transformers(tiny, store):
    add_model(str(tiny("bart")), store)
    program = (
        "import sys; from pathlib import Path; from service.models.shelf import Shelf;"
        "from service.options import SummaryOptions;"
        "r = Shelf(Path(sys.argv[1])).load('bart');"
        "print(len(r.write(sys.argv[2], SummaryOptions(), seconds=600)));"
        "print(sorted({'torch', 'transformers', 'huggingface_hub'} & sys.modules.keys()))"
    )
    said = subprocess.run(
        [sys.executable, "-c", program, str(store), TEXT],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.split("\n")[:2] == ["4", "[]"]


def test_what_runs_torch_says_when_it_is_missing(tiny, store):
    add_model(str(tiny("led")), store)
    program = (
        "import sys; sys.modules['torch'] = None; from pathlib import Path;"
        "from service.models.shelf import Shelf; Shelf(Path(sys.argv[1])).load('led')"
    )
    said = subprocess.run(
        [sys.executable, "-c", program, str(store)], capture_output=True, text=True, check=False
    )
    assert "pip install 'article-briefs[abstractive]'" in said.stderr


REFUSED = {
    "no safetensors": ("model.safetensors", "pytorch_model.bin", "refs/pr/N"),
    "no settings": ("config.json", "settings.json", r"no config\.json"),
    "no tokenizer": ("tokenizer.json", "tokens.json", "tokenizer of other can't be read"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_used_is_refused_and_leaves_nothing_behind(tiny, store, tmp_path, case):
    file, renamed, message = REFUSED[case]
    folder = shutil.copytree(tiny("bart"), tmp_path / "other")
    (folder / file).rename(folder / renamed)
    with pytest.raises(InvalidRequest, match=message):
        add_model(str(folder), store)
    assert os.listdir(store) == ["embedded"]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"auto_map": {"AutoModel": "evil.py"}}, "code of its own"),
        ({"is_encoder_decoder": False}, "no sequence-to-sequence model"),
    ],
)
def test_no_code_of_a_model_is_run(tiny, store, tmp_path, settings, message):
    folder = shutil.copytree(tiny("bart"), tmp_path / "other")
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**config, **settings}))
    with pytest.raises(InvalidRequest, match=message):
        add_model(str(folder), store)


def test_without_the_hub_it_says_what_to_do(store, monkeypatch):
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setattr("huggingface_hub.hf_api.constants.ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(ModelUnavailable, match=r"hf download sshleifer/distilbart-cnn-12-6 .*add"):
        add_model("sshleifer/distilbart-cnn-12-6", store)


@pytest.mark.parametrize("source", ["no such folder", "a/b/c", "../up"])
def test_what_is_neither_a_folder_nor_a_name_is_said_to_be_neither(store, source):
    with pytest.raises(InvalidRequest, match="neither a folder nor a name of the hub"):
        add_model(source, store)


def test_the_embedded_model_is_never_replaced(tiny, store):
    with pytest.raises(InvalidRequest, match="--name"):
        add_model(str(tiny("bart")), store, name="embedded")


def test_the_program_adds_lists_and_verifies(tiny, store, monkeypatch, capsys):
    monkeypatch.setenv("BRIEFS_MODELS", str(store))
    assert run(["models", "add", str(tiny("bart")), "--name", "ours", "--quantize", "int16"]) == 0
    assert run(["models", "list"]) == 0
    line = capsys.readouterr().out.splitlines()[-1]
    assert line.split()[0] == "ours"
    assert {"seq2seq", "ctranslate2", "Apache-2.0"} <= set(line.split())
    assert run(["models", "verify"]) == 0
    file = store / "ours" / "model.bin"
    file.write_bytes(file.read_bytes()[:-1])
    assert run(["models", "verify"]) == 1


def test_a_damaged_model_is_not_loaded(tiny, store):
    add_model(str(tiny("bart")), store)
    (store / "bart" / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelCorrupt, match=r"tokenizer\.json"):
        Shelf(store).load("bart")


@pytest.mark.parametrize("name", ["bart", "led"])
def test_a_summary_that_is_late_is_given_up(tiny, store, name):
    add_model(str(tiny(name)), store)
    rewriter = Shelf(store).load(name)
    with pytest.raises(DeadlineExceeded, match="not written"):
        rewriter.write(TEXT, SummaryOptions(), seconds=-1)
    assert rewriter.write(TEXT, SummaryOptions(), seconds=FOREVER)


def test_only_as_many_are_kept_as_there_is_room_for(tiny, store):
    for name in ("one", "two"):
        add_model(str(tiny("bart")), store, name=name)
    small, large = Shelf(store, room=1), Shelf(store)
    for shelf, stays in ((small, False), (large, True)):
        first = shelf.load("one")
        assert shelf.load("one") is first
        shelf.load("two")
        assert (shelf.load("one") is first) == stays


def test_the_first_by_name_is_the_default_and_others_are_named(tiny, store):
    shelf = Shelf(store)
    with pytest.raises(UnknownModel, match="models add"):
        shelf.name(None)
    add_model(str(tiny("bart")), store, name="only")
    assert shelf.name(None).name == "only"
    with pytest.raises(UnknownModel, match="the abstractive models here are: only"):
        shelf.load("other")
