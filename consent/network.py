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
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

TUNNELS: Final = (  # how the names begin: of kernels, then of what people install
    *("tun", "tap", "ppp", "wg", "utun", "ipsec", "gre", "sit", "ip6tnl", "ip6gre"),
    *("ip_vti", "vti", "xfrm", "l2tp", "he-ipv6"),
    *("zt", "tailscale", "proton", "cscotun", "gpd", "nordlynx", "isatap"),
)
TUNNEL_WORDS: Final = ("vpn", "tunnel", "wintun", "wireguard", "zerotier", "teredo")
FEWEST_ENDS: Final = 8  # addresses; a smaller network is made for two ends


@dataclass(frozen=True, slots=True)
class InterfaceFacts:
    """What is known of the interface that carries a link, and of the way out."""

    name: str
    ways_out: frozenset[str] | None = None  # every default route; None: not to be seen
    isolated: bool = False  # this process runs in a network namespace of its own
    near: str | None = None  # where routes are not to be seen: what needs none


@dataclass(frozen=True, slots=True)
class Held:
    """One address that this machine has, and how wide its own network is."""

    name: str  # of its interface
    address: str
    mask: str  # as 255.255.255.0 or ffff:ffff:ffff:ffff::; empty where nobody knows


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
    if not all(loops) and _is_doubtful(here, there, interface):
        return False
    return any(_both_in(here, there, cidr) for cidr in cidrs)


def any_way_out(held: Iterable[Held]) -> frozenset[str] | None:
    """Name every interface that may lead out, where no table of routes is to be seen.

    An address that reaches beyond its own cable may be used for it. One of which no
    network is known, or one with room for two ends alone, may be a tunnel's: doubt.

    Args:
        held: all addresses of this machine whose interface is up.
    """
    far = [x for x in held if _leads_out(x.address)]
    plain = {x.name for x in far if _is_wide(x)}
    return None if {x.name for x in far} - plain else frozenset(plain)


def near(own: str, held: Iterable[Held]) -> str:
    """Give the network that one of our addresses reaches without a route; "" = none."""
    here = _address(own)
    found = (_network(x) for x in held if _address(x.address) == here)
    return next((str(x) for x in found if x is not None), "")


def may_tunnel(*names: Iterable[str] | None) -> bool:
    """Say whether one of these interfaces is a tunnel; None, not known, may be one."""
    return any(some is None or any(map(_is_tunnel, some)) for some in names)


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


def _is_doubtful(here: Address, there: Address, interface: InterfaceFacts) -> bool:
    if may_tunnel({interface.name}, interface.ways_out):
        return True
    return interface.near is not None and not _both_in(here, there, interface.near)


def _is_tunnel(name: str) -> bool:
    low = name.lower()
    return low.startswith(TUNNELS) or any(word in low for word in TUNNEL_WORDS)


def _leads_out(text: str) -> bool:
    address = _address(text)
    return address is None or not (address.is_loopback or address.is_link_local)


def _is_wide(held: Held) -> bool:
    net = _network(held)
    return net is not None and net.num_addresses >= FEWEST_ENDS


def _network(held: Held) -> Network | None:
    address, mask = _address(held.address), _address(held.mask)
    if address is None or mask is None or address.version != mask.version:
        return None
    bits = f"{int(mask):0{mask.max_prefixlen}b}"
    if "01" in bits:
        return None
    return ipaddress.ip_network((int(address), bits.count("1")), strict=False)


def _both_in(here: Address, there: Address, cidr: str) -> bool:
    # What Python calls private holds link-local too, of both families.
    return all(_holds(cidr, end) and end.is_private for end in (here, there))


def _holds(cidr: str, address: Address) -> bool:
    try:
        return address in ipaddress.ip_network(cidr)
    except ValueError:
        return False
