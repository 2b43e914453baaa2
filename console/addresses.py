# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of this computer's addresses stand on the school's networks."""

from collections.abc import Callable
from ipaddress import IPv4Address, ip_address, ip_network

import psutil


def school_addresses(
    cidrs: tuple[str, ...], own: Callable[[], list[str]] | None = None
) -> list[str]:
    """Give our addresses on the school's networks.

    Args:
        cidrs: of the charter.
        own: gives all our IPv4 addresses; a test may give its own.
    """
    networks = [ip_network(cidr) for cidr in cidrs]
    return sorted(
        address
        for address in (own or _own_addresses)()
        if any(ip_address(address) in network for network in networks)
    )


def _own_addresses() -> list[str]:
    return [
        facts.address
        for all_facts in psutil.net_if_addrs().values()
        for facts in all_facts
        if _is_ipv4(facts.address)
    ]


def _is_ipv4(address: str) -> bool:
    try:
        return isinstance(ip_address(address), IPv4Address)
    except ValueError:
        return False
