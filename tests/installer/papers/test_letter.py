# SPDX-License-Identifier: GPL-3.0-or-later
"""The letter: who decides, no is free, and a sheet to answer on."""

from datetime import timedelta

import pytest

from consent.documents.fields import Lang
from consent.purpose import Purpose
from installer.papers.blocks import Choice, Form, Key, Paper, Qr
from installer.papers.letter import Age, Home, letter
from tests.fakes.agreed import NOW, agreed, purposes
from tests.installer.papers.every import LANGS, OLD, WHOLE, YOUNG

DAY = timedelta(days=1)


def choices(paper: Paper) -> list[Choice]:
    """List what is asked on the sheet."""
    blocks = [block for section in paper.sections for block in section.blocks]
    return [c for block in blocks if isinstance(block, Form) for c in block.choices]


def test_who_decides_changes_on_the_day_itself() -> None:
    today = NOW.date()
    assert Home("1A", "x", today).age(today) is Age.OF_AGE
    assert Home("1A", "x", today + DAY).age(today) is Age.UNDER
    assert Home("1A", "x", None).age(today) is Age.UNDER
    assert WHOLE.age(today) is Age.BOTH


@pytest.mark.parametrize("lang", LANGS)
def test_R56_no_comes_first_and_nothing_is_chosen(lang: Lang) -> None:
    asked = choices(letter(agreed(), lang, YOUNG))
    assert len(asked) == 3
    no = {Lang.NL: ("Nee", "Ja"), Lang.EN: ("No", "Yes")}[lang]
    assert all(choice.boxes == no for choice in asked)


def test_R56_who_decides_alone_is_not_asked_for_a_yes() -> None:
    asked = choices(letter(agreed(), Lang.NL, OLD))
    assert [choice.boxes for choice in asked] == [("",)] * 4
    assert asked[0].question.startswith("Ik maak bezwaar")


def test_R56_only_what_the_school_uses_is_asked() -> None:
    held = agreed(purposes=purposes(Purpose.OVERVIEW, Purpose.SHARE))
    assert len(choices(letter(held, Lang.NL, YOUNG))) == 1


@pytest.mark.parametrize("home", [YOUNG, OLD, WHOLE])
def test_R56_every_letter_says_that_no_is_free(home: Home) -> None:
    paper = letter(agreed(), Lang.NL, home)
    keys = [b for s in paper.sections for b in s.blocks if isinstance(b, Key)]
    assert keys == [
        Key("Nee zeggen mag altijd, zonder reden. Nee heeft geen gevolgen.")
    ]


def test_R56_the_code_is_the_same_on_every_letter() -> None:
    codes = set()
    for home in (YOUNG, OLD, WHOLE):
        paper = letter(agreed(), Lang.NL, home)
        codes |= {b for s in paper.sections for b in s.blocks if isinstance(b, Qr)}
    assert len(codes) == 1


def test_a_letter_names_its_own_pupil_only_and_no_birthday() -> None:
    text = str(letter(agreed(), Lang.NL, YOUNG))
    assert text.count("Amina Bakker") == 2  # above the letter, and on the sheet
    assert "Bram" not in text
    assert "2027-06" not in text
    assert "juni 2027" not in text
