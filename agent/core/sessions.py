# SPDX-License-Identifier: GPL-3.0-or-later
"""The pupil's session: it comes, speaks every two seconds, clicks, and may be gone.

Source: docs/spec/local.md; docs/spec/access.md "The session".
"""

from agent.core import (
    choices,
    curtain,
    frames,
    hands,
    looks,
    pauses,
    questions,
    record,
    shares,
    wordings,
)
from agent.core.access import AccessEvent, AccessState
from agent.core.commands import CarryOut, DropSession, SendLocal, ShowList
from agent.core.events import FromSession, SessionHere
from agent.core.laptop import SESSION_BACK_S, SESSION_SILENT_S, Laptop, SessionFacts
from agent.core.lease import LeaseEvent
from consent.purpose import Purpose
from protocol.messages import local

LOCAL_VERSION = 1


def came(laptop: Laptop, event: SessionHere) -> None:
    """Welcome the one session, and tell it how things stand."""
    laptop.session = SessionFacts(event.here, event.account, laptop.now.boot_s)
    laptop.said.clear()
    welcome(laptop)
    laptop.do(SendLocal(local.Offers(shares.lying_ready(laptop))))


def welcome(laptop: Laptop) -> None:
    """Say who we are and what the school's texts are; again when they change."""
    if laptop.session is None:
        return
    trust = laptop.shelf.trust
    word = local.Welcomed(
        version=LOCAL_VERSION,
        kind="none" if trust is None else trust.kind.value,
        lang=laptop.lang.value,
        band=wordings.BANDS[wordings.band(laptop)],
        school="" if trust is None else trust.name,
        notices=wordings.notices(laptop),
        clicks_kept=laptop.clicks_kept,
    )
    steady = (word.kind, word.band, word.school, word.notices)
    if laptop.said.get("welcome") != steady:
        laptop.said["welcome"] = steady
        laptop.do(SendLocal(word))


def lost(laptop: Laptop) -> None:
    """The socket closed: no indicator, so no picture, no curtain and no question."""
    if laptop.session is None:
        return
    laptop.session = None
    laptop.session_back_s = laptop.now.boot_s + SESSION_BACK_S
    for look in laptop.looks:
        look.grabbing = False
        looks.happen(
            laptop,
            look,
            AccessEvent.INDICATOR_LOST,
            end="not_shared",
            cause="session",
        )
    curtain.happen(laptop, LeaseEvent.SESSION_LOST, end="not_shared", cause="session")
    questions.session_gone(laptop)


def watch(laptop: Laptop) -> None:
    """Drop a session that has been silent too long."""
    session = laptop.session
    if session is None or laptop.now.boot_s - session.heard_s <= SESSION_SILENT_S:
        return
    curtain.happen(laptop, LeaseEvent.SESSION_FROZEN, end="not_shared", cause="session")
    laptop.do(DropSession())
    lost(laptop)


def heard(laptop: Laptop, word: FromSession) -> None:  # noqa: C901 -- one line a word
    """Take what the session says."""
    session = laptop.session
    if session is None:
        return
    match word:
        case local.Alive():
            session.heard_s = laptop.now.boot_s
            session.proof_ok, session.locked = word.proof_ok, word.screen_locked
        case local.Frame():
            frames.heard(laptop, word)
        case local.Click():
            _click(laptop, word)
        case local.Choice():
            choices.heard(laptop, word)
        case local.Answer():
            _answer(laptop, word)
        case local.Curtain():
            curtain.heard(laptop, word)
        case local.OfferGone():
            shares.put_away(laptop, word.id)
        case local.LogAskLocal():
            if word.before_seq == 0:
                record.note_reading(laptop)
            _show_list(laptop, word)
        case local.Order():
            laptop.do(CarryOut(word.kind, word.target, word.pupil_sig))
        case _:
            _show_list(laptop, local.LogAskLocal(0, local.LOG_PAGE))


def is_old_news(laptop: Laptop, word: FromSession) -> bool:
    """Say whether a word is an Alive that says what the last one said."""
    session = laptop.session
    return (
        isinstance(word, local.Alive)
        and session is not None
        and (session.proof_ok, session.locked) == (word.proof_ok, word.screen_locked)
    )


def _click(laptop: Laptop, word: local.Click) -> None:
    match word.kind:
        case local.ClickKind.STOP:
            choices.stop(laptop, word.access, word.n)
        case local.ClickKind.PAUSE:
            pauses.by_click(laptop, word.n)
        case local.ClickKind.RESUME:
            pauses.resume(laptop, word.n)
        case local.ClickKind.UNDO:
            choices.undo(laptop, word.n)
        case local.ClickKind.NEE:
            _nee(laptop, word.access)
            choices.click_kept(laptop, word.n)
        case _:
            _hand(laptop, word.kind)
            choices.click_kept(laptop, word.n)


def _nee(laptop: Laptop, access: bytes | None) -> None:
    """Veto that one look for good, before or after it began."""
    if access is None:
        return
    laptop.vetoed.add(access)
    look = laptop.look_of(access)
    if look is not None:
        looks.say_nee(laptop, look)


def _hand(laptop: Laptop, kind: local.ClickKind) -> None:
    match kind:
        case local.ClickKind.HAND:
            hands.raise_plain(laptop)
        case local.ClickKind.HAND_OFFER:
            hands.offer_look(laptop)
        case local.ClickKind.HAND_CLEAR:
            hands.lower(laptop)
        case _:
            if not curtain.happen(
                laptop,
                LeaseEvent.PUPIL_NEEDS_HELP,
                end="not_shared",
                cause="help_now",
            ):
                hands.raise_plain(laptop)


def _answer(laptop: Laptop, word: local.Answer) -> None:
    if not word.yes:
        _nee(laptop, word.access)  # also when the notice has just passed
        return
    look = laptop.look_of(word.access)
    if look is None or look.state is not AccessState.NOTICE:
        return
    if look.purpose is Purpose.SHOW and look.event_yes is None:
        look.event_yes = True
        look.notice_ends_s = laptop.now.boot_s


def _show_list(laptop: Laptop, word: local.LogAskLocal) -> None:
    laptop.do(
        ShowList(
            before_seq=word.before_seq,
            count=word.count,
            agrees=laptop.agrees,
            healthy=laptop.ledger_ok and laptop.list_whole,
        )
    )
