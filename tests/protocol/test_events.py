# SPDX-License-Identifier: GPL-3.0-or-later
"""An end says whether somebody has to wait, and whether to dial again."""

from protocol.events import EndCause


def test_only_a_broken_or_hasty_peer_has_to_wait() -> None:
    waiting = {cause for cause in EndCause if cause.is_penalised}
    assert waiting == {EndCause.MALFORMED, EndCause.TOO_FAST}


def test_only_a_superseded_console_waits_for_a_click() -> None:
    still = {cause for cause in EndCause if not cause.may_redial}
    assert still == {EndCause.SUPERSEDED}
