# SPDX-License-Identifier: GPL-3.0-or-later
"""A line is written one way, read strictly, and reads back as it was written."""

from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.documents import canonical
from consent.ledger.entry import Common, body_bytes, parse_body
from consent.ledger.errors import EntryError
from consent.ledger.kinds import BODY_BYTES, Chain, Kind
from tests.fakes.lines import Example, examples
from tests.fakes.records import (
    DEVICE,
    KLASS,
    LESSON,
    MONDAY,
    PUPIL,
    SCHOOL,
    Keys,
    close_fields,
    open_fields,
)

VECTOR = Path(__file__).parents[2] / "vectors" / "ledger" / "entries.jsonl"
SPEC = Path(__file__).parents[3] / "docs" / "spec" / "ledger.md"
TEACHER_KEY = Keys(Ed25519PrivateKey.from_private_bytes(bytes(32)))
COMMON = Common(
    epoch=1,
    seq=7,
    t=MONDAY,
    boot_ms=12_345,
    school=SCHOOL,
    klass=KLASS,
    lesson=LESSON,
    pupil=PUPIL,
    device=DEVICE,
    own="0b" * 32,
)
EXAMPLES = examples(TEACHER_KEY)
NAMES = [f"{kind}-{fields.get('what', '')}" for _, kind, fields in EXAMPLES]


def written(example: Example) -> bytes:
    chain, kind, fields = example
    return body_bytes(chain, kind, COMMON, fields)


@pytest.mark.parametrize(
    ("by", "more"),
    [
        ("dpo", {}),
        ("dpo", {"order": ""}),
        ("pupil", {"order": "0e" * 32}),
        ("guardian", {"order": "0e" * 32}),
    ],
)
def test_R37_a_dpo_reads_by_an_order_and_nobody_else_does(
    by: str, more: dict[str, object]
) -> None:
    with pytest.raises(EntryError, match="order"):
        written((Chain.OWN, Kind.LOG_READ, {"by": by, "from": 0, "to": 3, **more}))


def test_every_kind_of_line_is_in_the_examples() -> None:
    assert {kind for _, kind, _ in EXAMPLES} == set(Kind)


def test_the_examples_of_the_specification_are_what_we_write() -> None:
    assert VECTOR.read_bytes() == b"".join(written(e) + b"\n" for e in EXAMPLES)


def test_the_page_of_the_specification_shows_the_vector() -> None:
    page = SPEC.read_text(encoding="utf-8")
    closed = [line for line in EXAMPLES if line[1] is Kind.CLOSE]
    assert written(closed[0]).decode() in page
    for kind in Kind:
        assert kind.value in page


@pytest.mark.parametrize("example", EXAMPLES, ids=NAMES)
def test_a_line_reads_back(example: Example) -> None:
    chain, kind, fields = example
    entry = parse_body(written(example))
    assert (entry.chain, entry.kind, dict(entry.fields)) == (chain, kind, fields)
    own = COMMON.own if chain is Chain.SHARED else ""
    assert entry.common == replace(COMMON, own=own)


@pytest.mark.parametrize("example", EXAMPLES, ids=NAMES)
def test_every_field_is_needed_and_no_other_taken(example: Example) -> None:
    whole = canonical.decode(written(example))
    assert isinstance(whole, dict)
    for name in whole:
        rest = {key: value for key, value in whole.items() if key != name}
        with pytest.raises(EntryError):
            parse_body(canonical.encode(rest))
        with pytest.raises(EntryError):
            parse_body(canonical.encode(whole | {name: [whole[name]]}))
    with pytest.raises(EntryError, match="not a field"):
        parse_body(canonical.encode(whole | {"extra": 1}))


@pytest.mark.parametrize("example", EXAMPLES, ids=NAMES)
def test_a_line_of_one_chain_is_not_a_line_of_the_other(example: Example) -> None:
    chain, kind, fields = example
    other = Chain.OWN if chain is Chain.SHARED else Chain.SHARED
    with pytest.raises(EntryError, match="no such kind"):
        body_bytes(other, kind, COMMON, fields)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b"{}",
        b'{"v":1}',
        b'{"chain":"shared","kind":"PEEK"}',
        b'{"chain":"third","kind":"OPEN"}',
        b"\xff",
        b" " + written(EXAMPLES[0]),
        written(EXAMPLES[0]) + b"\n",
        written(EXAMPLES[0]).replace(b'"v":1', b'"v":2'),
        written(EXAMPLES[0]).replace(b'"v":1', b'"v":1.0'),
        b"[" * 10_000,
    ],
)
def test_other_bytes_are_refused(body: bytes) -> None:
    with pytest.raises(EntryError):
        parse_body(body)


def test_a_line_longer_than_its_limit_is_refused_both_ways() -> None:
    with pytest.raises(EntryError, match=str(BODY_BYTES)):
        parse_body(b" " * (BODY_BYTES + 1))
    fields = open_fields(TEACHER_KEY) | {"command": '"' * 4_000}
    with pytest.raises(EntryError, match=str(BODY_BYTES)):
        body_bytes(Chain.SHARED, Kind.OPEN, COMMON, fields)


def test_the_longest_command_fits_in_a_line() -> None:
    fields = open_fields(TEACHER_KEY) | {"command": "x" * 4_096, "reason": "é" * 140}
    assert len(body_bytes(Chain.SHARED, Kind.OPEN, COMMON, fields)) <= BODY_BYTES


def test_hidden_characters_are_refused() -> None:
    for hidden in ("a\u202eb", "a\nb", "e\u0301", "a\x9bb"):
        fields = open_fields(TEACHER_KEY) | {"reason": hidden}
        with pytest.raises(EntryError):
            body_bytes(Chain.SHARED, Kind.OPEN, COMMON, fields)


def test_a_gap_runs_forward() -> None:
    body_bytes(Chain.SHARED, Kind.GAP, COMMON, {"from": 2, "to": 2})
    with pytest.raises(EntryError, match="from is after to"):
        body_bytes(Chain.SHARED, Kind.GAP, COMMON, {"from": 3, "to": 2})


def test_a_command_and_its_signature_belong_together() -> None:
    lesson = next(fields for _, kind, fields in EXAMPLES if kind is Kind.LESSON)
    for lost in ("command", "command_sig"):
        with pytest.raises(EntryError, match="belong together"):
            body_bytes(Chain.SHARED, Kind.LESSON, COMMON, lesson | {lost: ""})


def test_fields_are_read_by_their_type() -> None:
    opened = parse_body(written(EXAMPLES[0]))
    assert opened.text("purpose") == "view"
    assert opened.number("leaf") == 0
    assert opened.time("until") is not None
    resumed: dict[str, object] = {"what": "off", "why": "pupil", "until": ""}
    pause = parse_body(body_bytes(Chain.OWN, Kind.PAUSE, COMMON, resumed))
    assert pause.time("until") is None
    with pytest.raises(EntryError, match="leaf is not a text"):
        opened.text("leaf")
    with pytest.raises(EntryError, match="purpose is not a whole number"):
        opened.number("purpose")


def test_close_is_as_plain_as_it_can_be() -> None:
    body = body_bytes(Chain.SHARED, Kind.CLOSE, COMMON, close_fields(7))
    assert b"withdrawn" not in body
    with pytest.raises(EntryError, match="end"):
        body_bytes(Chain.SHARED, Kind.CLOSE, COMMON, close_fields(7, end="withdrawn"))
