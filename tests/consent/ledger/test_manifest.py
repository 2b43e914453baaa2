# SPDX-License-Identifier: GPL-3.0-or-later
"""A table of contents reads back, and only in its one form."""

from dataclasses import replace
from pathlib import Path

import pytest

from consent.documents import canonical
from consent.documents.fields import Lang
from consent.ledger import manifest
from consent.ledger.draft import Start
from consent.ledger.kinds import Chain
from consent.ledger.manifest import Manifest, ManifestError
from tests.fakes.records import DEVICE, MONDAY, PUPIL, SCHOOL

VECTOR = Path(__file__).parents[2] / "vectors" / "ledger" / "manifest.json"
HELD = Manifest(
    made=MONDAY,
    school=SCHOOL,
    pupil=PUPIL,
    device=DEVICE,
    lang=Lang.NL,
    starts={
        Chain.SHARED: Start(0, bytes(32), 1),
        Chain.OWN: Start(4, b"o" * 32, 2),
    },
    members={"shared.jsonl": "ab" * 32, "papers/trust-0.json": "cd" * 32},
)
WHOLE = canonical.decode(manifest.encode(HELD))


def test_the_example_of_the_specification_is_what_we_write() -> None:
    assert VECTOR.read_bytes() == manifest.encode(HELD)
    page = Path(__file__).parents[3] / "docs" / "spec" / "pack.md"
    assert VECTOR.read_text(encoding="ascii") in page.read_text(encoding="utf-8")


def test_it_reads_back() -> None:
    assert manifest.parse(manifest.encode(HELD)) == HELD
    nobody = replace(HELD, pupil="", school="")
    assert manifest.parse(manifest.encode(nobody)) == nobody


def test_digests_are_of_the_members_bytes() -> None:
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert manifest.digests({"a": b""}) == {"a": empty}


MEMBER = {"name": "a", "sha256": "ab" * 32}
START = {"seq": 0, "head": "00" * 32, "epoch": 1}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("v", 2),
        ("type", "other"),
        ("made", "now"),
        ("device", ""),
        ("lang", "de"),
        ("members", {}),
        ("members", ["a"]),
        ("members", [MEMBER, MEMBER]),
        ("members", [MEMBER | {"name": "manifest.json"}]),
        ("members", [MEMBER | {"name": "../a"}]),
        ("members", [MEMBER | {"name": 1}]),
        ("members", [MEMBER | {"size": 1}]),
        ("members", [{"name": "a"}]),
        ("starts", []),
        ("starts", {"shared": START}),
        ("starts", {"shared": START, "own": []}),
        ("starts", {"shared": START, "own": START | {"epoch": 0}}),
        ("extra", 1),
    ],
)
def test_another_form_is_refused(name: str, value: object) -> None:
    assert isinstance(WHOLE, dict)
    with pytest.raises(ManifestError):
        manifest.parse(canonical.encode(WHOLE | {name: value}))


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"\xff", b" {}"])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ManifestError):
        manifest.parse(data)
