import shutil

import pytest

from service.errors import ModelCorrupt, ModelUnavailable
from service.models import default_folder, list_models, load_models, verify_models
from service.models.manifest import read_manifest, write_manifest


@pytest.fixture
def store(tmp_path):
    """A copy of the store that a test may damage."""
    return shutil.copytree(default_folder(), tmp_path / "model_cache")


def test_the_embedded_model_is_the_default_and_is_what_its_manifest_says(store):
    facts = verify_models(store)
    assert [(f.manifest.kind, f.default) for f in facts] == [("embedded", True)]
    assert facts == list_models(store)


def test_a_changed_byte_is_found_when_the_model_is_loaded(store):
    file = store / "embedded" / "sentences.onnx"
    file.write_bytes(file.read_bytes()[:-1] + b"\0")
    with pytest.raises(ModelCorrupt, match=r"sentences\.onnx"):
        load_models(store)


def test_a_missing_file_is_named(store):
    (store / "embedded" / "tokenizer.json").unlink()
    with pytest.raises(ModelCorrupt, match=r"tokenizer\.json is missing"):
        load_models(store)


def test_no_model_is_said_to_be_no_model(tmp_path):
    with pytest.raises(ModelUnavailable, match=r"manifest\.json is missing"):
        load_models(tmp_path)


def test_a_manifest_that_is_none_is_corrupt(store):
    (store / "embedded" / "manifest.json").write_text("{}")
    with pytest.raises(ModelCorrupt, match="not a manifest"):
        load_models(store)


def test_writing_a_manifest_pins_every_file_but_documents(tmp_path):
    (tmp_path / "weights.bin").write_bytes(b"w")
    (tmp_path / "README.md").write_text("a card")
    manifest = read_manifest(default_folder() / "embedded")
    assert set(write_manifest(tmp_path, manifest).files) == {"weights.bin"}
    assert read_manifest(tmp_path) == manifest.model_copy(
        update={"files": read_manifest(tmp_path).files}
    )
