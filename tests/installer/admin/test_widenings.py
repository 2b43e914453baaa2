# SPDX-License-Identifier: GPL-3.0-or-later
"""Proposals lie ready with a list in words; each is signed once and used once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import msgspec
import pytest

from consent.documents.paper import encode_struct
from consent.documents.signed import Kind, Signer
from consent.documents.widening import SignedWidening
from consent.purpose import Purpose
from consent.store.keys import raw_public
from consent.store.register import lifts, people
from consent.store.register.closed import Answer, Checked, Ended
from consent.store.register.models import GuardianDecision, Lift
from consent.store.register.papers import next_serial
from installer.admin.dpo import init_dpo, load_dpo
from installer.admin.guardians import Form, enter
from installer.admin.office import Office
from installer.admin.stages import Decision, Stage, signed_twice
from installer.admin.trouble import OfficeError, Said
from installer.admin.widenings import (
    LIST,
    decisions,
    proposals,
    propose,
    shown,
    sign_proposals,
    take_signed,
    tidy,
)
from tests.fakes.office import NOW, fill_register, new_office

DAY = date(2026, 9, 3)
YES = Form(
    "p3", "", (Purpose.VIEW,), Answer.YES, "secretariaat", Checked.IN_PERSON, DAY
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Give an office with one guardian's yes."""
    made = new_office(tmp_path)
    fill_register(made)
    says(made, YES)
    yield made
    made.register.close()


def says(office: Office, form: Form) -> None:
    with office.register.begin() as desk:
        found = enter(desk, office.school, form, "An", NOW, NOW.date())
        assert not isinstance(found, Said)


def stages(office: Office) -> list[Stage]:
    with office.register.read() as desk:
        return [one.stage for one in decisions(desk, office, NOW)]


def test_a_proposal_is_made_once_with_its_line_in_words(office: Office) -> None:
    assert stages(office) == [Stage.ENTERED]
    assert propose(office, NOW) == 1
    assert propose(office, NOW) == 1
    (one,) = proposals(office.places.proposed)
    assert one.body.checked_on == DAY
    assert one.body.not_after.date() == date(2027, 8, 31)
    assert [s.by for s in one.paper.signatures] == [Signer.OFFICE]
    (row,) = shown(office.places.proposed)
    assert (row.number, row.pupil, row.how) == ("1", "Casper Elst", "in_person")
    assert stages(office) == [Stage.PROPOSED]


def test_S10_no_cell_of_the_list_is_a_formula_and_it_still_agrees(
    office: Office, tmp_path: Path
) -> None:
    says(office, replace(YES, checked_by="=cmd|' /C calc'!A1"))
    with office.register.begin() as desk:
        (one,) = decisions(desk, office, NOW)
        one.pupil.name = "+Casper Elst"
    folder = office.places.proposed
    propose(office, NOW)
    (row,) = shown(folder)
    assert (row.pupil, row.checked_by) == ("'+Casper Elst", "'=cmd|' /C calc'!A1")
    text = (folder.path / LIST).read_text("utf-8")
    assert "\"'=cmd" in text
    assert "\"'+Casper" in text
    key = load_dpo(tmp_path / "dpo", None)
    assert sign_proposals(folder, key, ()) == [row]


def test_what_no_form_says_any_more_is_taken_away(office: Office) -> None:
    propose(office, NOW)
    says(office, replace(YES, day=date(2026, 9, 4)))
    assert stages(office) == [Stage.ENTERED]
    assert propose(office, NOW) == 1
    (one,) = proposals(office.places.proposed)
    assert (one.number, one.body.checked_on) == (2, date(2026, 9, 4))


def test_the_dpo_signs_and_the_register_takes_it_once(
    office: Office, tmp_path: Path
) -> None:
    folder = office.places.proposed
    propose(office, NOW)
    key = load_dpo(tmp_path / "dpo", None)
    with office.register.begin() as desk:
        assert take_signed(desk, office) == []
    assert [row.number for row in sign_proposals(folder, key, ())] == ["1"]
    sign_proposals(folder, key, (1,))
    (one,) = proposals(folder)
    assert [s.by for s in one.paper.signatures] == [Signer.OFFICE, Signer.DPO]
    assert stages(office) == [Stage.SIGNED]
    with office.register.begin() as desk:
        had = take_signed(desk, office)
    assert had == [one.name]
    assert stages(office) == [Stage.IN_FORCE]
    tidy(folder, had)
    assert proposals(folder) == []
    assert not (folder.path / LIST).exists()


def test_D04_a_signed_proposal_of_a_form_that_was_withdrawn_is_thrown_away(
    office: Office, tmp_path: Path
) -> None:
    propose(office, NOW)
    key = load_dpo(tmp_path / "dpo", None)
    sign_proposals(office.places.proposed, key, ())
    with office.register.begin() as desk:
        (one,) = decisions(desk, office, NOW)
        desk.delete(desk.get_one(GuardianDecision, _key(one.decision)))
        desk.flush()
        assert take_signed(desk, office) == ["widening-1"]
        assert decisions(desk, office, NOW) == []


def _key(held: Decision) -> tuple[str, str, str]:
    return held.pupil, held.class_group, held.purpose


def test_a_list_that_says_something_else_or_is_gone_stops_the_dpo(
    office: Office,
) -> None:
    folder = office.places.proposed
    with pytest.raises(OfficeError, match=r"widening\.none"):
        shown(folder)
    propose(office, NOW)
    file = folder.path / LIST
    honest = file.read_text("utf-8")
    for wrong in (
        "",
        "number\n1\n",
        honest.replace("view", "show"),
        honest.replace("2026-09-03", "2026-09-04"),
        honest.replace('\n"1",', '\n"2",'),
    ):
        file.write_text(wrong, "utf-8")
        with pytest.raises(OfficeError, match=r"widening\.differs"):
            shown(folder)
    file.unlink()
    with pytest.raises(OfficeError, match=r"widening\.differs"):
        shown(folder)


def test_D04_two_proposals_of_one_number_stop_the_dpo(office: Office) -> None:
    """Or one line of the list, true to a form, gets two pupils signed."""
    folder = office.places.proposed
    propose(office, NOW)
    (one,) = proposals(folder)
    body = msgspec.structs.replace(one.body, pupil="ab" * 16)
    other = office.sign(Kind.WIDENING, encode_struct(body), Signer.OFFICE)
    folder.put_as("widening-2", other)
    with pytest.raises(OfficeError, match=r"widening\.differs"):
        shown(folder)


@pytest.mark.parametrize("sign", ["\x1b[1A\x1b[2K", "\u202e"])
def test_D04_a_line_that_hides_another_from_the_dpo_is_none(
    office: Office, sign: str
) -> None:
    folder = office.places.proposed
    propose(office, NOW)
    file = folder.path / LIST
    hidden = file.read_text("utf-8").replace("Casper", f"Casper{sign}")
    file.write_text(hidden, "utf-8", newline="")
    with pytest.raises(OfficeError, match=r"widening\.differs"):
        shown(folder)


def test_a_number_that_is_not_there_stops_the_dpo_before_anything_is_signed(
    office: Office, tmp_path: Path
) -> None:
    propose(office, NOW)
    key = load_dpo(tmp_path / "dpo", None)
    with pytest.raises(OfficeError, match=r"widening\.no_number"):
        sign_proposals(office.places.proposed, key, (1, 8))
    (one,) = proposals(office.places.proposed)
    assert len(one.paper.signatures) == 1


def test_a_file_that_is_no_proposal_widens_nothing(office: Office) -> None:
    folder = office.places.proposed
    propose(office, NOW)
    (folder.path / "widening-1.json").write_bytes(b"{}")
    assert proposals(folder) == []


def _taken_back(office: Office) -> None:
    """Take an objection back, and let a pupil decide earlier, after a publication."""
    with office.register.begin() as desk:
        pupil = people.find_pupil(desk, office.school, "p1")
        assert pupil is not None
        (klass,) = people.classes_of(desk, pupil.id)
        next_serial(desk, office.school, Kind.SLIP, klass.id)
        said = (DAY, Checked.SIGNATURE_KNOWN, "secretariaat")
        lifts.take_back(desk, (pupil.id, klass.id), Ended.OBJECTION, "view", said)
        assert lifts.decide_from(desk, pupil, date(2024, 1, 5))


def test_D04_what_was_taken_back_is_proposed_in_words_that_must_agree(
    office: Office,
) -> None:
    _taken_back(office)
    folder = office.places.proposed
    assert propose(office, NOW) == 3
    said = {(row.answer, row.purpose, row.date) for row in shown(folder)}
    assert said == {
        ("yes", "view", "2026-09-03"),
        ("objection_ended", "view", "2026-09-03"),
        ("decides 2024-01-05", "", ""),
    }
    methods = {one.body.answer: one.body.method for one in proposals(folder)}
    assert methods == {
        "yes": "paper_form_checked_by",
        "objection_ended": "paper_form_checked_by",
        "decides": "class_import",
    }
    file = folder.path / LIST
    honest = file.read_text("utf-8")
    for wrong in (
        honest.replace("objection_ended", "no_ended"),
        honest.replace("decides 2024-01-05", "decides 2024-01-06"),
        honest.replace("decides 2024-01-05", "decides"),
    ):
        file.write_text(wrong, "utf-8")
        with pytest.raises(OfficeError, match=r"widening\.differs"):
            shown(folder)


def test_D04_under_another_dpo_what_was_taken_back_stands_on_again(
    office: Office, tmp_path: Path
) -> None:
    _taken_back(office)
    propose(office, NOW)
    folder = office.places.proposed
    key = load_dpo(tmp_path / "dpo", None)
    sign_proposals(folder, key, ())
    with office.register.begin() as desk:
        tidy(folder, take_signed(desk, office))
        assert len(lifts.signed_lifts(desk, office.school)) == 2
        assert take_signed(desk, office) == []
        assert len(lifts.signed_lifts(desk, office.school)) == 2
    assert stages(office) == [Stage.IN_FORCE] * 3
    other = load_dpo(init_dpo(tmp_path / "other", None).parent, None)
    trust = office.trust()
    newer = msgspec.structs.replace(trust, dpo=raw_public(other).hex())
    with office.register.begin() as desk:
        for lift in lifts.signed_lifts(desk, office.school):
            assert signed_twice(lift, trust)
            assert not signed_twice(lift, newer)
            held = msgspec.json.decode(lift.widening or b"", type=SignedWidening)
            (own, _) = held.sigs
            alone = msgspec.structs.replace(held, sigs=(own,))
            lift.widening = msgspec.json.encode(alone)
        take_signed(desk, office)
        assert lifts.signed_lifts(desk, office.school) == []
    assert stages(office) == [Stage.ENTERED, Stage.ENTERED, Stage.IN_FORCE]


def test_D04_a_proposal_from_before_a_new_objection_is_thrown_away(
    office: Office, tmp_path: Path
) -> None:
    _taken_back(office)
    propose(office, NOW)
    key = load_dpo(tmp_path / "dpo", None)
    sign_proposals(office.places.proposed, key, ())
    with office.register.begin() as desk:
        pupil = people.find_pupil(desk, office.school, "p1")
        assert pupil is not None
        (klass,) = people.classes_of(desk, pupil.id)
        place = (pupil.id, klass.id)
        lifts.say_again(desk, place, Ended.OBJECTION, "view")
        said = (DAY, Checked.SIGNATURE_KNOWN, "secretariaat")
        lifts.take_back(desk, place, Ended.OBJECTION, "view", said)
        take_signed(desk, office)
        ended = desk.get_one(Lift, (*place, Ended.OBJECTION, "view"))
        assert ended.widening is None
