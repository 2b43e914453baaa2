# SPDX-License-Identifier: GPL-3.0-or-later
"""The first thing that is lacking is the next step, in the order a school is made."""

from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from installer.admin.next_step import STEPS, next_step, step
from installer.admin.stages import Stage
from installer.admin.standing import Agreed, ClassStanding
from tests.installer.admin.standings import NOW, charter, well

HOME = Path("kantoor")
UNSIGNED = Agreed(charter(), is_signed=False)
NO_LAPTOPS = (ClassStanding("4B", pupils=20, laptops=0, forms_missing=0),)
BARE: dict[str, Any] = {
    "has_form": False,
    "published": None,
    "sets_until": None,
    "classes": (),
    "teachers": (),
    "stages": Counter(),
}


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        (BARE, "next.form"),
        (BARE | {"has_form": True}, "next.propose"),
        (BARE | {"proposed": UNSIGNED}, "next.sign"),
        ({"proposed": UNSIGNED}, "next.sign"),
        (BARE | {"proposed": Agreed(charter(), is_signed=True)}, "next.classes"),
        ({"classes": ()}, "next.classes"),
        ({"stages": Counter({Stage.ENTERED: 1})}, "next.widening_propose"),
        ({"stages": Counter({Stage.PROPOSED: 1})}, "next.widening_sign"),
        ({"stages": Counter({Stage.PROPOSED: 1}), "is_behind": True}, "next.publish"),
        ({"proposed": UNSIGNED, "is_behind": True}, "next.publish"),
        ({"stages": Counter({Stage.SIGNED: 1})}, "next.publish"),
        ({"sets_until": None}, "next.publish"),
        ({"sets_until": NOW - timedelta(days=1)}, "next.publish"),
        ({"is_behind": True}, "next.publish"),
        ({"laptops_waiting": 2}, "next.assign"),
        ({"classes": NO_LAPTOPS}, "next.enrol"),
        ({"teachers": (("An Peeters", None),)}, "next.teacher"),
        ({}, "next.fresh"),
    ],
)
def test_the_first_lack_is_the_next_step(changed: dict[str, Any], key: str) -> None:
    found = next_step(HOME, well(**changed))
    assert found.key == key
    assert found == step(key, HOME)


def test_each_step_names_this_office_and_can_be_reached() -> None:
    for key, _, _ in STEPS:
        commands = step(key, HOME).commands
        assert commands
        assert all(any("kantoor" in word for word in words) for words in commands)
        assert not any("DIR" in word for words in commands for word in words)
