# SPDX-License-Identifier: GPL-3.0-or-later
"""P03: bells, nights, jumps. The laptop's own clocks decide, the console's never."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from agent.core import events as e
from agent.core.laptop import there
from consent.documents.charter import Hours
from consent.documents.command import Verb
from consent.documents.fields import Day
from consent.ledger.kinds import Kind
from protocol.messages.commands import Accepted, Declined, DeclinedCode, Ended
from protocol.messages.pictures import PictureTaken
from tests.fakes.papers import BRUSSELS
from tests.fakes.school import School, make_school
from tests.fakes.wire_desk import WireConsole, WireDesk
from tests.hostile.causes import ACCESS, base

DAY_S = 86_400
BELL_S = 50 * 60.0  # the lesson runs from now


def streaming(desk: WireDesk) -> WireConsole:
    """Give a lesson in which a small picture of a willing pupil runs."""
    console = desk.lesson()
    desk.agree()
    console.ask(Verb.OVERVIEW_START, access=ACCESS)
    desk.frame(ACCESS, 1)
    assert len(desk.pictures()) == 1
    return console


def move_to(desk: WireDesk, console: WireConsole, offset_s: float) -> None:
    """Live until this many seconds after the lesson began."""
    desk.live(1_000.0 + offset_s - desk.clock(), console, wanted=[ACCESS])


def offer_pictures(desk: WireDesk, first: int) -> None:
    for n in range(first, first + 3):
        desk.frame(ACCESS, n)
        desk.clock.move(1.1)
        desk.alive()


def test_P03_the_bell_ends_a_look_in_its_own_second() -> None:
    desk = WireDesk(base())
    console = desk.lesson()
    desk.agree()
    move_to(desk, console, BELL_S - 2)
    console.ask(Verb.OVERVIEW_START, access=ACCESS)
    desk.frame(ACCESS, 1)
    move_to(desk, console, BELL_S + 2)
    desk.frame(ACCESS, 2)
    (ended,) = (x for x in console.left if isinstance(x.message, Ended))
    assert ended.at_s == pytest.approx(1_000 + BELL_S)
    assert len(desk.pictures()) == 1
    (close,) = desk.ledger.bodies(Kind.CLOSE)
    assert close.text("end") == "bell"
    again = console.ask(Verb.OVERVIEW_START)
    desk.live(1.0, console)
    assert desk.yeses(again.seq) == 0


@pytest.mark.parametrize("step_s", [-118, -60, 60, 118])
def test_P03_a_clock_moved_a_little_does_not_move_the_bell(step_s: int) -> None:
    desk = WireDesk(base())
    console = desk.lesson()
    desk.agree()
    move_to(desk, console, BELL_S - 300)
    console.ask(Verb.OVERVIEW_START, access=ACCESS)
    desk.clock.step_wall(step_s)
    move_to(desk, console, BELL_S + 1)
    ended = [x.at_s for x in console.left if isinstance(x.message, Ended)]
    assert len(ended) == 1
    assert ended[0] <= 1_000 + BELL_S + 0.01
    assert desk.mind.laptop.lesson is None


@pytest.mark.parametrize("step_s", [-DAY_S, -3_600, -125, 125, 3_600, DAY_S])
def test_P03_F10_a_clock_that_jumps_ends_everything_until_newer_papers(
    step_s: int,
) -> None:
    desk = WireDesk(base())
    console = streaming(desk)
    desk.clock.step_wall(step_s)
    desk.tell(e.Ticked())
    assert console.got(Ended)
    offer_pictures(desk, 2)
    asked = [console.ask(Verb.OVERVIEW_START) for _ in range(3)]
    desk.live(1.0, console)
    assert [desk.yeses(x.seq) for x in asked] == [0, 0, 0]
    desk.clock.step_wall(-step_s)
    desk.live(1.0, console)
    console.ask(Verb.LESSON_START)
    still = console.ask(Verb.OVERVIEW_START)
    desk.live(1.0, console)
    assert desk.yeses(still.seq) == 0
    assert len(desk.pictures()) == 1


def woken(slept_s: float, **frame: Any) -> WireDesk:  # noqa: ANN401 -- fields
    """Let a laptop sleep in mid-look; its first word on waking is a picture."""
    desk = WireDesk(base())
    console = streaming(desk)
    desk.say(console.link, PictureTaken(bytes.fromhex(ACCESS), 1))
    desk.clock.move(slept_s)
    desk.frame(ACCESS, 2, **frame)
    return desk


def test_P03_a_laptop_that_slept_shows_nothing_when_it_wakes() -> None:
    desk = woken(8 * 3_600)
    desk.tell(e.Ticked())
    desk.frame(ACCESS, 3)
    assert len(desk.pictures()) == 1


def test_a_nap_alone_ends_nothing() -> None:
    """Without this the next three would prove nothing."""
    assert len(woken(1.5).pictures()) == 2


def test_P03_pixels_of_before_the_sleep_do_not_leave_after_it() -> None:
    taken_ms = int(1_000.0 * 1_000)
    assert len(woken(1.5, taken_ms=taken_ms).pictures()) == 1


def test_P03_a_session_that_slept_longer_than_three_seconds_must_speak_first() -> None:
    assert len(woken(3.5).pictures()) == 1


def test_P03_a_sleep_longer_than_the_lease_ends_the_look() -> None:
    """The session is the first to speak, as if it had never been away."""
    desk = WireDesk(base())
    console = streaming(desk)
    desk.say(console.link, PictureTaken(bytes.fromhex(ACCESS), 1))
    desk.mind.laptop.session = replace(there(desk.mind.laptop.session), heard_s=1_016.0)
    desk.clock.move(16.0)
    desk.tell(e.Ticked())
    assert console.got(Ended)
    desk.frame(ACCESS, 2)
    assert len(desk.pictures()) == 1


# --- the floor: seven to six, Monday to Friday, whatever a paper says ----------------


def late_school(at: datetime, from_: str = "", to: str = "") -> School:
    """Make a school whose charter and slot run past six, or through a night."""
    before = at - timedelta(days=3)
    school = make_school(before.replace(hour=10, minute=20))
    hours = Hours(days=tuple(Day), starts="00:00", ends="24:00")
    slot = msgspec.structs.replace(
        school.sheet.slots[0],
        starts=from_ or f"{at - timedelta(minutes=20):%H:%M}",
        ends=to or f"{at + timedelta(minutes=30):%H:%M}",
        weekday=tuple(Day)[at.weekday()],
    )
    return school.changed(charter={"hours": hours}, sheet={"slots": (slot,)})


def at(hour: int, minute: int, second: int = 0) -> datetime:
    return datetime(2027, 3, 8, hour, minute, second, tzinfo=BRUSSELS)


def desk_at(school: School, moment: datetime) -> WireDesk:
    desk = WireDesk(school)
    desk.clock.wall = moment.astimezone(UTC)
    desk.mind.laptop.now = desk.now
    return desk


def test_P03_nothing_is_shown_after_six_even_if_office_and_dpo_sign_it() -> None:
    school = late_school(at(18, 0))
    desk = desk_at(school, at(17, 59, 50))
    console = streaming(desk)
    desk.live(9.9, console, wanted=[ACCESS])
    assert not console.got(Ended)
    desk.live(0.2, console, wanted=[ACCESS])
    assert console.got(Ended)
    console.prove_all()
    offer_pictures(desk, 2)
    again = console.ask(Verb.OVERVIEW_START)
    desk.live(1.0, console)
    assert desk.yeses(again.seq) == 0
    assert len(desk.pictures()) == 1


@pytest.mark.parametrize(("hour", "minute"), [(6, 59), (18, 0), (22, 30), (3, 0)])
def test_P03_no_lesson_begins_outside_the_floor(hour: int, minute: int) -> None:
    moment = at(hour, minute)
    desk = desk_at(late_school(moment), moment)
    console = desk.lesson()
    desk.live(1.0, console)
    assert [x.code for x in console.got(Declined)] == [DeclinedCode.SLOT]


# --- the nights in which the hour changes --------------------------------------------


def spring() -> School:
    """Make a school on the Friday before summer time; its slot is at 10:20."""
    return make_school(datetime(2027, 3, 26, 10, 20, tzinfo=BRUSSELS))


def starts_at(school: School, moment: datetime) -> bool:
    """Say whether a lesson may start at this instant, with papers of that week."""
    school = school.newer(
        set={"issued": moment - timedelta(days=1), "not_after": moment + timedelta(5)}
    )
    desk = WireDesk(school)
    desk.clock.wall = moment
    desk.shelf = school.shelf_for(now=moment)
    desk.mind = type(desk.mind)(desk.mind.laptop.me, desk.shelf, desk.ledger, desk.now)
    console = desk.lesson()
    desk.live(1.0, console)
    return bool(console.got(Accepted))


@pytest.mark.parametrize(
    ("utc", "may"),
    [
        ("2027-03-26T09:20:00", True),  # 10:20 in winter
        ("2027-03-26T08:20:00", False),
        ("2027-04-02T08:19:59", False),
        ("2027-04-02T08:20:00", True),  # 10:20 in summer
        ("2027-04-02T09:09:59", True),
        ("2027-04-02T09:10:00", False),
        ("2027-04-02T09:20:00", False),  # last week's hour
    ],
)
def test_P03_F10_the_slot_follows_the_schools_own_clock(utc: str, may: bool) -> None:  # noqa: FBT001 -- a row
    moment = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert starts_at(spring(), moment) is may


def test_P03_F10_no_minute_of_the_night_of_the_change_is_a_lesson() -> None:
    night = datetime(2027, 3, 28, 2, 30, tzinfo=BRUSSELS)
    school = late_school(night, "00:00", "06:50")
    night = datetime(2027, 3, 27, 23, 0, tzinfo=UTC)
    moments = [night + timedelta(minutes=20 * n) for n in range(18)]
    assert [x for x in moments if starts_at(school, x)] == []
