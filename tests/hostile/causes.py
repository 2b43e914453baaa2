# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything about one pupil that makes a laptop say no, at three moments."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import lru_cache
from typing import Any

from agent.core import events as e
from consent.documents.command import Verb
from consent.ledger.draft import Context, Draft
from consent.ledger.kinds import Chain, Kind
from consent.purpose import Purpose
from protocol.messages import local
from protocol.messages.local import ChoiceAnswer, ClickKind
from tests.fakes.ledger import Disk
from tests.fakes.school import School, make_school
from tests.fakes.wire_desk import WireConsole, WireDesk

ACCESS = "ac" * 16
NEXT = "ad" * 16
PICTURES = ("overview", "view", "show")
Hurt = Callable[[WireDesk], None]


@lru_cache(maxsize=1)
def base() -> School:
    """Make the keys once: a school is a value."""
    return make_school()


@dataclass(frozen=True, eq=False)
class Cause:
    """One reason for a no, and how it comes about."""

    name: str
    hurt: Hurt = lambda _: None
    slip: Mapping[str, Any] = field(default_factory=dict)
    agrees: bool = True

    def __str__(self) -> str:
        return self.name


def desk_with(cause: Cause) -> tuple[WireDesk, WireConsole]:
    """Give a lesson in which this cause may come; the same for all of them else."""
    school = base()
    if cause.slip:
        school = school.changed(slip=cause.slip)
    desk = WireDesk(school)
    preload(desk, used_today=cause.name == "cap")
    console = desk.lesson()
    if cause.agrees:
        desk.agree()
    return desk, console


def preload(desk: WireDesk, *, used_today: bool) -> None:
    """Write ten minutes of a colleague's view: of this slot, or of another day."""
    school = desk.school
    day = desk.now.wall.date() if used_today else desk.now.wall.date() - timedelta(7)
    asked = school.command(Verb.VIEW_START, teacher=school.teachers[1].fingerprint)
    where = Context(
        t=desk.now.wall - timedelta(hours=2),
        boot_ms=0,
        school=school.trust.school,
        klass=school.class_id,
        lesson=asked.lesson,
        pupil=school.pupils[0].id,
        slot_date=f"{day} {school.slot_id}",
    )
    for _ in range(5):
        opened = Draft(Chain.SHARED, Kind.OPEN, _open_fields(desk, asked.teacher))
        line = desk.ledger.append_all((opened,), where)[0]
        closed = {
            "open_seq": line.seq,
            "seconds": 120,
            "pictures": 1,
            "end": "time",
        }
        later = replace(where, t=where.t + timedelta(seconds=120))
        desk.ledger.append_all((Draft(Chain.SHARED, Kind.CLOSE, closed),), later)


def _open_fields(desk: WireDesk, teacher: str) -> dict[str, object]:
    return {
        "purpose": "view",
        "reason_code": "help",
        "reason": "",
        "teacher": teacher,
        "teacher_name": "dhr. Janssens",
        "scope": "one",
        "until": "2027-03-08T07:22:00Z",
        "command": "{}",
        "command_sig": "00" * 64,
        "leaf": 0,
    }


def _no(desk: WireDesk) -> None:
    for purpose in (Purpose.OVERVIEW, Purpose.VIEW, Purpose.SHOW):
        desk.choose(purpose, ChoiceAnswer.NO)


def _later(desk: WireDesk) -> None:
    for purpose in (Purpose.OVERVIEW, Purpose.VIEW, Purpose.SHOW):
        desk.choose(purpose, ChoiceAnswer.LATER, by_switch=False)


def _stop(desk: WireDesk) -> None:
    desk.click(ClickKind.STOP, ACCESS)


def _nee(desk: WireDesk) -> None:
    desk.click(ClickKind.NEE, ACCESS)


def _pause(desk: WireDesk) -> None:
    desk.click(ClickKind.PAUSE)


def _blind(desk: WireDesk) -> None:
    desk.alive(proof_ok=False)


def _gone(desk: WireDesk) -> None:
    desk.tell(e.SessionLost())


def _other_account(desk: WireDesk) -> None:
    desk.renew_papers(desk.school.newer(slip={"account": "bram"}))


def _opt_out(desk: WireDesk) -> None:
    desk.renew_papers(desk.school.newer(slip={"opt_outs": PICTURES}))


def _guardian_no(desk: WireDesk) -> None:
    day = desk.now.wall.date() + timedelta(300)
    desk.renew_papers(desk.school.newer(slip={"decider_from": day}))


def _full_disk(desk: WireDesk) -> None:
    """The disk fills up, and a line of the pupil's own is the first to find out."""
    desk.ledger.disk = Disk.LOST
    desk.tell_session(local.LogAskLocal(0, 20))


def _silent_disk(desk: WireDesk) -> None:
    """The disk fills up, and nobody noticed yet."""
    desk.ledger.disk = Disk.LOST


def _lying_disk(desk: WireDesk) -> None:
    """The disk reports an error of what it keeps all the same."""
    desk.ledger.disk = Disk.LANDED
    desk.tell_session(local.LogAskLocal(0, 20))


BEFORE = (
    Cause("said_no", _no),
    Cause("said_later", _later, agrees=False),
    Cause("never_asked", agrees=False),
    Cause("no_after_the_question", _no, agrees=False),
    Cause("opt_out", slip={"opt_outs": PICTURES}, agrees=False),
    Cause("opt_out_that_came_later", _opt_out),
    Cause(
        "guardian",
        slip={"decider_from": (base().now + timedelta(300)).date()},
        agrees=False,
    ),
    Cause("guardian_later", _guardian_no),
    Cause("paused", _pause),
    Cause("indicator", _blind),
    Cause("session_gone", _gone),
    Cause("other_account", _other_account),
    Cause("full_disk", _full_disk),
    Cause("lying_disk", _lying_disk),
)
"""Reasons that stand when a console asks."""

DURING = (
    Cause("choice_no", _no),
    Cause("stop", _stop),
    Cause("nee", _nee),
    Cause("paused", _pause),
    Cause("indicator", _blind),
    Cause("session_gone", _gone),
    Cause("other_account", _other_account),
    Cause("opt_out", _opt_out),
    Cause("guardian", _guardian_no),
    Cause("full_disk", _full_disk),
)
"""Reasons that come while something is announced or open."""

CAP = Cause("cap")
SILENT_DISK = Cause("silent_disk", _silent_disk)
