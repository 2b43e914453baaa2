# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.shelf.loosening: narrowing takes one signature, widening two."""

from typing import Any

import pytest
from msgspec.structs import replace

from consent.decision import Grant, Reason, Refusal, decide
from consent.documents.paper import encode_struct
from consent.documents.signed import Kind, SignedPaper, Signer
from consent.documents.slip import Slip
from consent.documents.widening import SignedWidening, Wider
from consent.purpose import Purpose
from consent.shelf.held import Accepted, Code, PaperRefused
from consent.shelf.loosening import unsigned
from tests.fakes.papers import DAY
from tests.fakes.school import BOTH, NOW, School, make_school

SCHOOL = make_school(pupils=2)
TODAY = NOW.date()
FORBIDS: dict[str, Any] = {
    "opt_outs": ("overview", "view"),
    "guardian_no": ("show", "view"),
    "exempt_attention": True,
    "decider_from": TODAY + 9 * DAY,
}
STRICT = replace(SCHOOL.slips[0], **FORBIDS)
LOOSE: dict[str, Any] = {
    "opt_outs": ("overview",),
    "guardian_no": ("show",),
    "exempt_attention": False,
    "decider_from": TODAY,
}


def ended(
    answer: Wider,
    purpose: Any = "",  # noqa: ANN401 -- a purpose or none
    by: tuple[Signer, ...] = BOTH,
    **more: Any,  # noqa: ANN401 -- fields
) -> SignedWidening:
    """Say that something is over."""
    if answer is Wider.DECIDES:
        more = {"decider_from": TODAY, "method": "class_import", **more}
    return SCHOOL.widening(purpose, by=by, answer=answer, **more)


SIGNED = {
    "opt_outs": ended(Wider.OBJECTION_ENDED, "view"),
    "guardian_no": ended(Wider.NO_ENDED, "view"),
    "exempt_attention": ended(Wider.EXEMPTION_ENDED),
    "decider_from": ended(Wider.DECIDES),
}


def loose(after: Slip, before: Slip = STRICT) -> str:
    """Ask what lacks two signatures."""
    return unsigned(before, after, SCHOOL.trust, NOW)


@pytest.mark.parametrize("field", FORBIDS)
def test_D04_what_a_slip_takes_away_needs_both_and_each_its_own(field: str) -> None:
    after = replace(STRICT, **{field: LOOSE[field]})
    assert loose(after) == field
    assert not loose(replace(after, lifted=(SIGNED[field],)))
    others = tuple(one for name, one in SIGNED.items() if name != field)
    assert loose(replace(after, lifted=others)) == field


@pytest.mark.parametrize("by", [(Signer.OFFICE,), (Signer.DPO,), (), (Signer.FRESH,)])
@pytest.mark.parametrize("field", FORBIDS)
def test_D04_one_signature_takes_nothing_away(
    field: str, by: tuple[Signer, ...]
) -> None:
    body = SIGNED[field].body
    alone = SignedWidening(body=body, sigs=SCHOOL.signed(body, by).signatures)
    assert loose(replace(STRICT, **{field: LOOSE[field]}, lifted=(alone,))) == field


@pytest.mark.parametrize("field", FORBIDS)
def test_narrowing_takes_no_statement(field: str) -> None:
    before = replace(STRICT, **{field: LOOSE[field]})
    assert not loose(STRICT, before)
    assert not loose(before, before)


def test_D04_a_statement_is_of_one_purpose_and_one_day() -> None:
    more = replace(STRICT, opt_outs=(), lifted=(SIGNED["opt_outs"],))
    assert loose(more) == "opt_outs"
    sooner = replace(STRICT, decider_from=TODAY - DAY)
    assert loose(replace(sooner, lifted=(SIGNED["decider_from"],))) == "decider_from"
    later = replace(STRICT, decider_from=TODAY + DAY)
    assert not loose(replace(later, lifted=(SIGNED["decider_from"],)))


def test_a_guardians_yes_of_both_ends_that_guardians_no() -> None:
    after = replace(STRICT, guardian_no=("show",))
    assert not loose(replace(after, guardian=(SCHOOL.widening("view"),)))
    lone = SCHOOL.widening("view", by=(Signer.OFFICE,))
    assert loose(replace(after, guardian=(lone,))) == "guardian_no"
    assert loose(replace(after, guardian=(SCHOOL.widening("overview"),)))


@pytest.mark.parametrize(
    "change", [{"not_after": NOW}, {"school": "f" * 32}], ids=["dead", "elsewhere"]
)
def test_a_statement_that_is_dead_or_of_another_school_is_none(
    change: dict[str, Any],
) -> None:
    old = ended(Wider.EXEMPTION_ENDED, issued=NOW - 2 * DAY, **change)
    after = replace(STRICT, exempt_attention=False, lifted=(old,))
    assert loose(after) == "exempt_attention"


def test_D04_what_was_said_anew_is_not_ended_by_an_old_statement() -> None:
    anew = replace(STRICT, lifts_from=2)
    after = replace(anew, opt_outs=("overview",), lifted=(SIGNED["opt_outs"],))
    assert loose(after, anew) == "opt_outs"
    again = ended(Wider.OBJECTION_ENDED, "view", serial=2)
    assert not loose(replace(after, lifted=(again,)), anew)
    # a laptop that slept through both holds the older slip, and takes it too
    assert not loose(replace(after, lifted=(again,)))


def test_D04_the_number_from_which_statements_count_never_falls() -> None:
    assert loose(STRICT, replace(STRICT, lifts_from=2)) == "lifts_from"
    assert not loose(replace(STRICT, lifts_from=2))


def test_D04_a_guardians_yes_that_was_taken_back_does_not_come_again() -> None:
    view, show = SCHOOL.widening("view"), SCHOOL.widening("show")
    taken_back = replace(STRICT, guardian=(show,), lifts_from=2)
    assert not loose(taken_back, replace(STRICT, guardian=(show, view)))
    assert not loose(taken_back, taken_back)
    again = replace(taken_back, guardian=(show, view))
    assert loose(again, taken_back) == "guardian"
    new = replace(taken_back, guardian=(show, SCHOOL.widening("view", serial=2)))
    assert not loose(new, taken_back)


def test_another_pupil_is_another_matter() -> None:
    assert not loose(replace(STRICT, pupil=SCHOOL.pupils[1].id, **LOOSE))


def _forbidding() -> School:
    return make_school().changed(slip={**FORBIDS, "opt_outs": ("view",)})


def test_D04_the_office_alone_does_not_open_a_screen_by_a_newer_slip() -> None:
    """The attack: an objection and a no are gone, and the day is in the past."""
    strict = _forbidding()
    shelf = strict.shelf_for()
    facts, request = strict.facts(shelf=shelf), strict.request(Purpose.VIEW)
    assert decide(request, facts, NOW) == Refusal(Reason.OPT_OUT)
    wide = strict.newer(
        slip={
            "opt_outs": (),
            "guardian_no": (),
            "exempt_attention": False,
            "decider_from": TODAY - 999 * DAY,
        }
    )
    for _ in range(2):
        answers = shelf.accept_all(wide.papers_for(), NOW)
        (refused,) = (x for x in answers if isinstance(x, PaperRefused))
        assert (refused.kind, refused.code) == (Kind.SLIP, Code.LOOSENED)
        assert refused.sentence == (
            "The slip, number 2, lacks two signatures under opt_outs."
        )
        assert shelf.slips[strict.class_id] == strict.slips[0]
        facts = strict.facts(shelf=shelf)
        assert decide(request, facts, NOW) == Refusal(Reason.PAPERS)
        kept, shelf = shelf.papers(), strict.empty_shelf()
        shelf.restore(kept, NOW)  # a restart in between helps nobody


def test_R19_what_both_signed_opens_it_and_a_restart_keeps_it() -> None:
    strict = _forbidding()
    shelf = strict.shelf_for()
    signed = (
        strict.widening("view", answer=Wider.OBJECTION_ENDED),
        strict.widening("view", answer=Wider.NO_ENDED),
        strict.widening(
            "", answer=Wider.DECIDES, decider_from=TODAY, method="class_import"
        ),
    )
    wide = strict.newer(
        slip={
            "opt_outs": (),
            "guardian_no": ("show",),
            "decider_from": TODAY,
            "lifted": signed,
        }
    )
    assert all(
        isinstance(x, Accepted) for x in shelf.accept_all(wide.papers_for(), NOW)
    )
    again = strict.empty_shelf()
    again.restore(shelf.papers(), NOW)
    facts = strict.facts(shelf=again)
    assert isinstance(decide(strict.request(Purpose.VIEW), facts, NOW), Grant)


def test_D04_a_new_office_key_does_not_make_a_laptop_forget_a_slip() -> None:
    strict = _forbidding()
    shelf = strict.shelf_for()
    keys = {**strict.keys, Signer.OFFICE: make_school().keys[Signer.OFFICE]}
    trust = replace(
        strict.trust,
        serial=2,
        office=keys[Signer.OFFICE].public_key().public_bytes_raw().hex(),
    )
    new = School(**{**vars_of(strict), "keys": keys, "trust": trust})
    wide = new.newer(slip={"opt_outs": ()})
    for _ in range(2):
        shelf.accept(new.papers[Kind.TRUST], NOW)
        assert shelf.slips == {strict.class_id: strict.slips[0]}
        assert not shelf.freshness(strict.class_id, NOW)
        answers = shelf.accept_all(wide.papers_for(), NOW)
        codes = [x.code for x in answers if isinstance(x, PaperRefused)]
        assert codes == [Code.LOOSENED]
        kept, shelf = shelf.papers(), strict.empty_shelf()
        shelf.restore(kept, NOW)
    narrow = wide.newer(slip=FORBIDS)
    assert all(
        isinstance(x, Accepted) for x in shelf.accept_all(narrow.papers_for(), NOW)
    )


def vars_of(school: School) -> dict[str, Any]:
    """Give what a school is made of."""
    return {name: getattr(school, name) for name in School.__dataclass_fields__}


def test_a_statement_travels_in_the_bytes_of_a_slip() -> None:
    text = encode_struct(STRICT)
    assert b"lifted" not in text
    assert b"lifts_from" not in text
    paper = SCHOOL.signed(replace(STRICT, lifted=(SIGNED["opt_outs"],)))
    assert isinstance(paper, SignedPaper)
    assert b'"answer":"objection_ended"' in paper.body
