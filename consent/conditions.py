# SPDX-License-Identifier: GPL-3.0-or-later
"""The law's conditions, one function each, in the order of the reasons.

Each says whether its condition holds; what it cannot know it says no to. A widening
paper counts from the next lesson on, so each reads `case.both`: the papers now and
those the lesson began with. Source: docs/spec/decision.md.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from consent import purpose as p
from consent import timetable
from consent.documents.charter import Caps
from consent.documents.trust import LAW_VERSION
from consent.facts import ConsentFact, Facts, Request
from consent.guardian import guardian_agrees
from consent.method import Method
from consent.purpose import Purpose
from consent.reason import Reason
from consent.school import Papers
from consent.timetable import RunningSlot


@dataclass(frozen=True, slots=True)
class Case:
    """One request, with all it is weighed by."""

    request: Request
    facts: Facts
    now: datetime
    papers: Papers | None
    both: tuple[Papers, ...]

    @property
    def purpose(self) -> Purpose | None:
        """Give the power asked for; None for the lesson itself."""
        return self.request.purpose

    @property
    def choice(self) -> ConsentFact | None:
        """Give what the pupil chose for it; there is no choice about other powers."""
        return self.facts.consent.get(self.purpose) if self.purpose else None

    @property
    def is_offered(self) -> bool:
        """Say whether the pupil asked for this very look."""
        return self.request.offered and self.purpose is Purpose.VIEW


def case_of(request: Request, facts: Facts, now: datetime) -> Case:
    """Lay the papers out beside a request."""
    papers = facts.shelf.papers_of(facts.class_id)
    lesson = facts.open_lesson
    began = lesson.papers if lesson else None
    both = tuple(held for held in (papers, began) if held)
    return Case(request, facts, now, papers, both)


def running_slot(case: Case, papers: Papers) -> RunningSlot | None:
    """Find the slot that runs now by these papers."""
    return timetable.slot_at(papers.charter, papers.sheet, papers.zone, case.now)


def least(case: Case, purpose: Purpose, of: Callable[[Caps], int | None]) -> int:
    """Give the lowest of a limit of this purpose; its ceiling is always one."""
    limits = (of(papers.charter.caps(purpose)) for papers in case.both)
    return min(limit for limit in limits if limit is not None)


def slot_seconds_left(case: Case, purpose: Purpose) -> int:
    """Count what is left of today's time for view and show together."""
    most = least(case, purpose, lambda caps: caps.slot_seconds)
    return most - case.facts.caps.view_s


def attention_seconds_left(case: Case) -> int:
    """Count what a curtain may still last: none when it is too often or too soon."""
    used, purpose = case.facts.caps, Purpose.ATTENTION
    if used.continuing_left_s is not None:
        return used.continuing_left_s
    if used.attention_times >= least(case, purpose, lambda caps: caps.times):
        return 0
    since = used.attention_ended_s_ago
    if since is not None and not since >= p.ATTENTION_GAP_S:
        return 0
    most = least(case, purpose, lambda caps: caps.slot_seconds)
    return most - used.attention_s


def is_exempt(case: Case) -> bool:
    """Say whether no curtain may ever be raised here; the console is not told."""
    return case.purpose is Purpose.ATTENTION and any(
        papers.slip.exempt_attention for papers in case.both
    )


def _clock(case: Case) -> bool:
    return case.facts.clock_ok


def _trust(case: Case) -> bool:
    trust = case.facts.shelf.trust
    return (
        trust is not None
        and not trust.is_expired(case.now)
        and trust.min_version <= LAW_VERSION
    )


def _revoked(case: Case) -> bool:
    return not case.facts.shelf.is_revoked(case.facts.teacher.fingerprint)


def _role(case: Case) -> bool:
    teacher = case.facts.teacher
    return (
        teacher.role_ok
        and case.now < teacher.not_after
        and case.request.teacher_fp == teacher.fingerprint
    )


def _papers(case: Case) -> bool:
    fresh = case.facts.shelf.freshness(case.facts.class_id, case.now)
    alive = all(papers.are_alive(case.now) for papers in case.both)
    return case.papers is not None and fresh.ok and alive


def _charter(case: Case) -> bool:
    return all(
        papers.charter.is_in_force(case.now, papers.day(case.now))
        for papers in case.both
    )


def _class_or_teacher(case: Case) -> bool:
    teacher = case.facts.teacher.id
    return case.request.class_id == case.facts.class_id and all(
        papers.sheet.teacher(teacher, papers.day(case.now)) for papers in case.both
    )


def _slot(case: Case) -> bool:
    slots = [running_slot(case, papers) for papers in case.both]
    return all(
        slot is not None
        and slot.slot == case.request.slot_id
        and case.facts.teacher.id in slot.teachers
        for slot in slots
    )


def _floor(case: Case) -> bool:
    return all(
        papers.trust.is_demo
        or (
            timetable.floor_ends(papers.zone, case.now) is not None
            and timetable.hours_end(papers.charter, papers.zone, case.now) is not None
        )
        for papers in case.both
    )


def _network(case: Case) -> bool:
    return case.facts.network_ok


def _lesson(case: Case) -> bool:
    if case.purpose is None:
        return True
    lesson = case.facts.open_lesson
    return (
        lesson is not None
        and lesson.lesson_id == case.request.lesson_id
        and lesson.slot_id == case.request.slot_id
    )


def _other_teacher(case: Case) -> bool:
    lesson = case.facts.open_lesson
    return lesson is None or lesson.teacher_fp == case.request.teacher_fp


def _reason_code(case: Case) -> bool:
    purpose, code = case.purpose, case.request.reason_code
    if purpose is None or (purpose is Purpose.SHARE and not code):
        return True
    return all(papers.charter.reason(purpose, code) for papers in case.both)


def _logged_first(case: Case) -> bool:
    return case.facts.logged_first


def _ledger(case: Case) -> bool:
    return case.facts.ledger_ok


def _session(case: Case) -> bool:
    # A lesson by itself watches nobody, and a pupil may log in after it began.
    return case.purpose is None or case.facts.session_ok


def _indicator(case: Case) -> bool:
    return not _is_picture(case) or case.facts.indicator_ok


def _purpose_off(case: Case) -> bool:
    purpose = case.purpose
    return purpose is None or all(
        papers.charter.offers(purpose) for papers in case.both
    )


def _notice(case: Case) -> bool:
    return not _is_picture(case) or case.facts.notice_shown


def _opt_out(case: Case) -> bool:
    purpose = case.purpose
    return purpose is None or not any(
        papers.slip.is_opted_out(purpose) for papers in case.both
    )


def _guardian(case: Case) -> bool:
    purpose = case.purpose
    if purpose is None or not purpose.is_picture:
        return True
    return all(
        guardian_agrees(
            papers.slip, papers.trust, purpose, case.now, papers.day(case.now)
        )
        for papers in case.both
    )


def _state(case: Case) -> bool:
    if not _is_picture(case) or case.is_offered:
        return True
    choice = case.choice
    is_demo = all(papers.trust.is_demo for papers in case.both)
    return (
        choice is not None
        and choice.state.allows
        and (is_demo or choice.method is not Method.DEMO_SCRIPT)
    )


def _expired(case: Case) -> bool:
    if not _is_picture(case) or case.is_offered:
        return True
    choice = case.choice
    return choice is not None and case.now < choice.valid_until


def _paused(case: Case) -> bool:
    return not _is_picture(case) or not case.facts.paused


def _cap(case: Case) -> bool:
    match case.purpose:
        case Purpose.VIEW | Purpose.SHOW as purpose:
            return slot_seconds_left(case, purpose) > 0
        case Purpose.ATTENTION:
            return attention_seconds_left(case) > 0
    return True


def _event_no(case: Case) -> bool:
    return not _is_picture(case) or case.facts.event_yes is not False


def _is_picture(case: Case) -> bool:
    return case.purpose is not None and case.purpose.is_picture


# In the order of Reason. EXEMPT has no row: it is a Grant without a curtain.
CONDITIONS: Final[tuple[tuple[Reason, Callable[[Case], bool]], ...]] = (
    (Reason.CLOCK, _clock),
    (Reason.TRUST, _trust),
    (Reason.REVOKED, _revoked),
    (Reason.ROLE, _role),
    (Reason.PAPERS, _papers),
    (Reason.CHARTER, _charter),
    (Reason.CLASS_OR_TEACHER, _class_or_teacher),
    (Reason.SLOT, _slot),
    (Reason.FLOOR, _floor),
    (Reason.NETWORK, _network),
    (Reason.LESSON, _lesson),
    (Reason.OTHER_TEACHER, _other_teacher),
    (Reason.REASON_CODE, _reason_code),
    (Reason.LOGGED_FIRST, _logged_first),
    (Reason.LEDGER, _ledger),
    (Reason.SESSION, _session),
    (Reason.INDICATOR, _indicator),
    (Reason.PURPOSE_OFF, _purpose_off),
    (Reason.NOTICE, _notice),
    (Reason.OPT_OUT, _opt_out),
    (Reason.GUARDIAN, _guardian),
    (Reason.STATE, _state),
    (Reason.EXPIRED, _expired),
    (Reason.PAUSED, _paused),
    (Reason.CAP, _cap),
    (Reason.EVENT_NO, _event_no),
)
