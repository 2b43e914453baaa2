# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything a laptop kept about one pupil, in one file the pupil takes along.

Source: docs/spec/pack.md; docs/rights.md R-38; GDPR art. 15 and 20.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Final

from consent.documents import charter as charters
from consent.documents import classes
from consent.documents import slip as slips
from consent.documents import trust as trusts
from consent.documents.charter import Charter
from consent.documents.fields import Lang
from consent.documents.signed import Kind as PaperKind
from consent.documents.signed import SignedPaper, encode_signatures
from consent.documents.slip import Slip
from consent.errors import PaperError
from consent.ledger import archive, manifest
from consent.ledger.certificate import pem_text
from consent.ledger.choices_page import choices_html
from consent.ledger.draft import Line, Start
from consent.ledger.kinds import Chain, Kind
from consent.ledger.manifest import Manifest
from consent.ledger.pack_lines import (
    CommandProof,
    Fork,
    GivenBack,
    LineProof,
    ProofLine,
    encode_proof,
    encode_sealed,
    joined,
    note_hash,
)
from consent.ledger.page import list_html
from consent.ledger.plain import sentences
from consent.ledger.receipt import Growth
from consent.ledger.records import Agreed, consent_records, records_bytes
from consent.record import ConsentRecord

SHARED: Final = "shared.jsonl"
OWN: Final = "own.jsonl"
PROOFS: Final = "proofs.jsonl"
CHECKPOINTS: Final = "checkpoints.txt"
DEVICE: Final = "device.pem"
RECORDS: Final = "records.jsonld"
PAGE: Final = "list.html"
RECEIPT: Final = "choices.html"
PAPERS: Final = "papers/"
TEACHER: Final = "papers/teacher-"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerExport:
    """What a laptop's ledger gives for a pack; see AgentLedger.export()."""

    device: str
    starts: Mapping[Chain, Start]
    lines: Sequence[Line]  # of both chains, newest first
    proofs: Sequence[ProofLine]
    teachers: Mapping[str, bytes]  # certificate by fingerprint
    given: Sequence[Line] = ()  # lost, and given back by a teacher's program


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFrame:
    """What is put around the ledger's part."""

    made: datetime
    school: str
    pupil: str
    lang: Lang
    zone: tzinfo
    device_der: bytes
    papers: Sequence[SignedPaper] = field(default=())  # opened, not sealed


def build(
    ledger: LedgerExport, frame: PackFrame, sign: Callable[[bytes], bytes]
) -> bytes:
    """Make the pack.

    Args:
        ledger: the laptop's record.
        frame: for whom, when, in which language, with which papers.
        sign: signs with this laptop's Ed25519 key.
    """
    agreed = _agreed(frame.papers)
    records = _records(ledger, agreed)
    reasons = _reasons(agreed.charters, frame.lang)
    members = {
        **_chains(ledger),
        PROOFS: joined(map(encode_proof, (*ledger.proofs, *_given(ledger)))),
        CHECKPOINTS: b"".join(_notes(ledger.proofs)),
        **_papers(ledger, frame),
        DEVICE: pem_text(frame.device_der),
        RECORDS: records_bytes(records),
        PAGE: list_html(
            sorted((*ledger.lines, *ledger.given), key=_place, reverse=True),
            lang=frame.lang,
            zone=frame.zone,
            made=frame.made,
            reasons=reasons,
        ),
        RECEIPT: choices_html(
            records,
            _said(ledger.lines, frame.lang),
            lang=frame.lang,
            zone=frame.zone,
            made=frame.made,
        ),
    }
    contents = manifest.encode(
        Manifest(
            made=frame.made,
            school=frame.school,
            pupil=frame.pupil,
            device=ledger.device,
            lang=frame.lang,
            starts=ledger.starts,
            members=manifest.digests(members),
        )
    )
    sig = sign(manifest.CONTEXT + contents).hex().encode("ascii") + b"\n"
    front = {manifest.MANIFEST: contents, manifest.SIGNATURE: sig}
    return archive.write(front | members)


def _chains(ledger: LedgerExport) -> dict[str, bytes]:
    oldest_first = [line.sealed for line in reversed(ledger.lines)]
    return {
        name: joined(
            encode_sealed(line) for line in oldest_first if line.chain is chain
        )
        for name, chain in ((SHARED, Chain.SHARED), (OWN, Chain.OWN))
    }


def _given(ledger: LedgerExport) -> Iterator[ProofLine]:
    for line in reversed(ledger.given):
        yield GivenBack(line.sealed, line.given or "")


def _place(line: Line) -> int:
    return line.place


def _notes(proofs: Sequence[ProofLine]) -> list[bytes]:
    """Give each signed head once."""
    found: dict[str, bytes] = {}
    for line in proofs:
        match line:
            case LineProof(_, proof) | CommandProof(_, _, proof):
                note = proof.checkpoint
            case Growth(note) | Fork(note):
                pass
            case _:
                continue
        found[note_hash(note)] = note
    return list(found.values())


def _papers(ledger: LedgerExport, frame: PackFrame) -> dict[str, bytes]:
    members = {}
    for paper in frame.papers:
        stem = f"{PAPERS}{paper.kind}-{paper.sha256[:16]}"
        members[f"{stem}.json"] = paper.body
        members[f"{stem}.sig"] = encode_signatures(paper.signatures)
    for fingerprint, der in ledger.teachers.items():
        members[f"{TEACHER}{fingerprint}.pem"] = pem_text(der)
    return members


def _said(lines: Sequence[Line], lang: Lang) -> dict[str, str]:
    """Give each choice's sentence, by the head of the chain after it."""
    choices = [line for line in lines if line.entry and line.entry.kind is Kind.CONSENT]
    heads = (line.sealed.head.hex() for line in choices)
    return dict(zip(heads, sentences(choices, lang), strict=True))


def _records(ledger: LedgerExport, agreed: Agreed) -> list[ConsentRecord]:
    lines = [
        (line.sealed, line.entry)
        for line in reversed(ledger.lines)
        if line.sealed.chain is Chain.OWN
    ]
    return consent_records(lines, agreed)


def _agreed(papers: Sequence[SignedPaper]) -> Agreed:
    """Read the papers that a record speaks of; what cannot be read is left out."""
    held: dict[str, Charter] = {}
    own: dict[str, Slip] = {}
    names: dict[str, str] = {}
    trust = None
    for paper in papers:
        try:
            match paper.kind:
                case PaperKind.TRUST:
                    trust = trusts.parse(paper.body)
                case PaperKind.CHARTER:
                    held[paper.sha256] = charters.parse(paper.body)
                case PaperKind.SLIP:
                    slip = slips.parse(paper.body)
                    own[slip.class_id] = slip
                case PaperKind.CLASS:
                    sheet = classes.parse(paper.body)
                    names[sheet.class_id] = sheet.name
                case _:
                    pass
        except PaperError:
            continue
    return Agreed(trust, held, own, names)


def _reasons(held: Mapping[str, Charter], lang: Lang) -> dict[str, str]:
    return {
        reason.code: reason.words(lang)
        for charter in held.values()
        for reason in (*charter.reason_codes, *charter.attention_reasons)
    }
