# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of this computer's addresses stand on the school's networks."""

from collections.abc import Callable
from ipaddress import IPv4Address, ip_address

import psutil

from consent.network import is_in


def school_addresses(
    cidrs: tuple[str, ...], own: Callable[[], list[str]] | None = None
) -> list[str]:
    """Give our addresses on the school's networks.

    Args:
        cidrs: of the charter.
        own: gives all our IPv4 addresses; a test may give its own.
    """
    return sorted(
        address for address in (own or _own_addresses)() if is_in(address, cidrs)
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
