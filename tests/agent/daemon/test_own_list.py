# SPDX-License-Identifier: GPL-3.0-or-later
"""The pupil reads sentences and takes everything along; nobody else can order it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from agent.core.commands import CarryOut, ShowList
from agent.core.copies import DIFFERS
from agent.core.instant import Instant
from agent.core.laptop import Identity, Laptop, SessionFacts
from agent.daemon.identity import Enrolled
from agent.daemon.list_words import (
    ASKED,
    BROKEN,
    CHANGED,
    ERASED,
    HEALTHY,
    NOTHING,
    OWED,
)
from agent.daemon.own_list import ORDER_CONTEXT, OwnList
from agent.session.choice import ORDER_CONTEXT as SESSIONS_CONTEXT
from agent.session.choice import order
from consent.documents.fields import Lang
from consent.documents.signed import public_bytes
from consent.ledger import manifest
from consent.ledger.archive import read as read_archive
from consent.ledger.draft import SPREAD, Context, Draft
from consent.ledger.erasure import OrderedBy
from consent.ledger.errors import LedgerError
from consent.ledger.kinds import Chain, Kind
from protocol.messages.local import Here, LineState, OrderDone, OrderKind
from tests.agent.daemon.conftest import Disk
from tests.fakes.dpo import REASON, dpo_asks
from tests.fakes.lesson import PlayedLesson
from tests.fakes.papers import BRUSSELS
from tests.fakes.school import School

KEY = Ed25519PrivateKey.generate()


@pytest.fixture
def laptop(disk: Disk, enrolled: Enrolled, school: School) -> Laptop:
    """Give the state of a laptop whose pupil sits here."""
    me = Identity(enrolled.device, enrolled.fingerprint, enrolled.peer.sign_pub)
    here = Here(1, 1, (), 4, KEY.public_key().public_bytes_raw())
    laptop = Laptop(me, school.shelf_for(), disk.ledger, Instant(5.0, school.now))
    laptop.session = SessionFacts(here, "amina", 5.0)
    laptop.klass = school.class_id
    laptop.slip = laptop.shelf.slips[school.class_id]
    return laptop


@pytest.fixture
def lesson(tmp_path: Path) -> Iterator[PlayedLesson]:
    """Give a lesson on two real ledgers."""
    made = PlayedLesson(tmp_path / "lesson")
    yield made
    made.close()


def _laptop_of(lesson: PlayedLesson) -> Laptop:
    """Give the state of a laptop in that lesson's school, its pupil here."""
    me = Identity(lesson.device, "", public_bytes(lesson.device_key))
    now = Instant(5.0, lesson.now)
    made = Laptop(me, lesson.school.shelf_for(), lesson.agent, now)
    here = Here(1, 1, (), 4, KEY.public_key().public_bytes_raw())
    made.session = SessionFacts(here, "amina", 5.0)
    return made


@pytest.fixture
def own(disk: Disk, enrolled: Enrolled, school: School) -> OwnList:
    """Give a list of five lines."""
    context = Context(
        t=school.now, boot_ms=5, school=school.trust.school, klass=school.class_id
    )
    for number in range(5):
        note = Draft(Chain.SHARED, Kind.NOTE, {"about": 0, "text": f"regel {number}"})
        disk.ledger.append_all([note], context)
    return OwnList(disk.ledger, enrolled)


def _order(kind: OrderKind = OrderKind.EXPORT, target: int = 0) -> CarryOut:
    made = order(kind, target, KEY.sign)
    return CarryOut(made.kind, made.target, made.pupil_sig)


def _data(parts: Iterator[OrderDone]) -> bytes:
    held = list(parts)
    assert held[-1].last
    assert [x.offset for x in held] == sorted(x.offset for x in held)
    return b"".join(part.data for part in held)


def test_both_programs_sign_and_check_the_same_order() -> None:
    assert ORDER_CONTEXT == SESSIONS_CONTEXT


def test_R30_lines_are_sentences_newest_first_in_pages(
    own: OwnList, laptop: Laptop
) -> None:
    first = own.page(laptop, ShowList(0, 2, "gelijk", healthy=True))
    assert [x.seq for x in first.lines] == [5 * SPREAD, 4 * SPREAD]
    assert "regel 4" in first.lines[0].sentence
    assert (first.more, first.health, first.agrees) == (
        True,
        HEALTHY[Lang.NL],
        "gelijk",
    )
    rest = own.page(laptop, ShowList(4 * SPREAD, 50, "", healthy=True))
    assert [x.seq // SPREAD for x in rest.lines] == [3, 2, 1]
    assert not rest.more
    assert rest.since_s == int(laptop.now.wall.timestamp())


def test_a_broken_log_says_so(own: OwnList, laptop: Laptop) -> None:
    page = own.page(laptop, ShowList(0, 2, "", healthy=False))
    assert page.health == CHANGED[Lang.NL]  # it can be written, but is not whole
    laptop.ledger_ok = False
    page = own.page(laptop, ShowList(0, 2, "", healthy=False))
    assert page.health == BROKEN[Lang.NL]

    def broken(*_: object) -> None:
        raise LedgerError("no")

    own.ledger.told = broken  # type: ignore[assignment,method-assign]
    page = own.page(laptop, ShowList(0, 2, "", healthy=True))
    assert (page.lines, page.healthy) == ((), False)


def test_an_empty_list_has_no_begin(
    disk: Disk, enrolled: Enrolled, laptop: Laptop
) -> None:
    page = OwnList(disk.ledger, enrolled).page(laptop, ShowList(0, 2, "", healthy=True))
    assert (page.lines, page.since_s) == ((), 0)


def test_R38_the_pack_comes_in_parts_and_is_one(own: OwnList, laptop: Laptop) -> None:
    members = read_archive(_data(own.carry_out(laptop, _order()))).members
    assert {"manifest.json", "shared.jsonl", "own.jsonl", "device.pem"} <= set(members)


def test_R38_the_pack_says_whose_it_is(own: OwnList, laptop: Laptop) -> None:
    held = read_archive(own.pack(laptop)).members
    assert laptop.pupil
    assert manifest.parse(held[manifest.MANIFEST]).pupil == laptop.pupil
    assert [name for name in held if "slip" in name]


def test_R38_an_order_that_the_pupil_did_not_sign_is_not_done(
    own: OwnList, laptop: Laptop
) -> None:
    forged = CarryOut(OrderKind.EXPORT, 0, bytes(64))
    (answer,) = own.carry_out(laptop, forged)
    assert not answer.ok
    laptop.session = None
    (answer,) = own.carry_out(laptop, _order())
    assert not answer.ok


def _said(own: OwnList) -> list[str]:
    lines = own.ledger.lines(Chain.SHARED)
    return [x.entry.kind.value if x.entry else "" for x in lines]


def test_the_pupil_has_a_line_forgotten_by_its_place_in_the_list(
    own: OwnList, laptop: Laptop, disk: Disk
) -> None:
    laptop.now = Instant(5.0, laptop.now.wall + timedelta(days=2))
    (answer,) = own.carry_out(laptop, _order(OrderKind.ERASE, 2 * SPREAD))
    assert (answer.ok, answer.sentence) == (True, ERASED[Lang.NL])
    assert _said(own) == ["NOTE", "", "NOTE", "NOTE", "NOTE", "REDACT"]


def test_R34_what_is_younger_than_a_day_stays_and_the_pupil_is_told(
    own: OwnList, laptop: Laptop
) -> None:
    (answer,) = own.carry_out(laptop, _order(OrderKind.ERASE))
    assert (answer.ok, answer.sentence) == (False, NOTHING[Lang.NL])
    assert _said(own) == ["NOTE"] * 5


def test_R34_while_a_teachers_copy_still_has_the_words_the_pupil_reads_so(
    lesson: PlayedLesson, enrolled: Enrolled
) -> None:
    played = OwnList(lesson.agent, enrolled)
    laptop = _laptop_of(lesson)
    lesson.play()
    before = played.page(laptop, ShowList(0, 2, "gelijk", healthy=True))
    laptop.now = Instant(5.0, lesson.now + timedelta(days=2))
    (answer,) = played.carry_out(laptop, _order(OrderKind.ERASE))
    assert answer.sentence == f"{ERASED[Lang.NL]} {OWED[Lang.NL]}"
    page = played.page(laptop, ShowList(0, 2, "gelijk", healthy=True))
    assert (before.agrees, page.agrees) == ("gelijk", f"gelijk {OWED[Lang.NL]}")
    page = played.page(laptop, ShowList(0, 2, "", healthy=True))
    assert page.agrees == OWED[Lang.NL]
    for one in lesson.agent.owed_erasures():
        lesson.agent.erasure_done(one.sig)
    page = played.page(laptop, ShowList(0, 2, "gelijk", healthy=True))
    assert page.agrees == "gelijk"


def test_the_pupil_holds_the_list_and_nothing_is_dropped(
    own: OwnList, laptop: Laptop
) -> None:
    assert own.page(laptop, ShowList(0, 1, "", healthy=True)).kept_until_s == 0
    (answer,) = own.carry_out(laptop, _order(OrderKind.HOLD))
    until = laptop.now.wall + timedelta(days=365)
    day = f"{until.astimezone(BRUSSELS):%d-%m-%Y}"
    assert (answer.ok, answer.sentence) == (
        True,
        f"Je lijst wordt een jaar bewaard, tot {day}.",
    )
    page = own.page(laptop, ShowList(0, 1, "", healthy=True))
    assert abs(page.kept_until_s - until.timestamp()) <= 1
    laptop.now = Instant(5.0, until + timedelta(days=1))
    assert own.page(laptop, ShowList(0, 1, "", healthy=True)).kept_until_s == 0


def test_R34_a_hold_stops_the_pupils_own_erasing_and_says_until_when(
    own: OwnList, laptop: Laptop
) -> None:
    list(own.carry_out(laptop, _order(OrderKind.HOLD)))
    day = f"{(laptop.now.wall + timedelta(days=365)).astimezone(BRUSSELS):%d-%m-%Y}"
    laptop.now = Instant(5.0, laptop.now.wall + timedelta(days=300))
    (answer,) = own.carry_out(laptop, _order(OrderKind.ERASE))
    assert (answer.ok, answer.sentence) == (
        False,
        f"Wissen kan nu niet: je lijst wordt bewaard tot {day}.",
    )
    assert "" not in _said(own)
    laptop.now = Instant(5.0, laptop.now.wall + timedelta(days=100))
    (answer,) = own.carry_out(laptop, _order(OrderKind.ERASE))
    assert answer.ok


def test_R34_while_the_dpo_wants_words_erased_the_list_says_so_at_its_top(
    lesson: PlayedLesson, enrolled: Enrolled
) -> None:
    lesson.play()
    played, laptop = OwnList(lesson.agent, enrolled), _laptop_of(lesson)
    asked = ShowList(0, 1, "gelijk", healthy=True)
    dpo_asks(lesson)
    day = f"{(lesson.now + timedelta(days=14)).astimezone(BRUSSELS):%d-%m-%Y}"
    page = played.page(laptop, asked)
    assert (page.agrees, page.asked) == ("gelijk", ASKED[Lang.NL].format(day=day))
    assert page.lines[0].sentence.endswith(f"De reden: “{REASON}”")
    list(played.carry_out(laptop, _order(OrderKind.HOLD)))
    assert played.page(laptop, asked).asked == ""


@pytest.mark.parametrize("lang", list(Lang))
def test_R33_R34_an_order_and_an_owed_erasing_hide_no_copy_that_differs(
    lesson: PlayedLesson, enrolled: Enrolled, lang: Lang
) -> None:
    lesson.play()
    laptop, differs = _laptop_of(lesson), DIFFERS[lang.value]
    laptop.lang = lang
    lesson.wait(2 * 86_400)
    lesson.agent.erase(6, OrderedBy.PUPIL, lesson.context())
    dpo_asks(lesson)
    shown = ShowList(0, 1, differs, healthy=True)
    page = OwnList(lesson.agent, enrolled).page(laptop, shown)
    assert page.agrees == f"{differs} {OWED[lang]}"
    day = f"{(lesson.now + timedelta(days=14)).astimezone(BRUSSELS):%d-%m-%Y}"
    assert page.asked == ASKED[lang].format(day=day)
    assert max(len(page.agrees), len(page.asked)) <= 400


def test_what_is_said_of_copies_has_room_for_no_more_than_a_message_holds(
    own: OwnList, laptop: Laptop
) -> None:
    page = own.page(laptop, ShowList(0, 1, "x" * 500, healthy=True))
    assert len(page.agrees) == 400


def test_R35_a_hold_goes_to_each_teachers_program_too(
    lesson: PlayedLesson, enrolled: Enrolled
) -> None:
    lesson.play()
    laptop = _laptop_of(lesson)
    newest = lesson.agent.last_seq(Chain.SHARED)
    list(OwnList(lesson.agent, enrolled).carry_out(laptop, _order(OrderKind.HOLD)))
    holds = lesson.agent.newest(Chain.SHARED, Kind.HOLD, 9)
    teacher = lesson.school.teachers[0].fingerprint
    assert [(x.entry.number("target"), x.teacher) for x in holds if x.entry] == [
        (newest, teacher),
        (0, ""),
    ]
    assert [x.sealed.seq for x in lesson.agent.unproven(teacher)] == [newest + 2]


def test_R30_each_line_says_where_else_it_is(
    own: OwnList, lesson: PlayedLesson, enrolled: Enrolled
) -> None:
    lesson.play()
    lesson.message("Nog iets.")
    lesson.own(Kind.ASKED, {"purpose": "view"})
    lesson.shared(Kind.NOTE, {"about": 0, "text": "van niemand"})
    played = OwnList(lesson.agent, enrolled)
    page = played.page(_laptop_of(lesson), ShowList(0, 4, "", healthy=True))
    assert [x.state for x in page.lines] == [
        LineState.CONFIRMED,
        LineState.OWN,
        LineState.WAITING,
        LineState.OWN,
    ]


def test_R30_a_look_is_whole_also_where_its_halves_are_on_two_pages(
    lesson: PlayedLesson, enrolled: Enrolled
) -> None:
    lesson.look("attention", 4, granted_s=120)
    played, laptop = OwnList(lesson.agent, enrolled), _laptop_of(lesson)
    (end,) = played.page(laptop, ShowList(0, 1, "", healthy=True)).lines
    (begin,) = played.page(laptop, ShowList(2 * SPREAD, 1, "", healthy=True)).lines
    assert end.sentence == "Mevr. Peeters liet je na 4 seconden weer verder werken."
    assert begin.sentence.startswith(
        "Mevr. Peeters vroeg je aandacht, voor hoogstens 2 minuten. "
        "Het duurde 4 seconden."
    )


def test_a_line_that_is_the_pupils_alone_or_not_there_cannot_be_ordered(
    own: OwnList, laptop: Laptop, disk: Disk, school: School
) -> None:
    context = Context(t=school.now, boot_ms=5, school=school.trust.school)
    asked = Draft(Chain.OWN, Kind.ASKED, {"purpose": "view"})
    disk.ledger.append_all([asked], context)
    for place in (6 * SPREAD, 99):
        (answer,) = own.carry_out(laptop, _order(OrderKind.ERASE, place))
        assert not answer.ok


@pytest.mark.parametrize("fault", [LedgerError("no"), ValueError("too much")])
def test_a_pack_that_cannot_be_made_is_told(
    own: OwnList, laptop: Laptop, fault: Exception
) -> None:
    def broken() -> None:
        raise fault

    own.ledger.export = broken  # type: ignore[assignment,method-assign]
    (answer,) = own.carry_out(laptop, _order())
    assert not answer.ok


def test_R30_what_came_back_is_told_with_whose_program_gave_it(
    lesson: PlayedLesson, enrolled: Enrolled
) -> None:
    lesson.play()
    lesson.lose_list()
    played, laptop = OwnList(lesson.agent, enrolled), _laptop_of(lesson)
    page = played.page(laptop, ShowList(0, 100, "", healthy=True))
    gap, *back = page.lines
    assert (gap.state, gap.who) == (LineState.CONFIRMED, "")
    assert {x.state for x in back} == {LineState.GIVEN}
    assert {x.who for x in back} == {lesson.school.teachers[0].name}
    look = "Mevr. Peeters zag je scherm groot. Dat duurde 40 seconden."
    assert any(x.sentence.startswith(look) for x in back)
    assert not read_archive(played.heads(laptop)).members["proofs.jsonl"]


def test_R34_R35_what_came_back_is_wiped_unless_the_list_is_kept(
    lesson: PlayedLesson, enrolled: Enrolled
) -> None:
    lesson.play()
    lesson.lose_list()
    played, laptop = OwnList(lesson.agent, enrolled), _laptop_of(lesson)
    message = next(
        x
        for x in played.page(laptop, ShowList(0, 100, "", healthy=True)).lines
        if "oefening 3" in x.sentence
    )
    (answer,) = played.carry_out(laptop, _order(OrderKind.HOLD))
    assert answer.ok
    (answer,) = played.carry_out(laptop, _order(OrderKind.ERASE, message.seq))
    assert not answer.ok
    assert message in played.page(laptop, ShowList(0, 100, "", healthy=True)).lines
    laptop.now = Instant(5.0, lesson.now + timedelta(days=366))
    (answer,) = played.carry_out(laptop, _order(OrderKind.ERASE, message.seq))
    assert (answer.ok, answer.sentence) == (True, ERASED[Lang.NL])
    lines = played.page(laptop, ShowList(0, 100, "", healthy=True)).lines
    (wiped,) = [x for x in lines if x.seq == message.seq]
    assert (wiped.time_s, wiped.who) == (0, "")
