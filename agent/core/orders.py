# SPDX-License-Identifier: GPL-3.0-or-later
"""What a console may ask, verb by verb. A stop needs no permission, a start the law's.

Source: docs/spec/command.md; docs/spec/access.md "When a no is said".
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from agent.core import (
    asking,
    curtain,
    gate,
    hands,
    intake,
    lessons,
    links,
    looks,
    record,
    shares,
)
from agent.core.access import AccessEvent
from agent.core.commands import EndLink, JudgeCommand
from agent.core.events import CommandHeard
from agent.core.gate import Grant
from agent.core.intake import Broken, Replayed
from agent.core.laptop import Asked, Laptop
from agent.core.lease import LeaseEvent
from consent.documents.command import Verb
from protocol.messages.link import ByeCode

USED_KEPT: Final = 4_096  # ids of one slot; a console cannot fill the memory
_NEAR: Final = timedelta(days=1)


def heard(laptop: Laptop, event: CommandHeard) -> None:
    """Judge one command and do what follows."""
    link = links.ready(laptop, event.link)
    if link is None:
        return
    found = intake.read(laptop, link, event)
    if isinstance(found, Broken):
        laptop.do(EndLink(link.id, ByeCode.MALFORMED))
        return
    asked = found.asked if isinstance(found, Replayed) else found
    if isinstance(found, Replayed) or _is_used(laptop, asked):
        laptop.do(JudgeCommand(link.id, asked.body.seq, fresh=False))
        _refuse(laptop, asked, "replay")
        return
    link.last_seq = asked.body.seq
    laptop.do(JudgeCommand(link.id, asked.body.seq, fresh=True))
    _VERBS[asked.body.verb](laptop, asked)


def _is_used(laptop: Laptop, asked: Asked) -> bool:
    """Say whether a start names an id that already started something in this slot.

    Only a lesson, and a lock that a lost link dropped, may be named again: they go on.
    """
    if asked.body.verb.is_stop or asked.body.verb is Verb.LESSON_START:
        return False
    used = _used(laptop)
    is_lock = asked.body.verb is Verb.ATTENTION_START
    if is_lock and asked.access in laptop.dropped_locks:
        return False
    if asked.access in used:
        return True
    if len(used) < USED_KEPT:
        used.add(asked.access)
        return False
    return True


def _used(laptop: Laptop) -> set[bytes]:
    """Give the ids of the slot that runs: what they are kept for is counted in one.

    A lesson of one day alone may lie inside a weekly one, which then goes on: ids stay
    for their day, and the day beside it, as a slot may pass midnight.
    """
    slot, kept = laptop.slot, laptop.used_accesses
    if slot is not None:
        laptop.used_in = (slot.day, slot.slot)
        for at in [at for at in kept if abs(at[0] - slot.day) > _NEAR]:
            del kept[at]
    return kept.setdefault(laptop.used_in, set())


def _refuse(laptop: Laptop, asked: Asked, reason: str) -> None:
    purpose = asked.body.verb.purpose
    name = "lesson" if purpose is None else purpose.value
    record.refused(laptop, name, reason, asked.teacher)
    links.say_no(laptop, asked)


def _look(laptop: Laptop, asked: Asked) -> None:
    if record.is_in_debt(laptop, asked.teacher):
        _refuse(laptop, asked, "logged_first")
        return
    look = laptop.look_for(asked.power)
    offered = asked.body.verb is Verb.VIEW_START and hands.is_offered(laptop)
    used = gate.used_today(laptop)
    answer = gate.ask(laptop, asked, used=used, offered=offered)
    if not isinstance(answer, Grant):
        asking.refuse(laptop, look, asked, answer.reason)
    elif asked.access in laptop.vetoed:
        asking.refuse(laptop, look, asked, gate.Reason.EVENT_NO)
    else:
        if offered:
            laptop.hand.offer_until_s = 0.0  # one look for one offer
        asking.begin(laptop, look, asked, answer, used=used, offered=offered)


def _stop_look(laptop: Laptop, asked: Asked) -> None:
    look = laptop.look_of(asked.access)
    opener = None if look is None else look.asked
    if look is not None and opener is not None and opener.teacher == asked.teacher:
        event = AccessEvent.TEACHER_STOPPED
        looks.happen(laptop, look, event, end="teacher", cause="teacher")
    links.say_yes(laptop, asked)


def _attention(laptop: Laptop, asked: Asked) -> None:
    if record.is_in_debt(laptop, asked.teacher):
        _refuse(laptop, asked, "logged_first")
        return
    curtain.ask(laptop, asked)


def _stop_attention(laptop: Laptop, asked: Asked) -> None:
    lock = laptop.lock
    is_own = lock.asked is not None and lock.asked.teacher == asked.teacher
    if is_own and lock.access == asked.access:
        curtain.happen(
            laptop, LeaseEvent.TEACHER_UNLOCKED, end="teacher", cause="teacher"
        )
    links.say_yes(laptop, asked)


def _end_lesson(laptop: Laptop, asked: Asked) -> None:
    if _is_own_lesson(laptop, asked):
        lessons.end(laptop, end_word="teacher", asked=asked)
    links.say_yes(laptop, asked)


def _clear_hand(laptop: Laptop, asked: Asked) -> None:
    if _is_own_lesson(laptop, asked):
        hands.lower(laptop)
    links.say_yes(laptop, asked)


def _is_own_lesson(laptop: Laptop, asked: Asked) -> bool:
    lesson = laptop.lesson
    return (
        lesson is not None
        and lesson.id == asked.body.lesson
        and lesson.teacher == asked.teacher
    )


_VERBS: Final[dict[Verb, Callable[[Laptop, Asked], None]]] = {
    Verb.LESSON_START: lessons.start,
    Verb.LESSON_END: _end_lesson,
    Verb.OVERVIEW_START: _look,
    Verb.OVERVIEW_STOP: _stop_look,
    Verb.VIEW_START: _look,
    Verb.VIEW_STOP: _stop_look,
    Verb.SHOW_START: _look,
    Verb.SHOW_STOP: _stop_look,
    Verb.ATTENTION_START: _attention,
    Verb.ATTENTION_STOP: _stop_attention,
    Verb.MESSAGE: shares.take,
    Verb.LINK: shares.take,
    Verb.FILE_OFFER: shares.take,
    Verb.HANDIN_ASK: shares.take,
    Verb.HAND_CLEAR: _clear_hand,
}
