# SPDX-License-Identifier: GPL-3.0-or-later
"""The laptop's whole mind: one event in, commands out, no clock, no disk, no socket.

After every event the law is asked again about everything that is open, so that no
narrowing has to be thought of twice. Source: docs/spec/access.md.
"""

from collections.abc import Callable
from typing import Any, Final

from agent.core import (
    asking,
    choices,
    comparing,
    copies,
    curtain,
    deadlines,
    door,
    eye,
    forgetting,
    frames,
    given_back,
    lessons,
    links,
    looks,
    orders,
    owed,
    pauses,
    place,
    questions,
    record,
    resting,
    sessions,
    shares,
    starting,
    syncing,
)
from agent.core import events as e
from agent.core.access import AccessEvent
from agent.core.commands import Command
from agent.core.instant import Instant
from agent.core.laptop import Identity, Laptop
from agent.core.lease import LeaseEvent
from agent.core.records import Records
from consent.documents.fields import Lang
from consent.ledger.kinds import Kind
from consent.shelf.shelf import Shelf
from protocol.messages.pictures import PictureTaken
from protocol.messages.records import Erased, HeadsTaken, Logged

LOOK_AGAIN_S: Final = 5.0  # sooner than LATEST_S: a beat wakes us anyway
STEP_S: Final = 0.5  # the two clocks part no faster than this, unless one was set


class Supervisor:
    """What runs one laptop. Give it every event with the time it happened."""

    def __init__(
        self,
        me: Identity,
        shelf: Shelf,
        records: Records,
        now: Instant,
        lang: Lang = Lang.NL,
    ) -> None:
        """Begin with nothing open; DaemonStarted comes first.

        Args:
            me: this laptop's certificate.
            shelf: the papers; changed only by who sends PapersChanged after.
            records: the reading half of the ledger.
            now: both clocks.
            lang: the language of the pupil's sentences.
        """
        self.laptop = Laptop(me=me, shelf=shelf, records=records, now=now, lang=lang)
        self._settled = now

    def handle(self, event: e.Event, now: Instant) -> list[Command]:
        """Say what to do about one event, in order."""
        laptop = self.laptop
        laptop.now = now
        if self._is_routine(event):
            HANDLERS[type(event)](laptop, event)
        else:
            place.refresh(laptop)
            HANDLERS[type(event)](laptop, event)
            _settle(laptop)
            self._settled = now
        commands, laptop.out = laptop.out, []
        return commands

    def _is_routine(self, event: e.Event) -> bool:
        """Say whether this is a beat after which the law would say what it said.

        Nothing then changed but the time, and what waits for a time is looked at when
        it is due, or at the next tick: most of the price of being idle.
        """
        now, before = self.laptop.now, self._settled
        return (
            self._is_beat(event)
            and now.boot_s < before.boot_s + LOOK_AGAIN_S
            and abs(now.apart_s - before.apart_s) < STEP_S
            and not deadlines.any_passed(self.laptop, before.boot_s)
        )

    def _is_beat(self, event: e.Event) -> bool:
        match event:
            case e.SessionHeard():
                return sessions.is_old_news(self.laptop, event.message)
            case e.PingLeft():
                return True
            case e.PongHeard():  # it renews a look; a curtain it may also end
                return self.laptop.lock.asked is None
            case _:
                return False

    def deadline(self) -> float:
        """Give the boot time at which a Ticked is due if nothing happens before."""
        return deadlines.next_tick(self.laptop, self._settled.boot_s)


def _settle(laptop: Laptop) -> None:
    """Let time and the law look at everything, the narrowing first."""
    owed.tick(laptop)
    if not laptop.started:
        return
    sessions.watch(laptop)
    pauses.tick(laptop)
    choices.recheck(laptop)
    lessons.watch(laptop)
    looks.tick(laptop)
    asking.recheck(laptop)
    curtain.tick(laptop)
    curtain.recheck(laptop)
    asking.end_notices(laptop)
    questions.tick(laptop)
    shares.expire(laptop)
    resting.sync_grabs(laptop)
    door.watch(laptop)
    eye.tell(laptop)


def _greeted(laptop: Laptop, event: e.ConsoleGreeted) -> None:
    syncing.greet(laptop, event)


def _synced(laptop: Laptop, event: e.SyncedHeard) -> None:
    link = laptop.links.get(event.link)
    if link is not None:
        syncing.answered(laptop, link, event.synced)
        forgetting.ask(laptop, link)


def _pong(laptop: Laptop, event: e.PongHeard) -> None:
    link = links.ready(laptop, event.link)
    if link is None:
        return
    for look in laptop.looks:
        is_own = look.asked is not None and look.asked.link == link.id
        if is_own and look.access in event.wanted:
            looks.renew(look, event.departed_s)
    lock = laptop.lock
    if lock.asked is not None and lock.asked.link == link.id:
        if lock.access in event.wanted:
            curtain.renew(laptop, event.departed_s)
        else:
            curtain.happen(laptop, LeaseEvent.PONG_WITHOUT_THIS_LOCK)
    links.flush_receipts(laptop, link)
    given_back.ask_proofs(laptop, link)


def _ping_left(laptop: Laptop, event: e.PingLeft) -> None:
    link = laptop.links.get(event.link)
    if link is not None:
        link.keep_ping(event.n, event.departed_s)


def _wire(laptop: Laptop, event: e.WireHeard) -> None:
    link = links.ready(laptop, event.link)
    if link is None:
        return
    match event.message:
        case PictureTaken():
            frames.taken(laptop, link.id, event.message)
        case Logged():
            syncing.proven(laptop, link, event.message.entry)
        case Erased():
            forgetting.heard(laptop, link, event.message)
        case HeadsTaken():
            comparing.heard(laptop, link, event.message)
        case _:
            copies.heard(laptop, link.id, event.message)


def _link_ended(laptop: Laptop, event: e.LinkEnded) -> None:
    link = laptop.links.pop(event.link, None)
    if link is None:
        return
    comparing.ended(laptop, link)
    for look in laptop.looks:
        if look.asked is not None and look.asked.link == link.id:
            looks.happen(
                laptop, look, AccessEvent.LEASE_ENDED, end="link", cause="link"
            )
    lock = laptop.lock
    if lock.asked is not None and lock.asked.link == link.id:
        curtain.happen(laptop, LeaseEvent.LINK_ENDED, end="link", cause="link")
    if laptop.lesson is not None and laptop.lesson.link == link.id:
        laptop.lesson.link = None


def _network(laptop: Laptop, event: e.NetworkChanged) -> None:
    link = laptop.links.get(event.link)
    if link is not None:
        link.on_network = event.on_school_network


def _papers(laptop: Laptop, event: e.PapersChanged) -> None:
    for paper in event.taken:
        fields = {
            "paper": paper.kind,
            "ref": paper.ref,
            "serial": paper.serial,
            "sha256": paper.sha256,
            "outcome": paper.outcome,
        }
        record.note(laptop, record.own(Kind.PAPER, fields))
    place.papers_came(laptop)
    door.end_revoked(laptop)
    sessions.welcome(laptop)
    for link in laptop.links.values():
        if link.ready:
            syncing.ready(laptop, link)


def _stopping(laptop: Laptop, _: e.Stopping) -> None:
    lessons.end(laptop, end_word="link")
    laptop.started = False


def _copy(laptop: Laptop, event: e.CopyCompared) -> None:
    copies.compared(
        laptop,
        event.link,
        agrees=event.agrees,
        last_seq=event.last_seq,
        last=event.last,
    )


def _list_fault(laptop: Laptop, event: e.ListFault) -> None:
    record.list_fault(laptop, event.what, event.place, is_new=event.is_new)


def _list_erased(laptop: Laptop, _: e.ListErased) -> None:
    shares.forget_erased(laptop)
    forgetting.ask_all(laptop)


def _mended(laptop: Laptop, _: e.LedgerMended) -> None:
    laptop.ledger_ok = True


HANDLERS: Final[dict[type, Callable[[Laptop, Any], None]]] = {
    e.DaemonStarted: lambda laptop, event: starting.started(laptop, event.memory),
    e.ConsoleGreeted: _greeted,
    e.SyncedHeard: _synced,
    e.CommandHeard: orders.heard,
    e.PongHeard: _pong,
    e.PingLeft: _ping_left,
    e.WireHeard: _wire,
    e.LinkEnded: _link_ended,
    e.NetworkChanged: _network,
    e.PapersChanged: _papers,
    e.SessionHere: sessions.came,
    e.SessionLost: lambda laptop, _: sessions.lost(laptop),
    e.SessionHeard: lambda laptop, event: sessions.heard(laptop, event.message),
    e.EntryWritten: lambda laptop, x: record.on_written(laptop, x.token, x.lines),
    e.EntryFailed: lambda laptop, x: record.on_failed(laptop, x.token, landed=x.landed),
    e.ListFault: _list_fault,
    e.LedgerMended: _mended,
    e.NoKept: lambda laptop, event: choices.click_kept(laptop, event.n),
    e.NoNotKept: lambda laptop, event: owed.no_not_kept(laptop, event.keys),
    e.PauseNotKept: lambda laptop, event: owed.pause_not_kept(laptop, event.n),
    e.YesNotKept: lambda laptop, event: owed.yes_not_kept(laptop, event.key),
    e.ResumeNotKept: lambda laptop, _: owed.resume_not_kept(laptop),
    e.YesKept: lambda laptop, event: choices.yes_kept(laptop, event.key, event.n),
    e.ResumeKept: lambda laptop, event: pauses.resumed(laptop, event.n),
    e.CopyCompared: _copy,
    e.ListErased: _list_erased,
    e.OrderCarriedOut: lambda laptop, _: forgetting.ask_all(laptop),
    e.Stopping: _stopping,
    e.Ticked: lambda *_: None,  # the law looks after every event
}
