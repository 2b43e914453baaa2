# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.method: a closed list without school rules."""

import re

from consent.method import Method
from tests.architecture.house import ROOT

SPEC = (ROOT / "docs" / "spec" / "consent.md").read_text("utf-8")


def test_R16_school_rules_are_no_method() -> None:
    assert len(Method) == 7
    assert not [method for method in Method if "rules" in method]


def test_R16_the_methods_are_those_of_the_specification_and_no_other() -> None:
    sentence = re.search(r"How a choice was made, a closed list: ([^.]+)\.", SPEC)
    assert sentence
    assert re.findall(r"`(\w+)`", sentence[1]) == list(Method)
