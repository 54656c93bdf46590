"""`briefs batch`: no line is lost, none is done twice, none stops the rest."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

from service.cli import run
from service.cli.lines import count_lines, fingerprint, read_lines


@pytest.fixture
def batch(tmp_path, capsys):
    """Run `briefs batch` over lines; the results that are then in the file."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"

    def call(lines, *options):
        source.write_bytes(b"".join(line + b"\n" for line in lines))
        code = run(["batch", str(source), "-o", str(out), *options])
        results = [json.loads(line) for line in out.read_bytes().splitlines()]
        return SimpleNamespace(code=code, results=results, err=capsys.readouterr().err, out=out)

    return call


@pytest.fixture
def lines(article):
    good = [json.dumps({"text": article, "max_actors": n}).encode() for n in range(4)]
    return [good[0], b"{", good[1], b"", b'{"text": ""}', good[2], b"\xff\xfe", good[3]]


KINDS = ["brief", "problem", "brief", "problem", "problem", "brief", "problem", "brief"]


def kinds(results):
    return ["brief" if "brief" in result else "problem" for result in results]


@pytest.mark.parametrize("options", [(), ("--workers", "2")])
def test_every_line_has_its_result_in_its_place(batch, lines, options):
    done = batch(lines, *options)
    assert (done.code, kinds(done.results)) == (0, KINDS)
    assert [result["input"] for result in done.results] == [fingerprint(line) for line in lines]
    assert "4 briefs, 4 problems" in done.err


def test_the_results_are_the_same_however_many_work(batch, lines, tmp_path):
    alone = batch(lines).out.read_bytes()
    (tmp_path / "out.jsonl").unlink()
    assert batch(lines, "--workers", "2").out.read_bytes() == alone


@pytest.mark.parametrize("cut", [0, 1, 1_000, -1, -50])
def test_after_a_stop_it_goes_on_where_it_was(batch, lines, cut):
    done = batch(lines)
    whole = done.out.read_bytes()
    done.out.write_bytes(whole[:cut])
    assert batch(lines).out.read_bytes() == whole


def test_what_is_done_is_not_done_again(batch, lines):
    batch(lines)
    assert "0 briefs, 0 problems, 8 from before" in batch(lines).err


def test_lines_that_were_added_are_done(batch, lines):
    batch(lines[:3])
    assert kinds(batch(lines).results) == KINDS


def test_the_results_of_something_else_are_left_alone(batch, lines):
    before = batch(lines).out.read_bytes()
    other = batch([b'{"text": "another"}', *lines])
    assert (other.code, other.out.read_bytes()) == (2, before)
    assert "line 1" in other.err


def test_a_file_that_is_no_result_is_left_alone(batch, lines, tmp_path):
    (tmp_path / "out.jsonl").write_text('{"my": "notes"}\n')
    assert batch(lines).code == 2
    assert (tmp_path / "out.jsonl").read_text() == '{"my": "notes"}\n'


def test_a_line_over_the_limit_is_a_problem_in_its_place(batch, lines, monkeypatch):
    monkeypatch.setenv("BRIEFS_BODY_BYTES", "5000")
    done = batch([lines[0], b"x" * 100_000, lines[2]])
    assert kinds(done.results) == ["brief", "problem", "brief"]
    assert done.results[1]["problem"]["limit"] == 5000


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (b"", []),
        (b"a", [b"a"]),
        (b"a\n", [b"a"]),
        (b"a\r\nb\n", [b"a", b"b"]),
        (b"\n\n", [b"", b""]),
        (b"12345\n123456\n1234567\n12345678901234567890\nz", [
            b"12345", b"123456", b"123456", b"123456", b"z"
        ]),
    ],
)  # fmt: skip
def test_lines_are_read_within_bounds(tmp_path, content, lines):
    file = tmp_path / "lines"
    file.write_bytes(content)
    assert list(read_lines(file, longest=5)) == lines
    assert count_lines(file) == len(lines)


def test_results_go_into_a_file(batch, lines, tmp_path, capsys):
    batch(lines[:1])
    assert run(["batch", str(tmp_path / "in.jsonl"), "-o", "/dev/full"]) == 2
    assert "is no file" in capsys.readouterr().err
