"""Which hosts are the public internet, and which are somebody's own network."""

from __future__ import annotations

import ipaddress
import re

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

# Public by the registries, yet not the public internet: what `is_global` doesn't know.
_OTHERS = [
    ipaddress.ip_network(network)
    for network in (
        "168.63.129.16/32",  # Azure's host, seen from inside
        "192.88.99.0/24",  # 6to4 relays
        "::/96",  # IPv4-compatible, long deprecated
        "64:ff9b::/96",  # NAT64: an IPv4 address behind a translator
        "64:ff9b:1::/48",
        "2001::/32",  # Teredo: an IPv4 address inside
        "2002::/16",  # 6to4: an IPv4 address inside
        "fec0::/10",  # site-local, deprecated
    )
]
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
    if any(parsed.version == net.version and parsed in net for net in _OTHERS):
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
        return str(ipaddress.IPv6Address(host))
    except ValueError:
        return None
