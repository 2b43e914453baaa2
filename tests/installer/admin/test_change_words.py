# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sort of change has words; long lists are cut and say so."""

import pytest

from consent.documents.fields import Lang
from consent.store.register.changes import Change, Changes, Kind
from installer.admin.change_words import line, told
from installer.admin.saying import text


def lines(changes: Changes, shown: int = 20) -> list[str]:
    return [text(Lang.NL, one) for one in told(changes, shown=shown)]


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("kind", list(Kind))
def test_every_sort_of_change_has_a_heading_and_a_sentence_with_the_name(
    kind: Kind, lang: Lang
) -> None:
    changes = Changes([Change(kind, "Amina", "Amina voor", "Amina na")])
    heading, sentence = (text(lang, one) for one in told(changes))
    assert heading.endswith(": 1")
    assert "Amina" in sentence


def test_totals_come_with_the_first_names_and_the_rest_is_counted() -> None:
    changes = Changes()
    for number in range(12):
        changes.note(Kind.PUPIL_ADDED, f"Pupil {number:02}", after="4B")
    said = lines(changes, shown=10)
    assert said[0] == "leerlingen nieuw: 12"
    assert said[1] == "  + leerling Pupil 00 in 4B"
    assert said[-1] == "  … en nog 2"
    assert len(said) == 12


def test_who_leaves_is_told_before_who_comes() -> None:
    changes = Changes()
    changes.note(Kind.PUPIL_ADDED, "Bram", after="4B")
    changes.note(Kind.PUPIL_LEFT, "Amina", "4B")
    assert [one for one in lines(changes) if not one.startswith(" ")] == [
        "leerlingen weg: 1",
        "leerlingen nieuw: 1",
    ]


def test_no_change_is_said_in_one_line() -> None:
    assert lines(Changes()) == ["Er verandert niets."]


def test_a_move_names_both_classes() -> None:
    move = Change(Kind.PUPIL_MOVED, "Amina", "4B", "4C")
    assert text(Lang.NL, line(move)) == "  > leerling Amina van 4B naar 4C"
