# SPDX-License-Identifier: GPL-3.0-or-later
"""The shell around the Supervisor: it reads clocks, keeps files and moves bytes.

One event at a time goes in; what the core orders is done in its order; what comes of it
goes in as the next event. Nothing is decided here.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, assert_never

from agent.core import commands as c
from agent.core import events as e
from agent.core.instant import Instant
from agent.core.laptop import Identity
from agent.core.record import context
from agent.core.supervisor import Supervisor
from agent.daemon import errands, keeping, network
from agent.daemon.alarm import Alarm
from agent.daemon.announce import Port
from agent.daemon.checking import Checking
from agent.daemon.dpo_erasure import DpoErasure
from agent.daemon.errands import Doing, Errands
from agent.daemon.folder_news import FolderNews
from agent.daemon.given import Givens
from agent.daemon.identity import Enrolled
from agent.daemon.journal import Chosen, Journal, Recorded
from agent.daemon.kept_choices import KeptChoices
from agent.daemon.link import Connections, Spoken
from agent.daemon.officer import Officer
from agent.daemon.own_list import OwnList
from agent.daemon.papers import Papers
from agent.daemon.recall import recall
from agent.daemon.rounds import Rounds, rest_s
from agent.daemon.session_port import SessionPort
from agent.daemon.settings import Settings
from agent.daemon.trouble import DaemonError, Exit
from consent.documents.signed import SignedPaper
from consent.ledger.errors import LedgerError
from consent.network import on_school_network
from consent.shelf.shelf import Shelf
from consent.store.agent_ledger import AgentLedger
from consent.store.agent_rescue import is_sound, rescue
from consent.store.run_mark import RunMark
from consent.store.shelf_folder import ShelfFolder
from protocol.aio.link import Link
from protocol.aio.network_news import NetworkNews, hear_kernel
from protocol.messages.local import OrderKind

LOG = logging.getLogger("inzage.daemon")
FETCH_EACH_S: Final = 3_600.0


@dataclass(frozen=True, slots=True)
class Clocks:
    """The two clocks, read in one place."""

    boot: Callable[[], float]
    wall: Callable[[], datetime]

    def now(self) -> Instant:
        """Read both."""
        return Instant(self.boot(), self.wall())


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line said."""

    socket: Path
    address: str
    port: int
    session_uid: int | None


class Daemon:
    """One laptop's service."""

    def __init__(
        self, enrolled: Enrolled, settings: Settings, options: Options, clocks: Clocks
    ) -> None:
        """Read the disk; nothing is open yet.

        Raises:
            DaemonError: the papers or the ledger cannot be used at all.
        """
        self._enrolled, self._clocks = enrolled, clocks
        self._settings = settings
        now = clocks.now()
        self._papers = _papers(enrolled, now.wall)
        self._ledger = _ledger(enrolled)
        self._mark = RunMark(enrolled.places.mark)
        kept = KeptChoices(enrolled.places.choices)
        me = Identity(enrolled.device, enrolled.fingerprint, enrolled.peer.sign_pub)
        self.mind = Supervisor(
            me, self._papers.shelf, self._ledger, now, settings.language
        )
        self._events: deque[e.Event] = deque()
        self._is_turning = False
        self._alarm: Alarm | None = None
        self._journal = Journal(self._ledger, kept, self.tell)
        self._kept = kept
        self._list = OwnList(self._ledger, enrolled)
        self._erasure = DpoErasure(self._ledger)
        self._errands = _errands(enrolled, self._ledger, self._list, clocks)
        self._checking = Checking(self._ledger, me.sign_pub, self.tell)
        self._links = Connections(
            enrolled.peer.fingerprint,
            self._papers.held,
            Givens(self._take_paper),
            self._is_inside,
            self._ledger.remember_teacher,
            self.tell,
            clocks.boot,
        )
        self._session = SessionPort(options.socket, options.session_uid, self.tell)
        self._port = Port(
            enrolled.places,
            options.address,
            options.port,
            settings.interfaces,
            self._links.serve,
        )
        self._port_wanted = False
        self._port_changed = asyncio.Event()
        self.port_is_open = asyncio.Event()
        self._is_port_told = False
        self._network_news = NetworkNews(clocks.boot, hear_kernel())
        self._papers_news = FolderNews(enrolled.places.papers, clocks.wall)
        again_s = rest_s(is_told=self._network_news.is_told)
        self._rounds = Rounds(now.boot_s, again_s)
        self._fetched_s = self._dropped_s = float("-inf")

    async def run(self, stop: asyncio.Event) -> None:
        """Serve until asked to stop, then close everything in good order."""
        self._start()
        await self._session.open()
        try:
            async with asyncio.TaskGroup() as group:
                going = (self._keep_time(), self._keep_network(), self._keep_port())
                tasks = [group.create_task(each) for each in going]
                await stop.wait()
                for task in tasks:
                    task.cancel()
        finally:
            await self._end()

    @property
    def port(self) -> int:
        """Give the number of the open port; 0 while it is shut."""
        return self._port.number

    def close(self) -> None:
        """Let go of the disk without having run."""
        self._network_news.close()
        self._ledger.close()

    def look_around(self) -> None:
        """Look at a broken log, at networks and at papers that lie ready."""
        now_s = self._clocks.boot()
        self._rounds.looked_s = now_s
        self._journal.try_again(context(self.mind.laptop))
        self._checking.go_on()
        self._errands.look(self.mind.laptop)
        self._fetch(now_s)
        self._drop_old(now_s)
        self.look_at_network()

    async def settle_port(self) -> None:
        """Open or shut the port as the core wants it; one that is taken is retried."""
        is_open = self.port != 0
        if self._port_wanted:
            await self._listen()  # or announce where we are by now
        elif is_open:
            await self._shut()

    def tell(self, event: e.Event) -> None:
        """Let one thing happen, and do all that follows before returning.

        An event that comes while another is handled waits its turn.
        """
        self._events.append(event)
        if self._is_turning:
            return
        self._is_turning = True
        try:
            while self._events:
                self._turn(self._events.popleft())
        finally:
            self._is_turning = False
        self._set_alarm()

    # --- one turn

    def _turn(self, event: e.Event) -> None:
        for command in self.mind.handle(event, self._clocks.now()):
            self._do(command)

    def _do(self, command: c.Command) -> None:
        match command:
            case c.OpenPort() | c.ClosePort():
                self._want_port(is_open=isinstance(command, c.OpenPort))
            case c.SendLocal():
                self._session.send(command.message)
            case c.DropSession():
                self._session.drop()
            case c.ShowList():
                self._session.send(self._list.page(self.mind.laptop, command))
            case c.CarryOut():
                self._carry_out(command)
            case _:
                self._do_outside(command)

    def _carry_out(self, command: c.CarryOut) -> None:
        for part in self._list.carry_out(self.mind.laptop, command):
            self._session.send(part)
        if command.kind is OrderKind.ERASE:
            self.tell(e.ListErased())

    def _do_outside(self, command: Spoken | Chosen | Recorded) -> None:
        if isinstance(command, Spoken):
            self._links.do(command)
        elif isinstance(command, Chosen):
            self._journal.choose(command)
        elif isinstance(command, Recorded):
            self._journal.record(command)
        else:
            assert_never(command)

    def _want_port(self, *, is_open: bool) -> None:
        self._port_wanted = is_open
        self._port_changed.set()
        if not is_open:
            self._links.bell()

    # --- what goes on by itself

    def _start(self) -> None:
        now = self._clocks.now()
        try:
            first_run = not self._ledger.page(count=1)
            clean_end = self._mark.begin(first_run=first_run)
        except LedgerError:
            clean_end = False
        self._errands.prepare()
        self._checking.begin(context(self.mind.laptop))
        memory = recall(self._ledger, self._kept, now.wall, clean_end=clean_end)
        self.tell(e.DaemonStarted(memory))

    async def _keep_time(self) -> None:
        self._alarm = alarm = Alarm(self._clocks.boot)
        try:
            while True:
                self._set_alarm()
                await alarm.rings()
                self.pass_time()
        finally:
            alarm.stop()
            self._alarm = None

    def _set_alarm(self) -> None:
        if self._alarm is not None:
            from_s = self._rounds.from_s(hurry=self._is_in_hurry)
            is_early = self._clocks.boot() < from_s
            self._alarm.set(self._next_due_s() if is_early else from_s)

    def pass_time(self) -> None:
        """Do what is due by now."""
        now_s = self._clocks.boot()
        if now_s >= self._next_due_s():
            self.tell(e.Ticked())
        if now_s >= self._rounds.from_s(hurry=self._is_in_hurry):
            self.look_around()

    def _next_due_s(self) -> float:
        latest_s = self._rounds.latest_s(hurry=self._is_in_hurry)
        return min(self.mind.deadline(), latest_s)

    @property
    def _is_in_hurry(self) -> bool:
        is_port_missing = self._port_wanted and self._is_port_told
        return not self._journal.is_well or is_port_missing or self._errands.is_more

    async def _keep_network(self) -> None:
        while True:
            await self._network_news.told()
            self.look_at_network()

    def look_at_network(self) -> None:
        """Hold links and announcing against a network that may have changed."""
        if self._network_news.is_there():
            self._links.recheck_networks()
            self._port_changed.set()

    def _fetch(self, now_s: float) -> None:
        """Take papers that lie newer in our folder, or hourly in the published one."""
        published = self._settings.published
        if published is not None and now_s - self._fetched_s >= FETCH_EACH_S:
            self._fetched_s = now_s
            if published.is_dir():
                self._take_folder(published)
        if self._papers_news.is_there():
            self._take_folder(self._enrolled.places.papers)

    def _drop_old(self, now_s: float) -> None:
        """Delete what is kept no longer, or the DPO had erased; each hour.

        With a clock that is believed only.
        """
        laptop = self.mind.laptop
        trust = laptop.shelf.trust
        is_due = now_s - self._dropped_s >= FETCH_EACH_S
        if is_due and laptop.clock_ok and trust is not None:
            self._dropped_s = now_s
            newest, wall = laptop.shelf.newest_issued, self._clocks.wall()
            keeping.drop_old(self._ledger, trust.zone, newest, wall)
            if self._erasure.carry_out(laptop):
                self.tell(e.OrderCarriedOut())

    def _take_folder(self, folder: Path) -> None:
        lines, _ = self._papers.take_folder(folder, self._clocks.wall())
        if lines:
            self._papers_came(tuple(lines))

    def _take_paper(self, paper: SignedPaper) -> bool:
        ok, line = self._papers.take(paper, self._clocks.wall())
        if line is not None:
            self._papers_came((line,))
        return ok

    def _papers_came(self, lines: tuple[e.PaperLine, ...]) -> None:
        self.tell(e.PapersChanged(lines))
        self._network_news.forget()  # the school may be elsewhere by now
        self.look_at_network()

    async def _keep_port(self) -> None:
        while True:
            await self._port_changed.wait()
            self._port_changed.clear()
            await self.settle_port()

    async def _listen(self) -> None:
        door = self._papers.shelf.door
        if door is None:
            return
        try:
            await self._port.open(door)
        except OSError as error:
            if not self._is_port_told:
                LOG.warning("the port cannot be opened: %s", error.strerror)
            self._is_port_told = True
            self._network_news.forget()  # so that it is tried again
            self._set_alarm()
        else:
            self._is_port_told = False
            self.port_is_open.set()

    async def _shut(self) -> None:
        self.port_is_open.clear()
        await self._links.gone()
        await self._port.close()

    async def _end(self) -> None:
        self.tell(e.Stopping())
        self._links.bell()
        await self._shut()
        await self._session.close()
        self._network_news.close()
        self._ledger.close()
        self._mark.end()

    def _is_inside(self, link: Link) -> bool:
        door = self._papers.shelf.door
        if door is None:
            return False
        return on_school_network(
            link.own_address,
            link.peer_address,
            network.interface_of(link.own_address),
            door.cidrs,
            demo=door.is_demo,
        )


def _papers(enrolled: Enrolled, now: datetime) -> Papers:
    shelf = Shelf(
        enrolled.root_sha256, device=enrolled.device, seal_key=enrolled.seal_key
    )
    papers = Papers(shelf, ShelfFolder(enrolled.places.papers))
    for fault in papers.restore(now):
        LOG.warning("a paper is not used: %s", fault)
    trust = shelf.trust
    if trust is not None and trust.is_demo and enrolled.places.is_system:
        raise DaemonError(
            "A demo's papers may not be used in this machine's own state folder. "
            "Give another folder with --state.",
            Exit.REFUSED,
        )
    return papers


def _ledger(enrolled: Enrolled) -> AgentLedger:
    path = enrolled.places.ledger
    try:
        if not is_sound(path):
            aside = rescue(path, enrolled.peer.sign_pub)
            LOG.error("the log was damaged: what was there lies in %s", aside)
        return AgentLedger(path, enrolled.sign_key.sign, enrolled.device)
    except (LedgerError, OSError) as error:
        raise DaemonError(
            f"The log {path} cannot be opened: {error} Nobody can look until it can.",
            Exit.NOT_GOOD,
        ) from error


def _errands(
    enrolled: Enrolled, ledger: AgentLedger, own_list: OwnList, clocks: Clocks
) -> Errands:
    """Say who does what an admin lays in the service's folder."""
    doing: dict[str, Doing] = {
        errands.ORDER: Officer(ledger, own_list).carry_out,
        errands.HEADS: lambda laptop, _: own_list.heads(laptop),
    }
    return Errands(enrolled.places.officer, doing, clocks.wall)
