"""The program `briefs`: what it prints where, and the code that it leaves with."""

from __future__ import annotations

import io
import json
import socket
import subprocess
import sys
from types import SimpleNamespace

import pytest
from starlette.testclient import TestClient

from service.cli import run
from service.cli.serve import is_loopback
from service.settings import Settings
from service.wiring import local_app


@pytest.fixture
def briefs(capsys):
    """Run the program; what it said, and its code."""

    def call(*arguments):
        code = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return SimpleNamespace(code=code, out=out, err=err)

    return call


@pytest.fixture
def file(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture(scope="module")
def api(tmp_path_factory):
    settings = Settings(data=tmp_path_factory.mktemp("data"), jobs=False)
    return TestClient(local_app(settings, loopback=True), base_url="http://127.0.0.1")


def test_json_is_exactly_the_api_s_answer(briefs, file, api, article):
    said = briefs("read", file("a.txt", article), "--json", "--sentences", 2, "--title", "T")
    answer = api.post(
        "/v1/briefs", json={"text": article, "title": "T", "summary": {"sentences": 2}}
    )
    assert (said.code, said.err) == (0, "")
    assert said.out.encode() == answer.content + b"\n"


def test_markdown_is_the_api_s_too(briefs, file, api, article):
    said = briefs("read", file("a.txt", article), "--markdown")
    headers = {"accept": "text/markdown"}
    assert said.out == api.post("/v1/briefs", json={"text": article}, headers=headers).text


def test_a_person_gets_what_happened_who_and_when(briefs, file, article):
    said = briefs("read", file("a.txt", article))
    assert said.out.startswith("Ferry runs aground")
    assert "Who" in said.out
    assert "When" in said.out


@pytest.mark.parametrize("name", ["page.html", "page", "-"])
def test_a_page_is_told_by_its_ending_or_by_its_start(briefs, file, monkeypatch, name):
    page = "<!DOCTYPE html><html><body><article><p>" + (
        "The harbour master, Ruth Adler, said on Tuesday that the captain of the ferry had "
        "reported a failed rudder. Nobody was hurt, and everyone was brought ashore. "
    )
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(page.encode())))
    said = briefs("read", "-" if name == "-" else file(name, page), "--json")
    assert json.loads(said.out)["article"]["text"].startswith("The harbour master")


# what is called → the code, and a part of what is said
MISTAKES = {
    ("read", "nowhere.txt"): (2, "nowhere.txt can't be read"),
    ("read", "."): (2, "can't be read"),
    ("read", "a\0b"): (2, "can't be read"),
    ("read",): (2, "article"),
    ("read", "{empty}"): (2, "empty"),
    ("read", "{short}"): (2, "words"),
    ("read", "{latin}"): (2, "utf-8"),
    ("read", "{good}", "--sentences", "21"): (2, "sentences"),
    ("read", "{good}", "--sentences", "many"): (2, "--sentences"),
    ("read", "{good}", "--published", "soon"): (2, "published"),
    ("read", "{good}", "--mode", "poetic"): (2, "mode"),
    ("read", "{good}", "--model", "none"): (2, "none"),
    ("read", "{good}", "--json", "--markdown"): (2, "--json"),
    ("read", "{good}", "--jsno"): (2, "--jsno"),
    ("read", "http://127.0.0.1/"): (2, "not public"),
    ("reed",): (2, "reed"),
    ("batch", "nowhere.jsonl", "-o", "out.jsonl"): (2, "nowhere.jsonl"),
    ("batch", "{good}", "-o", "/nowhere/out.jsonl"): (1, "/nowhere/out.jsonl"),
}


@pytest.mark.parametrize("arguments", MISTAKES, ids=" ".join)
def test_a_mistake_is_said_in_a_line_to_standard_error(briefs, file, article, arguments):
    files = {
        "empty": file("empty.txt", " \n"),
        "short": file("short.txt", "Three little words."),
        "latin": file("latin.txt", "Fährunglück".encode("latin-1")),
        "good": file("good.txt", article),
    }
    code, part = MISTAKES[arguments]
    said = briefs(*(argument.format(**files) for argument in arguments))
    assert (said.code, said.out) == (code, "")
    assert part in said.err
    assert said.err.startswith("briefs: ")


def test_a_wrong_setting_is_named(briefs, file, article, monkeypatch):
    monkeypatch.setenv("BRIEFS_SECONDS", "soon")
    said = briefs("read", file("a.txt", article))
    assert (said.code, "BRIEFS_SECONDS" in said.err) == (2, True)
    monkeypatch.delenv("BRIEFS_SECONDS")
    monkeypatch.setenv("API_KEYS_SHA256", "secret")
    said = briefs("read", file("a.txt", article))
    assert (said.code, "API_KEYS_SHA256" in said.err) == (2, True)
    assert "'secret'" not in said.err


def test_a_missing_model_is_not_the_input_s_fault(briefs, file, article, monkeypatch, tmp_path):
    monkeypatch.setenv("BRIEFS_MODELS", str(tmp_path / "none"))
    said = briefs("read", file("a.txt", article))
    assert (said.code, "no model" in said.err) == (1, True)
    assert briefs("models", "verify").code in (0, 1)


def test_the_models_are_listed_and_verified(briefs):
    listed = briefs("models", "list")
    assert listed.code == 0
    assert "(default)" in listed.out.splitlines()[0]
    assert "what was pinned" in briefs("models", "verify").out


def test_python_m_service_is_the_program():
    called = subprocess.run(
        [sys.executable, "-m", "service", "--help"], capture_output=True, text=True, check=False
    )
    assert called.returncode == 0
    assert "read" in called.stdout


def test_help_does_not_wait_for_the_model():
    """Only what the commands name is imported; what they do is imported when they do it."""
    heavy = ["numpy", "onnxruntime", "fastapi", "uvicorn", "trafilatura", "service.wiring"]
    program = f"import sys, service.cli; print([m for m in {heavy} if m in sys.modules])"
    called = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert called.stdout == "[]\n"


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True),
     ("0.0.0.0", False), ("::", False), ("192.168.0.1", False), ("host.example", False)],
)  # fmt: skip
def test_urls_are_fetched_where_only_this_machine_can_ask(host, loopback):
    assert is_loopback(host) == loopback


def test_a_port_that_is_taken_is_said_at_once(briefs):
    with socket.create_server(("127.0.0.1", 0)) as other:
        said = briefs("serve", "--port", other.getsockname()[1])
    assert said.code == 1
    assert "in use; name another port" in said.err


def test_without_a_command_the_commands_are_named(briefs):
    said = briefs()
    assert (said.code, said.err) == (2, "")
    assert "batch" in said.out
