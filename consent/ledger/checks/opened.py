# SPDX-License-Identifier: GPL-3.0-or-later
"""A pack with its parts read, before anything in it is believed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from consent.documents.signed import Kind as PaperKind
from consent.documents.signed import SignedPaper, decode_signatures
from consent.errors import ConsentError
from consent.ledger import pack
from consent.ledger.certificate import der_bytes
from consent.ledger.chain import Sealed
from consent.ledger.entry import EntryBody, parse_body
from consent.ledger.errors import RecordError
from consent.ledger.kinds import Chain
from consent.ledger.manifest import Manifest
from consent.ledger.pack_lines import (
    ProofLine,
    decode_proof,
    decode_sealed,
    split_lines,
    split_notes,
)


class ContentError(RecordError):
    """A part of a pack is not in its form; name says which."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(why)
        self.name = name


@dataclass(frozen=True, slots=True)
class Written:
    """A line of a chain and what it says; None after erasure."""

    sealed: Sealed
    entry: EntryBody | None


@dataclass(frozen=True, slots=True)
class Opened:
    """All parts of a pack, read."""

    manifest: Manifest
    chains: Mapping[Chain, Sequence[Written]]
    proofs: Sequence[ProofLine]
    papers: Sequence[SignedPaper]
    teachers: Mapping[str, bytes]  # certificate by the fingerprint in its name
    device_der: bytes
    records: bytes


def read(manifest: Manifest, members: Mapping[str, bytes]) -> Opened:
    """Read the parts of a pack.

    Raises:
        ContentError: names the first part that is not in its form.
    """
    return Opened(
        manifest,
        {
            Chain.SHARED: _chain(members, pack.SHARED, Chain.SHARED),
            Chain.OWN: _chain(members, pack.OWN, Chain.OWN),
        },
        _proofs(members),
        papers_of(members),
        certificates_of(members, pack.TEACHER),
        _certificate(members, pack.DEVICE),
        need(members, pack.RECORDS),
    )


def device_der(members: Mapping[str, bytes]) -> bytes:
    """Read the laptop's certificate alone.

    Raises:
        ContentError: it is missing or not in its form.
    """
    return _certificate(members, pack.DEVICE)


def need(members: Mapping[str, bytes], name: str) -> bytes:
    """Give a member that has to be there.

    Raises:
        ContentError: it is missing.
    """
    if name not in members:
        raise ContentError(name, "It is missing.")
    return members[name]


def _certificate(members: Mapping[str, bytes], name: str) -> bytes:
    try:
        return der_bytes(need(members, name))
    except ConsentError as error:
        raise ContentError(name, str(error)) from error


def _chain(
    members: Mapping[str, bytes], name: str, chain: Chain
) -> tuple[Written, ...]:
    try:
        lines = split_lines(need(members, name))
        sealed = [decode_sealed(chain, line) for line in lines]
        return tuple(Written(one, _entry(one)) for one in sealed)
    except ConsentError as error:
        raise ContentError(name, str(error)) from error


def _entry(sealed: Sealed) -> EntryBody | None:
    return None if sealed.body is None else parse_body(sealed.body)


def _proofs(members: Mapping[str, bytes]) -> tuple[ProofLine, ...]:
    try:
        notes = split_notes(need(members, pack.CHECKPOINTS))
    except ConsentError as error:
        raise ContentError(pack.CHECKPOINTS, str(error)) from error
    try:
        lines = split_lines(need(members, pack.PROOFS))
        return tuple(decode_proof(line, notes) for line in lines)
    except ConsentError as error:
        raise ContentError(pack.PROOFS, str(error)) from error


def certificates_of(members: Mapping[str, bytes], prefix: str) -> dict[str, bytes]:
    """Read certificates, by the fingerprint in their name.

    Raises:
        ContentError: names the first that is not in its form.
    """
    return {
        name[len(prefix) : -len(".pem")]: _certificate(members, name)
        for name in members
        if name.startswith(prefix) and name.endswith(".pem")
    }


def papers_of(members: Mapping[str, bytes]) -> tuple[SignedPaper, ...]:
    """Read the school's papers of a pack or a volume.

    Raises:
        ContentError: names the first that is not in its form.
    """
    found = []
    for name, body in members.items():
        if not name.startswith(pack.PAPERS) or not name.endswith(".json"):
            continue
        try:
            kind = PaperKind(name[len(pack.PAPERS) :].split("-")[0])
            sigs = decode_signatures(need(members, name[:-5] + ".sig"))
        except (ValueError, ConsentError) as error:
            raise ContentError(name, str(error)) from error
        found.append(SignedPaper(kind, body, sigs))
    return tuple(found)
