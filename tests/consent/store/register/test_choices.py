# SPDX-License-Identifier: GPL-3.0-or-later
"""Objections, exemptions and guardians, as paper forms say."""

from datetime import UTC, date, datetime, timedelta

from consent.store.register.choices import (
    exempt,
    file_form,
    forms,
    is_exempt,
    opt_in,
    opt_out,
    opt_outs,
    put_guardian_decision,
    take_back_decision,
)
from consent.store.register.closed import Checked, FormKind
from consent.store.register.intake import take_in
from consent.store.register.models import GuardianDecision, PaperForm
from consent.store.register.people import find_class, find_pupil
from consent.store.register.register import Desk, Register
from tests.consent.store.register.conftest import SCHOOL
from tests.consent.store.register.people import roster
from tests.fakes.register import guardian_decisions

NOW = datetime(2026, 9, 1, tzinfo=UTC)


def test_an_objection_stands_until_it_is_taken_back(register: Register) -> None:
    with register.begin() as desk:
        pupil, klass = _ids(desk)
        opt_out(desk, pupil, klass, "view", "admin", NOW)
        opt_out(desk, pupil, klass, "view", "admin", NOW)
        opt_out(desk, pupil, klass, "overview", "admin", NOW)
        assert opt_outs(desk, pupil, klass) == ["overview", "view"]
        opt_in(desk, pupil, klass, "view")
        opt_in(desk, pupil, klass, "show")
        assert opt_outs(desk, pupil, klass) == ["overview"]


def test_an_exemption_needs_a_pupil_of_that_class(register: Register) -> None:
    with register.begin() as desk:
        pupil, klass = _ids(desk)
        assert not is_exempt(desk, pupil, klass)
        assert exempt(desk, pupil, klass, yes=True)
        assert is_exempt(desk, pupil, klass)
        assert exempt(desk, pupil, klass, yes=False)
        assert not is_exempt(desk, pupil, klass)
        assert not exempt(desk, "nobody", klass, yes=True)
        assert not is_exempt(desk, "nobody", klass)


def test_the_newest_word_of_a_guardian_counts(register: Register) -> None:
    with register.begin() as desk:
        pupil, klass = _ids(desk)
        put_guardian_decision(desk, _decision(pupil, klass, "yes"))
        put_guardian_decision(desk, _decision(pupil, klass, "no"))
        desk.flush()
        assert [d.answer for d in guardian_decisions(desk, pupil, klass)] == ["no"]


def test_a_decision_is_taken_back_once(register: Register) -> None:
    with register.begin() as desk:
        pupil, klass = _ids(desk)
        assert not take_back_decision(desk, pupil, klass, "overview")
        put_guardian_decision(desk, _decision(pupil, klass, "yes"))
        desk.flush()
        assert not take_back_decision(desk, pupil, klass, "view")
        assert take_back_decision(desk, pupil, klass, "overview")
        desk.flush()
        assert guardian_decisions(desk, pupil, klass) == []


def test_a_form_says_who_entered_it_and_how_it_was_checked_also_after_it_ended(
    register: Register,
) -> None:
    with register.begin() as desk:
        pupil, klass = _ids(desk)
        for day, kind in enumerate((FormKind.OBJECTION, FormKind.OBJECTION_ENDED), 1):
            file_form(
                desk,
                PaperForm(
                    id=str(day) * 32,
                    pupil=pupil,
                    class_group=klass,
                    kind=kind,
                    purpose="view",
                    received_on=date(2026, 9, day),
                    checked=Checked.SIGNATURE_KNOWN,
                    checked_by="secretariat",
                    entered_by="An",
                    entered_at=NOW + timedelta(days=day),
                ),
            )
        desk.flush()
        found = forms(desk, pupil)
        assert [form.kind for form in found] == ["objection", "objection_ended"]
        assert (found[0].checked, found[0].entered_by) == ("signature_known", "An")


def _ids(desk: Desk) -> tuple[str, str]:
    take_in(desk, SCHOOL, roster(1))
    pupil, klass = find_pupil(desk, SCHOOL, "p1"), find_class(desk, SCHOOL, "4B")
    assert pupil is not None
    assert klass is not None
    return pupil.id, klass.id


def _decision(pupil: str, klass: str, answer: str) -> GuardianDecision:
    return GuardianDecision(
        pupil=pupil,
        class_group=klass,
        purpose="overview",
        answer=answer,
        checked=Checked.IN_PERSON,
        checked_by="secretariat",
        decided_on=date(2026, 9, 2),
        entered_by="An",
        entered_at=NOW,
        widening=None,
    )
