# SPDX-License-Identifier: GPL-3.0-or-later
"""The machine's zone by name, or UTC."""

from pathlib import Path

import pytest

from installer.demo.zone import own_zone


@pytest.mark.parametrize(
    ("variable", "name"),
    [
        ("Europe/Brussels", "Europe/Brussels"),
        (":Asia/Tokyo", "Asia/Tokyo"),
        ("nowhere", "UTC"),
        ("", "UTC"),
    ],
)
def test_the_variable_is_believed_when_it_names_a_zone(
    tmp_path: Path, variable: str, name: str
) -> None:
    assert own_zone(tmp_path / "localtime", variable) == name


def test_else_the_link_is_followed(tmp_path: Path) -> None:
    target = tmp_path / "zoneinfo" / "Europe"
    target.mkdir(parents=True)
    (target / "Brussels").touch()
    link = tmp_path / "localtime"
    link.symlink_to(target / "Brussels")
    assert own_zone(link, "") == "Europe/Brussels"
