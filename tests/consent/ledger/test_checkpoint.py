# SPDX-License-Identifier: GPL-3.0-or-later
"""A signed head: one form, one key, and what a published reader would do with it."""

import base64
import hashlib
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from consent.ledger import checkpoint as cp
from consent.ledger.errors import CheckpointError
from tests.fakes.records import KLASS, ORIGIN, SCHOOL, TEACHER, Keys

VECTOR = Path(__file__).parents[2] / "vectors" / "ledger" / "checkpoint.txt"
POINT = cp.Checkpoint(ORIGIN, 18, bytes(range(32)))
KEY = Keys(Ed25519PrivateKey.from_private_bytes(bytes(32)))
NOTE = cp.encode_signed(POINT, KEY.sign, KEY.public)


def test_the_example_of_the_specification_is_what_we_write() -> None:
    assert VECTOR.read_bytes() == NOTE
    page = Path(__file__).parents[3] / "docs" / "spec" / "ledger.md"
    assert NOTE.decode() in page.read_text(encoding="utf-8")


def test_a_signed_head_reads_back() -> None:
    assert cp.parse_signed(NOTE, KEY.public) == POINT
    assert cp.parse_unchecked(NOTE) == POINT


def test_a_reader_of_signed_notes_finds_key_and_signature() -> None:
    text, _, stamp = NOTE.partition(b"\n\n")
    dash, name, data = stamp.decode().rstrip("\n").split(" ")
    raw = base64.b64decode(data)
    assert (dash, name) == ("\u2014", ORIGIN)
    named = ORIGIN.encode() + b"\n\x01" + KEY.public
    assert raw[:4] == hashlib.sha256(named).digest()[:4]
    KEY.private.public_key().verify(raw[4:], text + b"\n")


def test_another_key_is_refused() -> None:
    with pytest.raises(CheckpointError, match="another key"):
        cp.parse_signed(NOTE, Keys().public)


def test_the_right_key_id_over_a_wrong_signature_is_refused() -> None:
    stranger = Keys()
    forged = cp.encode_signed(POINT, stranger.sign, KEY.public)
    with pytest.raises(CheckpointError, match="not signed by"):
        cp.parse_signed(forged, KEY.public)


@given(st.integers(0, len(NOTE) - 1), st.integers(1, 255))
def test_any_other_byte_is_refused(at: int, change: int) -> None:
    changed = bytearray(NOTE)
    changed[at] ^= change
    with pytest.raises(CheckpointError):
        cp.parse_signed(bytes(changed), KEY.public)


@pytest.mark.parametrize(
    "changed",
    [
        NOTE + b"\n",
        NOTE + NOTE.rsplit(b"\n\n")[1],
        NOTE.replace(b"\n18\n", b"\n018\n"),
        NOTE.replace(b"\n18\n", b"\n+18\n"),
        NOTE.replace(b"\n18\n", b"\n9007199254740992\n"),
        NOTE.replace(b"\n18\n", b"\n18\nan extension\n"),
        NOTE.replace(b"\n", b"\r\n"),
        NOTE.replace(b"2027-03\n", b"2027-13\n"),
        NOTE.replace(b"AAECAwQF", b"AAEC"),
        b"",
        b"\xff" * 40,
        NOTE + b"x" * cp.MOST_BYTES,
    ],
)
def test_another_form_is_refused(changed: bytes) -> None:
    with pytest.raises(CheckpointError):
        cp.parse_signed(changed, KEY.public)
    with pytest.raises(CheckpointError):
        cp.parse_unchecked(changed)


def test_a_tree_is_named_for_school_class_teacher_and_month() -> None:
    named = cp.origin(SCHOOL, KLASS, TEACHER, "2027-03")
    assert named == f"inzage/{SCHOOL}/{KLASS}/{TEACHER}/2027-03"
    for month in ("2027-00", "2027-3", "27-03", "2027-03\n"):
        with pytest.raises(CheckpointError):
            cp.origin(SCHOOL, KLASS, TEACHER, month)
