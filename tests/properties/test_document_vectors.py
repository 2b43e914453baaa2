# SPDX-License-Identifier: GPL-3.0-or-later
"""The example bytes of docs/spec/documents.md and command.md, good and bad."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from consent.documents import (
    charter,
    classes,
    command,
    revocations,
    roster,
    sets,
    slip,
    trust,
    widening,
)
from consent.documents.paper import encode_struct
from consent.documents.seal import open_slip
from consent.documents.signed import (
    Kind,
    SignedPaper,
    Signer,
    checks,
    decode_signatures,
    key_hash,
    public_bytes,
)
from consent.errors import PaperError
from consent.shelf.held import Accepted
from consent.shelf.shelf import Shelf
from tests.fakes.school import NOW

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "vectors" / "documents"
PARSERS = {
    "trust": trust.parse,
    "charter": charter.parse,
    "class": classes.parse,
    "roster": roster.parse,
    "slip": slip.parse,
    "set": sets.parse,
    "revocations": revocations.parse,
    "widening": widening.parse,
    "command": command.parse,
}
KEYS = {
    signer: Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32)
    for number, signer in enumerate(
        (Signer.ROOT, Signer.OFFICE, Signer.FRESH, Signer.DPO), 1
    )
}
SEAL_KEY = X25519PrivateKey.from_private_bytes(bytes(range(32)))
DEVICE = "de" * 16


def paper(kind: Kind) -> SignedPaper:
    """Read one pair of files."""
    body = (FOLDER / f"{kind}.json").read_bytes()
    signatures = decode_signatures((FOLDER / f"{kind}.sig").read_bytes())
    return SignedPaper(kind, body, signatures)


@pytest.mark.parametrize("kind", Kind)
def test_each_example_reads_and_its_signatures_check(kind: Kind) -> None:
    one = paper(kind)
    assert encode_struct(PARSERS[kind.value](one.body)) == one.body
    assert one.signatures
    for signature in one.signatures:
        assert checks(kind, one.body, signature, public_bytes(KEYS[signature.by]))


def test_the_sealed_example_opens_to_the_plain_one() -> None:
    sealed = SignedPaper(Kind.SLIP, (FOLDER / "slip.sealed").read_bytes())
    assert open_slip(sealed, SEAL_KEY) == paper(Kind.SLIP)


def test_the_examples_are_one_school() -> None:
    shelf = Shelf(
        key_hash(public_bytes(KEYS[Signer.ROOT])), device=DEVICE, seal_key=SEAL_KEY
    )
    loose = {Kind.ROSTER, Kind.SLIP, Kind.WIDENING}
    papers = [paper(kind) for kind in Kind if kind not in loose]
    papers.append(SignedPaper(Kind.SLIP, (FOLDER / "slip.sealed").read_bytes()))
    answers = shelf.accept_all(papers, NOW)
    assert all(isinstance(answer, Accepted) for answer in answers)
    (class_id,) = shelf.classes
    assert shelf.freshness(class_id, NOW)


def test_the_command_reads_and_its_signature_checks() -> None:
    body = (FOLDER / "command.json").read_bytes()
    sig = bytes.fromhex((FOLDER / "command.sig").read_text(encoding="ascii"))
    teacher = Ed25519PrivateKey.from_private_bytes(b"\x05" * 32)
    assert command.encode(command.parse(body)) == body
    assert command.checks(body, sig, public_bytes(teacher))


@pytest.mark.parametrize("file", sorted(FOLDER.glob("bad-*.txt")), ids=lambda f: f.stem)
def test_each_bad_example_is_refused(file: Path) -> None:
    header, _, body = file.read_bytes().partition(b"\n\n")
    lines = dict(line.split(": ", 1) for line in header.decode().splitlines())
    assert lines["outcome"]
    with pytest.raises(PaperError):
        PARSERS[lines["type"]](body)


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("documents.md", "revocations.json"),
        ("documents.md", "revocations.sig"),
        ("command.md", "command.json"),
        ("command.md", "command.sig"),
    ],
)
def test_the_pages_show_these_very_bytes(page: str, file: str) -> None:
    text = (ROOT / "docs" / "spec" / page).read_text(encoding="utf-8")
    assert (FOLDER / file).read_text(encoding="utf-8") in text.splitlines()
