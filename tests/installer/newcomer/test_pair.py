# SPDX-License-Identifier: GPL-3.0-or-later
"""The pair of Python and PySide6 that crashes never starts."""

from pathlib import Path

import pytest

from installer.newcomer.pair import check, check_installed, installed_pyside
from installer.newcomer.words import TroubleError


@pytest.mark.parametrize("pyside", ["6.12.0", "6.12", "6.13.1", "7.0.0"])
def test_a_new_pyside_on_an_old_python_is_refused(pyside: str) -> None:
    with pytest.raises(TroubleError, match=r"crashes on Python 3\.11"):
        check((3, 11), pyside)


@pytest.mark.parametrize(
    ("python", "pyside"),
    [
        ((3, 11), "6.11.3"),
        ((3, 12), "6.12.0"),
        ((3, 14), "6.12.0"),
        ((3, 11), None),
    ],
)
def test_every_other_pair_goes(python: tuple[int, int], pyside: str | None) -> None:
    check(python, pyside)


def test_the_version_is_read_without_starting_qt(tmp_path: Path) -> None:
    info = tmp_path / "pyside6_essentials-6.12.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: PySide6_Essentials\nVersion: 6.12.0\n")
    assert installed_pyside([str(tmp_path)]) == "6.12.0"


def test_no_environment_has_no_pyside(tmp_path: Path) -> None:
    assert installed_pyside([str(tmp_path)]) is None


def test_the_environment_we_run_in_is_a_good_pair() -> None:
    check_installed()
    assert installed_pyside() is not None
