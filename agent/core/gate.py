# SPDX-License-Identifier: GPL-3.0-or-later
"""The gate: the one door between what is asked and the law that decides.

Nothing a console says is a fact here. Facts come from signed papers, from the pupil's
own choices and from this laptop. Source: docs/spec/decision.md; docs/spec/access.md.
"""

from datetime import datetime

from agent.core import record, wordings
from agent.core.laptop import NOTHING_USED, Asked, Laptop, LinkFacts
from consent.decision import (
    CapsUsed,
    ConsentFact,
    Facts,
    Grant,
    LessonFacts,
    Reason,
    Refusal,
    Request,
    TeacherFacts,
    decide,
)
from consent.documents.command import AttentionArgs, ViewArgs
from consent.ledger.caps import Used
from consent.lifecycle import ConsentState
from consent.purpose import Purpose
from protocol.identity import Role

__all__ = ["Grant", "Reason", "Refusal", "ask", "used_today"]


def ask(
    laptop: Laptop,
    asked: Asked,
    *,
    used: Used,
    event_yes: bool | None = None,
    offered: bool = False,
    continuing_left_s: int | None = None,
) -> Grant | Refusal:
    """Weigh one command on today's facts.

    Args:
        laptop: the whole state.
        asked: the command, its signature and freshness checked already.
        used: what the slot date had used before this access.
        event_yes: the pupil's word on this very look; None before it was asked.
        offered: the pupil said "kom kijken" for it.
        continuing_left_s: of a lock that a lost link dropped, the time left of it.
    """
    link = laptop.links.get(asked.link)
    if link is None:
        return Refusal(Reason.ROLE)
    body = asked.body
    request = Request(
        purpose=body.verb.purpose,
        teacher_fp=body.teacher,
        class_id=body.class_id,
        slot_id=body.slot,
        lesson_id=body.lesson,
        reason_code=body.reason_code,
        seconds=_seconds(asked),
        pupil_alone=_is_alone(asked),
        offered=offered,
    )
    caps = CapsUsed(
        view_s=used.view_s,
        attention_s=used.attention_s,
        attention_times=used.attention_times,
        attention_ended_s_ago=_ago(laptop, used.attention_ended),
        continuing_left_s=continuing_left_s,
    )
    facts = _facts(
        laptop,
        link,
        body.verb.purpose,
        logged_first=asked.logged_first,
        caps=caps,
        event_yes=event_yes,
    )
    return decide(request, facts, laptop.now.wall)


def used_today(laptop: Laptop) -> Used:
    """Count what the running slot date used; an unreadable record closes everything."""
    lesson = laptop.lesson
    if lesson is None:
        return NOTHING_USED
    return record.read(
        laptop, lambda: laptop.records.caps_used(lesson.slot_date), NOTHING_USED
    )


def _facts(
    laptop: Laptop,
    link: LinkFacts,
    purpose: Purpose | None,
    *,
    logged_first: bool,
    caps: CapsUsed,
    event_yes: bool | None,
) -> Facts:
    return Facts(
        shelf=laptop.shelf,
        class_id=laptop.klass,
        teacher=TeacherFacts(
            fingerprint=link.teacher,
            id=link.peer.id.hex(),
            role_ok=link.peer.role is Role.TEACHER,
            not_after=link.peer.not_after,
        ),
        clock_ok=laptop.clock_ok,
        network_ok=link.on_network,
        open_lesson=_lesson(laptop),
        logged_first=logged_first,
        ledger_ok=laptop.ledger_ok,
        session_ok=laptop.session_ok,
        indicator_ok=laptop.session is not None and laptop.session.proof_ok,
        notice_shown=purpose is None or wordings.is_shown(laptop, purpose),
        consent=_consent(laptop),
        paused=laptop.paused,
        caps=caps,
        event_yes=event_yes,
        lang=laptop.lang,
    )


def _lesson(laptop: Laptop) -> LessonFacts | None:
    """Give the open lesson; one whose link is gone holds nobody else up."""
    lesson = laptop.lesson
    if lesson is None or lesson.link is None:
        return None
    return LessonFacts(lesson.id, lesson.teacher, lesson.slot, lesson.papers)


def _consent(laptop: Laptop) -> dict[Purpose, ConsentFact]:
    """Give the pupil's choices; a yes counts only while its yes-file says so too."""
    facts = {}
    for (klass, purpose), kept in laptop.choices.items():
        if klass != laptop.klass or kept.valid_until is None:
            continue
        state = kept.state
        if state.allows and (klass, purpose) not in laptop.yes_files:
            state = ConsentState.UNKNOWN
        facts[purpose] = ConsentFact(state, kept.valid_until, kept.method)
    return facts


def _seconds(asked: Asked) -> int:
    arguments = asked.body.arguments
    if isinstance(arguments, ViewArgs | AttentionArgs):
        return arguments.seconds
    return 0


def _is_alone(asked: Asked) -> bool:
    arguments = asked.body.arguments
    return isinstance(arguments, AttentionArgs) and arguments.scope == "one"


def _ago(laptop: Laptop, ended: datetime | None) -> float | None:
    if ended is None:
        return None
    return (laptop.now.wall - ended).total_seconds()
