# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.network: both ends in one network of the school, and no tunnel."""

import pytest

from consent.network import InterfaceFacts, is_in, on_school_network

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


@pytest.mark.parametrize("name", ["tun0", "tap1", "ppp0", "wg0", "utun3", "TUN0"])
def test_R24_a_tunnel_is_refused_as_link_and_as_way_out(name: str) -> None:
    assert not ask(interface=InterfaceFacts(name, frozenset()))
    assert not ask(interface=InterfaceFacts("eth0", frozenset({"eth0", name})))


def test_R24_a_way_out_nobody_can_see_may_be_a_tunnel() -> None:
    assert not ask(interface=InterfaceFacts("eth0"))


def test_R24_a_link_on_no_interface_that_is_known_is_refused() -> None:
    assert not ask(interface=InterfaceFacts(""))


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
