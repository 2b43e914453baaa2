# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding laptops and keeping connections: hints in, checked links out.

Only a certificate of the school's devices CA gets this far, and only one whose device
is on the roster is spoken with; any other is sent away politely.

Source: docs/spec/session.md "Dialling"; docs/spec/mdns.md.
"""

import asyncio
import logging
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from console.addresses import school_addresses
from console.core import events as e
from console.core.dialling import Dialler, Place
from console.desk import Desk
from console.identity import Identity
from console.ledger.record import Record
from console.link import LinkShell
from console.moments import Clocks, SystemChance
from console.papers import Papers
from console.settings import State
from protocol import constants as c
from protocol.aio import tls
from protocol.aio.link import Link
from protocol.aio.mdns import Browser
from protocol.aio.namespace import has_own_network
from protocol.aio.stream import Listening, dial, listen
from protocol.errors import ProtocolError
from protocol.identity import Role
from protocol.machine import Side
from protocol.messages.link import ByeCode
from protocol.session import Session

LOG = logging.getLogger(__name__)

SOFTWARE: Final = "inzage-console 0.1"
DIAL_S: Final = 3.0  # a neighbour answers at once, or is not there
LOOK_AGAIN_S: Final = 10.0
LOOPBACK: Final = "127.0.0.1"


class Finder:
    """Dials what mDNS hints at, and takes links where the school's laptops dial."""

    def __init__(
        self,
        *,
        desk: Desk,
        identity: Identity,
        state: State,
        papers: Papers,
        record: Record,
        clocks: Clocks,
        port: int = c.CONSOLE_PORT,
    ) -> None:
        self._desk = desk
        self._identity = identity
        self._password = identity.password
        self._state = state
        self._papers = papers
        self._record = record
        self._clocks = clocks
        chance = SystemChance()
        self._dialler = Dialler(chance, self._heard)
        self._shells: set[LinkShell] = set()
        self._instance = chance.fresh_id()
        self._number = 0
        self._port = port
        self._open_ports: dict[str, Listening] = {}
        self._woken = asyncio.Event()
        desk.clicked = self._clicked
        desk.on_change(self._woken.set)
        self._is_stopping = False

    async def run(self) -> None:
        """Find and dial until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._browse())
            group.create_task(self._listen())
            while True:
                self._woken.clear()
                if self._wants():
                    for place in self._dialler.due(self._clocks.boot_s()):
                        group.create_task(self._dial(place))
                await self._wait()

    def hinted(self, address: str, port: int) -> None:
        """Take an advert; it is no more than a place to try."""
        self._dialler.advertised((address, port), self._clocks.boot_s())
        self._woken.set()

    # --- dialling ---------------------------------------------------------------------

    async def _dial(self, place: Place) -> None:
        device = self._dialler.device_at(place)
        if device is not None:
            self._desk.hear(e.DialStarted(device))
        try:
            async with asyncio.timeout(DIAL_S):
                link = await self._connect(place)
        except (OSError, ProtocolError):  # TimeoutError is an OSError
            self._dialler.failed(place, self._clocks.boot_s())
            self._failed(device)
            return
        await self._serve(link, place)

    async def _serve(self, link: Link, place: Place | None) -> None:
        """Speak with one laptop until the link is over."""
        shell = self._shell(link)
        if not self._is_ours(link):
            await self._send_away(shell, place)
            return
        if place is not None:
            self._dialler.answered(place, shell.device)
        self._desk.joined(shell)
        self._shells.add(shell)
        try:
            await shell.run(self._papers.held())
        finally:
            self._shells.discard(shell)
            self._desk.left(shell)
            self._over(shell, place)

    def _over(self, shell: LinkShell, place: Place | None) -> None:
        if not shell.was_ready:
            self._failed(shell.device)
        if place is not None:
            self._dialler.ended(
                place,
                self._clocks.boot_s(),
                was_ready=shell.was_ready,
                may_redial=shell.ended is None or shell.ended.may_redial,
            )
        self._woken.set()

    async def _send_away(self, shell: LinkShell, place: Place | None) -> None:
        if place is not None:
            self._dialler.stranger(place, self._clocks.boot_s())
        shell.end(ByeCode.CLOSING)
        await shell.run(())

    def _heard(self, device: bytes) -> float | None:
        """Say when this laptop was last heard over a link that works."""
        times = [
            shell.session.heard_at
            for shell in self._shells
            if shell.device == device and shell.was_ready
        ]
        return max(times, default=None)

    def _failed(self, device: bytes | None) -> None:
        if device is not None:
            self._desk.hear(e.DialFailed(device))

    def _is_ours(self, link: Link) -> bool:
        is_revoked = self._papers.shelf.is_revoked(link.peer.fingerprint.hex())
        return link.peer.id in self._desk.classroom.devices and not is_revoked

    def _shell(self, link: Link) -> LinkShell:
        self._number += 1
        session = Session(
            Side.CONSOLE,
            own_fingerprint=self._identity.own.fingerprint,
            peer=link.peer,
            software=SOFTWARE,
            now=self._clocks.boot_s(),
            instance=self._instance,
            sign=self._identity.sign_key.sign,
        )
        return LinkShell(
            self._number, link, session, self._record, self._desk, self._clocks
        )

    async def _connect(self, place: Place) -> Link:
        context = tls.context(*self._tls(), server=False, password=self._password)
        return await dial(*place, context, Role.DEVICE)

    def _tls(self) -> tuple[Path, Path, bytes]:
        """Give our certificate and key, and the one CA a laptop may be of."""
        trust = self._papers.shelf.trust
        if trust is None:
            raise ProtocolError("Without a trust nobody is dialled.")
        authority = x509.load_der_x509_certificate(bytes.fromhex(trust.devices_ca))
        pem = authority.public_bytes(Encoding.PEM)
        return self._state.certificate, self._state.tls_key, pem

    @property
    def ports(self) -> list[int]:
        """The ports where laptops may dial us; none unless the charter says so."""
        return [listening.port for listening in self._open_ports.values()]

    def stop(self) -> None:
        """Dial nobody any more."""
        self._is_stopping = True

    def _wants(self) -> bool:
        return self._desk.classroom.wants_links and not self._is_stopping

    def _clicked(self) -> None:
        self._dialler.clicked(self._clocks.boot_s())
        self._woken.set()

    async def _wait(self) -> None:
        now_s = self._clocks.boot_s()
        due_s = self._dialler.deadline(now_s)
        left_s = LOOK_AGAIN_S if due_s is None else max(0.05, due_s - now_s)
        try:
            async with asyncio.timeout(min(left_s, LOOK_AGAIN_S)):
                await self._woken.wait()
        except TimeoutError:
            return

    # --- where to look ----------------------------------------------------------------

    async def _browse(self) -> None:
        """Listen on the school's networks, and again when they change."""
        browser: Browser | None = None
        on: list[str] = []
        try:
            while True:
                addresses = self._addresses()
                if addresses != on:
                    await _stop(browser)
                    browser = Browser(addresses, self.hinted) if addresses else None
                    if browser is not None:
                        await browser.start()
                    on = addresses
                await asyncio.sleep(LOOK_AGAIN_S)
        finally:
            await _stop(browser)

    async def _listen(self) -> None:
        """Open our own port where the charter says that laptops dial."""
        try:
            while True:
                await self._open_missing()
                await asyncio.sleep(LOOK_AGAIN_S)
        finally:
            for listening in self._open_ports.values():
                await listening.close()

    async def _open_missing(self) -> None:
        door = self._papers.shelf.door
        if door is None or not door.dials_out or self._is_stopping:
            return
        context = tls.context(*self._tls(), server=True, password=self._password)
        for address in set(self._addresses()) - set(self._open_ports):
            try:
                self._open_ports[address] = await listen(
                    address, self._port, context, Role.DEVICE, self._taken
                )
            except OSError as error:
                LOG.warning("Port %s cannot be opened: %s", self._port, error.strerror)

    async def _taken(self, link: Link) -> None:
        await self._serve(link, None)

    def _addresses(self) -> list[str]:
        door = self._papers.shelf.door
        if door is None:
            return []
        if door.is_demo and not has_own_network():
            return [LOOPBACK]
        return school_addresses(door.cidrs)


async def _stop(browser: Browser | None) -> None:
    """Stop in a task of its own: zeroconf gives up halfway in a cancelled one."""
    if browser is not None:
        async with asyncio.TaskGroup() as group:
            group.create_task(browser.stop())
