# SPDX-License-Identifier: GPL-3.0-or-later
"""A token is read exactly, and its proof covers every field."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from consent.documents.token import Token, ask_mac, encode, parse
from consent.errors import PaperError

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TOKEN = Token(
    id="1" * 32,
    school="2" * 32,
    root="3" * 64,
    address="10.20.0.5:47312",
    enrol_cert="4" * 64,
    secret="5" * 64,
    uses=30,
    not_after=NOW + timedelta(hours=24),
    networks=("10.20.0.0/16",),
)


def test_a_token_comes_back_as_it_was_and_ends_after_its_day() -> None:
    assert parse(encode(TOKEN)) == TOKEN
    assert not TOKEN.is_expired(NOW)
    assert TOKEN.is_expired(TOKEN.not_after)
    assert TOKEN.secret_bytes == b"\x55" * 32


@pytest.mark.parametrize(
    "change", [{"uses": 0}, {"uses": 501}, {"secret": "5" * 62}, {"more": 1}]
)
def test_a_token_that_breaks_a_rule_is_refused(change: dict[str, object]) -> None:
    fields = msgspec.to_builtins(TOKEN) | change
    with pytest.raises(PaperError):
        parse(msgspec.json.encode(fields, order="sorted"))


def test_the_proof_covers_every_field_and_where_each_ends() -> None:
    proof = ask_mac(b"s" * 32, b"csr", b"a", b"b", "label")
    others = [
        ask_mac(b"t" * 32, b"csr", b"a", b"b", "label"),
        ask_mac(b"s" * 32, b"csra", b"", b"b", "label"),
        ask_mac(b"s" * 32, b"csr", b"a", b"b", "labels"),
        ask_mac(b"s" * 32, b"csr", b"b", b"a", "label"),
    ]
    assert proof not in others
    assert len(proof) == 32
