# SPDX-License-Identifier: GPL-3.0-or-later
"""Driving the two looks through their table: each act of it is a small function here.

Source: docs/spec/access.md.
"""

from collections.abc import Callable, Iterable
from typing import Final

from agent.core import closing, links, opening, record, resting
from agent.core.access import TABLE, AccessAct, AccessEvent, AccessState
from agent.core.commands import SendLocal, TellEnded
from agent.core.laptop import Asked, Laptop, LookFacts, Outcome
from agent.core.table import Answer, step
from agent.core.throttle import PictureLane
from consent import purpose as p
from consent.ledger.draft import Draft
from consent.ledger.kinds import REASONS, Kind
from consent.purpose import Purpose
from protocol import constants as c
from protocol.messages import local

GAP_S: Final = {
    Purpose.OVERVIEW: p.OVERVIEW_GAP_S,
    Purpose.VIEW: p.VIEW_GAP_S,
    Purpose.SHOW: p.VIEW_GAP_S,
}
NOTICE_S: Final = {
    Purpose.OVERVIEW: 0.0,
    Purpose.VIEW: float(p.VIEW_NOTICE_S),
    Purpose.SHOW: float(p.SHOW_PREVIEW_S),
}


def happen(
    laptop: Laptop,
    look: LookFacts,
    event: AccessEvent,
    *,
    end: str = "",
    cause: str = "",
) -> bool:
    """Let one event through the table; say whether it did anything.

    Args:
        laptop: the whole state.
        look: which of the two.
        event: what happened.
        end: the word of CLOSE, should this end the look.
        cause: the true cause, for the pupil's own chain.
    """
    found = step(TABLE, look.state, event)
    if found.answer is Answer.IGNORE and not found.acts:
        return False
    if look.is_open and end and not look.end:
        look.end, look.cause = end, cause
    look.state = found.next
    for act in found.acts:
        _ACTS[act](laptop, look)
    return True


def renew(look: LookFacts, departed_s: float) -> None:
    """Let a pong that names this look carry it on; never shorten it."""
    look.lease_s = max(look.lease_s, departed_s + c.SILENCE_S)


def tick(laptop: Laptop) -> None:
    """Do what time does to both looks."""
    for look in laptop.looks:
        _tick(laptop, look)


def _tick(laptop: Laptop, look: LookFacts) -> None:
    now_s = laptop.now.boot_s
    if look.is_open and now_s >= look.lease_s:
        happen(laptop, look, AccessEvent.LEASE_ENDED, end="link", cause="link")
    if look.state is AccessState.STREAMING and now_s >= look.ends_s:
        asked_s = look.wish.body.args.get("seconds", 0)
        end = "cap" if isinstance(asked_s, int) and asked_s > look.seconds else "time"
        happen(laptop, look, AccessEvent.NARROWING_HEARD, end=end, cause=end)
    if closing.is_due_again(laptop, look):
        _append_close(laptop, look)


def stop_grabbing(laptop: Laptop, purposes: Iterable[Purpose] = p.PICTURES) -> None:
    """Take every Grab of these purposes back, before anything is stored or told."""
    for look in laptop.looks:
        if look.purpose in set(purposes):
            resting.stop(laptop, look)


def narrow(
    laptop: Laptop,
    *,
    end: str,
    cause: str,
    purposes: Iterable[Purpose] = p.PICTURES,
) -> None:
    """End every open look of these purposes at once."""
    for look in laptop.looks:
        if look.purpose in set(purposes):
            happen(laptop, look, AccessEvent.NARROWING_HEARD, end=end, cause=cause)


def say_nee(laptop: Laptop, look: LookFacts) -> None:
    """[Nee] and [Stop] of one look: that id is vetoed for good."""
    happen(
        laptop, look, AccessEvent.PUPIL_SAID_NEE, end="not_shared", cause="pupil_stop"
    )


# --- the acts, in the table's words ---------------------------------------------------


def _show_notice(laptop: Laptop, look: LookFacts) -> None:
    asked, purpose = look.wish, look.power
    if purpose is Purpose.OVERVIEW or look.offered:
        return
    laptop.do(
        SendLocal(
            local.Ask(
                access=asked.access,
                purpose=local.Looks[purpose.name],
                teacher=asked.teacher_name,
                why=laptop.why(asked),
                seconds=int(NOTICE_S[purpose]),
            )
        )
    )


def _notice_off(laptop: Laptop, look: LookFacts) -> None:
    """The eye follows the state by itself; a preview must be told to go."""
    laptop.do(SendLocal(local.GrabStop(look.wish.access)))


def _veto(laptop: Laptop, look: LookFacts) -> None:
    laptop.vetoed.add(look.wish.access)


def _refuse_at_due(laptop: Laptop, look: LookFacts) -> None:
    links.say_no(laptop, look.wish)


def _append_refused(laptop: Laptop, look: LookFacts) -> None:
    reason = look.cause if look.cause in REASONS else "event_no"
    record.refused(laptop, look.power.value, reason, look.wish.teacher)


def _append_open(laptop: Laptop, look: LookFacts) -> None:
    asked, now_s = look.wish, laptop.now.boot_s
    left_s = min(look.seconds, look.hard_end_s - now_s)
    look.opened_s = now_s
    look.ends_s = min(now_s + look.seconds, look.hard_end_s)
    look.where = record.context(laptop)
    record.append(
        laptop,
        *_said_yes(look, asked),
        opening.line(laptop, look.power, asked, left_s),
        then=lambda outcome: _opened(laptop, look, outcome),
    )


def _said_yes(look: LookFacts, asked: Asked) -> list[Draft]:
    """Keep the pupil's own word on this very look, where one was asked or given."""
    if look.power is Purpose.SHOW:
        how = "preview"
    elif look.offered:
        how = "offer"
    else:
        return []
    fields = {"purpose": look.power, "access": asked.body.access, "how": how}
    return [record.own(Kind.SAID_YES, fields)]


def _opened(laptop: Laptop, look: LookFacts, outcome: Outcome) -> None:
    line = outcome.line
    if line is None:
        look.end, look.cause = "not_shared", "ledger"
        landed = AccessEvent.OPEN_FAILED_ON_DISK
        happen(laptop, look, landed if outcome.landed else AccessEvent.OPEN_FAILED)
        return
    look.opened, look.open_seq = line, line.seq
    record.settle(laptop, line, look.wish)
    happen(laptop, look, AccessEvent.OPEN_ON_DISK)


def _send_receipt(laptop: Laptop, look: LookFacts) -> None:
    links.say_yes(laptop, look.wish, look.opened)


def _grab(laptop: Laptop, look: LookFacts) -> None:
    look.lane = PictureLane(GAP_S[look.power])
    resting.sync_grabs(laptop)


def _grab_off(laptop: Laptop, look: LookFacts) -> None:
    resting.stop(laptop, look)


def _send_ended(laptop: Laptop, look: LookFacts) -> None:
    asked = look.wish
    if links.ready(laptop, asked.link) is not None:
        laptop.do(TellEnded(asked.link, asked.access, look.lane.out is not None))


def _append_close(laptop: Laptop, look: LookFacts) -> None:
    if look.pictures:
        laptop.last_looked = laptop.now.wall
    closing.append(
        laptop,
        look,
        pictures=look.pictures,
        then=lambda outcome: _closed(laptop, look, outcome),
    )


def _closed(laptop: Laptop, look: LookFacts, outcome: Outcome) -> None:
    if outcome.line is not None:
        record.owe(laptop, outcome.line, look.wish.teacher)
    if outcome.line is not None or outcome.landed:
        happen(laptop, look, AccessEvent.CLOSE_ON_DISK)
        return
    closing.owe(laptop, look)
    happen(laptop, look, AccessEvent.CLOSE_FAILED)


def _log_fault(laptop: Laptop, _: LookFacts) -> None:
    laptop.ledger_ok = False


def _free(_: Laptop, look: LookFacts) -> None:
    look.forget()


def _nothing(_: Laptop, __: LookFacts) -> None:
    """Frames and proofs are handled where they arrive."""


_ACTS: Final[dict[AccessAct, Callable[[Laptop, LookFacts], None]]] = {
    AccessAct.SHOW_NOTICE: _show_notice,
    AccessAct.NOTICE_OFF: _notice_off,
    AccessAct.VETO: _veto,
    AccessAct.REFUSE_AT_DUE: _refuse_at_due,
    AccessAct.APPEND_REFUSED: _append_refused,
    AccessAct.APPEND_OPEN: _append_open,
    AccessAct.SEND_RECEIPT: _send_receipt,
    AccessAct.GRAB: _grab,
    AccessAct.GRAB_OFF: _grab_off,
    AccessAct.SEND_ENDED: _send_ended,
    AccessAct.APPEND_CLOSE: _append_close,
    AccessAct.SEND_FRAME: _nothing,
    AccessAct.DROP_FRAME: _nothing,
    AccessAct.MARK_PROVEN: _nothing,
    AccessAct.SHOW_UNCONFIRMED: _nothing,
    AccessAct.LOG_FAULT: _log_fault,
    AccessAct.FREE: _free,
}
