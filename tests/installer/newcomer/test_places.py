# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things are in a clone."""

from installer.newcomer.places import BIN, HOME, LOCK, ROOT


def test_the_root_is_where_run_py_is() -> None:
    assert (ROOT / "run.py").is_file()
    assert LOCK.is_file()


def test_the_environment_is_in_the_clone() -> None:
    assert HOME.parent == ROOT
    assert BIN.parent == HOME
