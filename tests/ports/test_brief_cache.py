"""The promise of `BriefCache`, kept by every implementation."""

from __future__ import annotations

import pytest

from service.options import BriefOptions
from service.pipeline import make_brief
from service.reading import read_text
from service.storage.cache import SqliteCache
from service.storage.memory import MemoryCache, NoCache
from tests.aws.cloud import cloud
from tests.aws.stores import new_cache
from tests.fakes import FakeClock, fake_models


@pytest.fixture(scope="module")
def moto():
    with cloud():
        yield


@pytest.fixture(params=["memory", "sqlite", "aws"])
def cache(request, tmp_path):
    if request.param == "aws":
        request.getfixturevalue("moto")
        yield new_cache(FakeClock())
        return
    if request.param == "memory":
        yield MemoryCache()
        return
    cache = SqliteCache(tmp_path / "new" / "cache.sqlite", now=FakeClock())
    yield cache
    cache.close()


@pytest.fixture
def brief(article):
    return make_brief(read_text(article), BriefOptions(), fake_models())


def test_what_was_put_is_got_to_the_byte(cache, brief):
    cache.put("f1", brief)
    got = cache.get("f1")
    assert got == brief
    assert got.model_dump_json() == brief.model_dump_json()


def test_what_was_not_put_is_none(cache, brief):
    cache.put("f1", brief)
    assert cache.get("f2") is None


def test_the_last_that_was_put_is_got(cache, brief):
    other = brief.model_copy(update={"id": "another"})
    cache.put("f1", brief)
    cache.put("f1", other)
    assert cache.get("f1") == other


def test_no_cache_remembers_nothing(brief):
    cache = NoCache()
    cache.put("f1", brief)
    assert cache.get("f1") is None


def test_memory_is_bounded_by_use(brief):
    cache = MemoryCache(size=2)
    for name in ("a", "b"):
        cache.put(name, brief)
    cache.get("a")
    cache.put("c", brief)
    assert [cache.get(name) is not None for name in "abc"] == [True, False, True]
