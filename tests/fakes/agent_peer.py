# SPDX-License-Identifier: GPL-3.0-or-later
"""A laptop that does as a script says, in a process of its own, over real TLS.

Run as `python -m tests.fakes.agent_peer FOLDER`. It keeps a real ledger and checks
every proof as a real laptop does; only the law is missing: each verb is answered as
the script on standard input says (one JSON object a line). What it sees goes to
standard output in the same form.
"""

import asyncio
import base64
import json
import secrets
import sys
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from consent.documents import command as commands
from consent.documents.command import CommandBody, Verb
from consent.ledger import checkpoint
from consent.ledger.chain import Sealed, commit
from consent.ledger.checkpoint import Checkpoint
from consent.ledger.draft import Context
from consent.ledger.erasure import OrderedBy
from consent.ledger.errors import ProofError
from consent.ledger.kinds import Chain, Kind
from consent.ledger.receipt import (
    Growth,
    Proof,
    check_growth,
    check_inclusion,
    check_proof,
)
from consent.store.agent_ledger import AgentLedger
from consent.store.keys import load_ed25519
from protocol.aio import stream, tls
from protocol.aio.clock import boottime
from protocol.aio.drive import Pump
from protocol.aio.link import Link
from protocol.due import accepted, not_shared
from protocol.events import (
    CommandHeard,
    Heard,
    PongHeard,
    SessionEnded,
    SessionEvent,
    SyncedHeard,
    WelcomeHeard,
)
from protocol.identity import Role
from protocol.machine import Side, State
from protocol.messages.commands import (
    Attention,
    AttentionState,
    Command,
    Declined,
    DeclinedCode,
    Ended,
    Entry,
    Hand,
    LeafProof,
)
from protocol.messages.link import PaperKind, Ready
from protocol.messages.papers import PaperGive
from protocol.messages.pictures import Picture, PictureTaken
from protocol.messages.records import (
    Erase,
    Erased,
    Heads,
    HeadsTaken,
    LogAsk,
    LogCopy,
    Logged,
    Receipt,
    Sync,
)
from protocol.pictures import split
from protocol.session import Session
from protocol.twins import settle

PURPOSES = {
    Verb.OVERVIEW_START: "overview",
    Verb.VIEW_START: "view",
    Verb.ATTENTION_START: "attention",
}


def tell(what: str, **detail: object) -> None:
    """Say one thing that happened."""
    sys.stdout.write(json.dumps({"what": what, **detail}) + "\n")
    sys.stdout.flush()


@dataclass
class Access:
    """One open access and its OPEN line."""

    id: bytes
    verb: Verb
    open_seq: int
    n: int = 0


@dataclass
class Laptop:
    """The scripted laptop."""

    folder: Path
    about: dict[str, str]
    ledger: AgentLedger
    answers: dict[str, str] = field(default_factory=dict)
    accesses: dict[Verb, Access] = field(default_factory=dict)
    heads: dict[str, Checkpoint] = field(default_factory=dict)
    notes: dict[str, bytes] = field(default_factory=dict)
    lesson: str = ""
    session: Session | None = None
    pump: Pump | None = None
    link: Link | None = None
    twin: tuple[Link, Session, Pump] | None = None  # the link before this one

    # --- the connection ---------------------------------------------------------------

    async def serve(self, link: Link) -> None:
        """Speak with one console."""
        if self.link and self.session and self.pump:
            self.twin = self.link, self.session, self.pump
        self.link = link
        self.session = Session(
            Side.AGENT,
            own_fingerprint=bytes.fromhex(self.about["fingerprint"]),
            peer=link.peer,
            software="fake agent 1",
            now=boottime(),
            nonce=secrets.token_bytes(32),
        )
        self.pump = Pump(self.session, link, self.handle)
        self.session.link_up((), boottime())
        await self.pump.run()

    def handle(self, event: SessionEvent) -> None:
        """React as the script says."""
        match event:
            case WelcomeHeard():
                if not self.lost_to_twin():
                    self.say(self.account())
            case SyncedHeard():
                self.synced(event)
            case CommandHeard():
                self.command(event)
            case PongHeard():
                tell("pong", wanted=[access.hex() for access in event.wanted])
            case SessionEnded():
                self.accesses.clear()
                tell("ended", cause=event.cause.value)
            case Heard():
                self.heard(event)
            case _:
                return

    def lost_to_twin(self) -> bool:
        """Settle two links of one console, as a real laptop does."""
        if self.twin is None or self.session is None or self.pump is None:
            return False
        link, old, pump = self.twin
        loser, now = settle(self.session, old, boottime()), boottime()
        if loser.session is old:
            pump.report(old.twin_found(loser.code, now))
            return False
        self.pump.report(self.session.twin_found(loser.code, now))
        self.link, self.session, self.pump = link, old, pump
        tell("twin")
        return True

    def heard(self, event: Heard) -> None:
        match event.message:
            case Logged():
                entry = event.message.entry
                self.proven(entry.shared_seq, entry.proof)
            case Erased():
                tell("erased", leaves=list(event.message.leaves))
            case PictureTaken():
                tell("taken", n=event.message.n)
            case LogCopy():
                seqs = [leaf.shared_seq for leaf in event.message.entries]
                tell("copy", seqs=seqs, last=event.message.last)
            case HeadsTaken():
                tell("compared")
            case PaperGive():
                tell("paper", kind=int(event.message.kind))
            case _:
                return

    def account(self) -> Sync:
        """Tell what is here and what is owed."""
        notes = self.ledger.checkpoints()
        for origin, note in notes.items():
            self.notes[origin] = note
            self.heads[origin] = checkpoint.parse_unchecked(note)
        return Sync(
            epoch=1,
            shared_seq=self.ledger.last_seq(Chain.SHARED),
            shared_head=self.ledger.head(Chain.SHARED),
            checkpoint=next(iter(notes.values()), b""),
            unproven=tuple(
                wire(line.sealed) for line in self.ledger.unproven(self.teacher)
            ),
            more=False,
        )

    def synced(self, event: SyncedHeard) -> None:
        synced = event.synced
        self.grow(Growth(synced.checkpoint, synced.from_size, synced.consistency))
        for one in synced.proofs:
            self.proven(one.shared_seq, one.proof)
        if not synced.more:
            self.say(Ready(bytes.fromhex(self.about["pupil"]), 0))
            tell("ready", later=[entry.shared_seq for entry in synced.later])

    # --- commands ---------------------------------------------------------------------

    def command(self, event: CommandHeard) -> None:
        assert self.session is not None
        message = event.command
        body = commands.parse(message.body)
        good_sig = commands.checks(message.body, message.sig, self.peer_key)
        is_logged = self.check(message.proof, commit(message.salt, message.body))
        is_ours = (
            body.nonce == self.session.nonce.hex()
            and body.device == self.about["fingerprint"]
            and body.seq == self.session.last_seq + 1
            and body.ping <= self.session.newest_ping
        )
        tell(
            "command",
            verb=body.verb.value,
            access=body.access,
            reason=body.reason_code,
            args=body.args,
            ping=body.ping,
            logged=is_logged,
            signed=good_sig,
            ours=is_ours,
        )
        self.session.command_judged(body.seq, fresh=True)
        self.answer(body, message)

    def answer(self, body: CommandBody, message: Command) -> None:
        how = self.answers.get(body.verb.value, "yes")
        if how == "no":
            self.say(not_shared(body.seq))
        elif how == "declined":
            self.say(Declined(body.seq, DeclinedCode.CLOCK))
        elif how == "yes":
            proof = as_proof(message.proof)
            line = self.write(body, message.body, message.sig, proof.leaf)
            if line is not None:
                self.ledger.add_command_proof(line.seq, message.salt, proof)
            self.say(accepted(body.seq, wire(line) if line else None))
            if body.verb is Verb.ATTENTION_START:
                self.say(Attention(body.seq, AttentionState.SHOWN))

    def write(
        self, body: CommandBody, raw: bytes, sig: bytes, leaf: int
    ) -> Sealed | None:
        """Write the line a command makes, if it makes one."""
        who = {
            "teacher": body.teacher,
            "teacher_name": "mevr. Peeters",
            "command": raw.decode(),
            "command_sig": sig.hex(),
            "leaf": leaf,
        }
        self.lesson = body.lesson
        if body.verb is Verb.LESSON_START:
            return self.append(Kind.LESSON, {"what": "start", **who})
        if body.verb is Verb.MESSAGE:
            share = {"what": "message", "text": body.args["text"]}
            return self.append(Kind.SHARE, {**share, **who})
        if body.verb in PURPOSES:
            return self.open(body, who)
        started = Verb(body.verb.value.replace("_stop", "_start"))
        if body.verb.is_stop and started in self.accesses:
            self.close(started, "teacher")
        return None

    def open(self, body: CommandBody, who: dict[str, Any]) -> Sealed:
        until = wall() + timedelta(minutes=2)
        line = self.append(
            Kind.OPEN,
            {
                "purpose": PURPOSES[body.verb],
                "reason_code": body.reason_code,
                "reason": body.reason,
                "scope": body.args.get("scope", "one"),
                "until": until.strftime("%Y-%m-%dT%H:%M:%SZ"),
                **who,
            },
        )
        access = Access(bytes.fromhex(body.access), body.verb, line.seq)
        self.accesses[body.verb] = access
        return line

    def erase(self) -> None:
        """Have all that is written forgotten, as two days later it may be."""
        later = self.context(wall() + timedelta(days=2))
        self.ledger.erase(0, OrderedBy.PUPIL, later)
        for order in self.ledger.owed_erasures():
            self.say(Erase(order.leaves, order.sig))

    def close(self, verb: Verb, end: str) -> None:
        """End one access: Ended first, its CLOSE apart from it."""
        access = self.accesses.pop(verb)
        self.say(Ended(access.id))
        line = self.append(
            Kind.CLOSE,
            {
                "open_seq": access.open_seq,
                "seconds": 7,
                "pictures": access.n,
                "end": end,
            },
        )
        self.say(Receipt(0, wire(line)))

    def append(self, kind: Kind, fields: dict[str, Any]) -> Sealed:
        return self.ledger.append(Chain.SHARED, kind, fields, self.context(wall()))

    def context(self, moment: datetime) -> Context:
        return Context(
            t=moment,
            boot_ms=int(boottime() * 1000),
            school=self.about["school"],
            klass=self.about["class"],
            lesson=self.lesson,
            pupil=self.about["pupil"],
            slot_date="slot/2027-03-08",
        )

    # --- proofs -----------------------------------------------------------------------

    def proven(self, seq: int, proof: LeafProof) -> None:
        line = self.ledger.lines(Chain.SHARED, seq, 1)[0].sealed
        good = self.check(proof, line.commitment)
        if good:
            self.ledger.add_proof(seq, as_proof(proof))
        tell("proven", seq=seq, good=good)

    def check(self, proof: LeafProof, commitment: bytes) -> bool:
        own = as_proof(proof)
        try:
            origin = checkpoint.parse_unchecked(proof.checkpoint).origin
            held = self.heads.get(origin)
            if held is not None and self.notes[origin] == proof.checkpoint:
                check_inclusion(own, commitment, held)
                return True
            point = check_proof(own, commitment, held, origin, self.peer_key)
        except ProofError as error:
            tell("bad_proof", why=str(error))
            return False
        self.keep(point, own.growth)
        return True

    def grow(self, growth: Growth) -> None:
        """Check that the teacher's tree only grew."""
        if not growth.checkpoint:
            return
        origin = checkpoint.parse_unchecked(growth.checkpoint).origin
        if self.notes.get(origin) == growth.checkpoint:
            return
        try:
            held = self.heads.get(origin)
            self.keep(check_growth(growth, held, origin, self.peer_key), growth)
        except ProofError as error:
            tell("bad_proof", why=str(error))

    def keep(self, point: Checkpoint, growth: Growth) -> None:
        self.heads[point.origin] = point
        self.notes[point.origin] = growth.checkpoint
        self.ledger.take_checkpoint(growth)

    # --- the script -------------------------------------------------------------------

    def do(self, step: dict[str, Any]) -> None:
        """Do one step of the script."""
        match step["do"]:
            case "answer":
                self.answers[step["verb"]] = step["how"]
            case "picture":
                self.picture(Verb(step["verb"]), base64.b64decode(step["jpeg"]))
            case "end":
                self.close(Verb(step["verb"]), "not_shared")
            case "hand":
                self.say(Hand(step["up"], step["offer"]))
            case "log":
                self.say(LogAsk(1, 50))
            case "heads":
                self.say(Heads(()))
            case "erase":
                self.erase()
            case "cut":
                assert self.pump is not None
                self.pump.cut()
            case _:
                self.do_wrong(step)

    def do_wrong(self, step: dict[str, Any]) -> None:
        """Do what no honest laptop does."""
        match step["do"]:
            case "bad_picture":
                self.bad_picture(step["how"])
            case "forged_erase":
                self.say(Erase((0, 1), bytes(64)))
            case "forged":
                line = self.ledger.lines(Chain.SHARED, 1, 1)[0].sealed
                self.say(Receipt(0, replace(wire(line), sig=bytes(64))))
            case "paper":
                body = base64.b64decode(step["body"])
                kind, ref = PaperKind(step["kind"]), bytes(16)
                self.say(PaperGive(kind, ref, 1, len(body), 0, body, ()))
            case _:
                raise ValueError(step)

    async def dial(self, port: int) -> None:
        """Ring the console, as laptops do on some networks."""
        context = tls.context(
            self.folder / "device.pem",
            self.folder / "device.key",
            (self.folder / "teachers_ca.pem").read_bytes(),
            server=False,
        )
        link = await stream.dial("127.0.0.1", port, context, Role.TEACHER)
        await self.serve(link)

    def bad_picture(self, how: str) -> None:
        """Send a picture that no honest laptop would."""
        good = Picture(bytes(16), 1, 0, 9, 9, 0, 2, b"x", b"")
        wrong = {
            "second part first": replace(good, part=1),
            "a ninth screen": replace(good, screen=8),
        }
        self.say(wrong[how])

    def picture(self, verb: Verb, jpeg: bytes) -> None:
        access = self.accesses[verb]
        access.n += 1
        is_small = verb is Verb.OVERVIEW_START
        size = (192, 108) if is_small else (640, 360)
        for part in split(access.id, access.n, 0, *size, jpeg, overview=is_small):
            self.say(part)

    def say(self, message: Any) -> None:  # noqa: ANN401 -- any message of ours
        if self.session is None or self.pump is None:
            return
        if self.session.state in {State.SYNCING, State.READY}:
            self.session.send(message, boottime())
            self.pump.kick()

    @property
    def peer_key(self) -> bytes:
        assert self.link is not None
        return self.link.peer.sign_pub

    @property
    def teacher(self) -> str:
        assert self.link is not None
        return self.link.peer.fingerprint.hex()


def wire(line: Sealed) -> Entry:
    """Write a line as it travels."""
    assert line.body is not None
    assert line.salt is not None
    return Entry(line.seq, line.body, line.salt, line.prev, line.head, line.sig)


def as_proof(proof: LeafProof) -> Proof:
    """Read a proof as it travels."""
    return Proof(
        proof.leaf,
        proof.checkpoint,
        proof.inclusion,
        proof.from_size,
        proof.consistency,
    )


def wall() -> datetime:
    """Say the time in whole seconds."""
    return datetime.fromtimestamp(int(time.time()), UTC)  # noqa: TID251 -- a process


async def main(folder: Path) -> None:
    """Listen, tell the port, and do what the script says until it ends."""
    about = json.loads((folder / "about.json").read_text("utf-8"))
    key = load_ed25519(folder / "sign.key")
    ledger = AgentLedger(folder / "ledger.db", key.sign, about["device"])
    laptop = Laptop(folder, about, ledger)
    context = tls.context(
        folder / "device.pem",
        folder / "device.key",
        (folder / "teachers_ca.pem").read_bytes(),
        server=True,
    )
    listening = await stream.listen("127.0.0.1", 0, context, Role.TEACHER, laptop.serve)
    elsewhere = await stream.listen(
        "127.0.0.2", listening.port, context, Role.TEACHER, laptop.serve
    )
    tell("port", port=listening.port)
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(2**22)
    await loop.connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), sys.stdin
    )
    async with asyncio.TaskGroup() as group:
        while line := await reader.readline():
            step = json.loads(line)
            if step["do"] == "dial":
                group.create_task(laptop.dial(step["port"]))
            else:
                laptop.do(step)
    await listening.close()
    await elsewhere.close()
    ledger.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
