"""Which hosts are the public internet, and which are somebody's own network."""

from __future__ import annotations

import ipaddress
import re

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# What Python's `is_global` (3.11) doesn't know, or calls global because a registry does.
_NOT_PUBLIC = [
    ipaddress.ip_network(network)
    for network in (
        "168.63.129.16/32",  # Azure's host, seen from inside
        "192.0.0.0/24",  # protocol assignments; Oracle's cloud has its metadata there
        "192.88.99.0/24",  # 6to4 relays
        "2001::/23",  # protocol assignments; Teredo has an IPv4 address inside
        "2002::/16",  # 6to4: an IPv4 address inside
        "3fff::/20",  # documentation
    )
]
_PUBLIC_IPV6 = ipaddress.ip_network("2000::/3")  # all that is assigned; the rest is special
_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", re.ASCII)
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*", re.ASCII)


def is_public(address: str) -> bool:
    """Whether `address` (as a resolver gives it) is on the public internet."""
    try:
        parsed: Address = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped is not None:
        parsed = parsed.ipv4_mapped
    if isinstance(parsed, ipaddress.IPv6Address) and parsed not in _PUBLIC_IPV6:
        return False
    if any(parsed in network for network in _NOT_PUBLIC):
        return False
    return parsed.is_global and not parsed.is_multicast


def plain_host(host: str) -> str | None:
    """`host` in lower-case ASCII; None where it is no host's proper spelling.

    Addresses have one spelling here: 2130706433, 0x7f.1 and 127.1 are not hosts.
    """
    if ":" in host:
        return _plain_ipv6(host)
    try:
        name = host.encode("idna").decode("ascii").lower().removesuffix(".")
    except UnicodeError:
        return None
    labels = name.split(".")
    if not all(_NAME.fullmatch(label) for label in labels) or len(name) > 253:
        return None
    if _NUMBER.fullmatch(labels[-1]):
        return _plain_ipv4(name)
    return name


def _plain_ipv4(host: str) -> str | None:
    try:
        return str(ipaddress.IPv4Address(host))
    except ValueError:
        return None


def _plain_ipv6(host: str) -> str | None:
    try:
        if "%" in host:  # a zone: meaningful on this machine only
            return None
        return str(ipaddress.IPv6Address(host))
    except ValueError:
        return None
