"""The cache in a file: bounded, and never in the way."""

from __future__ import annotations

import sqlite3
from datetime import timedelta

import pytest

from service.options import BriefOptions
from service.pipeline import make_brief
from service.reading import read_text
from service.storage.cache import SqliteCache
from tests.fakes import FakeClock, fake_models


@pytest.fixture
def brief(article):
    return make_brief(read_text(article), BriefOptions(), fake_models())


@pytest.fixture
def file(tmp_path):
    return tmp_path / "cache.sqlite"


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def open_cache(file, clock):
    opened = []

    def open_(**limits):
        opened.append(SqliteCache(file, now=clock, **limits))
        return opened[-1]

    yield open_
    for cache in opened:
        cache.close()


def test_what_was_put_outlives_the_process(open_cache, brief):
    open_cache().put("f", brief)
    assert open_cache().get("f") == brief


def test_a_brief_grows_too_old(open_cache, brief, clock):
    cache = open_cache(max_age=timedelta(days=1))
    cache.put("f", brief)
    clock.advance(hours=23)
    assert cache.get("f") == brief
    clock.advance(hours=2)
    assert cache.get("f") is None


def test_what_was_used_least_recently_goes_first(open_cache, brief, clock):
    size = len(brief.model_dump_json().encode())
    cache = open_cache(max_bytes=int(size * 3.5))
    for name in "abc":
        cache.put(name, brief)
        clock.advance(minutes=1)
    cache.get("a")
    clock.advance(minutes=1)
    cache.put("d", brief)
    assert [name for name in "abcd" if cache.get(name)] == ["a", "c", "d"]


def test_the_bound_holds_over_many_and_over_a_restart(open_cache, file, brief, clock):
    size = len(brief.model_dump_json().encode())
    for _ in range(2):
        cache = open_cache(max_bytes=size * 10)
        for number in range(40):
            clock.advance(seconds=1)
            cache.put(f"{clock()}-{number}", brief)
    (total,) = sqlite3.connect(file).execute("SELECT sum(bytes) FROM briefs").fetchone()
    assert size * 5 < total <= size * 10


def test_a_brief_that_is_larger_than_the_cache_is_not_kept(open_cache, brief):
    cache = open_cache(max_bytes=10)
    cache.put("f", brief)
    assert cache.get("f") is None


@pytest.mark.parametrize("content", [b"no database at all" * 999, b"SQLite format 3\x00" * 999])
def test_a_damaged_file_is_put_aside_with_a_warning(open_cache, file, brief, caplog, content):
    file.write_bytes(content)
    cache = open_cache()
    assert cache.get("f") is None
    assert "cache" in caplog.text
    cache.put("f", brief)
    assert cache.get("f") == brief
    assert file.with_suffix(".damaged").read_bytes() == content


def test_a_file_that_is_damaged_on_the_way_is_a_miss_too(open_cache, file, brief, caplog):
    cache = open_cache()
    for number in range(50):
        cache.put(f"f{number}", brief)
    cache.close()
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)
    assert [cache.get(f"f{number}") for number in range(50)] == [None] * 50
    cache.put("f", brief)
    assert cache.get("f") == brief


def test_a_brief_of_another_shape_is_a_miss(open_cache, file, brief):
    cache = open_cache()
    cache.put("f", brief)
    with sqlite3.connect(file) as database:
        database.execute("UPDATE briefs SET brief = '{}'")
    database.close()
    assert cache.get("f") is None


def test_a_place_that_can_t_be_written_is_a_miss(tmp_path, clock, brief, caplog):
    (tmp_path / "file").write_text("in the way")
    cache = SqliteCache(tmp_path / "file" / "cache.sqlite", now=clock)
    cache.put("f", brief)
    assert cache.get("f") is None
    assert "cache" in caplog.text
