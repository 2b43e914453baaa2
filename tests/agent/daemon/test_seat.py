# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sits here."""

import os

from agent.daemon import seat


def test_an_account_has_its_name_or_its_number() -> None:
    assert seat.account_of(os.getuid())
    assert seat.account_of(2**31 - 7) == str(2**31 - 7)


def test_without_logind_nobody_sits_here() -> None:
    assert seat.active_uid() is None or isinstance(seat.active_uid(), int)
