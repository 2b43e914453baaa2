# SPDX-License-Identifier: GPL-3.0-or-later
"""The draft of the impact assessment knows every power, and decides nothing."""

import re

import pytest

from consent.documents.fields import Lang
from consent.purpose import Purpose
from installer.papers.blocks import Blank, Paper, Signatures, Table
from installer.papers.dpia import dpia
from tests.fakes.agreed import agreed, purposes
from tests.installer.papers.every import LANGS


def tables(paper: Paper) -> list[Table]:
    """List the tables."""
    return [b for s in paper.sections for b in s.blocks if isinstance(b, Table)]


@pytest.mark.parametrize("lang", LANGS)
def test_R46_R73_every_power_has_its_row(lang: Lang) -> None:
    powers = tables(dpia(agreed(), lang))[1]
    found = [re.findall(r"\((\w+)\)", row[0])[-1] for row in powers.rows]
    assert found == [purpose.value for purpose in Purpose]
    assert all(len(row) == len(powers.head) for row in powers.rows)


def test_R46_a_power_that_is_not_used_is_said_to_be_so() -> None:
    powers = tables(dpia(agreed(purposes=purposes(Purpose.SHARE)), Lang.NL))[1]
    assert [row[3] for row in powers.rows[:4]] == ["niet gebruikt"] * 4


@pytest.mark.parametrize("lang", LANGS)
def test_R46_what_only_people_can_say_is_left_open(lang: Lang) -> None:
    blocks = [b for s in dpia(agreed(), lang).sections for b in s.blocks]
    assert sum(isinstance(block, Blank) for block in blocks) >= 9
    assert sum(isinstance(block, Signatures) for block in blocks) == 2
    risks = next(t for t in tables(dpia(agreed(), lang)) if t.head[-1:] == ("DPO",))
    assert {row[3] for row in risks.rows} == {""}


def test_R46_it_says_when_it_is_over_and_that_it_is_a_draft() -> None:
    held = agreed()
    text = str(dpia(held, Lang.NL))
    assert "ten laatste op 20 september 2027 herzien" in text
    assert "Een ontwerp met open velden is geen beoordeling." in text
    assert "Er is geen bewijs bekend" in text


def test_R46_an_advice_against_is_asked_about() -> None:
    from msgspec.structs import replace  # noqa: PLC0415

    council = replace(agreed().charter.council, outcome="advice_neg")
    against = str(dpia(agreed(council=council), Lang.NL))
    assert "De raad gaf een negatief advies." in against
    assert "De raad gaf een negatief advies." not in str(dpia(agreed(), Lang.NL))
