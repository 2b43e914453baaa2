# SPDX-License-Identifier: GPL-3.0-or-later
"""What this machine knows of its own network."""

import sys
from pathlib import Path

import psutil
import pytest

from agent.daemon import network
from consent.network import any_way_out
from consent.school import Door


def _door(*cidrs: str, demo: bool) -> Door:
    return Door(b"", b"", demo, cidrs, dials_out=False)


def test_loopback_belongs_to_an_interface() -> None:
    assert network.interface_of("127.0.0.1").name in {"lo", "lo0"}
    assert network.interface_of("192.0.2.1").name == ""


def test_R24_without_a_table_of_routes_our_addresses_are_asked(tmp_path: Path) -> None:
    """As on Windows and macOS; loopback is the one address every machine has."""
    absent = tmp_path / "absent"
    loop = network.interface_of("127.0.0.1", absent)
    assert loop.near == "127.0.0.0/8"
    up = [x for x in network.held() if psutil.net_if_stats()[x.name].isup]
    assert loop.ways_out == network.ways_out(absent) == any_way_out(up)
    assert loop.name not in (loop.ways_out or ())
    stranger = network.interface_of("192.0.2.1", absent)
    assert (stranger.name, stranger.near) == ("", "")


def test_addresses_are_told_with_the_width_of_their_network() -> None:
    (loop,) = [x for x in network.held() if x.address == "127.0.0.1"]
    assert loop.mask == "255.0.0.0"
    assert not any(":" in x.mask and "." in x.address for x in network.held())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_R24_with_a_table_nothing_is_asked_of_addresses() -> None:
    assert network.interface_of("127.0.0.1").near is None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_this_machines_own_routes_can_be_seen() -> None:
    assert network.ways_out() is not None


def _ways(folder: Path, routes: str, routes_6: str = "") -> frozenset[str] | None:
    four, six = folder / "route", folder / "ipv6_route"
    four.write_text("Iface Destination Gateway Flags\n" + routes)
    six.write_text(routes_6)
    return network.ways_out(four, six)


def _route(name: str, to: str, mask: str, flags: str = "0003") -> str:
    return f"{name} {to} 010200C0 {flags} 0 0 0 {mask} 0 0 0\n"


def _route_6(name: str, to: str, bits: str, flags: str = "00000003") -> str:
    return f"{to} {bits} {'0' * 32} 00 {'0' * 32} 00000400 1 0 {flags} {name}\n"


def test_R24_every_default_route_counts(tmp_path: Path) -> None:
    routes = _route("eth0", "00000000", "00000000")
    routes += _route("wlan0", "00000000", "00000000")
    routes += _route("eth1", "000200C0", "00FFFFFF")
    routes_6 = _route_6("tun0", "0" * 32, "00")
    routes_6 += _route_6("eth2", "fe80" + "0" * 28, "40")
    found = _ways(tmp_path, routes, routes_6)
    assert found == frozenset({"eth0", "wlan0", "tun0"})


def test_R24_a_way_out_in_two_halves_counts(tmp_path: Path) -> None:
    routes = _route("tun0", "00000000", "00000080")
    routes_6 = _route_6("tun1", "2" + "0" * 31, "03")
    assert _ways(tmp_path, routes, routes_6) == frozenset({"tun0", "tun1"})
    assert _ways(tmp_path, _route("tun0", "00000080", "00000080")) == frozenset(
        {"tun0"}
    )


def test_a_route_that_leads_nowhere_is_no_way_out(tmp_path: Path) -> None:
    routes = _route("*", "00000000", "00000000", flags="0200")
    routes_6 = _route_6("lo", "0" * 32, "00", flags="00200200")
    assert _ways(tmp_path, routes, routes_6) == frozenset()


def test_R24_a_table_that_cannot_be_read_is_doubt(tmp_path: Path) -> None:
    assert _ways(tmp_path, "nonsense\n") is None
    assert _ways(tmp_path, "", "nonsense here\n") is None


def test_a_kernel_without_ipv6_has_no_such_table(tmp_path: Path) -> None:
    _ways(tmp_path, _route("eth0", "00000000", "00000000"))
    found = network.ways_out(tmp_path / "route", tmp_path / "absent")
    assert found == frozenset({"eth0"})


def test_D16_a_demo_is_announced_on_loopback_alone() -> None:
    door = _door("127.0.0.0/8", demo=True)
    assert network.announce_on(door, (), isolated=False) == ["127.0.0.1"]
    elsewhere = _door("203.0.113.0/24", demo=True)
    assert network.announce_on(elsewhere, (), isolated=False) == ["127.0.0.1"]


def test_a_demo_alone_in_its_network_is_announced_as_a_school_is() -> None:
    elsewhere = _door("203.0.113.0/24", demo=True)
    assert network.announce_on(elsewhere, (), isolated=True) == []
    loop = _door("127.0.0.0/8", demo=True)
    assert network.announce_on(loop, (), isolated=True) == ["127.0.0.1"]


def test_R24_a_school_is_announced_inside_its_networks_alone() -> None:
    assert network.announce_on(_door("203.0.113.0/24", demo=False), ()) == []
    everywhere = _door("127.0.0.0/8", demo=False)
    assert "127.0.0.1" in network.announce_on(everywhere, ())
    assert network.announce_on(everywhere, ("10.9.9.9",)) == []
