# SPDX-License-Identifier: GPL-3.0-or-later
"""No language can be made without all of its words."""

import dataclasses

import pytest

from consent.wording.change.nl import NL
from consent.wording.change.parts import ChangeWords


@pytest.mark.parametrize("name", [x.name for x in dataclasses.fields(ChangeWords)])
def test_no_word_has_a_stand_in(name: str) -> None:
    fields = {x.name: getattr(NL, x.name) for x in dataclasses.fields(NL)}
    del fields[name]
    with pytest.raises(TypeError, match=name):
        ChangeWords(**fields)
