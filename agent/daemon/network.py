# SPDX-License-Identifier: GPL-3.0-or-later
"""What this machine knows of its own network: interfaces, addresses and the way out."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import psutil

from consent.network import (
    Held,
    InterfaceFacts,
    any_way_out,
    is_in,
    may_tunnel,
    near,
)
from consent.school import Door
from protocol.aio.namespace import has_own_network

ROUTES: Final = Path("/proc/net/route")
ROUTES_6: Final = Path("/proc/net/ipv6_route")
NO_WAY: Final = 0x0200  # RTF_REJECT: such a route leads nowhere
HALF_OF_ALL: Final = ("00000000", "00000080")  # a tunnel may take both halves apart
WIDEST_6: Final = 3  # bits; all addresses of the internet begin with the same three
LOOPBACK: Final = "127.0.0.1"


def interface_of(own_address: str, routes: Path = ROUTES) -> InterfaceFacts:
    """Say which interface has this address, and which one leads out of here.

    Args:
        own_address: ours, on one link.
        routes: the kernel's table; a system without one (Windows, macOS) is judged by
            its addresses.
    """
    known = held()
    name = next((x.name for x in known if x.address == own_address), "")
    beside = None if routes.exists() else near(own_address, known)
    return InterfaceFacts(name, ways_out(routes), has_own_network(), beside)


def held() -> list[Held]:
    """List every address of this machine, with the width of its network."""
    return [
        Held(name, each.address.split("%")[0], (each.netmask or "").split("%")[0])
        for name, addresses in psutil.net_if_addrs().items()
        for each in addresses
        if each.family != psutil.AF_LINK
    ]


def ways_out(routes: Path = ROUTES, routes_6: Path = ROUTES_6) -> frozenset[str] | None:
    """Name the interfaces of all default routes; None where they are not to be seen.

    Args:
        routes: the kernel's table for IPv4; where there is none, every interface that
            may lead out is named.
        routes_6: that for IPv6, absent where the kernel has no IPv6.
    """
    if not routes.exists():
        return any_way_out(_up())
    try:
        rows = routes.read_text("ascii").splitlines()[1:]
        rows_6 = routes_6.read_text("ascii").splitlines() if routes_6.exists() else []
        return frozenset((*_ways_4(rows), *_ways_6(rows_6)))
    except (OSError, ValueError, IndexError):
        return None


def _ways_4(rows: Sequence[str]) -> Iterator[str]:
    for fields in map(str.split, rows):
        is_wide = fields[1] in HALF_OF_ALL and int(fields[7], 16) in {0, 0x80}
        if is_wide and not int(fields[3], 16) & NO_WAY:
            yield fields[0]


def _ways_6(rows: Sequence[str]) -> Iterator[str]:
    for fields in map(str.split, rows):
        is_wide = int(fields[1], 16) <= WIDEST_6
        if is_wide and not int(fields[8], 16) & NO_WAY:
            yield fields[9]


def announce_on(
    door: Door, wanted: Sequence[str], *, isolated: bool | None = None
) -> list[str]:
    """Give our addresses inside the school's networks.

    Args:
        door: the networks; a demo has loopback alone, unless it is isolated and its
            networks are others.
        wanted: of these addresses only; empty = all.
        isolated: in a network namespace of our own; None = look.
    """
    alone = has_own_network() if isolated is None else isolated
    if door.is_demo and (not alone or is_in(LOOPBACK, door.cidrs)):
        return [LOOPBACK]
    if may_tunnel(ways_out()):
        return []
    found = [
        address.address
        for name, addresses in psutil.net_if_addrs().items()
        if not may_tunnel({name})
        for address in addresses
        if is_in(address.address, door.cidrs)
    ]
    return [x for x in found if not wanted or x in wanted]


def _up() -> list[Held]:
    """List those of interfaces that are up: a cable that is out leads nowhere."""
    states = psutil.net_if_stats()
    return [x for x in held() if x.name not in states or states[x.name].isup]
