# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.method: a closed list without school rules."""

from consent.method import Method


def test_R16_school_rules_are_no_method() -> None:
    assert len(Method) == 7
    assert not [method for method in Method if "rules" in method]
