# SPDX-License-Identifier: GPL-3.0-or-later
"""What mDNS may reveal, and what is believed of it: an address to try, no more.

Names are random and new at each start; the text says `v=1` and nothing else. An advert
is a hint, never an identity: who answers there is told by the certificate alone.
Source: docs/spec/mdns.md.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from ipaddress import (
    IPv4Address,
    IPv4Interface,
    IPv6Address,
    IPv6Interface,
    ip_address,
)
from typing import Final, TypeAlias

from protocol import constants as c

Address: TypeAlias = IPv4Address | IPv6Address
Interface: TypeAlias = IPv4Interface | IPv6Interface

TEXT: Final[Mapping[bytes, bytes]] = {b"v": str(c.VERSION).encode()}
_NAME_BYTES: Final = 8


@dataclass(frozen=True, slots=True)
class Advert:
    """What one program announces while its port is open."""

    instance: str  # 16 random hex characters
    host: str
    port: int

    @property
    def name(self) -> str:
        """Say the full name of the service."""
        return f"{self.instance}.{c.MDNS_TYPE}"

    @property
    def server(self) -> str:
        """Say the full name of the host."""
        return f"{self.host}.local."


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address where somebody may be."""

    address: str
    port: int


def new_advert(port: int, random_bytes: Callable[[int], bytes]) -> Advert:
    """Make an advert under two fresh names."""
    return Advert(
        random_bytes(_NAME_BYTES).hex(), random_bytes(_NAME_BYTES).hex(), port
    )


def candidate(
    addresses: Sequence[bytes],
    port: int | None,
    text: Mapping[bytes, bytes | None],
    own: Iterable[Interface],
) -> Candidate | None:
    """Read somebody's advert, or None when it names no neighbour of ours.

    Args:
        addresses: raw, as announced; the first good one counts.
        port: as announced.
        text: key and value of the TXT record; only `v` is read.
        own: our interfaces that listen, with their networks.
    """
    if text.get(b"v") != TEXT[b"v"] or port is None or not _is_port(port):
        return None
    interfaces = list(own)
    for raw in addresses:
        address = _address(raw)
        if address is not None and _is_neighbour(address, interfaces):
            return Candidate(str(address), port)
    return None


def _is_port(port: int) -> bool:
    return c.PORT_LEAST <= port <= c.U16_MAX


def _address(raw: bytes) -> Address | None:
    try:
        return ip_address(raw)
    except ValueError:
        return None


def _is_neighbour(address: Address, own: Iterable[Interface]) -> bool:
    """Say whether an address is private and on a network that we stand on.

    Loopback is a neighbour of loopback only: a stranger's advert can never make us
    dial ourselves.
    """
    if address.is_multicast or address.is_unspecified or not address.is_private:
        return False
    return any(
        address in interface.network
        and address.is_loopback == interface.is_loopback
        and not _is_end_of(address, interface)
        for interface in own
    )


def _is_end_of(address: Address, interface: Interface) -> bool:
    """Say whether it is a network's own or its broadcast address."""
    network = interface.network
    if network.num_addresses <= 2:  # noqa: PLR2004 -- a point to point link has neither
        return False
    return address in {network.network_address, network.broadcast_address}
