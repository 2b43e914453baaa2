# SPDX-License-Identifier: GPL-3.0-or-later
"""The trust in force, those of earlier roots, and one that may have to wait.

A new root needs the old root's signature. Another DPO key needs the old DPO's, or waits
14 days in the open, counted from the later of its issue and our first sight of it, so
that a date written back gains nothing. Source: docs/spec/documents.md, "trust"; D04.
"""

from datetime import datetime

from consent.documents import trust as trust_
from consent.documents.signed import Kind, SignedPaper, Signer, checks
from consent.documents.trust import DPO_CHANGE_WAITS, Trust
from consent.errors import PaperError
from consent.shelf.held import WHOLE_SCHOOL, Accepted, Code, Held, PaperRefused


class Trusts:
    """What a shelf believes about keys."""

    def __init__(self, root_sha256: str) -> None:
        """Believe nothing but the fingerprint of the first root key."""
        self._root_sha256 = root_sha256
        self._earlier: list[Held[Trust]] = []  # the last trust of each earlier root
        self.current: Held[Trust] | None = None
        self.pending: Held[Trust] | None = None
        self.seen: datetime | None = None

    def accept(
        self, paper: SignedPaper, now: datetime, *, dead_too: bool
    ) -> Accepted | PaperRefused:
        """Judge a trust; one with another DPO key may be held as pending."""
        try:
            held = Held(paper, paper, trust_.parse(paper.body))
        except PaperError as error:
            return PaperRefused(Kind.TRUST, Code.MALFORMED, str(error))
        refused = self._check(held)
        if refused:
            return refused
        if not dead_too and held.document.is_expired(now):
            return _refuse(held, Code.EXPIRED, "ended")
        return self._hold(held, now, may_wait=not dead_too)

    def restore_pending(self, paper: SignedPaper, seen: datetime) -> bool:
        """Take back a trust that was waiting when this machine stopped."""
        try:
            held = Held(paper, paper, trust_.parse(paper.body))
        except PaperError:
            return False
        if self.current is None or self._check(held):
            return False
        self.pending, self.seen = held, seen
        return True

    @property
    def pending_from(self) -> datetime | None:
        """Give when the pending trust comes into force; None while none waits."""
        if self.pending is None or self.seen is None:
            return None
        return max(self.seen, self.pending.document.issued) + DPO_CHANGE_WAITS

    def settle(self, now: datetime) -> bool:
        """Put the pending trust in force when its wait is over."""
        starts = self.pending_from
        if self.pending is None or starts is None or now < starts:
            return False
        self._put_in_force(self.pending)
        return True

    def names(self, serial: int, sha256: str) -> bool:
        """Say whether a set's word for the trust is the one in force or pending."""
        return any(
            held.document.serial == serial and held.sha256 == sha256
            for held in (self.current, self.pending)
            if held
        )

    def papers(self) -> list[SignedPaper]:
        """Give the trusts in force, oldest root first: each proves the next."""
        held = [*self._earlier, self.current]
        return [one.paper for one in held if one]

    @staticmethod
    def serial_of(paper: SignedPaper) -> int:
        """Give the serial a trust claims; one that cannot be read comes last."""
        try:
            return trust_.parse(paper.body).serial
        except PaperError:
            return 2**53

    def _check(self, held: Held[Trust]) -> PaperRefused | None:
        new = held.document
        if not _signed(held, Signer.ROOT, bytes.fromhex(new.root)):
            return _refuse(held, Code.SIGNATURE, "lacks the signature of its root")
        if self.current is None:
            if new.root_hash != self._root_sha256:
                return _refuse(held, Code.WRONG_ROOT, "is not from this school's root")
            return None
        return self._check_follows(held, self.current)

    def _check_follows(
        self, held: Held[Trust], before: Held[Trust]
    ) -> PaperRefused | None:
        new, old = held.document, before.document
        newest = self.pending or before
        if new.school != old.school or new.kind is not old.kind:
            return _refuse(held, Code.WRONG_SCHOOL, "belongs to another school")
        if held.sha256 in {before.sha256, newest.sha256}:
            return None
        if new.serial < newest.document.serial or new.epoch < old.epoch:
            return _refuse(held, Code.ROLLBACK, "is older than the one in force")
        if new.serial == newest.document.serial:
            return _refuse(held, Code.SAME_SERIAL, "has the number of another one")
        return _check_roots(held, old)

    def _hold(self, held: Held[Trust], now: datetime, *, may_wait: bool) -> Accepted:
        new, before = held.document, self.current
        known = {one.sha256 for one in (before, self.pending) if one}
        changed = held.sha256 not in known
        waits = may_wait and before is not None and _must_wait(held, before)
        if changed and waits:
            self.pending, self.seen = held, now
        elif changed:
            self._put_in_force(held)
        return Accepted(
            Kind.TRUST,
            WHOLE_SCHOOL,
            new.serial,
            changed=changed and not waits,
            pending=waits,
        )

    def _put_in_force(self, held: Held[Trust]) -> None:
        before = self.current
        if before and before.document.root != held.document.root:
            self._earlier.append(before)
        self.current, self.pending, self.seen = held, None, None


def _check_roots(held: Held[Trust], old: Trust) -> PaperRefused | None:
    new = held.document
    if not _signed(held, Signer.ROOT, bytes.fromhex(old.root)):
        return _refuse(held, Code.WRONG_ROOT, "lacks the old root's signature")
    if (new.root != old.root) != (new.epoch > old.epoch):
        return _refuse(held, Code.WRONG_ROOT, "counts its roots wrongly")
    return None


def _must_wait(held: Held[Trust], before: Held[Trust]) -> bool:
    if held.document.dpo == before.document.dpo:
        return False
    return not _signed(held, Signer.DPO, before.document.key_of(Signer.DPO))


def _signed(held: Held[Trust], by: Signer, key: bytes) -> bool:
    return any(
        signature.by is by and checks(Kind.TRUST, held.paper.body, signature, key)
        for signature in held.paper.signatures
    )


def _refuse(held: Held[Trust], code: Code, what: str) -> PaperRefused:
    name = f"The trust, number {held.document.serial},"
    return PaperRefused(Kind.TRUST, code, f"{name} {what}.")
