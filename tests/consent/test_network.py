# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.network: both ends in one network of the school, and no tunnel."""

import pytest

from consent.network import (
    Held,
    InterfaceFacts,
    any_way_out,
    is_in,
    near,
    on_school_network,
)

CIDRS = ("10.20.0.0/16", "192.168.5.0/24", "fe80::/10")
LAN = InterfaceFacts("eth0", frozenset({"eth0"}))


def ask(
    own: str = "10.20.1.5",
    peer: str = "10.20.9.9",
    interface: InterfaceFacts = LAN,
    cidrs: tuple[str, ...] = CIDRS,
    *,
    demo: bool = False,
) -> bool:
    """Ask for a link that is in order, or with one thing changed."""
    return on_school_network(own, peer, interface, cidrs, demo=demo)


def test_both_ends_in_one_network_of_the_school() -> None:
    assert ask()
    assert ask("192.168.5.1", "192.168.5.200")
    assert ask("fe80::1%eth0", "fe80::2")
    assert ask("::ffff:10.20.1.5", "::ffff:10.20.9.9")


@pytest.mark.parametrize(
    ("own", "peer"),
    [
        ("10.20.1.5", "192.168.5.1"),
        ("10.20.1.5", "10.21.0.1"),
        ("192.168.1.10", "192.168.1.11"),
        ("10.20.1.5", "8.8.8.8"),
        ("10.20.1.5", "127.0.0.1"),
        ("10.20.1.5", "school"),
        ("", "10.20.1.5"),
        ("10.20.1.5", "10.20.1"),
    ],
)
def test_R24_elsewhere_is_refused(own: str, peer: str) -> None:
    assert not ask(own, peer)
    assert not ask(peer, own)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "tun0",
            "tap1",
            "ppp0",
            "wg0",
            "utun3",
            "TUN0",
            "School VPN",
            "Wintun",
            "vpn0",
        ),
        *(
            "ipsec0",
            "zt7nnig26",
            "tailscale0",
            "nordlynx",
            "proton0",
            "cscotun0",
            "gpd0",
        ),
        *(
            "gre1",
            "sit1",
            "ip6tnl1",
            "ip6gre0",
            "ip_vti0",
            "vti1",
            "xfrm3",
            "l2tpeth0",
            "he-ipv6",
        ),
        *("WireGuard", "My tunnel", "ZeroTier One", "Teredo", "isatap.{1}"),
    ],
)
def test_R24_a_tunnel_is_refused_as_link_and_as_way_out(name: str) -> None:
    assert not ask(interface=InterfaceFacts(name, frozenset()))
    assert not ask(interface=InterfaceFacts("eth0", frozenset({"eth0", name})))


@pytest.mark.parametrize(
    "name", ["eth0", "enp3s0", "wlp2s0", "Wi-Fi", "Ethernet 2", "en0", "bond0", "br0"]
)
def test_R24_a_plain_interface_is_no_tunnel(name: str) -> None:
    assert ask(interface=InterfaceFacts(name, frozenset({name})))


@pytest.mark.parametrize(
    ("own", "peer", "inside"),
    [
        ("fd00:5::10", "fd00:5::ffff", True),
        ("fd00:5:0:1::10", "fd00:5::10", False),
        ("fd00:5::10", "fe80::10", False),
        ("fe80::10%wlp2s0", "fe80::11%wlp2s0", True),
        ("169.254.3.4", "169.254.200.1", True),
        ("169.254.3.4", "10.20.1.5", False),
        ("::ffff:10.20.1.5", "10.20.9.9", True),
        ("::ffff:127.0.0.1", "10.20.9.9", False),
        ("2a02:1810::5", "2a02:1810::6", False),
        ("100.64.1.1", "100.64.1.2", False),
        ("0.0.0.0", "10.20.1.5", False),  # noqa: S104 -- the address of nobody
        ("::1", "fd00:5::10", False),
    ],
)
def test_R24_both_ends_lie_in_one_private_network_of_either_family(
    own: str,
    peer: str,
    *,
    inside: bool,
) -> None:
    cidrs = ("10.20.0.0/16", "fd00:5::/64", "fe80::/10", "169.254.0.0/16")
    public = ("2a02:1810::/32", "100.64.0.0/10")  # no charter can name them
    assert ask(own, peer, cidrs=(*cidrs, *public)) is inside
    assert ask(peer, own, cidrs=(*cidrs, *public)) is inside


def test_R24_the_last_address_of_a_network_is_in_it_and_the_next_is_not() -> None:
    assert ask("10.20.255.255", "10.20.0.0")
    assert not ask("10.20.255.255", "10.21.0.0")


def test_R24_a_way_out_nobody_can_see_may_be_a_tunnel() -> None:
    assert not ask(interface=InterfaceFacts("eth0"))


def test_R24_a_link_on_no_interface_that_is_known_is_refused() -> None:
    assert not ask(interface=InterfaceFacts(""))
    assert not ask(interface=InterfaceFacts("", frozenset({"eth0"})))


def test_a_network_without_a_way_out_is_fine() -> None:
    assert ask(interface=InterfaceFacts("eth0", frozenset()))


def test_D16_a_school_takes_no_loopback_and_a_demo_nothing_else() -> None:
    loop = ("127.0.0.0/8", "10.20.0.0/16")
    assert not ask("127.0.0.1", "127.0.0.1", cidrs=loop)
    assert ask("127.0.0.1", "127.0.0.2", cidrs=loop, demo=True)
    unseen = InterfaceFacts("lo")
    assert ask("127.0.0.1", "127.0.0.2", unseen, loop, demo=True)
    assert not ask("10.20.1.5", "10.20.9.9", cidrs=loop, demo=True)
    assert not ask("127.0.0.1", "10.20.9.9", cidrs=loop, demo=True)


def test_D16_one_end_on_loopback_is_enough_for_a_school_and_too_little_for_a_demo() -> (
    None
):
    everything = ("0.0.0.0/0",)  # no charter can name it
    for ends in (("10.20.1.5", "127.0.0.1"), ("127.0.0.1", "10.20.1.5")):
        assert not ask(*ends, cidrs=everything)
        assert not ask(*ends, cidrs=everything, demo=True)
        tunnel = InterfaceFacts("wg0", frozenset(), isolated=True)
        assert not ask(*ends, tunnel, everything, demo=True)


def test_a_demo_may_run_in_a_namespace_of_its_own() -> None:
    alone = InterfaceFacts("veth1", frozenset(), isolated=True)
    assert ask(interface=alone, demo=True)
    assert ask(interface=alone)


def test_a_public_network_never_counts_even_when_listed() -> None:
    assert not ask("8.8.8.8", "8.8.8.9", cidrs=("8.8.8.0/24",))
    assert not ask(cidrs=("nonsense",))
    assert not ask(cidrs=())


@pytest.mark.parametrize(
    ("address", "inside"),
    [
        ("10.20.3.4", True),
        ("10.21.0.1", False),
        ("fe80::1%eth0", True),
        ("::ffff:10.20.1.5", True),
        ("::1", False),
        ("nonsense", False),
    ],
)
def test_an_address_lies_in_a_network_or_not(address: str, *, inside: bool) -> None:
    assert is_in(address, ("nonsense", *CIDRS)) is inside


# --- where no table of routes is to be seen: Windows and macOS ------------------------

WIFI = Held("Wi-Fi", "10.20.1.5", "255.255.255.0")
LOOP = Held("lo0", "127.0.0.1", "255.0.0.0")
HALF_UP = Held("Ethernet 2", "169.254.7.7", "255.255.0.0")
APPLE = Held("utun0", "fe80::1%utun0", "ffff:ffff:ffff:ffff::")
CARD = Held("Wi-Fi", "00:1b:63:84:45:e6", "")


def ask_unrouted(
    *held: Held, own: str = "10.20.1.5", peer: str = "10.20.1.9", demo: bool = False
) -> bool:
    """Ask for a link of a machine that has these addresses."""
    name = next((x.name for x in held if x.address == own), "")
    interface = InterfaceFacts(name, any_way_out(held), near=near(own, held))
    return ask(own, peer, interface, (*CIDRS, "127.0.0.0/8"), demo=demo)


def test_R24_a_neighbour_needs_no_route() -> None:
    assert ask_unrouted(WIFI)
    assert ask_unrouted(WIFI, LOOP, HALF_UP, APPLE)


def test_R24_beyond_our_own_network_nobody_knows_the_way() -> None:
    assert not ask_unrouted(WIFI, peer="10.20.2.9")
    wide = Held("Wi-Fi", "10.20.1.5", "255.255.0.0")
    assert ask_unrouted(wide, peer="10.20.2.9")
    assert not ask_unrouted(wide, peer="10.21.0.9")


def test_R24_our_own_network_is_not_enough_outside_the_schools() -> None:
    home = Held("Wi-Fi", "192.168.1.10", "255.255.255.0")
    assert not ask_unrouted(home, own="192.168.1.10", peer="192.168.1.11")


@pytest.mark.parametrize(
    "other",
    [
        Held("utun4", "10.8.0.2", "255.255.255.0"),
        Held("School VPN", "10.8.0.2", "255.255.255.0"),
        Held("Ethernet 3", "10.8.0.2", "255.255.255.255"),
        Held("Ethernet 3", "10.8.0.6", "255.255.255.252"),
        Held("Ethernet 3", "10.8.0.6", ""),
        Held("Ethernet 3", "10.8.0.6", "255.0.255.0"),
        Held("Ethernet 3", "10.8.0.6", "nonsense"),
        Held("Ethernet 3", "fd00::6", "255.255.255.0"),
        Held("Ethernet 3", "nonsense", "255.255.255.0"),
    ],
    ids=str,
)
def test_R24_an_interface_that_may_be_a_tunnel_is_doubt(other: Held) -> None:
    assert not ask_unrouted(WIFI, other)


def test_R24_a_network_of_eight_addresses_is_the_smallest_that_is_none() -> None:
    assert ask_unrouted(WIFI, Held("Ethernet 3", "10.8.0.6", "255.255.255.248"))
    assert not ask_unrouted(WIFI, Held("Ethernet 3", "10.8.0.6", "255.255.255.252"))


def test_R24_a_tunnel_that_carries_the_link_is_refused() -> None:
    tunnel = Held("utun4", "10.20.1.5", "255.255.255.0")
    assert not ask_unrouted(tunnel)


def test_R24_an_address_of_ours_without_a_width_has_no_neighbours() -> None:
    unknown = Held("Wi-Fi", "10.20.1.5", "")
    beside = Held("Wi-Fi", "10.20.1.6", "255.255.255.0")
    assert near("10.20.1.5", [unknown, beside]) == ""
    assert not ask_unrouted(unknown, beside)
    assert near("nonsense", [CARD]) == ""


def test_R24_an_address_is_the_same_with_and_without_its_zone() -> None:
    held = Held("en0", "fe80::1%en0", "ffff:ffff:ffff:ffff::")
    assert near("fe80::1%7", [held]) == "fe80::/64"
    assert near("fe80::1", [held]) == "fe80::/64"


def test_R24_loopback_and_a_cable_that_gave_no_address_lead_nowhere() -> None:
    assert any_way_out([LOOP, HALF_UP, APPLE]) == frozenset()
    assert any_way_out([LOOP, WIFI]) == frozenset({"Wi-Fi"})


def test_one_plain_address_makes_an_interface_plain() -> None:
    """A lease of IPv6 is one address wide, beside one that is not."""
    leased = Held("Wi-Fi", "fd00:20::7", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")
    assert ask_unrouted(WIFI, leased)
    assert any_way_out([leased]) is None


def test_D16_loopback_asks_for_no_route_there_either() -> None:
    assert ask_unrouted(LOOP, own="127.0.0.1", peer="127.0.0.2", demo=True)
    assert not ask_unrouted(LOOP, own="127.0.0.1", peer="127.0.0.2")
