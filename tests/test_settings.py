"""What the environment says."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.errors import InvalidRequest
from service.limits import Limits
from service.settings import Settings, read_settings

DIGEST = "a" * 64


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch):
    monkeypatch.delenv("API_KEYS_SHA256", raising=False)


def test_without_an_environment_the_limits_are_the_service_s_own():
    settings = read_settings()
    own = Limits(concurrent=settings.concurrent)
    assert settings.limits == own
    assert (settings.api_keys_sha256, settings.cors_origins, settings.fetch) == ((), (), None)
    assert not settings.metrics


def test_names_are_separated_by_commas(monkeypatch):
    monkeypatch.setenv("API_KEYS_SHA256", f"{DIGEST}, {'B' * 64},")
    monkeypatch.setenv("BRIEFS_CORS_ORIGINS", "https://a.example,https://b.example")
    settings = read_settings()
    assert settings.api_keys_sha256 == (DIGEST, "B" * 64)
    assert settings.cors_origins == ("https://a.example", "https://b.example")


def test_the_state_has_its_place(monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", "/var/state")
    assert Settings().data == Path("/var/state/article-briefs")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("API_KEYS_SHA256", "my-key"),
        ("BRIEFS_CONCURRENT", "0"),
        ("BRIEFS_SECONDS", "soon"),
        ("BRIEFS_BATCH", "26"),
        ("BRIEFS_FETCH", "perhaps"),
    ],
)
def test_a_wrong_value_is_named_and_not_repeated(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(InvalidRequest, match=name) as caught:
        read_settings()
    assert f"'{value}'" not in caught.value.detail
