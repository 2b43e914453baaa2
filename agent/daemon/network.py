# SPDX-License-Identifier: GPL-3.0-or-later
"""What this machine knows of its own network: interfaces, addresses and the way out."""

import sys
from collections.abc import Sequence
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Final

import psutil

from consent.network import TUNNELS, InterfaceFacts
from consent.school import Door

ROUTES: Final = Path("/proc/net/route")
ANYWHERE: Final = "00000000"
LOOPBACK: Final = "127.0.0.1"


def interface_of(own_address: str) -> InterfaceFacts:
    """Say which interface has this address, and which one leads out of here."""
    name = next(
        (
            name
            for name, found in psutil.net_if_addrs().items()
            if any(x.address.split("%")[0] == own_address for x in found)
        ),
        "",
    )
    return InterfaceFacts(name, default_route_name())


def default_route_name() -> str:
    """Name the interface of the default route; "" where there is none to be seen."""
    if not sys.platform.startswith("linux"):
        return ""
    try:
        rows = ROUTES.read_text("ascii").splitlines()[1:]
    except OSError:
        return ""
    for row in rows:
        fields = row.split()
        if len(fields) > 1 and fields[1] == ANYWHERE:
            return fields[0]
    return ""


def announce_on(door: Door, wanted: Sequence[str]) -> list[str]:
    """Give our addresses inside the school's networks; for a demo, loopback alone."""
    if door.is_demo:
        return [LOOPBACK]
    if default_route_name().lower().startswith(TUNNELS):
        return []
    found = [
        address.address
        for name, addresses in psutil.net_if_addrs().items()
        if not name.lower().startswith(TUNNELS)
        for address in addresses
        if is_in(address.address, door.cidrs)
    ]
    return [x for x in found if not wanted or x in wanted]


def is_in(address: str, cidrs: Sequence[str]) -> bool:
    """Say whether an address lies in one of these networks."""
    try:
        here = ip_address(address.split("%", maxsplit=1)[0])
    except ValueError:
        return False
    return any(here in ip_network(cidr) for cidr in cidrs if _fits(here.version, cidr))


def _fits(version: int, cidr: str) -> bool:
    return ip_network(cidr).version == version
