# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.shelf.shelf: what to believe, whatever order it comes in."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from consent.documents.charter import Holiday, Hours
from consent.documents.classes import ExtraSlot
from consent.documents.fields import Day
from consent.documents.paper import encode_struct
from consent.documents.seal import seal_slip
from consent.documents.signed import Kind, SignedPaper, Signer
from consent.shelf.held import WHOLE_SCHOOL, Accepted, Code, PaperRefused
from consent.shelf.shelf import Shelf, in_order
from tests.fakes.papers import DAY, HOUR
from tests.fakes.school import NOW, School, make_school

SCHOOL = make_school(pupils=2)
NEWER = SCHOOL.newer(charter={"overview_width_px": 160}, slip={"opt_outs": ("view",)})
OTHER_SCHOOL = make_school()


def code(answer: Accepted | PaperRefused) -> Code | None:
    """Say why, or None for a paper that was taken."""
    if isinstance(answer, PaperRefused):
        assert answer.sentence.endswith(".")
        return answer.code
    return None


def test_all_papers_of_a_laptop_are_taken() -> None:
    shelf = SCHOOL.shelf_for()
    assert shelf.freshness(SCHOOL.class_id, NOW)
    papers = shelf.papers_of(SCHOOL.class_id)
    assert papers
    assert (papers.charter, papers.sheet) == (SCHOOL.charter, SCHOOL.sheet)
    assert papers.slip == SCHOOL.slips[0]


@pytest.mark.parametrize("order", list(permutations(range(5)))[::7])
def test_after_a_trust_papers_come_in_any_order(order: tuple[int, ...]) -> None:
    trust, *rest = in_order(SCHOOL.papers_for())
    shelf = SCHOOL.empty_shelf()
    for paper in (trust, *(rest[at] for at in order)):
        assert code(shelf.accept(paper, NOW)) is None
    assert shelf.freshness(SCHOOL.class_id, NOW)


@given(st.permutations(SCHOOL.papers_for() + NEWER.papers_for()))
def test_old_and_new_together_end_in_the_new(papers: list[SignedPaper]) -> None:
    shelf = SCHOOL.empty_shelf()
    shelf.accept(SCHOOL.papers[Kind.TRUST], NOW)
    for paper in papers:
        shelf.accept(paper, NOW)
    held = shelf.papers_of(SCHOOL.class_id)
    assert held
    assert held.charter == NEWER.charter
    assert held.slip == NEWER.slips[0]
    assert shelf.freshness(SCHOOL.class_id, NOW)


def test_without_a_trust_nothing_counts() -> None:
    for paper in SCHOOL.papers_for():
        if paper.kind is not Kind.TRUST:
            assert code(SCHOOL.empty_shelf().accept(paper, NOW)) is Code.NO_TRUST


def test_P08_an_older_paper_is_refused_even_after_a_restart() -> None:
    shelf = NEWER.shelf_for()
    again = SCHOOL.empty_shelf()
    again.restore(shelf.papers(), NOW)
    for one in (shelf, again):
        answers = {p.kind: code(one.accept(p, NOW)) for p in SCHOOL.papers_for()}
        old = {kind for kind, answer in answers.items() if answer is Code.ROLLBACK}
        assert old == {Kind.CHARTER, Kind.SLIP, Kind.SET}
        assert one.freshness(SCHOOL.class_id, NOW)


def test_P08_one_number_has_one_text() -> None:
    shelf = SCHOOL.shelf_for()
    twin = SCHOOL.changed(
        charter={"overview_width_px": 160},
        sheet={"name": "4C"},
        revocations={"fingerprints": ("a" * 64,)},
        slip={"opt_outs": ("view",)},
        set={"slips": {}},
    )
    for paper in twin.papers_for():
        wanted = None if paper.kind is Kind.TRUST else Code.SAME_SERIAL
        assert code(shelf.accept(paper, NOW)) is wanted


def test_the_same_paper_again_changes_nothing() -> None:
    shelf = SCHOOL.shelf_for()
    for answer in shelf.accept_all(SCHOOL.papers_for(), NOW):
        assert isinstance(answer, Accepted)
        assert not answer.changed


@pytest.mark.parametrize("at", [kind for kind in Kind if kind is not Kind.WIDENING])
def test_P08_one_edited_byte_is_refused(at: Kind) -> None:
    papers = {p.kind: p for p in (*SCHOOL.papers_for(), *SCHOOL.papers_for_console())}
    papers[Kind.SLIP] = SCHOOL.papers_for()[-2]
    paper = papers[at]
    shelf = SCHOOL.empty_shelf() if at is Kind.SLIP else Shelf(SCHOOL.root_sha256)
    if at is not Kind.TRUST:
        shelf.accept(papers[Kind.TRUST], NOW)
    where = (
        paper.body.index(SCHOOL.trust.school.encode()) if at is not Kind.SLIP else 99
    )
    body = bytearray(paper.body)
    body[where] = body[where] ^ 1 or 48
    edited = SignedPaper(at, bytes(body), paper.signatures)
    assert code(shelf.accept(edited, NOW)) is not None
    assert code(shelf.accept(paper, NOW)) is None


def test_papers_of_another_school_are_refused() -> None:
    shelf = SCHOOL.shelf_for()
    stranger = replace(SCHOOL.sheet, school="f" * 32)
    assert code(shelf.accept(SCHOOL.signed(stranger), NOW)) is Code.WRONG_SCHOOL
    other = OTHER_SCHOOL.papers[Kind.CHARTER]
    assert code(shelf.accept(other, NOW)) is Code.WRONG_SCHOOL
    ours = OTHER_SCHOOL.signed(SCHOOL.charter)
    assert code(shelf.accept(ours, NOW)) is Code.SIGNATURE


@pytest.mark.parametrize("by", [(Signer.OFFICE,), (Signer.DPO,), ()], ids=str)
def test_R42_D04_a_charter_needs_two_signatures(by: tuple[Signer, ...]) -> None:
    shelf = SCHOOL.shelf_for()
    charter = replace(SCHOOL.charter, serial=2)
    assert code(shelf.accept(SCHOOL.signed(charter, by), NOW)) is Code.SIGNATURE


def test_D04_the_office_alone_on_a_fresh_laptop_gives_no_power() -> None:
    shelf = SCHOOL.empty_shelf()
    for paper in SCHOOL.papers_for():
        alone = tuple(s for s in paper.signatures if s.by is not Signer.DPO)
        shelf.accept(SignedPaper(paper.kind, paper.body, alone), NOW)
    assert shelf.charter is None
    assert not shelf.freshness(SCHOOL.class_id, NOW)


def test_a_dead_paper_is_refused_from_others_and_kept_from_our_own_disk() -> None:
    late = NOW + 10 * DAY
    shelf = SCHOOL.shelf_for()
    assert code(shelf.accept(SCHOOL.paper_set, late)) is Code.EXPIRED
    again = SCHOOL.empty_shelf()
    assert all(isinstance(a, Accepted) for a in again.restore(shelf.papers(), late))
    assert not again.freshness(SCHOOL.class_id, late)
    assert again.is_door_open(NOW + 7 * DAY)  # Monday 10:20 again: last known slots


def test_stale_papers_close_powers_never_the_door() -> None:
    much_later = NOW + 3000 * DAY
    shelf = SCHOOL.shelf_for()
    assert not shelf.freshness(SCHOOL.class_id, much_later)
    door = shelf.door
    assert door
    assert door.teachers_ca == bytes.fromhex(SCHOOL.trust.teachers_ca)
    assert door.devices_ca == bytes.fromhex(SCHOOL.trust.devices_ca)
    assert door.cidrs == ("10.20.0.0/16",)
    assert not door.is_demo
    assert not door.dials_out


def test_a_door_needs_a_trust_and_nothing_else() -> None:
    shelf = SCHOOL.empty_shelf()
    assert shelf.door is None
    assert not shelf.is_door_open(NOW)
    shelf.accept(SCHOOL.papers[Kind.TRUST], NOW)
    assert shelf.door
    assert shelf.door.cidrs == ()
    assert shelf.is_door_open(NOW)  # no slot known: the compiled hours
    assert not shelf.is_door_open(NOW + 12 * HOUR)


def test_D01_a_slip_of_another_laptop_does_not_open() -> None:
    shelf = SCHOOL.shelf_for(0)
    other = SCHOOL.sealed[SCHOOL.pupils[1].device]
    assert code(shelf.accept(other, NOW)) is Code.NOT_OURS


def test_D13_a_slip_that_names_another_laptop_is_refused() -> None:
    shelf = SCHOOL.shelf_for(0)
    key = SCHOOL.pupils[0].holder.seal_key
    assert key
    other = SCHOOL.signed(SCHOOL.slips[1])
    resealed = seal_slip(other, key.public_key().public_bytes_raw(), blocks=2)
    assert code(shelf.accept(resealed, NOW)) is Code.MALFORMED


def test_no_laptop_holds_a_roster_and_no_console_a_slip() -> None:
    laptop, console = SCHOOL.shelf_for(), SCHOOL.console_shelf()
    assert code(laptop.accept(SCHOOL.papers[Kind.ROSTER], NOW)) is Code.MALFORMED
    slip = SCHOOL.sealed[SCHOOL.pupils[0].device]
    assert code(console.accept(slip, NOW)) is Code.MALFORMED
    assert laptop.rosters == {}
    assert console.slips == {}
    assert console.rosters == {SCHOOL.class_id: SCHOOL.roster}


def test_a_widening_does_not_travel_alone() -> None:
    signed = SCHOOL.widening("view")
    paper = SignedPaper(Kind.WIDENING, encode_struct(signed.body), signed.sigs)
    assert code(SCHOOL.shelf_for().accept(paper, NOW)) is Code.MALFORMED


def test_D01_slips_are_sealed_anew_and_the_one_the_set_names_stays() -> None:
    """A console that gives an older sealing of the same slip cannot close powers."""
    shelf = SCHOOL.shelf_for()
    again = SCHOOL.newer()  # same slip, sealed anew, and a newer set that names it
    old, new = (s.sealed[SCHOOL.pupils[0].device] for s in (SCHOOL, again))
    assert old != new
    assert code(shelf.accept(again.paper_set, NOW)) is None
    assert not shelf.freshness(SCHOOL.class_id, NOW)
    answer = shelf.accept(new, NOW)
    assert isinstance(answer, Accepted)
    assert answer.changed
    assert shelf.freshness(SCHOOL.class_id, NOW)
    answer = shelf.accept(old, NOW)
    assert isinstance(answer, Accepted)
    assert not answer.changed
    assert shelf.freshness(SCHOOL.class_id, NOW)


def test_a_revocation_is_taken_back_by_two_alone() -> None:
    gone = SCHOOL.teachers[0].fingerprint
    revoked = SCHOOL.newer(revocations={"fingerprints": (gone,)})
    shelf = revoked.shelf_for()
    assert shelf.is_revoked(gone)
    assert not shelf.is_revoked("0" * 64)
    back = replace(SCHOOL.revocations, serial=3)
    for by in ((Signer.OFFICE,), (Signer.DPO,)):
        assert code(shelf.accept(SCHOOL.signed(back, by), NOW)) is Code.SHRUNK
    both = SCHOOL.signed(back, (Signer.OFFICE, Signer.DPO))
    assert code(shelf.accept(both, NOW)) is None
    assert not shelf.is_revoked(gone)


def test_revocations_never_die() -> None:
    shelf = SCHOOL.empty_shelf()
    shelf.accept(SCHOOL.papers[Kind.TRUST], NOW)
    late = SCHOOL.revocations.not_after + DAY
    assert code(shelf.accept(SCHOOL.papers[Kind.REVOCATIONS], late)) is None


def test_S06_an_empty_shelf_revokes_nobody_and_allows_nothing() -> None:
    shelf = SCHOOL.empty_shelf()
    assert not shelf.is_revoked("0" * 64)
    assert shelf.newest_issued is None
    assert shelf.papers_of(SCHOOL.class_id) is None
    assert shelf.listed() == []
    assert shelf.paper(Kind.TRUST) is None
    assert shelf.paper(Kind.CHARTER) is None
    assert shelf.pending() is None
    assert shelf.pending_trust is None


@pytest.mark.parametrize(
    "charter",
    [
        {"hours": Hours(days=(Day.TUESDAY,), starts="08:00", ends="17:00")},
        {"hours": Hours(days=tuple(Day), starts="10:30", ends="17:00")},
        {"hours": Hours(days=tuple(Day), starts="08:00", ends="11:59")},
    ],
    ids=["day", "starts", "ends"],
)
def test_R23_a_class_outside_the_charters_hours_is_refused(
    charter: dict[str, object],
) -> None:
    school = SCHOOL.changed(charter=charter)
    shelf = school.empty_shelf()
    answers = shelf.accept_all(school.papers_for(), NOW)
    assert Code.TIMETABLE in {code(answer) for answer in answers}


@pytest.mark.parametrize("ends", ["14:00", "00:10", "18:00"])
def test_R23_an_extra_lesson_fits_too(ends: str) -> None:
    extra = ExtraSlot(
        slot="e" * 32,
        day=NOW.date() + DAY,
        starts="13:00",
        ends=ends,
        subject="x",
        teachers=(SCHOOL.teachers[0].id,),
    )
    sheet = replace(SCHOOL.sheet, extra=(extra,), serial=2)
    answer = SCHOOL.shelf_for().accept(SCHOOL.signed(sheet), NOW)
    assert (code(answer) is None) is (ends == "14:00")
    holiday = Holiday(starts=extra.day, ends=extra.day)
    school = SCHOOL.changed(charter={"holidays": (holiday,)})
    assert code(school.shelf_for().accept(SCHOOL.signed(sheet), NOW)) is Code.TIMETABLE


def test_a_demo_may_have_its_lesson_at_any_hour() -> None:
    for hour in range(24):
        at = NOW.replace(hour=hour, minute=30)
        demo = make_school(at, kind="demo")
        assert demo.shelf_for().freshness(demo.class_id, at)


def test_a_trust_with_other_keys_lets_go_of_what_they_did_not_sign() -> None:
    shelf = SCHOOL.shelf_for()
    keys = {**SCHOOL.keys, Signer.OFFICE: OTHER_SCHOOL.keys[Signer.OFFICE]}
    trust = replace(SCHOOL.trust, serial=2, office=OTHER_SCHOOL.trust.office)
    paper = School.signed(SCHOOL, trust)
    assert code(shelf.accept(paper, NOW)) is None
    assert shelf.charter is None
    assert shelf.classes == {}
    assert not shelf.freshness(SCHOOL.class_id, NOW)
    assert keys != SCHOOL.keys


def test_P08_serials_do_not_fall_when_a_paper_was_let_go() -> None:
    shelf = NEWER.shelf_for()
    trust = replace(SCHOOL.trust, serial=2, office=OTHER_SCHOOL.trust.office)
    shelf.accept(SCHOOL.signed(trust), NOW)
    back = replace(SCHOOL.trust, serial=3)
    shelf.accept(SCHOOL.signed(back), NOW)
    assert code(shelf.accept(SCHOOL.papers[Kind.CHARTER], NOW)) is Code.ROLLBACK
    assert code(shelf.accept(NEWER.papers[Kind.CHARTER], NOW)) is None


def test_D04_a_waiting_trust_is_shown_kept_and_settled() -> None:
    shelf = SCHOOL.shelf_for()
    trust = replace(SCHOOL.trust, serial=2, dpo=OTHER_SCHOOL.trust.dpo)
    answer = shelf.accept(SCHOOL.signed(trust), NOW)
    assert isinstance(answer, Accepted)
    assert answer.pending
    assert shelf.trust == SCHOOL.trust
    assert shelf.pending_trust == trust
    assert shelf.pending_from == NOW + 14 * DAY
    again = SCHOOL.empty_shelf()
    again.restore(shelf.papers(), NOW + DAY, shelf.pending())
    assert again.pending() == shelf.pending()
    assert not again.settle(NOW + 13 * DAY)
    assert again.settle(NOW + 14 * DAY)
    assert again.trust == trust
    assert again.charter is None  # the new DPO has not signed it


def test_what_is_held_is_named_and_given_on() -> None:
    shelf = SCHOOL.shelf_for()
    refs = {kind: ref for kind, ref, _, _ in shelf.listed()}
    assert refs[Kind.TRUST] == refs[Kind.CHARTER] == WHOLE_SCHOOL
    assert refs[Kind.SLIP] == refs[Kind.SET] == SCHOOL.class_id
    assert {p.body for p in shelf.papers()} == {p.body for p in SCHOOL.papers_for()}
    for kind, ref, serial, sha256 in shelf.listed():
        paper = shelf.paper(kind, ref)
        assert paper
        assert (serial, sha256) == (1, paper.sha256)


def test_the_newest_issue_is_known() -> None:
    newer = SCHOOL.newer(set={"issued": NOW - HOUR / 2})
    assert SCHOOL.shelf_for().newest_issued == NOW - HOUR
    assert newer.shelf_for().newest_issued == NOW - HOUR / 2


def test_a_laptop_may_be_in_many_classes() -> None:
    shelf = SCHOOL.shelf_for()
    sheet = replace(SCHOOL.sheet, class_id="c" * 32)
    assert code(shelf.accept(SCHOOL.signed(sheet), NOW)) is None
    assert set(shelf.classes) == {SCHOOL.class_id, "c" * 32}
    assert shelf.freshness(SCHOOL.class_id, NOW)
    assert shelf.papers_of("c" * 32) is None


@pytest.mark.parametrize(
    "kind", [Kind.TRUST, Kind.REVOCATIONS, Kind.CHARTER, Kind.CLASS, Kind.SLIP]
)
def test_while_one_paper_lacks_there_are_none(kind: Kind) -> None:
    shelf = SCHOOL.empty_shelf()
    shelf.accept_all([p for p in SCHOOL.papers_for() if p.kind is not kind], NOW)
    assert shelf.papers_of(SCHOOL.class_id) is None


def test_a_trust_with_the_same_keys_lets_nothing_go() -> None:
    shelf = SCHOOL.shelf_for()
    renamed = replace(SCHOOL.trust, serial=2, name="Sint-Jan")
    assert code(shelf.accept(SCHOOL.signed(renamed), NOW)) is None
    assert shelf.papers_of(SCHOOL.class_id)


def test_trusts_are_taken_by_age_and_their_issue_counts() -> None:
    later = replace(SCHOOL.trust, serial=2, issued=NOW)
    papers = [SCHOOL.signed(later), SCHOOL.papers[Kind.TRUST]]
    assert in_order(papers) == papers[::-1]
    shelf = SCHOOL.empty_shelf()
    assert [code(answer) for answer in shelf.accept_all(papers, NOW)] == [None, None]
    assert shelf.trust == later
    assert shelf.newest_issued == NOW


def test_a_paper_that_was_let_go_may_come_again_and_an_older_one_may_not() -> None:
    newer = SCHOOL.newer(roster={})
    shelf = newer.console_shelf()
    shelf.let_go(Kind.ROSTER, newer.class_id)
    shelf.let_go(Kind.ROSTER, newer.class_id)
    assert shelf.rosters == {}
    assert not shelf.freshness(newer.class_id, NOW)
    assert code(shelf.accept(SCHOOL.papers[Kind.ROSTER], NOW)) is Code.ROLLBACK
    again = shelf.accept(newer.papers[Kind.ROSTER], NOW)
    assert isinstance(again, Accepted)
    assert again.changed
    assert shelf.freshness(newer.class_id, NOW)
