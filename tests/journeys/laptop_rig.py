# SPDX-License-Identifier: GPL-3.0-or-later
"""A real inzage-agentd on loopback, its console and session moved by hand."""

import asyncio
import contextlib
import os
import secrets
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from agent.daemon.places import Places
from consent.documents import canonical
from consent.documents import command as command_doc
from consent.documents.command import CommandBody, Verb
from consent.documents.signed import SignedPaper, Signer
from consent.ledger import checkpoint as points
from consent.method import CHOICE_CONTEXT
from consent.purpose import Purpose
from consent.wording.notice import notice_hash
from protocol.aio.clock import boottime
from protocol.aio.drive import Pump
from protocol.aio.stream import dial
from protocol.aio.tls import context
from protocol.codec import decode_local, encode
from protocol.events import (
    Heard,
    HelloHeard,
    ReadyHeard,
    SessionEnded,
    SessionEvent,
    SyncHeard,
)
from protocol.framing import FrameBuffer, framed
from protocol.identity import Role
from protocol.machine import Side
from protocol.messages import local
from protocol.messages.commands import Accepted, Command, Entry
from protocol.messages.link import PaperKind, Ping, Pong
from protocol.messages.papers import PaperGive, RoleSig
from protocol.messages.pictures import Picture, PictureTaken
from protocol.messages.records import (
    EntryProof,
    LogAsk,
    LogCopy,
    Logged,
    Receipt,
    ShownLeaf,
    Sync,
    Synced,
)
from protocol.session import Session
from tests.fakes.laptop_desk import ARGS, REASONS
from tests.fakes.papers import new_id
from tests.fakes.school import School
from tests.fakes.teacher_tree import TeacherTree

ROOT = Path(__file__).parents[2]
WITHIN_S = 20.0
ROLES = {Signer.ROOT: 1, Signer.OFFICE: 2, Signer.FRESH: 3, Signer.DPO: 4}
M = TypeVar("M")


@dataclass
class Heap:
    """What arrived, in order; a test waits for the thing itself."""

    things: list[Any] = field(default_factory=list)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def add(self, thing: object) -> None:
        async with self.changed:
            self.things.append(thing)
            self.changed.notify_all()

    async def wait(
        self, kind: type[M], which: Callable[[M], bool] = lambda _: True, skip: int = 0
    ) -> M:
        """Wait for the first of a kind (after `skip` of them) that is as wanted."""

        def found() -> list[M]:
            return [x for x in self.things if isinstance(x, kind) and which(x)]

        async with asyncio.timeout(WITHIN_S), self.changed:
            await self.changed.wait_for(lambda: len(found()) > skip)
        return found()[skip]


@dataclass
class Service:
    """The running program."""

    process: asyncio.subprocess.Process
    places: Places
    socket: Path
    port: int
    words: list[str]

    async def stop(self) -> int:
        """Ask it to end; gives its exit code."""
        self.process.terminate()
        async with asyncio.timeout(WITHIN_S):
            return await self.process.wait()


@contextlib.asynccontextmanager
async def service(places: Places, socket: Path) -> AsyncIterator[Service]:
    """Start inzage-agentd on a free port, and wait until its port is open."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "agent.daemon.app",
        "--state",
        str(places.state),
        "--socket",
        str(socket),
        "--listen",
        "127.0.0.1:0",
        "--session-uid",
        str(os.getuid()),
        cwd=ROOT,
        stderr=asyncio.subprocess.PIPE,
    )
    words: list[str] = []
    port = await _port(process, words)
    running = Service(process, places, socket, port, words)
    reading = asyncio.create_task(_read_on(process, words))
    try:
        yield running
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
        await reading


async def _port(process: asyncio.subprocess.Process, words: list[str]) -> int:
    assert process.stderr is not None
    async with asyncio.timeout(WITHIN_S):
        while line := (await process.stderr.readline()).decode():
            words.append(line)
            if "the port is open" in line:
                return int(line.split()[-1])
    raise AssertionError(f"it ended: {words}")


async def _read_on(process: asyncio.subprocess.Process, words: list[str]) -> None:
    assert process.stderr is not None
    while line := (await process.stderr.readline()).decode():
        words.append(line)


class HandConsole:
    """A teacher's end: answers what a console must, asks what the test says."""

    def __init__(self, school: School, folder: Path) -> None:
        self.school, self.folder = school, folder
        self.teacher = school.teachers[0]
        self.heard = Heap()
        self.wanted: set[bytes] = set()
        self.takes_pictures = True
        self.logs_receipts = True
        self.lines: list[tuple[int, Entry]] = []
        now = school.now.astimezone(school.trust.zone)
        origin = points.origin(
            school.trust.school, school.class_id, self.teacher.id, now.strftime("%Y-%m")
        )
        self.tree = TeacherTree(origin, self.teacher.holder.sign_key)
        self.seq = 0
        self.session: Session | None = None
        self.pump: Pump | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._inbox: asyncio.Queue[SessionEvent] = asyncio.Queue()

    async def connect(self, port: int) -> None:
        """Dial, greet, sync; returns when the laptop is READY."""
        holder = self.teacher.holder
        certificate, key = holder.write(self.folder, f"teacher-{new_id()[:6]}")
        devices = self.school.certificates.devices_ca.pem
        tls = context(certificate, key, devices, server=False)
        link = await dial("127.0.0.1", port, tls, Role.DEVICE)
        self.session = Session(
            Side.CONSOLE,
            own_fingerprint=holder.fingerprint,
            peer=link.peer,
            software="hand console",
            now=boottime(),
            instance=secrets.token_bytes(16),
            sign=holder.sign_key.sign,
        )
        self.link = link
        self.pump = Pump(self.session, link, self._inbox.put_nowait)
        self.session.link_up((), boottime())
        self._tasks = [
            asyncio.create_task(self.pump.run()),
            asyncio.create_task(self._serve()),
        ]
        await self.heard.wait(ReadyHeard)
        await self.heard.wait(Ping)

    async def ask(self, verb: Verb, **changes: Any) -> CommandBody:  # noqa: ANN401
        """Log a command and send it."""
        assert self.session is not None
        self.seq += 1
        fields: dict[str, Any] = {
            "access": new_id(),
            "nonce": self.session.nonce.hex(),
            "ping": self.session.newest_ping,
            "seq": self.seq,
            "reason_code": REASONS.get(verb, ""),
            "args": ARGS.get(verb, {}),
        }
        body = self.school.command(verb, **{**fields, **changes})
        raw = command_doc.encode(body)
        leaf, salt = self.tree.log(raw)
        sig = command_doc.sign(raw, self.teacher.holder.sign_key)
        self.wanted.add(bytes.fromhex(body.access))
        self.send(Command(raw, sig, salt, self.tree.prove(leaf)))
        return body

    async def asked(self, verb: Verb, **changes: Any) -> tuple[CommandBody, Accepted]:  # noqa: ANN401
        """Ask and wait for the yes."""
        body = await self.ask(verb, **changes)
        yes = await self.heard.wait(Accepted, lambda x: x.seq == body.seq)
        return body, yes

    def send(self, message: Any) -> None:  # noqa: ANN401 -- any wire message
        assert self.session is not None
        assert self.pump is not None
        self.session.send(message, boottime())
        self.pump.kick()

    def give(self, paper: SignedPaper, class_id: str) -> None:
        """Bring a paper, in one part."""
        sigs = tuple(
            RoleSig(ROLES[x.by], bytes.fromhex(x.key), bytes.fromhex(x.sig))
            for x in paper.signatures
        )
        kind, ref = PaperKind[paper.kind.name], bytes.fromhex(class_id or "00" * 16)
        self.send(PaperGive(kind, ref, 2, len(paper.body), 0, paper.body, sigs))

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self) -> None:
        while True:
            event = await self._inbox.get()
            await self._take(event)
            if isinstance(event, SessionEnded):
                return

    async def _take(self, event: SessionEvent) -> None:
        match event:
            case HelloHeard():
                pass
            case SyncHeard():
                self._sync(event.sync)
            case Heard():
                self._answer(event.message)
                await self.heard.add(event.message)
                return
            case _:
                pass
        await self.heard.add(event)

    def _sync(self, sync: Sync) -> None:
        held = sync.checkpoint
        self.tree.told = points.parse_unchecked(held).size if held else 0
        proofs = tuple(self._prove(entry) for entry in sync.unproven)
        if not sync.more:
            self.send(Synced(b"", 0, (), proofs, (), more=False))

    def _answer(self, message: Any) -> None:  # noqa: ANN401 -- any wire message
        match message:
            case Ping():
                self.send(Pong(message.n, tuple(self.wanted)))
            case Accepted() if message.receipt is not None and self.logs_receipts:
                self.send(Logged(self._prove(message.receipt)))
            case Receipt() if self.logs_receipts:
                self.send(Logged(self._prove(message.entry)))
            case Picture() if self.takes_pictures and message.part + 1 == message.parts:
                self.send(PictureTaken(message.access, message.n))
            case LogAsk():
                shown = tuple(
                    ShownLeaf(x.shared_seq, x.body, x.salt, leaf)
                    for leaf, x in self.lines
                    if x.shared_seq >= message.from_seq
                )
                self.send(LogCopy(shown, last=True))

    def _prove(self, entry: Entry) -> EntryProof:
        leaf, _ = self.tree.log(entry.body, entry.salt)
        self.lines.append((leaf, entry))
        return EntryProof(entry.shared_seq, self.tree.prove(leaf))


def _is_on(purpose: Purpose, choices: local.Choices) -> bool:
    return any(x.on and x.purpose.name == purpose.name for x in choices.switches)


class HandSession:
    """A pupil's end of the local socket."""

    def __init__(self) -> None:
        self.heard = Heap()
        self.key = Ed25519PrivateKey.generate()
        self.clicks = 0
        self.proof_ok = True
        self._tasks: list[asyncio.Task[None]] = []

    async def connect(self, path: Path) -> None:
        """Connect and say Here; returns when welcomed."""
        self._reader, self._writer = await asyncio.open_unix_connection(path)
        screen = local.Screen(0, 0, 0, 1920, 1080, 100)
        public = self.key.public_key().public_bytes_raw()
        self.send(local.Here(1, os.getpid(), (screen,), 4, public))
        self._tasks = [
            asyncio.create_task(self._read()),
            asyncio.create_task(self._beat()),
        ]
        await self.heard.wait(local.Welcomed)

    def send(self, message: Any) -> None:  # noqa: ANN401 -- any local message
        self._writer.write(framed(encode(message)))

    def click(self, kind: local.ClickKind, access: str | None = None) -> int:
        self.clicks += 1
        which = None if access is None else bytes.fromhex(access)
        self.send(local.Click(self.clicks, kind, which))
        return self.clicks

    def frame(self, access: str, n: int = 1, **changes: Any) -> None:  # noqa: ANN401
        fields: dict[str, Any] = {
            "access": bytes.fromhex(access),
            "n": n,
            "screen": 0,
            "width_px": 192,
            "height_px": 108,
            "taken_ms": int(boottime() * 1000),
            "data": b"\xff\xd8" + b"x" * 3_000,
        } | changes
        self.send(local.Frame(**fields))

    def answer(
        self,
        purpose: Purpose,
        notice: local.Notice,
        answer: local.ChoiceAnswer,
        *,
        by_switch: bool = False,
    ) -> None:
        self.clicks += 1
        sha256 = notice_hash(notice.text)
        said = {
            "v": 1,
            "n": self.clicks,
            "t": 1,
            "purpose": purpose.value,
            "answer": answer.name.lower(),
            "by_switch": by_switch,
            "script": False,
            "notice": sha256,
            "lang": "nl",
        }
        digest = canonical.encode(said)
        self.send(
            local.Choice(
                self.clicks,
                local.Looks[purpose.name],
                answer,
                by_switch,
                False,  # noqa: FBT003 -- a message's field
                bytes.fromhex(sha256),
                "nl",
                digest,
                self.key.sign(CHOICE_CONTEXT + digest),
            )
        )

    async def say_yes(self, *purposes: Purpose) -> None:
        """Turn switches on, and wait until each stands."""
        welcomed = await self.heard.wait(local.Welcomed)
        for purpose in purposes:
            notice = next(x for x in welcomed.notices if x.id == purpose.value)
            self.answer(purpose, notice, local.ChoiceAnswer.YES, by_switch=True)
            await self.heard.wait(local.Choices, partial(_is_on, purpose))

    async def freeze(self) -> None:
        """Beat no more, and read no more: a stopped process."""
        beating = self._tasks.pop()
        beating.cancel()
        await asyncio.gather(beating, return_exceptions=True)

    async def close(self) -> None:
        self._writer.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _read(self) -> None:
        frames = FrameBuffer(2**20)
        while data := await self._reader.read(65_536):
            frames.feed(data)
            while (frame := frames.next_frame()) is not None:
                await self.heard.add(decode_local(frame))

    async def _beat(self) -> None:
        tick = 0
        while True:
            tick += 1
            self.send(local.Alive(tick, self.proof_ok, False))  # noqa: FBT003 -- a message's field
            await asyncio.sleep(1.0)
