# SPDX-License-Identifier: GPL-3.0-or-later
"""The wall as the window gets it: plain values, made anew from the room."""

from collections import Counter
from datetime import datetime

from console.core.attention import Attention
from console.core.hands import Hands
from console.core.look import Look
from console.core.moment import Moment
from console.core.overview import Overview
from console.core.parts import Parts
from console.core.room import Room
from console.core.seat import Seat
from console.core.view import (
    AttentionView,
    LookView,
    SlotView,
    TileState,
    TileView,
    WallView,
)
from console.core.words import Words


def wall_view(
    parts: Parts, summary: str, held: tuple[datetime, datetime] | None, now: Moment
) -> WallView:
    """Make the whole view of this moment."""
    room, overview, look = parts.room, parts.overview, parts.look
    facts, wish = room.facts, overview.wish
    tiles = tuple(_tile(seat, look, parts.hands) for seat in _sorted(room))
    return WallView(
        now=now.wall,
        demo=facts.demo if facts else False,
        slot=_slot(room),
        tiles=tiles,
        expected=sum(1 for s in room.seats.values() if s.facts.device is not None),
        connected=sum(1 for s in room.seats.values() if s.link is not None),
        overview_reason=_reason(room, overview),
        overview_until=wish.until if wish else None,
        look=_look(look),
        attention=_attention(room, parts.attention),
        reasons=facts.reasons if facts else (),
        attention_reasons=facts.attention_reasons if facts else (),
        trouble=trouble(room, parts.words),
        summary=summary,
        held=held,
    )


def trouble(room: Room, words: Words) -> str:
    """Choose the one sentence that matters most now."""
    if not room.ledger_works:
        return words.ledger_broken
    if any(seat.superseded for seat in room.seats.values()):
        return words.superseded
    declined = Counter(
        seat.link.declined
        for seat in room.seats.values()
        if seat.link is not None and seat.link.declined is not None
    )
    if declined:
        return words.declined[declined.most_common(1)[0][0]]
    return room.trouble


def _sorted(room: Room) -> list[Seat]:
    return sorted(room.seats.values(), key=lambda s: (s.facts.sort, s.pupil))


def _tile(seat: Seat, look: Look, hands: Hands) -> TileView:
    looks = look.record if look.record and look.record.seat is seat else None
    return TileView(
        pupil=seat.pupil,
        name=seat.facts.name,
        sort=seat.facts.sort,
        state=seat.state,
        picture=seat.pictures,
        hand=hands.view(seat.pupil),
        lock=seat.lock,
        looking_until=looks.until if looks else None,
        lost_since=seat.lost_since if seat.state is TileState.LOST else None,
    )


def _slot(room: Room) -> SlotView | None:
    slot, facts = room.lesson.slot if room.lesson else room.slot, room.facts
    if slot is None or facts is None:
        return None
    return SlotView(
        class_name=facts.class_name,
        subject=slot.subject,
        teacher_name=facts.teacher_name,
        starts=slot.starts,
        ends=slot.ends,
        started=room.lesson is not None,
    )


def _reason(room: Room, overview: Overview) -> str | None:
    wish = overview.wish
    if wish is None or room.facts is None:
        return None
    return wish.reason or room.facts.reason_words(wish.reason_code)


def _look(look: Look) -> LookView | None:
    record = look.record
    if record is None:
        return None
    return LookView(
        pupil=record.seat.pupil,
        name=record.seat.facts.name,
        reason=record.reason,
        until=record.until,
        offered=record.offered,
    )


def _attention(room: Room, attention: Attention) -> AttentionView | None:
    record = attention.record
    if record is None or room.facts is None:
        return None
    return AttentionView(
        reason=room.facts.attention_words(record.reason_code),
        until=record.until,
        pupil=record.pupil,
    )
