# SPDX-License-Identifier: GPL-3.0-or-later
"""One lesson at a time: how it starts, goes on after a lost link, and ends.

Source: docs/spec/access.md "The lesson".
"""

from typing import Final

from agent.core import copies, curtain, gate, hands, links, looks, record
from agent.core.access import AccessEvent
from agent.core.gate import Grant, Reason
from agent.core.laptop import NOTHING_USED, Asked, Laptop, LessonFacts, Outcome, there
from agent.core.lease import LeaseEvent
from consent.ledger.chain import Sealed
from consent.ledger.kinds import Kind
from protocol.messages.commands import Declined, DeclinedCode

TOLD: Final = {
    Reason.CLOCK: DeclinedCode.CLOCK,
    Reason.TRUST: DeclinedCode.PAPERS,
    Reason.REVOKED: DeclinedCode.PAPERS,
    Reason.ROLE: DeclinedCode.CLASS,
    Reason.PAPERS: DeclinedCode.PAPERS,
    Reason.CHARTER: DeclinedCode.CHARTER,
    Reason.CLASS_OR_TEACHER: DeclinedCode.CLASS,
    Reason.SLOT: DeclinedCode.SLOT,
    Reason.FLOOR: DeclinedCode.SLOT,
    Reason.NETWORK: DeclinedCode.NETWORK,
    Reason.LESSON: DeclinedCode.SLOT,
    Reason.OTHER_TEACHER: DeclinedCode.OTHER_TEACHER,
    Reason.REASON_CODE: DeclinedCode.CHARTER,
}
"""Causes the whole class shares: the first 13. The rest is `not_shared`."""


def start(laptop: Laptop, asked: Asked) -> None:
    """Start a lesson, or go on with the one a lost link interrupted."""
    answer = gate.ask(laptop, asked, used=NOTHING_USED)
    if not isinstance(answer, Grant):
        decline(laptop, asked, answer.reason)
        return
    lesson = laptop.lesson
    if lesson is not None and lesson.id == asked.body.lesson:
        lesson.link = asked.link
        links.say_yes(laptop, asked)
        hands.again(laptop, asked.link)
        copies.ask(laptop, asked.link)
        return
    if lesson is not None:
        end(laptop, end_word="link")
    _open(laptop, asked)


def end(laptop: Laptop, *, end_word: str, asked: Asked | None = None) -> None:
    """End the lesson: every look and the curtain first, then the line that says so."""
    lesson = laptop.lesson
    if lesson is None:
        return
    event = {
        "teacher": AccessEvent.TEACHER_STOPPED,
        "bell": AccessEvent.SLOT_ENDED,
    }.get(end_word, AccessEvent.LEASE_ENDED)
    for look in laptop.looks:
        looks.happen(laptop, look, event, end=end_word, cause=end_word)
    curtain.happen(laptop, LeaseEvent.SLOT_ENDED, end=end_word, cause=end_word)
    _record_end(laptop, lesson, asked)
    record.flush_refused(laptop, lesson.id)
    if lesson.link is not None:
        copies.ask(laptop, lesson.link)
    laptop.lesson = None
    laptop.dropped_locks.clear()
    laptop.hand.up, laptop.hand.offer_until_s = False, 0.0


def watch(laptop: Laptop) -> None:
    """Ring the bell: by the clock, by boot time, or because no such slot runs now."""
    lesson, slot, now = laptop.lesson, laptop.slot, laptop.now
    if lesson is None:
        return
    is_over = now.boot_s >= lesson.ends_s or now.wall >= lesson.ends
    if is_over or slot is None or slot.slot != lesson.slot:
        end(laptop, end_word="bell")


def decline(laptop: Laptop, asked: Asked, reason: Reason) -> None:
    """Tell what the class shares, and hide everything else."""
    record.refused(laptop, "lesson", reason.value, asked.teacher)
    code = TOLD.get(reason)
    if code is None:
        links.say_no(laptop, asked)
    else:
        links.say_at_due(laptop, asked, Declined(asked.body.seq, code))


def _open(laptop: Laptop, asked: Asked) -> None:
    slot, now = there(laptop.slot), laptop.now  # the gate found it too
    slot_date = f"{slot.day.isoformat()} {slot.slot}"
    if slot_date != laptop.slot_date:  # a console ends and names lessons as it likes
        laptop.slot_date = slot_date
        record.forgive_gaps(laptop)
    laptop.lesson = LessonFacts(
        id=asked.body.lesson,
        klass=asked.body.class_id,
        slot=slot.slot,
        teacher=asked.teacher,
        teacher_id=asked.teacher_id,
        teacher_name=asked.teacher_name,
        subject=slot.subject,
        slot_date=slot_date,
        ends=slot.ends,
        ends_s=now.boot_s + (slot.ends - now.wall).total_seconds(),
        link=asked.link,
        papers=laptop.shelf.papers_of(asked.body.class_id),
    )
    fields = {"what": "start", **asked.record_fields()}

    record.append(
        laptop,
        record.shared(Kind.LESSON, fields),
        then=lambda outcome: _started(laptop, asked, outcome.line),
    )


def _started(laptop: Laptop, asked: Asked, line: Sealed | None) -> None:
    if line is None:
        laptop.lesson = None
        decline(laptop, asked, Reason.LEDGER)
        return
    record.settle(laptop, line, asked)
    links.say_yes(laptop, asked, line)
    copies.ask(laptop, asked.link)


def _record_end(laptop: Laptop, lesson: LessonFacts, asked: Asked | None) -> None:
    nobody = {"command": "", "command_sig": "", "leaf": 0}
    teacher = {"teacher": lesson.teacher, "teacher_name": lesson.teacher_name}
    fields = asked.record_fields() if asked else {**teacher, **nobody}

    def then(outcome: Outcome) -> None:
        line = outcome.line
        if line is not None and asked is None:
            record.owe(laptop, line, lesson.teacher)
        if line is not None and asked is not None:
            record.settle(laptop, line, asked)

    record.append(
        laptop, record.shared(Kind.LESSON, {"what": "end", **fields}), then=then
    )
