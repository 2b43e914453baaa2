# SPDX-License-Identifier: GPL-3.0-or-later
"""All papers of one laptop or console, and the whole rule of which to believe.

No disk, no clock: papers come in by `accept`, in any order once there is a trust, and
what it holds is read off. Serials never fall. Stale papers close powers
(`freshness`), never the door (`door`, which asks no time).
Source: docs/spec/documents.md, "The shelf"; the idea is TUF's trusted metadata set.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from consent import timetable
from consent.documents import (
    charter,
    classes,
    revocations,
    roster,
    seal,
    sets,
    slip,
)
from consent.documents.charter import Charter
from consent.documents.classes import ClassSheet
from consent.documents.paper import Paper
from consent.documents.revocations import Revocations
from consent.documents.roster import Roster
from consent.documents.sets import PaperSet
from consent.documents.signed import Kind, SignedPaper, Signer
from consent.documents.slip import Slip
from consent.documents.trust import Trust
from consent.errors import ConsentError, PaperError
from consent.school import Door, Papers
from consent.shelf import loosening, signers
from consent.shelf.freshness import Freshness, judge
from consent.shelf.held import WHOLE_SCHOOL, Accepted, Code, Held, PaperRefused
from consent.shelf.replaced import Replaced, replacing, restored
from consent.shelf.trusts import Trusts

_ORDER = (
    Kind.TRUST,
    Kind.REVOCATIONS,
    Kind.CHARTER,
    Kind.CLASS,
    Kind.ROSTER,
    Kind.SET,
    Kind.SLIP,  # after the set: sealed anew, it is taken only where the set names it
)


class Shelf:
    """The papers of one laptop (with `device` and `seal_key`) or of one console."""

    def __init__(
        self,
        root_sha256: str,
        *,
        device: str | None = None,
        seal_key: X25519PrivateKey | None = None,
    ) -> None:
        """Start empty, with nothing believed but the fingerprint of the root key.

        Args:
            root_sha256: hex, from the letter or the enrolment token.
            device: this laptop's id in hex; None on a console.
            seal_key: opens this laptop's slips; a console has none.
        """
        self._trusts = Trusts(root_sha256)
        self._device = device
        self._seal_key = seal_key
        self._held: dict[tuple[Kind, str], Held[Paper]] = {}
        self._newest: dict[tuple[Kind, str], tuple[int, str]] = {}
        self._spare: dict[tuple[Kind, str], Held[Paper]] = {}
        self._seen: set[str] = set()
        self._replaced: Replaced | None = None

    # --- what comes in

    def accept(self, paper: SignedPaper, now: datetime) -> Accepted | PaperRefused:
        """Judge a paper that somebody gave, and hold it if it is good.

        Args:
            paper: a slip as its sealed bytes.
            now: aware UTC.
        """
        return self._accept(paper, now, dead_too=False)

    def accept_all(
        self, papers: Iterable[SignedPaper], now: datetime
    ) -> list[Accepted | PaperRefused]:
        """Judge papers in the order in which they lean on each other."""
        return [self.accept(paper, now) for paper in in_order(papers)]

    def restore(
        self,
        papers: Iterable[SignedPaper],
        now: datetime,
        pending: tuple[SignedPaper, datetime] | None = None,
        replaced: tuple[SignedPaper, datetime] | None = None,
    ) -> list[Accepted | PaperRefused]:
        """Take back what this machine held before it stopped, dead papers too.

        A dead paper gives no power, but it remembers serials and the last known slots;
        so does a class sheet that a newer charter has outgrown.

        Args:
            papers: what `papers()` gave.
            now: aware UTC.
            pending: what `pending()` gave.
            replaced: what `replaced_paper()` gave.
        """
        answers = [
            self._accept(paper, now, dead_too=True) for paper in in_order(papers)
        ]
        if pending:
            self._trusts.restore_pending(*pending)
        self._replaced = restored(replaced)
        return answers

    def settle(self, now: datetime) -> bool:
        """Let a trust with another DPO key come into force once its wait is over."""
        settled = self._trusts.settle(now)
        if settled:
            self._drop_unsigned()
        return settled

    def let_go(self, kind: Kind, class_id: str) -> None:
        """Hold a paper of a class no longer; the same or a newer one may come again."""
        self._held.pop((kind, class_id), None)

    # --- what is held

    @property
    def trust(self) -> Trust | None:
        """Give the trust in force."""
        return self._trusts.current.document if self._trusts.current else None

    @property
    def pending_trust(self) -> Trust | None:
        """Give a trust that names another DPO key and waits; pupils are shown it."""
        return self._trusts.pending.document if self._trusts.pending else None

    @property
    def pending_from(self) -> datetime | None:
        """Give when that trust comes into force; None while none waits."""
        return self._trusts.pending_from

    def pending(self) -> tuple[SignedPaper, datetime] | None:
        """Give the waiting trust and when it was first seen, to be written down."""
        held, seen = self._trusts.pending, self._trusts.seen
        return (held.paper, seen) if held and seen else None

    @property
    def charter(self) -> Charter | None:
        """Give the charter held, in force or not."""
        held = self._held.get((Kind.CHARTER, WHOLE_SCHOOL))
        return held.document if held and isinstance(held.document, Charter) else None

    @property
    def replaced(self) -> Replaced | None:
        """Give the charter that was in force before, and when it was replaced."""
        return self._replaced

    @property
    def revocations(self) -> Revocations | None:
        """Give the newest list of revoked certificates."""
        held = self._held.get((Kind.REVOCATIONS, WHOLE_SCHOOL))
        found = held.document if held else None
        return found if isinstance(found, Revocations) else None

    @property
    def classes(self) -> dict[str, ClassSheet]:
        """Give the class sheets held, by class."""
        return {d.class_id: d for d in self._documents() if isinstance(d, ClassSheet)}

    @property
    def rosters(self) -> dict[str, Roster]:
        """Give the rosters held, by class; always empty on a laptop."""
        return {d.class_id: d for d in self._documents() if isinstance(d, Roster)}

    @property
    def slips(self) -> dict[str, Slip]:
        """Give this laptop's slips, by class; always empty on a console."""
        return {d.class_id: d for d in self._documents() if isinstance(d, Slip)}

    @property
    def sets(self) -> dict[str, PaperSet]:
        """Give the sets held, by class, in date or not."""
        return {d.class_id: d for d in self._documents() if isinstance(d, PaperSet)}

    @property
    def newest_issued(self) -> datetime | None:
        """Give the latest moment any held paper was issued; the clock leans on it."""
        documents = [*self._documents()]
        if self.trust:
            documents.append(self.trust)
        return max((document.issued for document in documents), default=None)

    @property
    def door(self) -> Door | None:
        """Give what it takes to be connected with. Never asks whether it is stale."""
        trust, charter_ = self.trust, self.charter
        if trust is None:
            return None
        return Door(
            teachers_ca=bytes.fromhex(trust.teachers_ca),
            devices_ca=bytes.fromhex(trust.devices_ca),
            is_demo=trust.is_demo,
            cidrs=charter_.cidrs if charter_ else (),
            dials_out=charter_.dials_out if charter_ else False,
        )

    def is_door_open(self, now: datetime) -> bool:
        """Say whether a laptop lets itself be found now, stale papers or fresh."""
        return self.trust is not None and timetable.is_door_open(
            self.charter, self.classes.values(), self.trust.zone, now
        )

    def freshness(self, class_id: str, now: datetime) -> Freshness:
        """Say whether the papers of a class give powers now, and if not, why."""
        held = {
            kind: self._held.get((kind, WHOLE_SCHOOL))
            or self._held.get((kind, class_id))
            for kind in _ORDER[1:]
        }
        return judge(held, self._trusts, self._device, now)

    def papers_of(self, class_id: str) -> Papers | None:
        """Give a laptop's papers of one class as they stand; None while one lacks."""
        trust, charter_ = self.trust, self.charter
        sheet, own = self.classes.get(class_id), self.slips.get(class_id)
        revoked = self.revocations
        if not (trust and charter_ and sheet and own and revoked):
            return None
        return Papers(trust, charter_, sheet, own, revoked)

    def is_revoked(self, fingerprint: str) -> bool:
        """Say whether a certificate (SHA-256 of its DER, hex) counts no more."""
        return self.revocations is not None and self.revocations.holds(fingerprint)

    def papers(self) -> list[SignedPaper]:
        """Give all that is in force, as it travelled: to write down or give on."""
        return [*self._trusts.papers(), *(held.paper for held in self._held.values())]

    def listed(self) -> list[tuple[Kind, str, int, str]]:
        """Name all that is held: kind, ref, serial, hash; what a Hello says."""
        trust = self._trusts.current
        first = (
            [(Kind.TRUST, WHOLE_SCHOOL, trust.document.serial, trust.sha256)]
            if trust
            else []
        )
        return first + [
            (kind, ref, held.document.serial, held.sha256)
            for (kind, ref), held in self._held.items()
        ]

    def paper(self, kind: Kind, ref: str = WHOLE_SCHOOL) -> SignedPaper | None:
        """Give one paper as it travelled."""
        if kind is Kind.TRUST:
            return self._trusts.current.paper if self._trusts.current else None
        held = self._held.get((kind, ref))
        return held.paper if held else None

    # --- judging

    def _accept(
        self, paper: SignedPaper, now: datetime, *, dead_too: bool
    ) -> Accepted | PaperRefused:
        if paper.kind is Kind.TRUST:
            answer = self._trusts.accept(paper, now, dead_too=dead_too)
            if isinstance(answer, Accepted) and answer.changed:
                self._drop_unsigned()
            return answer
        trust = self.trust
        if trust is None:
            return PaperRefused(
                paper.kind, Code.NO_TRUST, "Without a trust no other paper counts."
            )
        try:
            held = self._opened(paper)
        except ConsentError as error:
            code = Code.MALFORMED if isinstance(error, PaperError) else Code.NOT_OURS
            return PaperRefused(paper.kind, code, str(error))
        return self._weigh(held, trust, None if dead_too else now)

    def _weigh(
        self, held: Held[Paper], trust: Trust, now: datetime | None
    ) -> Accepted | PaperRefused:
        kind, document = held.paper.kind, held.document
        key = (kind, _ref(document))
        is_kept = now is None and kind is Kind.SLIP  # of before a new office key
        refused = (
            (None if is_kept else _check_origin(held, trust))
            or self._check_serial(key, held)
            or (now and self._check_content(held, trust, now))
        )
        if refused:
            return refused
        if now and kind is not Kind.REVOCATIONS and document.is_expired(now):
            return _refuse(held, Code.EXPIRED, "ended on {0.not_after:%d-%m-%Y}")
        if self._is_as_good(key, held):
            return Accepted(
                kind, key[1], document.serial, changed=self._is_spare(key, held)
            )
        if now:
            self._replaced = replacing(self._held.get(key), now) or self._replaced
        self._held[key] = held
        self._seen.add(held.sha256)
        self._newest[key] = (document.serial, held.opened.sha256)
        self._take_named_spare(key[1])
        return Accepted(kind, key[1], document.serial)

    def _check_serial(
        self, key: tuple[Kind, str], held: Held[Paper]
    ) -> PaperRefused | None:
        serial, sha256 = self._newest.get(key, (0, ""))
        if held.document.serial < serial:
            return _refuse(held, Code.ROLLBACK, f"is older than number {serial}")
        if held.document.serial == serial and held.opened.sha256 != sha256:
            return _refuse(held, Code.SAME_SERIAL, "has the same number as another one")
        return None

    def _check_content(
        self, held: Held[Paper], trust: Trust, now: datetime
    ) -> PaperRefused | None:
        document = held.document
        if isinstance(document, Slip) and document.class_id in self.slips:
            before = self.slips[document.class_id]
            loose = loosening.unsigned(before, document, trust, now)
            if loose:
                return _refuse(
                    held, Code.LOOSENED, f"lacks two signatures under {loose}"
                )
        if isinstance(document, ClassSheet) and self.charter and not trust.is_demo:
            outside = timetable.misfit(self.charter, document)
            if outside:
                return _refuse(
                    held, Code.TIMETABLE, f"has a lesson outside the charter: {outside}"
                )
        if isinstance(document, Revocations) and self.revocations:
            lost = set(self.revocations.fingerprints) - set(document.fingerprints)
            both = all(
                signers.is_signed_by(held.opened, signer, trust)
                for signer in (Signer.OFFICE, Signer.DPO)
            )
            if lost and not both:
                return _refuse(
                    held, Code.SHRUNK, "leaves one out and only one signature says so"
                )
        return None

    def _is_as_good(self, key: tuple[Kind, str], held: Held[Paper]) -> bool:
        """Say whether what is held may stay: the same text, or sealed as the set says.

        Slips are sealed anew at each publication; an old sealing of the same text may
        not push out the one that the set names.
        """
        before = self._held.get(key)
        if before is None or before.opened.sha256 != held.opened.sha256:
            return False
        if before.sha256 == held.sha256:
            return True
        current = self.sets.get(key[1])
        return current is None or current.slips.get(self._device or "") != held.sha256

    def _is_spare(self, key: tuple[Kind, str], held: Held[Paper]) -> bool:
        """Keep another sealing of the same slip, in case its set is still to come."""
        is_new = held.sha256 not in self._seen
        if is_new:
            self._spare[key] = held
            self._seen.add(held.sha256)
        return is_new

    def _take_named_spare(self, class_id: str) -> None:
        """Put the sealing that a set names in the place of an older one."""
        key, current = (Kind.SLIP, class_id), self.sets.get(class_id)
        spare = self._spare.get(key)
        if spare and current and current.slips.get(self._device or "") == spare.sha256:
            self._held[key] = self._spare.pop(key)

    def _opened(self, paper: SignedPaper) -> Held[Paper]:
        if paper.kind is Kind.SLIP:
            return self._opened_slip(paper)
        document: Paper
        match paper.kind:
            case Kind.CHARTER:
                document = charter.parse(paper.body)
            case Kind.CLASS:
                document = classes.parse(paper.body)
            case Kind.ROSTER:
                if self._device is not None:
                    raise PaperError("No laptop holds a roster.")
                document = roster.parse(paper.body)
            case Kind.SET:
                document = sets.parse(paper.body)
            case Kind.REVOCATIONS:
                document = revocations.parse(paper.body)
            case _:
                raise PaperError(f"A {paper.kind} does not travel alone.")
        return Held(paper, paper, document)

    def _opened_slip(self, paper: SignedPaper) -> Held[Paper]:
        if self._seal_key is None:
            raise PaperError("Only a laptop holds a slip.")
        opened = seal.open_slip(paper, self._seal_key)
        document = slip.parse(opened.body)
        if document.device != self._device:
            raise PaperError("This slip names another laptop.")
        return Held(paper, opened, document)

    def _drop_unsigned(self) -> None:
        """Let go of papers that the keys of a new trust did not sign.

        Serials stay, but those of sets: with a new fresh key, the number that a thief
        gave to the last set of the old one may not stand in the way. So does a slip:
        it gives no power, as no new set names it, but the next is compared with it.
        """
        trust = self.trust
        for key, held in list(self._held.items()):
            if key[0] is Kind.SLIP:
                continue
            if trust is None or _check_origin(held, trust):
                del self._held[key]
                if key[0] is Kind.SET:
                    del self._newest[key]

    def _documents(self) -> Iterator[Paper]:
        return (held.document for held in self._held.values())


def in_order(papers: Iterable[SignedPaper]) -> list[SignedPaper]:
    """Sort papers so that each comes after those it leans on; trusts by their age."""
    return sorted(papers, key=lambda paper: (_ORDER.index(paper.kind), _age(paper)))


def _age(paper: SignedPaper) -> int:
    if paper.kind is not Kind.TRUST:
        return 0
    return Trusts.serial_of(paper)


def _ref(document: Paper) -> str:
    ref: str = getattr(document, "class_id", WHOLE_SCHOOL)
    return ref


def _check_origin(held: Held[Paper], trust: Trust) -> PaperRefused | None:
    if held.document.school != trust.school:
        return _refuse(held, Code.WRONG_SCHOOL, "belongs to another school")
    missing = signers.missing_signers(held.opened, trust)
    if missing:
        return _refuse(held, Code.SIGNATURE, f"lacks the signature of {missing}")
    return None


def _refuse(held: Held[Paper], code: Code, what: str) -> PaperRefused:
    kind = held.paper.kind
    name = f"The {kind}, number {held.document.serial},"
    return PaperRefused(kind, code, f"{name} {what.format(held.document)}.")
