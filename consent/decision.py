# SPDX-License-Identifier: GPL-3.0-or-later
"""The one place where anything is allowed.

Source: docs/spec/decision.md; docs/rights.md R-10, R-19, R-20, R-25.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from consent import purpose as p
from consent import timetable
from consent.conditions import (
    CONDITIONS,
    Case,
    attention_seconds_left,
    case_of,
    is_exempt,
    least,
    running_slot,
    slot_seconds_left,
)
from consent.facts import (
    CapsUsed,
    ConsentFact,
    Facts,
    LessonFacts,
    Request,
    TeacherFacts,
)
from consent.purpose import Purpose
from consent.reason import Reason
from consent.school import Papers

__all__ = [
    "CapsUsed",
    "ConsentFact",
    "Facts",
    "Grant",
    "LessonFacts",
    "Reason",
    "Refusal",
    "Request",
    "TeacherFacts",
    "decide",
]


@dataclass(frozen=True, slots=True)
class Grant:
    """A yes for one request, at one instant. Made by decide() and nowhere else.

    `provisional` is a yes to ask only: the notice of a view or the preview of a show
    still has to pass, and no picture may leave before decide() is asked again.
    """

    purpose: Purpose | None
    until: datetime  # aware UTC: no later than this by any paper, choice or bell
    seconds: int  # the longest this one act may last, from when it begins
    reason_words: str  # why, in the pupil's language
    width_px: int  # the widest picture; 0 where there is none
    curtain: bool  # False: an exempt laptop, which answers as one that failed
    provisional: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """A no, with the first reason that applies. The reason never leaves the laptop."""

    reason: Reason


def decide(request: Request, facts: Facts, now: datetime) -> Grant | Refusal:
    """Say whether one teacher may do one thing to one pupil at this instant.

    The only maker of a Grant. Doubt is a no.

    Args:
        request: who asks, for exactly one Purpose, or for a lesson.
        facts: what this laptop holds now. Read, never changed.
        now: aware UTC; the caller reads its clock once per request.

    Returns:
        A Grant until the earliest of the bell, the papers and the choice it rests on,
        or a Refusal with the first Reason that applies.

    Raises:
        ValueError: now is naive (a bug of the caller, not a no).

    Source: GDPR art. 5(1)(c), 7(3), 21; docs/rights.md R-10, R-19.
    """
    if now.tzinfo is None:
        raise ValueError("`now` has no time zone")
    case = case_of(request, facts, now)
    for reason, holds in CONDITIONS:
        if not holds(case):
            return Refusal(reason)
    seconds = _seconds(case)
    return Grant(
        purpose=request.purpose,
        until=_until(case, seconds),
        seconds=seconds,
        reason_words=_words(case),
        width_px=_width_px(case),
        curtain=not is_exempt(case),
        provisional=_is_provisional(case),
    )


def _seconds(case: Case) -> int:
    match case.purpose:
        case Purpose.OVERVIEW as purpose:
            return _at_once(case, purpose)
        case Purpose.VIEW as purpose:
            most = min(_at_once(case, purpose), slot_seconds_left(case, purpose))
            return min(most, case.request.seconds or most)
        case Purpose.SHOW as purpose:
            return min(_at_once(case, purpose), slot_seconds_left(case, purpose))
        case Purpose.ATTENTION as purpose:
            most = min(_at_once(case, purpose), attention_seconds_left(case))
            if case.request.pupil_alone:
                most = min(most, p.ATTENTION_ALONE_S)
            return min(most, case.request.seconds or most)
        case _:
            return 0


def _at_once(case: Case, purpose: Purpose) -> int:
    return least(case, purpose, lambda caps: caps.seconds)


def _until(case: Case, seconds: int) -> datetime:
    ends = [case.facts.teacher.not_after]
    for papers in case.both:
        ends += _paper_ends(case, papers)
    fresh = case.facts.shelf.freshness(case.facts.class_id, case.now)
    ends.append(fresh.until or case.now)
    if seconds:
        ends.append(case.now + timedelta(seconds=seconds))
    if case.choice and not case.is_offered:
        ends.append(case.choice.valid_until)
    return min(ends)


def _paper_ends(case: Case, papers: Papers) -> list[datetime]:
    found = [
        papers.trust.not_after,
        papers.charter.not_after,
        papers.sheet.not_after,
        papers.slip.not_after,
        _last_day_ends(case, papers),
    ]
    slot = running_slot(case, papers)
    maybe = [slot.ends if slot else None, _guardians_end(case, papers)]
    hours = (
        timetable.floor_ends(papers.zone, case.now),
        timetable.hours_end(papers.charter, papers.zone, case.now),
    )
    maybe += () if papers.trust.is_demo else hours  # a demo has no school hours
    return [*found, *(end for end in maybe if end)]


def _last_day_ends(case: Case, papers: Papers) -> datetime:
    """Find the end of the last day by council, review and the teacher's own days."""
    days = [papers.charter.council.valid_until, papers.charter.review_by]
    teacher = papers.sheet.teacher(case.facts.teacher.id, papers.day(case.now))
    days += [teacher.ends] if teacher else []
    return timetable.day_ends(papers.zone, min(days))


def _guardians_end(case: Case, papers: Papers) -> datetime | None:
    """Find the end of a guardian's yes, where one is leaned on."""
    purpose = case.purpose
    if purpose is None or not purpose.is_picture:
        return None
    if papers.day(case.now) >= papers.slip.decider_from:
        return None
    yes = papers.slip.guardian_yes(purpose)
    return yes.body.not_after if yes else None


def _words(case: Case) -> str:
    purpose, code = case.purpose, case.request.reason_code
    reasons = [x.charter.reason(purpose, code) for x in case.both if purpose]
    reason = reasons[0] if reasons else None
    return reason.words(case.facts.lang) if reason else ""


def _width_px(case: Case) -> int:
    if case.purpose is Purpose.OVERVIEW:
        return min(papers.charter.overview_width_px for papers in case.both)
    return p.VIEW_WIDTH_PX if case.purpose in {Purpose.VIEW, Purpose.SHOW} else 0


def _is_provisional(case: Case) -> bool:
    if case.purpose is Purpose.SHOW:
        return case.facts.event_yes is None
    return (
        case.purpose is Purpose.VIEW
        and not case.is_offered
        and case.facts.event_yes is None
    )
