# SPDX-License-Identifier: GPL-3.0-or-later
"""What proves that a package is there."""

import re

from installer.newcomer import needs
from installer.newcomer.needs import Need, find_program

ALL = (
    *needs.OFFSCREEN,
    *needs.WINDOWS,
    *needs.SCREEN,
    *needs.DATABASE,
    *needs.FAULTS,
)


def test_a_program_that_is_found_proves_it() -> None:
    assert Need("dash", program="sh").is_met()


def test_a_program_that_is_not_found_does_not() -> None:
    assert not Need("ghost", program="no-such-program").is_met()


def test_a_library_that_loads_proves_it() -> None:
    assert Need("libc6", library="libc.so.6").is_met()


def test_a_library_that_does_not_load_does_not() -> None:
    assert not Need("ghost", library="libnosuch.so.1").is_met()


def test_a_program_is_found_by_its_whole_path() -> None:
    found = find_program("sh")
    assert found is not None
    assert found.startswith("/")


def test_every_need_has_exactly_one_proof() -> None:
    assert [need for need in ALL if bool(need.library) == bool(need.program)] == []


def test_every_package_has_a_debian_name() -> None:
    assert [
        need for need in ALL if not re.fullmatch(r"[a-z0-9.+-]+", need.package)
    ] == []


def test_no_package_is_asked_for_twice() -> None:
    names = [need.package for need in ALL]
    assert len(names) == len(set(names))
