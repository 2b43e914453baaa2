# SPDX-License-Identifier: GPL-3.0-or-later
"""An advert says nothing of anybody, and only a neighbour's is believed."""

from ipaddress import ip_address, ip_interface

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.advert import TEXT, Candidate, Interface, candidate, new_advert

OWN: list[Interface] = [ip_interface("192.168.7.20/24"), ip_interface("fe80::7/64")]
LOOPBACK: list[Interface] = [ip_interface("127.0.0.1/8")]


def seen(*addresses: str) -> list[bytes]:
    return [ip_address(address).packed for address in addresses]


def test_names_are_random_and_new_each_time() -> None:
    drawn = iter(range(1, 9))
    advert = new_advert(47310, lambda count: bytes([next(drawn)]) * count)
    assert advert.name == "0101010101010101._inzage._tcp.local."
    assert advert.server == "0202020202020202.local."
    assert advert.port == 47310


def test_the_text_says_the_version_alone() -> None:
    assert dict(TEXT) == {b"v": b"1"}


@pytest.mark.parametrize(
    ("address", "own"),
    [("192.168.7.21", OWN), ("fe80::9", OWN), ("127.0.0.1", LOOPBACK)],
)
def test_a_neighbour_is_a_candidate(address: str, own: list[Interface]) -> None:
    assert candidate(seen(address), 47310, TEXT, own) == Candidate(address, 47310)


@pytest.mark.parametrize(
    "address",
    [
        "192.168.8.21",
        "8.8.8.8",
        "127.0.0.1",
        "::1",
        "0.0.0.0",  # noqa: S104 -- an announced address, not one of ours
        "224.0.0.251",
        "255.255.255.255",
        "192.168.7.0",
        "192.168.7.255",
        "2001:db8::1",
        "fe81::9",
    ],
)
def test_S11_anything_else_is_not(address: str) -> None:
    assert candidate(seen(address), 47310, TEXT, OWN) is None


def test_loopback_knows_loopback_only() -> None:
    assert candidate(seen("192.168.7.21"), 47310, TEXT, LOOPBACK) is None


def test_loopback_is_no_neighbour_of_a_network_without_bounds() -> None:
    everything = [ip_interface("10.0.0.1/0")]
    assert candidate(seen("127.0.0.1"), 47310, TEXT, everything) is None


def test_a_public_address_is_no_neighbour_even_on_our_own_network() -> None:
    assert candidate(seen("8.8.8.9"), 47310, TEXT, [ip_interface("8.8.8.8/24")]) is None


def test_both_ends_of_a_point_to_point_link_are_neighbours() -> None:
    own = [ip_interface("10.0.0.0/31")]
    assert candidate(seen("10.0.0.1"), 47310, TEXT, own) is not None


def test_the_first_neighbour_of_several_addresses_counts() -> None:
    found = candidate(seen("8.8.8.8", "192.168.7.21", "192.168.7.22"), 9999, TEXT, OWN)
    assert found == Candidate("192.168.7.21", 9999)


@pytest.mark.parametrize("port", [None, 0, 80, 443, 1023, 65_536])
def test_S11_a_port_of_another_service_is_refused(port: int | None) -> None:
    assert candidate(seen("192.168.7.21"), port, TEXT, OWN) is None


@pytest.mark.parametrize("text", [{}, {b"v": b"2"}, {b"v": None}, {b"V": b"1"}])
def test_another_version_is_refused(text: dict[bytes, bytes | None]) -> None:
    assert candidate(seen("192.168.7.21"), 47310, text, OWN) is None


def test_whatever_else_the_text_says_is_not_read() -> None:
    text = {b"v": b"1", b"name": b"<img src=x onerror>"}
    assert candidate(seen("192.168.7.21"), 47310, text, OWN) is not None


@pytest.mark.parametrize("raw", [b"", b"abc", b"12345"])
def test_bytes_that_are_no_address_are_passed_over(raw: bytes) -> None:
    assert candidate([raw], 47310, TEXT, OWN) is None
    assert candidate([raw, *seen("192.168.7.21")], 47310, TEXT, OWN) is not None


@given(
    st.lists(st.binary(max_size=20), max_size=5),
    st.one_of(st.none(), st.integers(), st.just(47310)),
    st.one_of(
        st.just({b"v": b"1"}),
        st.dictionaries(st.binary(max_size=4), st.one_of(st.none(), st.binary())),
    ),
)
def test_no_announcement_is_an_accident(
    addresses: list[bytes], port: int | None, text: dict[bytes, bytes | None]
) -> None:
    found = candidate(addresses, port, text, OWN)
    assert found is None or any(ip_address(found.address) in own.network for own in OWN)
