# SPDX-License-Identifier: GPL-3.0-or-later
"""The lock is read line by line; tests/architecture/test_lock.py reads ours."""

import pytest

from installer.newcomer.lockfile import block, strange_lines
from installer.newcomer.words import TroubleError

HASH = "a" * 64
LOCK = f"""\
click==8.5.1 \\
    --hash=sha256:{HASH} \\
    --hash=sha256:{HASH}
click-extra==1.0 ; sys_platform == 'win32' and python_full_version < '3.12' \\
    --hash=sha256:{HASH}
"""


def test_pins_and_hashes_are_not_strange() -> None:
    assert strange_lines(LOCK) == []


def test_a_short_hash_is_strange() -> None:
    assert strange_lines("    --hash=sha256:abc\n") == ["    --hash=sha256:abc"]


def test_one_package_is_cut_out_with_all_its_hashes() -> None:
    assert block(LOCK, "click") == "".join(LOCK.splitlines(keepends=True)[:3])


def test_the_last_package_is_cut_out_too() -> None:
    assert block(LOCK, "click-extra").count("--hash") == 1


def test_a_package_that_is_not_there_is_told() -> None:
    with pytest.raises(TroubleError, match="does not name extra"):
        block(LOCK, "extra")
