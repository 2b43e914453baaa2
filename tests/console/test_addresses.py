# SPDX-License-Identifier: GPL-3.0-or-later
"""Only addresses on the school's networks are listened on."""

from ipaddress import ip_address

from console.addresses import school_addresses


def test_only_the_schools_networks_count() -> None:
    def own() -> list[str]:
        return ["192.168.1.4", "10.20.3.4", "127.0.0.1"]

    assert school_addresses(("10.20.0.0/16",), own) == ["10.20.3.4"]
    assert school_addresses((), own) == []


def test_this_computer_stands_on_its_own_loopback() -> None:
    found = school_addresses(("127.0.0.0/8",))
    assert "127.0.0.1" in found
    assert all(ip_address(one).is_loopback for one in found)
