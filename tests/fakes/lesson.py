# SPDX-License-Identifier: GPL-3.0-or-later
"""One lesson played on two real ledgers with real papers, and the pack of it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.documents import canonical, command
from consent.documents.command import Verb
from consent.documents.fields import Lang
from consent.documents.paper import encode_struct
from consent.documents.signed import Kind as PaperKind
from consent.documents.signed import SignedPaper, public_bytes
from consent.ledger import volume
from consent.ledger.chain import Sealed, check, commit
from consent.ledger.checkpoint import origin
from consent.ledger.draft import Context
from consent.ledger.fields import time_text
from consent.ledger.kinds import Chain, Kind
from consent.ledger.pack import PackFrame, build
from consent.ledger.receipt import Proof, check_growth, check_proof
from consent.purpose import Purpose
from consent.store.agent_ledger import AgentLedger
from consent.store.console_ledger import ConsoleLedger
from tests.fakes.certificates import wall_now
from tests.fakes.papers import BRUSSELS, Pupil, new_id
from tests.fakes.school import School, make_school

SCOPES = {"overview": "all", "view": "one", "show": "one", "attention": "all"}


def next_lesson_day() -> datetime:
    """Give 10:20 on the next weekday: the certificates of a test live from today."""
    day = wall_now().astimezone(BRUSSELS) + timedelta(days=1)
    while day.weekday() > 4:
        day += timedelta(days=1)
    return day.replace(hour=10, minute=20, second=0, microsecond=0).astimezone(UTC)


@dataclass(frozen=True)
class Asked:
    """A command that was logged first, and the proof that it was."""

    raw: bytes
    sig: bytes
    salt: bytes
    proof: Proof
    access: str


@dataclass
class PlayedLesson:
    """A laptop and a console that did to each other what a lesson does."""

    folder: Path
    school: School = field(default_factory=lambda: make_school(next_lesson_day()))
    clock_s: int = 0
    seq: int = 0
    who: int = 0  # which pupil's laptop
    book: ConsoleLedger | None = None  # a record that another laptop is in too

    def __post_init__(self) -> None:
        """Open both ledgers."""
        self.folder.mkdir(exist_ok=True)
        holder, teacher = self.pupil.holder, self.school.teachers[0].holder
        self.device_key, self.teacher_key = holder.sign_key, teacher.sign_key
        self.device = self.pupil.device
        self.pupil_key = Ed25519PrivateKey.generate()
        self.agent = AgentLedger(
            self.folder / "ledger.db", self.device_key.sign, self.device
        )
        self.console = self.book or ConsoleLedger(
            self.folder / "console.db",
            self.teacher_key.sign,
            public_bytes(self.teacher_key),
        )
        self.console.heads.remember(holder.fingerprint.hex(), self.device, holder.der)
        self.agent.remember_teacher(self.school.teachers[0].fingerprint, teacher.der)

    @property
    def pupil(self) -> Pupil:
        """Give whose laptop it is."""
        return self.school.pupils[self.who]

    @property
    def origin(self) -> str:
        """Name the teacher's tree of this month."""
        month = self.now.astimezone(BRUSSELS).strftime("%Y-%m")
        teacher = self.school.teachers[0].id
        return origin(self.school.trust.school, self.school.class_id, teacher, month)

    @property
    def now(self) -> datetime:
        """Give the moment of the lesson."""
        return self.school.now + timedelta(seconds=self.clock_s)

    def context(self) -> Context:
        """Give where and when a line is written now."""
        day = self.now.astimezone(BRUSSELS).date()
        return Context(
            t=self.now,
            boot_ms=1_000 * self.clock_s,
            school=self.school.trust.school,
            klass=self.school.class_id,
            lesson=self.school.lesson_id,
            pupil=self.pupil.id,
            slot_date=f"{day} {self.school.slot_id}",
        )

    def wait(self, seconds: int) -> None:
        """Let time pass."""
        self.clock_s += seconds

    def choose(
        self,
        purpose: Purpose,
        state: str = "ConsentGiven",
        method: str = "agent_dialog",
    ) -> Sealed:
        """Write and sign a choice of the pupil."""
        notice = self.school.charter.notices[0].sha256
        said = {"v": 1, "purpose": purpose.value, "answer": state, "notice": notice}
        text = canonical.encode(said)
        fields: dict[str, object] = {
            "purpose": purpose.value,
            "state": state,
            "by": "pupil",
            "method": method,
            "notice": notice,
            "charter": self.school.papers[PaperKind.CHARTER].sha256,
            "valid_until": time_text(self.now + timedelta(days=60)),
            "evidence": text.decode(),
            "pupil_key": public_bytes(self.pupil_key).hex(),
            "pupil_sig": self.pupil_key.sign(b"inzage/choice/v1\0" + text).hex(),
        }
        return self.own(Kind.CONSENT, fields)

    def own(self, kind: Kind, fields: dict[str, object]) -> Sealed:
        """Write a line for the pupil alone."""
        return self.agent.append(Chain.OWN, kind, fields, self.context())

    def ask(self, verb: Verb, access: str = "", **changes: Any) -> Asked:  # noqa: ANN401
        """Log a command at the console and check its proof at the laptop."""
        self.seq += 1
        access = access or new_id()
        there = self.pupil.holder.fingerprint.hex()
        fields = {"access": access, "seq": self.seq, "device": there, **changes}
        body = self.school.command(verb, **fields)
        raw = encode_struct(body)
        sig = command.sign(raw, self.teacher_key)
        logged = self.console.log_command(
            self.origin, raw, sig, self.device, self.school.lesson_id
        )
        held = self.agent.checkpoint(self.origin)
        size = held[0].size if held else 0
        proof = self.console.proof_for(self.origin, logged.leaf, size)
        point = held[0] if held else None
        key = public_bytes(self.teacher_key)
        check_proof(proof, commit(logged.salt, raw), point, self.origin, key)
        self.agent.take_checkpoint(proof.growth)
        return Asked(raw, sig, logged.salt, proof, access)

    def shared(
        self, kind: Kind, fields: dict[str, object], asked: Asked | None = None
    ) -> Sealed:
        """Write a line of the shared chain, with the command behind it."""
        if asked is not None:
            fields = fields | self.command_fields(asked)
        line = self.agent.append(Chain.SHARED, kind, fields, self.context())
        if asked is not None:
            self.agent.add_command_proof(line.seq, asked.salt, asked.proof)
        return line

    def command_fields(self, asked: Asked) -> dict[str, object]:
        """Give the fields that keep the teacher's own words."""
        return {
            "teacher": self.school.teachers[0].fingerprint,
            "teacher_name": self.school.teachers[0].name,
            "command": asked.raw.decode(),
            "command_sig": asked.sig.hex(),
            "leaf": asked.proof.leaf,
        }

    def look(
        self,
        purpose: str = "view",
        seconds: int | None = 30,
        *,
        granted_s: int = 60,
        end: str = "teacher",
        access: str = "",
    ) -> Sealed:
        """Open an access, and close it after some seconds (None: leave it open)."""
        codes = {"attention": "explain"}
        code = codes.get(purpose, "help")
        args: dict[str, dict[str, object]] = {
            "overview": {"scope": "all"},
            "view": {"seconds": granted_s},
            "attention": {"seconds": granted_s, "scope": "all"},
            "show": {},
        }
        asked = self.ask(
            Verb(f"{purpose}_start"), access, reason_code=code, args=args[purpose]
        )
        fields: dict[str, object] = {
            "purpose": purpose,
            "reason_code": code,
            "reason": "",
            "scope": SCOPES[purpose],
            "until": time_text(self.now + timedelta(seconds=granted_s)),
        }
        line = self.shared(Kind.OPEN, fields, asked)
        if seconds is not None:
            self.wait(seconds)
            self.close_look(line.seq, seconds, end)
        return line

    def close_look(self, open_seq: int, seconds: int, end: str = "teacher") -> Sealed:
        """Close an access."""
        fields: dict[str, object] = {
            "open_seq": open_seq,
            "seconds": seconds,
            "pictures": seconds,
            "end": end,
        }
        return self.shared(Kind.CLOSE, fields)

    def lesson(self, what: str) -> None:
        """Start or end the lesson."""
        asked = self.ask(Verb(f"lesson_{what}"), reason_code="")
        self.shared(Kind.LESSON, {"what": what}, asked)

    def message(self, text: str) -> None:
        """Send a message."""
        asked = self.ask(Verb.MESSAGE, reason_code="", args={"text": text})
        self.shared(Kind.SHARE, {"what": "message", "text": text}, asked)

    def confirm(self) -> None:
        """Let the console log and prove every line it has not proven yet."""
        teacher = self.school.teachers[0].fingerprint
        key = public_bytes(self.teacher_key)
        for line in self.agent.unproven(teacher):
            check(line.sealed, public_bytes(self.device_key))
            (place,) = self.console.log_entries(
                self.origin, [line.sealed], self.device, self.school.lesson_id
            )
            held = self.agent.checkpoint(place.origin)
            point = held[0] if held else None  # the first line of a month
            size = point.size if point else 0
            proof = self.console.proof_for(place.origin, place.leaf, size)
            check_proof(proof, line.sealed.commitment, point, place.origin, key)
            self.agent.add_proof(line.sealed.seq, proof)

    def compare(self) -> bool:
        """Compare with the console's copy, as at the start and end of a lesson."""
        copies = self.console.copy_for(self.device, 1, count=1_000)
        found = [
            self.agent.add_copy(one.seq, one.leaf, commit(one.salt, one.body))
            for one in copies
        ]
        return all(found)

    def lose_list(self) -> None:
        """Lose the laptop's file; the console gives back all that it has of it."""
        self.agent.close()
        for one in self.folder.glob("ledger.db*"):
            one.unlink()
        self.agent = AgentLedger(
            self.folder / "ledger.db", self.device_key.sign, self.device
        )
        teacher = self.school.teachers[0]
        self.agent.remember_teacher(teacher.fingerprint, teacher.holder.der)
        came = [x.sealed for x in self.console.copy_for(self.device, 1, count=1_000)]
        self.agent.begin_epoch(1, came[-1].seq, self.context())
        self.agent.keep_given(came, teacher.fingerprint, teacher.name)

    def grow(self) -> None:
        """Take the console's newest head."""
        held = self.agent.checkpoint(self.origin)
        assert held is not None
        growth = self.console.growth(self.origin, held[0].size)
        key = public_bytes(self.teacher_key)
        check_growth(growth, held[0], self.origin, key)
        self.agent.take_checkpoint(growth)

    def play(self) -> None:
        """Play a whole lesson in which much of what can happen happens."""
        notice = self.school.charter.notices[0].sha256
        self.own(Kind.NOTICE, {"notice": notice, "lang": "nl"})
        for purpose in (Purpose.OVERVIEW, Purpose.VIEW):
            self.own(Kind.ASKED, {"purpose": purpose.value})
            self.choose(purpose)
        self.lesson("start")
        self.look("overview", 120, granted_s=900)
        self.look("view", 40)
        self.message("Pagina 12, oefening 3.")
        self.look("attention", 60, granted_s=60)
        open_seq = self.look("view", None).seq
        self.wait(5)
        self.choose(Purpose.VIEW, "ConsentWithdrawn", "agent_stop")
        self.close_look(open_seq, 5, "not_shared")
        self.own(Kind.CAUSE, {"open_seq": open_seq, "cause": "withdrawn"})
        teacher = self.school.teachers[0].fingerprint
        for _ in range(20):
            self.agent.refused("view", "state", teacher, self.context())
        self.wait(60)
        self.lesson("end")
        self.agent.flush_refused(self.context())
        self.confirm()
        self.compare()

    def papers(self) -> list[SignedPaper]:
        """Give the laptop's papers as a pack holds them: the slip opened."""
        papers = [
            paper
            for kind, paper in self.school.papers.items()
            if kind is not PaperKind.ROSTER
        ]
        slip = self.school.signed(self.school.slips[self.who])
        return [*papers, slip, self.school.paper_set]

    def frame(self, **changed: Any) -> PackFrame:  # noqa: ANN401
        """Give what is put around the ledger's part of a pack."""
        held: dict[str, Any] = {
            "made": self.now,
            "school": self.school.trust.school,
            "pupil": self.pupil.id,
            "lang": Lang.NL,
            "zone": BRUSSELS,
            "device_der": self.pupil.holder.der,
            "papers": self.papers(),
        }
        return PackFrame(**(held | changed))

    def pack(self) -> bytes:
        """Make the pack."""
        return build(self.agent.export(), self.frame(), self.device_key.sign)

    def volume(self) -> bytes:
        """Make the teacher's volume of this month."""
        export = self.console.volume(self.origin)
        own = self.school.teachers[0].holder.der
        papers = self.school.papers_for_console()
        return volume.build(export, self.now, own, papers, self.teacher_key.sign)

    def close(self) -> None:
        """Close both ledgers."""
        self.agent.close()
        if self.book is None:
            self.console.close()
