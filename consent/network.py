# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a link lies inside one network of the school.

A network fences mistakes; it does not prove a place. Source: docs/spec/decision.md,
"Network"; docs/rights.md R-24, D16.
"""

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

TUNNELS: Final = ("tun", "tap", "ppp", "wg", "utun", "ipsec", "zt", "tailscale")


@dataclass(frozen=True, slots=True)
class InterfaceFacts:
    """What is known of the interface that carries a link, and of the way out."""

    name: str
    ways_out: frozenset[str] | None = None  # every default route; None: not to be seen
    isolated: bool = False  # this process runs in a network namespace of its own


def on_school_network(
    own: str,
    peer: str,
    interface: InterfaceFacts,
    cidrs: Iterable[str],
    *,
    demo: bool,
) -> bool:
    """Say whether both ends are where the school said lessons happen.

    Args:
        own: this end's address, as text.
        peer: the other end's.
        interface: what carries the link.
        cidrs: the charter's networks.
        demo: a throw-away school, on loopback or in a namespace of its own only; a
            real school never takes a loopback peer.
    """
    here, there = _address(own), _address(peer)
    if here is None or there is None:
        return False
    if not interface.name:  # no interface of ours has this address: nobody knows
        return False
    loops = (here.is_loopback, there.is_loopback)
    if demo and not (all(loops) or interface.isolated):
        return False
    if not demo and any(loops):
        return False
    if not all(loops) and may_tunnel({interface.name}, interface.ways_out):
        return False
    return any(_both_in(here, there, cidr) for cidr in cidrs)


def may_tunnel(*names: Iterable[str] | None) -> bool:
    """Say whether one of these interfaces is a tunnel; None, not known, may be one."""
    return any(
        some is None or any(x.lower().startswith(TUNNELS) for x in some)
        for some in names
    )


def is_in(address: str, cidrs: Iterable[str]) -> bool:
    """Say whether an address lies in one of these networks; what is neither is not."""
    here = _address(address)
    return here is not None and any(_holds(cidr, here) for cidr in cidrs)


def _address(text: str) -> Address | None:
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None
    mapped = getattr(address, "ipv4_mapped", None)
    return mapped or address


def _both_in(here: Address, there: Address, cidr: str) -> bool:
    return all(
        _holds(cidr, end) and (end.is_private or end.is_link_local)
        for end in (here, there)
    )


def _holds(cidr: str, address: Address) -> bool:
    try:
        return address in ipaddress.ip_network(cidr)
    except ValueError:
        return False
