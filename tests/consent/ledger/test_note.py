# SPDX-License-Identifier: GPL-3.0-or-later
"""Signed notes: what others published is read, and written back byte for byte."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.ledger import note as notes
from consent.ledger.chain import is_signed
from consent.ledger.errors import CheckpointError

VECTORS = Path(__file__).parents[2] / "vectors" / "ledger" / "notes.jsonl"
PUBLISHED = [json.loads(line) for line in VECTORS.read_text("utf-8").splitlines()]
NOTE = PUBLISHED[1]["note"].encode()


def key_of(published: dict[str, Any]) -> tuple[str, str, bytes]:
    """Read a verifier key: name, key id in hex, raw public key."""
    name, key_id, material = published["vkey"].split("+", 2)
    raw = base64.b64decode(material)
    assert raw[:1] == notes.ED25519
    return name, key_id, raw[1:]


@pytest.mark.parametrize("published", PUBLISHED, ids=lambda x: x["vkey"].split("+")[0])
def test_a_published_note_is_read_checked_and_written_back(
    published: dict[str, Any],
) -> None:
    name, key_id, public = key_of(published)
    note = published["note"].encode()
    text, signer, sig = notes.split(note)
    assert signer == name
    assert notes.key_id(name, public).hex() == key_id
    assert is_signed(text, sig, public)
    assert not is_signed(text + b"\n", sig, public)
    assert notes.signed(text, name, public, sig) == note


def test_a_published_private_key_signs_the_published_note() -> None:
    name, _, public = key_of(PUBLISHED[0])
    seed = base64.b64decode(PUBLISHED[0]["skey"])[1:]
    note = PUBLISHED[0]["note"].encode()
    text = notes.split(note)[0]
    sig = Ed25519PrivateKey.from_private_bytes(seed).sign(text)
    assert notes.signed(text, name, public, sig) == note


def test_a_text_may_have_empty_lines_of_its_own() -> None:
    note = notes.signed(b"one\n\ntwo\n", "example.com/foo", bytes(32), bytes(64))
    assert notes.split(note) == (b"one\n\ntwo\n", "example.com/foo", bytes(64))


@pytest.mark.parametrize(
    "changed",
    [
        b"",
        NOTE[:-1],
        NOTE + b"\n",
        NOTE + NOTE.rsplit(b"\n\n", 1)[1],
        NOTE.replace(b"\n\n", b"\n"),
        NOTE.replace(b"message", b"mess\x00age"),
        NOTE.replace(b"message", b"mess\tage"),
        NOTE.replace(b"message", b"mess\xffage"),
        NOTE.replace(b"\n", b"\r\n"),
        NOTE.replace("\N{EM DASH}".encode(), b"-"),
        NOTE.replace(b"example.com/foo", b""),
        NOTE.replace(b"example.com/foo", b"example.com+foo"),
        NOTE.replace(b"example.com/foo", "example.com\N{NO-BREAK SPACE}foo".encode()),
        NOTE.replace(b"example.com/foo ", b"example.com/foo  "),
        NOTE.replace(b"Uw2QOkn8", b"Uw2Q"),
        NOTE.replace(b"Uw2QOkn8", b"Uw2QOkn8Uw2Q"),
        NOTE.replace(b"aQM=", b"aQN="),
        NOTE.replace(b"aQM=", b"aQ*="),
    ],
)
def test_another_form_is_no_note(changed: bytes) -> None:
    assert changed != NOTE
    with pytest.raises(CheckpointError, match="one form"):
        notes.split(changed)
