# SPDX-License-Identifier: GPL-3.0-or-later
"""What the papers say, as the core reads it."""

from tests.console.core.playbook import CLASS


def test_reasons_are_said_in_words_and_unknown_ones_as_they_are() -> None:
    assert CLASS.reason_words("hulp") == "hulp"
    assert CLASS.reason_words("zelfstandig") == "zelfstandig werk"
    assert CLASS.attention_words("bord") == "kijk naar het bord"
    assert CLASS.attention_words("x") == "x"
