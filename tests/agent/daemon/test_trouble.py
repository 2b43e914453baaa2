# SPDX-License-Identifier: GPL-3.0-or-later
"""Trouble is a sentence and a code."""

from agent.daemon.trouble import DaemonError, Exit


def test_it_carries_both() -> None:
    trouble = DaemonError("Dit lukte niet.", Exit.NOT_SET_UP)
    assert (str(trouble), trouble.code) == ("Dit lukte niet.", 4)
