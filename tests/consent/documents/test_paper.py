# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.documents.paper: what every document must carry, and no other spelling."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from consent.documents import (
    canonical,
    charter,
    classes,
    paper,
    revocations,
    roster,
    sets,
    slip,
    trust,
    widening,
)
from consent.documents.paper import Paper
from consent.errors import CanonicalError, PaperError
from tests.fakes.school import NOW, make_school

SCHOOL = make_school()
DOCUMENTS: dict[str, tuple[Paper, Callable[[bytes], Paper]]] = {
    "trust": (SCHOOL.trust, trust.parse),
    "charter": (SCHOOL.charter, charter.parse),
    "class": (SCHOOL.sheet, classes.parse),
    "roster": (SCHOOL.roster, roster.parse),
    "slip": (SCHOOL.slips[0], slip.parse),
    "set": (sets.parse(SCHOOL.paper_set.body), sets.parse),
    "revocations": (SCHOOL.revocations, revocations.parse),
    "widening": (SCHOOL.widening("view").body, widening.parse),
}
each = pytest.mark.parametrize("name", DOCUMENTS)


def changed(name: str, **fields: Any) -> bytes:  # noqa: ANN401 -- any JSON
    """Give a document's bytes with raw JSON fields put in."""
    value = canonical.decode(paper.encode_struct(DOCUMENTS[name][0]))
    assert isinstance(value, dict)
    return canonical.encode({**value, **fields})


@each
def test_a_document_reads_back_the_same(name: str) -> None:
    document, parse = DOCUMENTS[name]
    body = paper.encode_struct(document)
    assert parse(body) == document
    assert paper.encode_struct(parse(body)) == body
    assert f'"type":"{name}"'.encode() in body


@each
def test_R42_an_unknown_field_is_refused_and_named(name: str) -> None:
    with pytest.raises(PaperError, match=f"{name} does not follow.*`colour`"):
        DOCUMENTS[name][1](changed(name, colour="red"))


@each
def test_R42_every_field_is_needed(name: str) -> None:
    value = canonical.decode(paper.encode_struct(DOCUMENTS[name][0]))
    assert isinstance(value, dict)
    for missing in value:
        rest = {key: item for key, item in value.items() if key != missing}
        with pytest.raises(PaperError):
            DOCUMENTS[name][1](canonical.encode(rest))


@each
@pytest.mark.parametrize(
    "fields",
    [
        {"type": "other"},
        {"v": 2},
        {"v": "1"},
        {"serial": 0},
        {"serial": -1},
        {"school": "00"},
        {"school": "G" * 32},
        {"school": "A" * 32},
        {"issued": "2027-03-08"},
        {"issued": "2027-03-08T09:20:00+00:00"},
        {"issued": "2027-03-08T10:20:00+01:00"},
        {"issued": "2027-03-08T09:20:00.5Z"},
        {"issued": "2027-03-08T09:20:00.000Z"},
        {"issued": "2027-03-08T09:20:00"},
        {"issued": "2027-03-08t09:20:00z"},
        {"issued": 1804497600},
        {"not_after": "2027-03-08T08:20:00Z", "issued": "2027-03-08T08:20:00Z"},
    ],
    ids=str,
)
def test_R42_another_spelling_is_refused(name: str, fields: dict[str, Any]) -> None:
    with pytest.raises(PaperError):
        DOCUMENTS[name][1](changed(name, **fields))


@each
def test_bytes_that_are_not_canonical_are_refused(name: str) -> None:
    body = paper.encode_struct(DOCUMENTS[name][0])
    with pytest.raises(PaperError, match="not canonical"):
        DOCUMENTS[name][1](body + b"\n")
    with pytest.raises(PaperError):
        DOCUMENTS[name][1](b"[]")


def test_a_text_that_hides_its_order_cannot_be_written() -> None:
    odd = msgspec.structs.replace(SCHOOL.trust, name="Sint\u202e-Jan")
    with pytest.raises(CanonicalError, match="text-direction"):
        paper.encode_struct(odd)


def test_it_ends_at_its_last_instant() -> None:
    document = SCHOOL.trust
    assert not document.is_expired(NOW)
    assert document.is_expired(document.not_after)
