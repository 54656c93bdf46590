"""Fetching from servers on this machine, which are allowed by name."""

from __future__ import annotations

import gzip
import socket
import zlib
from threading import Event

import pytest

from service.errors import FetchFailed, FetchRefused, FetchTimeout
from service.fetch import SafeFetcher
from service.fetch.content import media_type
from tests.fetch.servers import serving

HTML = {"Content-Type": "text/html; charset=utf-8"}
PAGE = b"<html>a page</html>" * 50


def redirect(to, status=302):
    return status, {"Location": to}, b""


@pytest.fixture
def answers():
    return {"/page": (200, HTML, PAGE)}


@pytest.fixture
def server(answers):
    with serving(answers) as server:
        yield server


@pytest.fixture
def other():
    """A server that is not allowed: nothing may ever ask it."""
    with serving({"/page": (200, HTML, b"secret"), "/": (200, HTML, b"secret")}) as other:
        yield other
        assert other.asked == []


@pytest.fixture
def fetcher(server):
    return lambda **limits: SafeFetcher(allowed=frozenset({server.address}), **limits)


def test_a_page_is_asked_for_politely(fetcher, server):
    page = fetcher().fetch(f"{server.url}/page")
    assert (page.media_type, page.charset, page.body) == ("text/html", "utf-8", PAGE)
    ((path, headers),) = server.asked
    assert path == "/page"
    assert headers["host"] == server.address
    assert headers["user-agent"].startswith("article-briefs/")
    assert "cookie" not in headers
    assert "authorization" not in headers


def test_the_name_is_looked_up_once_and_the_connection_made_to_what_was_found(server):
    """DNS rebinding: what the name means a moment later doesn't matter."""
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    fetcher = SafeFetcher(
        resolve=lambda host, port: next(answers),
        allowed=frozenset({f"rebind.example:{server.port}"}),
    )
    assert fetcher.fetch(f"http://rebind.example:{server.port}/page").body == PAGE
    assert server.asked[0][1]["host"] == f"rebind.example:{server.port}"
    assert next(answers) == ["127.0.0.2"]  # never asked for


def test_a_name_that_was_public_is_checked_again_on_a_redirect(answers, server):
    found = {"first": ["127.0.0.1"]}
    answers["/go"] = redirect("http://rebind.example/")
    fetcher = SafeFetcher(
        resolve=lambda host, port: found.get(host.split(".")[0], ["127.0.0.1"]),
        allowed=frozenset({f"first.example:{server.port}"}),
    )
    with pytest.raises(FetchRefused, match="not public"):
        fetcher.fetch(f"http://first.example:{server.port}/go")


def test_the_next_address_is_tried_where_one_doesn_t_answer(server):
    fetcher = SafeFetcher(
        resolve=lambda host, port: ["127.0.0.3", "127.0.0.1"],
        allowed=frozenset({f"two.example:{server.port}"}),
    )
    assert fetcher.fetch(f"http://two.example:{server.port}/page").body == PAGE


# where a redirect leads ({} is the server's own address, {other} another's) → what becomes of it
REDIRECTS = {
    "/page": "page",
    "page": "page",
    "{own}/page": "page",
    "//{address}/page": "page",
    "?": "page",
    "{other}/page": "refused",
    "http://localhost:{other_port}/page": "refused",
    "http://127.0.0.1/": "refused",
    "http://[::1]/": "refused",
    "http://[::ffff:127.0.0.1]/": "refused",
    "http://2130706433/": "refused",
    "http://0x7f.1/": "refused",
    "http://169.254.169.254/latest/meta-data/": "refused",
    "http://[fd00:ec2::254]/latest/meta-data/": "refused",
    "http://metadata.google.internal@169.254.169.254/": "refused",
    "http://10.0.0.1/": "refused",
    "http://192.168.1.1/": "refused",
    "http://0.0.0.0/": "refused",
    "https://{address}@127.0.0.1/": "refused",
    "file:///etc/passwd": "refused",
    "ftp://{address}/page": "refused",
    "gopher://{address}/": "refused",
    "javascript:alert(1)": "refused",
    "http://\\\\127.0.0.1/": "refused",
    "http://user:password@{address}/page": "refused",
    "/hop2": "page",
    "/loop": "failed",
    "/hop6": "failed",
    "/hop-out": "refused",
    "/nowhere": "failed",
}


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_every_kind_of_redirect_is_followed(answers, fetcher, server, status):
    answers["/go"] = redirect("/page", status)
    page = fetcher().fetch(f"{server.url}/go")
    assert (page.body, page.url) == (PAGE, f"{server.url}/page")


@pytest.mark.parametrize("to", REDIRECTS)
def test_each_redirect_is_checked_anew(answers, fetcher, server, other, to):
    answers["/go"] = redirect(
        to.format(own=server.url, address=server.address, other=other.url, other_port=other.port)
    )
    answers["/go?"] = answers["/"] = (200, HTML, PAGE)
    answers["/loop"] = redirect("/loop")
    answers["/hop1"] = redirect("/page")
    for number in range(2, 7):
        answers[f"/hop{number}"] = redirect(f"/hop{number - 1}")
    answers["/hop-out"] = redirect(f"{other.url}/page")
    if to == "?":
        answers["/go"] = redirect("/page?")
        answers["/page?"] = answers["/page"]
    try:
        got = "page" if fetcher().fetch(f"{server.url}/go").body == PAGE else "another page"
    except FetchRefused:
        got = "refused"
    except FetchFailed:
        got = "failed"
    assert got == REDIRECTS[to]


def test_what_is_packed_is_unpacked(answers, fetcher, server):
    answers["/gzip"] = (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(PAGE))
    answers["/deflate"] = (200, HTML | {"Content-Encoding": "deflate"}, zlib.compress(PAGE))
    for path in ("/gzip", "/deflate"):
        assert fetcher().fetch(server.url + path).body == PAGE


BAD = {
    "too many bytes": ({}, b"a" * 10_001, "10000 bytes received"),
    "a bomb": ({"Content-Encoding": "gzip"}, gzip.compress(b"a" * 10**7), "20000 bytes unpacked"),
    "a bomb in a bomb": ({"Content-Encoding": "gzip, gzip"}, b"a", "wasn't asked for"),
    "an unknown packing": ({"Content-Encoding": "br"}, b"a", "wasn't asked for"),
    "a broken packing": ({"Content-Encoding": "gzip"}, b"no gzip", "broken"),
    "half of it": ({"Content-Encoding": "gzip"}, gzip.compress(PAGE)[:40], "breaks off"),
    "a picture": ({"Content-Type": "image/png"}, b"a", "image/png"),
    "no kind": ({"Content-Type": ""}, b"a", "no type"),
    "less than promised": ({"Content-Length": "99"}, b"a", "properly"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_page_is_not_taken(answers, fetcher, server, name):
    headers, body, why = BAD[name]
    answers["/bad"] = (200, HTML | headers, body)
    with pytest.raises(FetchFailed, match=why):
        fetcher(max_bytes=10_000, max_unpacked=20_000).fetch(f"{server.url}/bad")


@pytest.mark.parametrize("status", [204, 206, 304, 400, 401, 403, 404, 429, 500, 503])
def test_any_answer_but_200_is_a_failure_that_names_it(answers, fetcher, server, status):
    answers["/bad"] = (status, HTML, b"")
    with pytest.raises(FetchFailed, match=str(status)):
        fetcher().fetch(f"{server.url}/bad")


def test_what_is_no_http_is_a_failure(answers, fetcher, server):
    answers["/bad"] = lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH\r\n\r\n")
    with pytest.raises(FetchFailed, match="properly"):
        fetcher().fetch(f"{server.url}/bad")


def drip(handler, first, piece):
    """Send `piece` again and again, slowly, until nobody listens."""
    handler.wfile.write(first)
    pause = Event()
    for _ in range(200):
        handler.wfile.write(piece)
        handler.wfile.flush()
        pause.wait(0.05)


SLOW = {
    "headers": (b"HTTP/1.1 200 OK\r\n", b"X-More: 1\r\n"),
    "one header": (b"HTTP/1.1 200 OK\r\nX-Long: ", b"a"),
    "body": (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"a"),
}


@pytest.mark.parametrize("name", SLOW)
def test_a_slow_drip_ends_with_the_time_for_all_of_it(answers, fetcher, server, name):
    answers["/slow"] = lambda handler: drip(handler, *SLOW[name])
    with pytest.raises(FetchTimeout) as caught:
        fetcher(seconds=0.5).fetch(f"{server.url}/slow")
    assert caught.value.limit == 0.5


def test_who_never_answers_is_not_waited_for():
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        fetcher = SafeFetcher(seconds=0.3, allowed=frozenset({f"127.0.0.1:{port}"}))
        with pytest.raises(FetchTimeout):
            fetcher.fetch(f"http://127.0.0.1:{port}/")


def test_a_name_server_that_never_answers_is_not_waited_for():
    asked, answer = Event(), Event()

    def resolve(host, port):
        asked.set()
        answer.wait(30)
        return []

    with pytest.raises(FetchTimeout):
        SafeFetcher(seconds=0.2, resolve=resolve).fetch("https://slow.example/")
    answer.set()
    assert asked.is_set()


def test_slow_redirects_share_one_time(answers, fetcher, server):
    def slowly(handler):
        Event().wait(0.3)
        handler.send_response(302)
        handler.send_header("Location", "/again")
        handler.end_headers()

    answers["/again"] = slowly
    with pytest.raises(FetchTimeout):
        fetcher(seconds=0.7).fetch(f"{server.url}/again")


def test_a_proxy_of_the_environment_is_not_used(fetcher, server, other, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, other.url)
    assert fetcher().fetch(f"{server.url}/page").body == PAGE


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("text/html", ("text/html", None)),
        ("Text/HTML;Charset='ISO-8859-1'", ("text/html", "ISO-8859-1")),
        ('text/html; a=b; charset="utf-8"; c', ("text/html", "utf-8")),
        ("", ("", None)),
        (";charset=x", ("", "x")),
    ],
)
def test_a_content_type_is_taken_apart(header, expected):
    assert media_type(header) == expected


def test_a_path_beyond_ascii_is_escaped(answers, fetcher, server):
    answers["/caf%C3%A9?q=%E2%82%AC"] = (200, HTML, PAGE)
    assert fetcher().fetch(f"{server.url}/café?q=€#part").body == PAGE
