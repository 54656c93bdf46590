"""What a URL may lead to: a table, before any connection is made."""

from __future__ import annotations

import pytest

from service.errors import FetchFailed, FetchRefused
from service.fetch import SafeFetcher
from service.fetch.addresses import is_public, plain_host

PRIVATE = """
    0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.254 127.0.0.1 127.8.8.8
    169.254.0.1 169.254.169.254 169.254.170.2 172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.192
    192.0.2.1 192.88.99.1 192.168.0.1 192.168.255.255 198.18.0.1 198.19.255.255 198.51.100.7
    203.0.113.9 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 168.63.129.16 :: ::1
    ::7f00:1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:8.8.8.8.8
    64:ff9b::7f00:1 64:ff9b::808:808 64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1::
    2002:808:808:: 2001:20::1 3fff::1 5f00::1 4000::1 fc00::1 fd00:ec2::254 fe80::1
    fe80::1%eth0 fec0::1 ff02::1
"""
PUBLIC = """
    1.1.1.1 8.8.8.8 93.184.216.34 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 192.167.1.1
    2606:4700:4700::1111 2001:4860:4860::8888 ::ffff:8.8.8.8
"""

# What stands between :// and the path → refused for its spelling, wherever it leads.
ODD_SPELLINGS = [
    "2130706433",  # 127.0.0.1, in decimal
    "0x7f000001",
    "017700000001",
    "0177.0.0.1",
    "0x7f.0.0.1",
    "127.1",
    "127.0.1",
    "10.1",
    "1.2.3.4.5",
    "256.256.256.256",
    "2001:db8::1",
    "1.1.1.1:80:80",
    "127。0。0。1" + "2" * 3,
    "",
    ".",
    "a..example",
    "-a.example",
    "a_b.exa mple",
    "a%2eexample",
    "[::1",
    "[::1]x",
    "[fe80::1%25eth0]",
    "a" * 64 + ".example",
    ".".join(["abcdefgh"] * 32),
]
ODD_URLS = [
    "ftp://a.example/",
    "file:///etc/passwd",
    "gopher://a.example/",
    "data:text/html,hello",
    "javascript:alert(1)",
    "//a.example/",
    "a.example",
    "http:a.example",
    "http:///a.example",
    "https://user@a.example/",
    "https://user:password@a.example/",
    "https://a.example@127.0.0.1/",
    "https://a.example:22/",
    "https://a.example:80/",
    "http://a.example:443/",
    "http://a.example:8080/",
    "http://a.example:0/",
    "http://a.example:99999/",
    "http://a.example:port/",
    "http://a.example\\@127.0.0.1/",
    "http://a.example/\r\nHost: 127.0.0.1",
    "http://a.example/a b",
    "http://\x00a.example/",
    " http://a.example/",
    "http://[::ffff:127.0.0.1/",
    "",
]


def fetcher(*addresses):
    return SafeFetcher(resolve=lambda host, port: addresses)


def unreachable(host, port):
    pytest.fail(f"{host} was looked up")


@pytest.mark.parametrize("address", PRIVATE.split())
def test_an_address_of_somebodys_own_network_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC.split())
def test_an_address_of_the_internet_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize("address", PRIVATE.split())
def test_a_name_that_leads_into_a_network_is_refused(address):
    with pytest.raises(FetchRefused, match="not public"):
        fetcher(address).fetch("https://innocent.example/")


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "::1", "fd00:ec2::254"])
def test_one_private_address_among_public_ones_is_enough(address):
    with pytest.raises(FetchRefused, match="not public"):
        fetcher("93.184.216.34", address, "1.1.1.1").fetch("https://innocent.example/")


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.8.8.8", "0.0.0.0", "169.254.169.254", "[::1]", "[::ffff:127.0.0.1]",
     "[::ffff:7f00:1]", "[0:0:0:0:0:0:0:1]", "localhost", "LOCALHOST", "localhost.", "[::]",
     "①②⑦.⓪.⓪.①", "127。0。0。1", "127.0.0.1."],
)  # fmt: skip
def test_this_machine_is_refused_however_it_is_properly_spelled(host):
    with pytest.raises(FetchRefused, match="not public"):
        SafeFetcher().fetch(f"http://{host}/")


@pytest.mark.parametrize("host", ODD_SPELLINGS)
def test_a_host_has_one_spelling(host):
    with pytest.raises(FetchRefused):
        SafeFetcher(resolve=unreachable).fetch(f"http://{host}/")


@pytest.mark.parametrize("url", ODD_URLS)
def test_an_odd_url_is_refused_before_anything_is_looked_up(url):
    with pytest.raises(FetchRefused) as caught:
        SafeFetcher(resolve=unreachable).fetch(url)
    assert caught.value.field == "url"


@pytest.mark.parametrize(
    ("host", "plain"),
    [
        ("News.Example", "news.example"),
        ("news.example.", "news.example"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("xn--bcher-kva.example", "xn--bcher-kva.example"),
        ("1.1.1.1", "1.1.1.1"),
        ("1.1.1.1.", "1.1.1.1"),
        ("2606:4700:4700:0:0:0:0:1111", "2606:4700:4700::1111"),
        ("4chan.example", "4chan.example"),
        ("a_b.example", "a_b.example"),
    ],
)
def test_a_proper_host_is_spelled_plainly(host, plain):
    assert plain_host(host) == plain


@pytest.mark.parametrize("error", [OSError("no such name"), UnicodeError("label too long")])
def test_a_name_without_an_address_can_t_be_fetched(error):
    def resolve(host, port):
        raise error

    with pytest.raises(FetchFailed, match="no address"):
        SafeFetcher(resolve=resolve).fetch("https://nowhere.example/")
    with pytest.raises(FetchFailed, match="no address"):
        fetcher().fetch("https://nowhere.example/")
