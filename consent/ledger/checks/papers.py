# SPDX-License-Identifier: GPL-3.0-or-later
"""Is this the school it says: its papers, its laptop, its teachers.

Source: docs/spec/documents.md "Who signs"; docs/spec/pack.md "Verifying".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from consent.documents import charter as charters
from consent.documents import classes, revocations
from consent.documents import trust as trusts
from consent.documents.charter import Charter
from consent.documents.classes import ClassSheet
from consent.documents.revocations import Revocations
from consent.documents.signed import Kind, SignedPaper
from consent.documents.trust import Trust
from consent.errors import PaperError
from consent.ledger.certificate import CertificateError, Holder, read
from consent.ledger.checks.finding import Finding, bad, good
from consent.ledger.checks.opened import Opened
from consent.shelf.held import PaperRefused
from consent.shelf.signers import missing_signers
from consent.shelf.trusts import Trusts


@dataclass(frozen=True, slots=True)
class School:
    """What the papers of a pack prove; only checked papers are in it."""

    trusts: Sequence[Trust]  # oldest first
    charters: Mapping[str, Charter]  # by the hash of their bytes
    sheets: Sequence[ClassSheet]
    revocations: Sequence[Revocations]
    device: Holder | None
    teachers: Mapping[str, Holder]  # by fingerprint

    @property
    def trust(self) -> Trust | None:
        """Give the newest trust."""
        return self.trusts[-1] if self.trusts else None

    def charter_at(self, moment: datetime) -> Charter | None:
        """Find the charter that was in force."""
        alive = [
            one
            for one in self.charters.values()
            if one.effective <= moment < one.not_after
        ]
        return max(alive, key=lambda one: one.serial, default=None)

    def sheet_at(self, class_id: str, moment: datetime) -> ClassSheet | None:
        """Find the class sheet that counted."""
        alive = [
            one
            for one in self.sheets
            if one.class_id == class_id and one.issued <= moment < one.not_after
        ]
        return max(alive, key=lambda one: one.serial, default=None)

    def is_revoked(self, fingerprint: str, moment: datetime) -> bool:
        """Say whether a certificate was withdrawn before a moment."""
        return any(
            fingerprint in one.fingerprints and one.issued <= moment
            for one in self.revocations
        )


class Dated(Protocol):
    """A table of contents, as far as it is dated."""

    @property
    def made(self) -> datetime:
        """Give when the file was made."""
        ...


class Papered(Protocol):
    """A pack or a volume, as far as its papers and teachers go."""

    @property
    def manifest(self) -> Dated:
        """Give the table of contents."""
        ...

    @property
    def papers(self) -> Sequence[SignedPaper]:
        """Give the school's papers."""
        ...

    @property
    def teachers(self) -> Mapping[str, bytes]:
        """Give certificates of teachers, by the fingerprint in their name."""
        ...


def check(opened: Opened) -> tuple[School, list[Finding]]:
    """Check who vouches for what, and for this laptop."""
    school, found = school_of(opened)
    device, device_found = _device(opened, school.trusts)
    return replace(school, device=device), [*found, *device_found]


def school_of(opened: Papered) -> tuple[School, list[Finding]]:
    """Check the papers and the teachers; of no laptop in particular."""
    held, found = _trusts(opened)
    others = [paper for paper in opened.papers if paper.kind is not Kind.TRUST]
    found += [fault for paper in others for fault in _faults(paper, held)]
    if held and not found:
        found.append(good("papers", count=len(opened.papers)))
    teachers, teacher_found = _teachers(opened, held)
    right = [paper for paper in others if not _faults(paper, held)]
    school = School(
        held,
        {
            paper.sha256: charters.parse(paper.body)
            for paper in right
            if paper.kind is Kind.CHARTER
        },
        [classes.parse(paper.body) for paper in right if paper.kind is Kind.CLASS],
        [
            revocations.parse(paper.body)
            for paper in right
            if paper.kind is Kind.REVOCATIONS
        ],
        None,
        teachers,
    )
    return school, [*found, *teacher_found]


def device_of(der: bytes, trusts_: Sequence[Trust]) -> tuple[Holder | None, str]:
    """Read a laptop's certificate; why, where it is not of this school."""
    return _holder(der, "device", trusts_)


def other_school(opened: Papered, root: str) -> Finding | None:
    """Say that the papers are of a school with another number, where they are.

    Then nothing else in the pack is this school's fault, nor its teachers'.

    Args:
        opened: the pack.
        root: the fingerprint of the school's root key, from its letter.
    """
    try:
        parsed = [trusts.parse(paper.body) for paper in _trust_papers(opened)]
    except PaperError:
        return None  # said by check()
    first = min(parsed, key=lambda one: one.serial, default=None)
    if first is None or first.root_hash == root:
        return None
    return bad("wrong_root", root=spaced(first.root_hash))


def spaced(root: str) -> str:
    """Write a fingerprint as the letter does: upper case, in groups of four."""
    upper = root.upper()
    return " ".join(upper[at : at + 4] for at in range(0, len(upper), 4))


def root_finding(school: School, root: str | None) -> list[Finding]:
    """Say which school it is, or how the reader can tell."""
    if not school.trusts:
        return []
    number = spaced(school.trusts[0].root_hash)
    return [good("root_unknown" if root is None else "root", root=number)]


def _trust_papers(opened: Papered) -> list[SignedPaper]:
    return [paper for paper in opened.papers if paper.kind is Kind.TRUST]


def _trusts(opened: Papered) -> tuple[list[Trust], list[Finding]]:
    papers = _trust_papers(opened)
    try:
        parsed = [(trusts.parse(paper.body), paper) for paper in papers]
    except PaperError as error:
        return [], [bad("paper_form", kind=Kind.TRUST, detail=error)]
    if not parsed:
        return [], [bad("no_trust")]
    parsed.sort(key=lambda pair: pair[0].serial)
    shelf = Trusts(parsed[0][0].root_hash)
    for _, paper in parsed:
        taken = shelf.accept(paper, opened.manifest.made, dead_too=True)
        if isinstance(taken, PaperRefused):
            return [], [bad("trust_refused", detail=taken.sentence)]
    return [trust for trust, _ in parsed], []


def _faults(paper: SignedPaper, held: Sequence[Trust]) -> list[Finding]:
    """Say why no trust of the pack stands behind a paper."""
    try:
        _parse(paper)
    except PaperError as error:
        return [bad("paper_form", kind=paper.kind, detail=error)]
    missing = [missing_signers(paper, trust) for trust in held]
    if missing and all(missing):
        return [bad("paper_signature", kind=paper.kind, detail=missing[-1])]
    return []


def _parse(paper: SignedPaper) -> None:
    readers = {
        Kind.CHARTER: charters.parse,
        Kind.CLASS: classes.parse,
        Kind.REVOCATIONS: revocations.parse,
    }
    if paper.kind in readers:
        readers[paper.kind](paper.body)


def _device(
    opened: Opened, held: Sequence[Trust]
) -> tuple[Holder | None, list[Finding]]:
    holder, why = device_of(opened.device_der, held)
    if holder is None:
        return None, [bad("wrong_device", detail=why)] if held else []
    if holder.id != opened.manifest.device:
        return None, [bad("wrong_device", detail=opened.manifest.device)]
    return holder, [good("device")]


def _teachers(
    opened: Papered, held: Sequence[Trust]
) -> tuple[dict[str, Holder], list[Finding]]:
    holders: dict[str, Holder] = {}
    found: list[Finding] = []
    for name, der in opened.teachers.items() if held else ():
        holder, why = _holder(der, "teacher", held)
        if holder is None or holder.fingerprint != name:
            found.append(bad("teacher", detail=why or name))
        else:
            holders[name] = holder
    return holders, found


def _holder(der: bytes, role: str, held: Sequence[Trust]) -> tuple[Holder | None, str]:
    why = ""
    for trust in reversed(held):
        authority = trust.devices_ca if role == "device" else trust.teachers_ca
        try:
            return read(der, role, bytes.fromhex(authority)), ""
        except CertificateError as error:
            why = str(error)
    return None, why
