# SPDX-License-Identifier: GPL-3.0-or-later
"""A leaf and an order have one form each."""

import json
from typing import Any

import pytest

from consent.documents import canonical
from consent.ledger.chain import Sealed, commit
from consent.ledger.kinds import Chain
from consent.ledger.leaf import Leaf
from consent.ledger.volume_lines import (
    Order,
    VolumeLineError,
    decode_leaf,
    decode_order,
    encode_leaf,
    encode_order,
)
from tests.fakes.records import DEVICE, ORIGIN

SALT, BODY = bytes(range(32)), b'{"v":1}'
COMMIT = commit(SALT, BODY)
COMMAND = Leaf(ORIGIN, 3, COMMIT, BODY, SALT, DEVICE, "", bytes(64), None)
SEALED = Sealed(Chain.SHARED, 7, BODY, SALT, COMMIT, bytes(32), b"h" * 32, bytes(64))
LINE = Leaf(ORIGIN, 4, COMMIT, BODY, SALT, DEVICE, "", bytes(64), SEALED)
GONE = Leaf(ORIGIN, 5, COMMIT, None, None, DEVICE, "", bytes(64), None)


@pytest.mark.parametrize("leaf", [COMMAND, LINE, GONE], ids=["command", "line", "gone"])
def test_a_leaf_reads_back(leaf: Leaf) -> None:
    assert decode_leaf(encode_leaf(leaf), ORIGIN) == leaf


def test_an_order_reads_back() -> None:
    order = Order((2, 3), b"s" * 64)
    assert decode_order(encode_order(order)) == order


@pytest.mark.parametrize(
    "change",
    [
        {"n": -1},
        {"n": "1"},
        {"commitment": "ab"},
        {"salt": "ab"},
        {"body": 7},
        {"device": "AB" * 16},
        {"more": 1},
        {"seq": 7},
        {"head": "ab" * 32},
        {"prev": "ab" * 32, "head": "ab" * 32},
    ],
    ids=str,
)
def test_another_leaf_is_refused(change: dict[str, Any]) -> None:
    held = json.loads(encode_leaf(COMMAND)) | change
    with pytest.raises(VolumeLineError):
        decode_leaf(canonical.encode(held), ORIGIN)


@pytest.mark.parametrize("data", [b"", b"[]", b'{"leaves":[],"sig":"00"}', b"{ }"])
def test_what_is_no_line_is_refused(data: bytes) -> None:
    with pytest.raises(VolumeLineError):
        decode_leaf(data, ORIGIN)
    with pytest.raises(VolumeLineError):
        decode_order(data)


@pytest.mark.parametrize("leaves", [7, ["1"], [-1]])
def test_another_order_is_refused(leaves: object) -> None:
    held = {"leaves": leaves, "sig": "00" * 64}
    with pytest.raises(VolumeLineError):
        decode_order(json.dumps(held, separators=(",", ":")).encode())
