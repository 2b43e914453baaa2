# SPDX-License-Identifier: GPL-3.0-or-later
"""pip's errors in words."""

import pytest

from installer.newcomer import pip
from installer.newcomer.words import TroubleError

RESOLVING = (
    "WARNING: Retrying after connection broken by 'NewConnectionError(...: "
    "[Errno -3] Temporary failure in name resolution')'\n"
    "ERROR: Could not find a version\nERROR: No matching distribution found for x"
)


@pytest.mark.parametrize(
    ("errors", "begins"),
    [
        (RESOLVING, "No network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "A file is not the one"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("ERROR: No matching distribution found for x==1", "A locked package has no"),
        ("something new", pip.OTHERWISE),
    ],
)
def test_a_cause_has_its_sentence(errors: str, begins: str) -> None:
    assert pip.sentence(errors).startswith(begins)


def test_a_wrong_hash_is_told_before_a_bad_network() -> None:
    assert "refused" in pip.sentence(RESOLVING + "DO NOT MATCH THE HASHES")


def test_what_pip_itself_said_is_kept() -> None:
    with pytest.raises(TroubleError, match=r"pip\.log"):
        pip.install("--no-index", "no-such-package-in-the-world")
    assert "no-such-package-in-the-world" in pip.LOG.read_text("utf-8")
