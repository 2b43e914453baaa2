# SPDX-License-Identifier: GPL-3.0-or-later
"""What this machine knows of its own network."""

import sys

import pytest

from agent.daemon import network
from consent.school import Door


def _door(*cidrs: str, demo: bool) -> Door:
    return Door(b"", b"", demo, cidrs, dials_out=False)


def test_loopback_belongs_to_an_interface() -> None:
    assert network.interface_of("127.0.0.1").name in {"lo", "lo0"}
    assert network.interface_of("192.0.2.1").name == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_the_way_out_has_a_name_or_there_is_none() -> None:
    assert isinstance(network.default_route_name(), str)


def test_D16_a_demo_is_announced_on_loopback_alone() -> None:
    assert network.announce_on(_door("127.0.0.0/8", demo=True), ()) == ["127.0.0.1"]


def test_R24_a_school_is_announced_inside_its_networks_alone() -> None:
    assert network.announce_on(_door("203.0.113.0/24", demo=False), ()) == []
    everywhere = _door("127.0.0.0/8", demo=False)
    assert "127.0.0.1" in network.announce_on(everywhere, ())
    assert network.announce_on(everywhere, ("10.9.9.9",)) == []


@pytest.mark.parametrize(
    ("address", "inside"),
    [
        ("10.20.3.4", True),
        ("10.21.0.1", False),
        ("fe80::1%eth0", True),
        ("::1", False),
        ("nonsense", False),
    ],
)
def test_an_address_lies_in_a_network_or_not(address: str, inside: bool) -> None:  # noqa: FBT001 -- a case
    assert network.is_in(address, ("10.20.0.0/16", "fe80::/10")) is inside
