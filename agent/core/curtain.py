# SPDX-License-Identifier: GPL-3.0-or-later
"""Driving the one lock through its table: curtain up, renewed, down, written.

Source: docs/spec/lease.md.
"""

from collections.abc import Callable
from typing import Final

from agent.core import closing, gate, hands, links, opening, record, resting
from agent.core.commands import SendAt, SendLocal, SendWire
from agent.core.gate import Grant, Reason
from agent.core.laptop import Asked, Laptop, LockFacts, Outcome
from agent.core.lease import TABLE, LeaseAct, LeaseEvent, LeaseState
from agent.core.table import Answer, step
from consent.purpose import Purpose
from protocol import constants as c
from protocol.due import curtain_failed_due
from protocol.messages import local
from protocol.messages.commands import Attention, AttentionState

PAINTED_WITHIN_S: Final = 2.0
DOWN_WITHIN_S: Final = 2.0


def ask(laptop: Laptop, asked: Asked) -> None:
    """Weigh a wish for attention; granted, its OPEN is written before anything else."""
    lock = laptop.lock
    used = gate.used_today(laptop)
    hard_end_s = laptop.dropped_locks.get(asked.access)
    left_s = None if hard_end_s is None else int(hard_end_s - laptop.now.boot_s)
    answer = gate.ask(laptop, asked, used=used, continuing_left_s=left_s)
    if not isinstance(answer, Grant):
        _refuse(laptop, asked, answer.reason)
        return
    if lock.is_busy:  # a line of the last one still has to be written
        _refuse(laptop, asked, Reason.LEDGER)
        return
    if lock.is_up:
        _refuse(laptop, asked, Reason.CAP)
        return
    lesson = laptop.lesson
    bell_s = laptop.now.boot_s if lesson is None else lesson.ends_s
    laptop.lock = LockFacts(
        asked=asked,
        opening=True,
        exempt=not answer.curtain,
        used=used,
        seconds=answer.seconds,
        continuing_left_s=left_s,
        hard_end_s=min(laptop.now.boot_s + answer.seconds, bell_s),
        where=record.context(laptop),
    )
    _append_open(laptop, laptop.lock, asked)


def _refuse(laptop: Laptop, asked: Asked, reason: Reason) -> None:
    record.refused(laptop, "attention", reason.value, asked.teacher)
    happen(laptop, LeaseEvent.LOCK_REFUSED, asked=asked)


def happen(
    laptop: Laptop,
    event: LeaseEvent,
    *,
    end: str = "",
    cause: str = "",
    asked: Asked | None = None,
) -> bool:
    """Let one event through the table; say whether it did anything.

    Args:
        laptop: the whole state.
        event: what happened.
        end: the word of CLOSE, should this end the lock.
        cause: the true cause, for the pupil's own chain.
        asked: the command that is refused, where it is one.
    """
    lock = laptop.lock
    found = step(TABLE, lock.state, event)
    if found.answer is Answer.IGNORE and not found.acts:
        if lock.opening and end:
            lock.cancelled, lock.end, lock.cause = True, end, cause
        return False
    if lock.state in _UP and end and not lock.end:
        lock.end, lock.cause = end, cause
    lock.state = found.next
    if asked is not None and LeaseAct.NOT_NOW in found.acts:
        links.say_no(laptop, asked)
    for act in found.acts:
        _ACTS[act](laptop, lock)
    return True


def recheck(laptop: Laptop) -> None:
    """Ask the law again on today's facts; a no lowers the curtain."""
    lock = laptop.lock
    if lock.asked is None or not (lock.state in _UP or lock.opening):
        return
    answer = gate.ask(
        laptop, lock.asked, used=lock.used, continuing_left_s=lock.continuing_left_s
    )
    if not isinstance(answer, Grant):
        reason = answer.reason.value
        happen(laptop, LeaseEvent.SLOT_ENDED, end="not_shared", cause=reason)


def tick(laptop: Laptop) -> None:
    """Do what time does to a lock."""
    lock, now_s = laptop.lock, laptop.now.boot_s
    if lock.state in _UP and now_s >= lock.until_s:
        end = "time" if lock.until_s >= lock.hard_end_s else "link"
        happen(laptop, LeaseEvent.UNTIL_REACHED, end=end, cause=end)
    if lock.state is LeaseState.RAISING and now_s >= lock.painted_by_s:
        happen(laptop, LeaseEvent.CURTAIN_FAILED, end="not_shared", cause="not_painted")
    if lock.state is LeaseState.RELEASING and now_s >= lock.down_by_s:
        lock.down_by_s = now_s + DOWN_WITHIN_S
        happen(laptop, LeaseEvent.NOT_DOWN_IN_2S)
    if lock.close_not_before_s is not None and now_s >= lock.close_not_before_s:
        lock.close_not_before_s = None
        _append_close(laptop, lock)
    if closing.is_due_again(laptop, lock):
        _append_close(laptop, lock)


def renew(laptop: Laptop, departed_s: float) -> None:
    """Let a pong that names this lock carry it on, inside its hard end."""
    laptop.lock.renewed_s = departed_s
    happen(laptop, LeaseEvent.RENEWAL_HEARD)


def heard(laptop: Laptop, word: local.Curtain) -> None:
    """Take what the session says of the curtain. Another curtain's word is nothing."""
    if word.lease != laptop.lock.access:
        if word.state is local.CurtainState.SHOWN:  # nobody asked for that one
            laptop.do(SendLocal(local.CurtainDown(word.lease)))
        return
    match word.state:
        case local.CurtainState.SHOWN:
            happen(laptop, LeaseEvent.CURTAIN_PAINTED)
        case local.CurtainState.FAILED:
            happen(
                laptop,
                LeaseEvent.CURTAIN_FAILED,
                end="not_shared",
                cause="not_painted",
            )
        case _:
            happen(laptop, LeaseEvent.CURTAIN_DOWN, end="not_shared", cause="session")


_UP: Final = (LeaseState.RAISING, LeaseState.HELD)


def _append_open(laptop: Laptop, lock: LockFacts, asked: Asked) -> None:
    left_s = lock.hard_end_s - laptop.now.boot_s
    record.append(
        laptop,
        opening.line(laptop, Purpose.ATTENTION, asked, left_s),
        then=lambda outcome: _opened(laptop, lock, outcome),
    )


def _opened(laptop: Laptop, lock: LockFacts, outcome: Outcome) -> None:
    lock.opening = False
    lock.opened_s = laptop.now.boot_s
    asked = lock.wish
    if outcome.line is None:
        links.say_no(laptop, asked)
        lock.end, lock.cause = "not_shared", "ledger"
        if outcome.landed:
            _append_close(laptop, lock)
        else:
            laptop.lock = LockFacts()
        return
    lock.opened, lock.open_seq = outcome.line, outcome.line.seq
    record.settle(laptop, outcome.line, asked)
    if lock.cancelled:
        links.say_no(laptop, asked)
        _append_close(laptop, lock)
    elif lock.exempt:
        _answer_as_failed(laptop, lock, asked)
    else:
        happen(laptop, LeaseEvent.LOCK_GRANTED)


def _answer_as_failed(laptop: Laptop, lock: LockFacts, asked: Asked) -> None:
    """Answer for an exempt pupil as for a curtain that failed: nobody can tell."""
    links.say_yes(laptop, asked, lock.opened)
    lock.end, lock.cause = "not_shared", "exempt"
    lock.close_not_before_s = _written_at(asked)
    due_s = curtain_failed_due(asked.arrived_s)
    _tell(laptop, lock, AttentionState.NOT_SHOWN, due_s)


def _written_at(asked: Asked) -> float:
    """Say when the end of a curtain that never showed is written, for every cause.

    The line holds its time, so an end written sooner would tell how it failed.
    """
    return curtain_failed_due(asked.arrived_s) + DOWN_WITHIN_S


# --- the acts, in the table's words ---------------------------------------------------


def _raise(laptop: Laptop, lock: LockFacts) -> None:
    asked, now_s = lock.wish, laptop.now.boot_s
    lock.until_s = min(links.first_lease(laptop, asked), lock.hard_end_s)
    lock.painted_by_s = max(now_s, asked.arrived_s) + PAINTED_WITHIN_S
    resting.sync_grabs(laptop)
    laptop.do(
        SendLocal(
            local.CurtainUp(
                lease=asked.access,
                teacher=asked.teacher_name,
                reason=laptop.why(asked),
                seconds=min(lock.seconds, c.U16_MAX),
                until_ms=int(lock.until_s * 1000),
                hard_end_ms=int(lock.hard_end_s * 1000),
            )
        )
    )


def _lower(laptop: Laptop, lock: LockFacts) -> None:
    if lock.down_by_s <= laptop.now.boot_s:
        lock.down_by_s = laptop.now.boot_s + DOWN_WITHIN_S
    laptop.do(SendLocal(local.CurtainDown(lock.wish.access)))


def _tell_requested(laptop: Laptop, lock: LockFacts) -> None:
    links.say_yes(laptop, lock.wish, lock.opened)


def _tell_shown(laptop: Laptop, lock: LockFacts) -> None:
    lock.shown = True
    _tell(laptop, lock, AttentionState.SHOWN)


def _tell_not_shown(laptop: Laptop, lock: LockFacts) -> None:
    """A curtain that never showed is told at one time, however it failed."""
    lock.told_down = True
    due_s = None if lock.shown else curtain_failed_due(lock.wish.arrived_s)
    _tell(laptop, lock, AttentionState.NOT_SHOWN, due_s)


def _tell_released(laptop: Laptop, lock: LockFacts) -> None:
    if not lock.told_down:
        lock.told_down = True
        _tell(laptop, lock, AttentionState.RELEASED)


def _tell(
    laptop: Laptop, lock: LockFacts, state: AttentionState, due_s: float | None = None
) -> None:
    asked = lock.wish
    if links.ready(laptop, asked.link) is None:
        return
    word = Attention(asked.body.seq, state)
    if due_s is None or due_s <= laptop.now.boot_s:
        laptop.do(SendWire(asked.link, word))
    else:
        laptop.do(SendAt(asked.link, word, due_s))


def _renew(laptop: Laptop, lock: LockFacts) -> None:
    until_s = min(lock.renewed_s + c.SILENCE_S, lock.hard_end_s)
    if until_s > lock.until_s:
        lock.until_s = until_s
        word = local.CurtainRenew(lock.wish.access, int(until_s * 1000))
        laptop.do(SendLocal(word))


def _append_close(laptop: Laptop, lock: LockFacts) -> None:
    lock.close_owed = True
    if _waits(laptop, lock):
        return
    closing.append(
        laptop, lock, pictures=0, then=lambda outcome: _closed(laptop, lock, outcome)
    )


def _waits(laptop: Laptop, lock: LockFacts) -> bool:
    """Put the end of a curtain that never showed off until its one time."""
    is_no = lock.opened is None or lock.cancelled  # answered with a no already
    if is_no or lock.shown or lock.end != "not_shared":
        return False
    at_s = _written_at(lock.wish)
    if laptop.now.boot_s >= at_s:
        return False
    lock.close_not_before_s = at_s
    return True


def _closed(laptop: Laptop, lock: LockFacts, outcome: Outcome) -> None:
    if outcome.line is not None:
        record.owe(laptop, outcome.line, lock.wish.teacher)
    if outcome.line is None and not outcome.landed:
        closing.owe(laptop, lock)
        return
    lock.close_owed = False
    laptop.lock = LockFacts()  # no other began before this line was on disk
    resting.sync_grabs(laptop)


def _raise_hand(laptop: Laptop, _: LockFacts) -> None:
    hands.raise_plain(laptop)


def _keep_for_continuation(laptop: Laptop, lock: LockFacts) -> None:
    laptop.dropped_locks[lock.wish.access] = lock.hard_end_s


def _not_now(_: Laptop, __: LockFacts) -> None:
    """Said where the refused command is known."""


_ACTS: Final[dict[LeaseAct, Callable[[Laptop, LockFacts], None]]] = {
    LeaseAct.RAISE: _raise,
    LeaseAct.LOWER: _lower,
    LeaseAct.TELL_REQUESTED: _tell_requested,
    LeaseAct.TELL_SHOWN: _tell_shown,
    LeaseAct.TELL_NOT_SHOWN: _tell_not_shown,
    LeaseAct.TELL_RELEASED: _tell_released,
    LeaseAct.NOT_NOW: _not_now,
    LeaseAct.RENEW: _renew,
    LeaseAct.APPEND_CLOSE: _append_close,
    LeaseAct.RAISE_HAND: _raise_hand,
    LeaseAct.KEEP_FOR_CONTINUATION: _keep_for_continuation,
}
