"""The promise of `Fetcher`, kept by every implementation."""

from __future__ import annotations

import pytest

from service.errors import FetchRefused, UpstreamError
from service.fetch import SafeFetcher
from service.ports import Fetched
from tests.fakes import FakeFetcher
from tests.fetch.servers import serving

PAGE = b"<html>a page</html>"


@pytest.fixture(params=["fake", "safe"])
def site(request):
    if request.param == "fake":
        page = Fetched("http://a.example/page", "text/html", "utf-8", PAGE)
        yield FakeFetcher({page.url: page}), "http://a.example"
        return
    with serving({"/page": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE)}) as server:
        yield SafeFetcher(allowed=frozenset({server.address})), server.url


def test_a_page_comes_with_its_kind(site):
    fetcher, root = site
    page = fetcher.fetch(f"{root}/page")
    assert (page.url, page.media_type, page.charset, page.body) == (
        f"{root}/page", "text/html", "utf-8", PAGE
    )  # fmt: skip


def test_what_is_not_there_is_said_to_be_so(site):
    fetcher, root = site
    with pytest.raises((UpstreamError, FetchRefused)) as caught:
        fetcher.fetch(f"{root}/nowhere")
    assert caught.value.field == "url"
