# SPDX-License-Identifier: GPL-3.0-or-later
"""Every message is written in one way, and nothing else is read."""

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from msgspec import Struct

from protocol import codec
from protocol.errors import MalformedError
from tests.fakes import examples, vectors

READERS: dict[str, Callable[[bytes], Struct]] = {
    "wire": codec.decode_wire,
    "local": codec.decode_local,
    "enrol": codec.decode_enrol,
}
GOOD = [
    pytest.param(family, message, id=type(message).__name__)
    for family, messages in vectors.FAMILIES.items()
    for message in messages
]
BAD = [
    pytest.param(family, path, id=f"{family}-{path.stem}")
    for family in vectors.FAMILIES
    for path in vectors.bad(family)
]


@pytest.mark.parametrize(("family", "message"), GOOD)
def test_a_message_has_the_bytes_of_its_vector(family: str, message: Struct) -> None:
    vector = vectors.read(vectors.path_of(family, message))
    assert vector == vectors.good(message)
    assert READERS[family](vector.data) == message


@pytest.mark.parametrize(("family", "path"), BAD)
def test_S14_malformed_bytes_are_refused(family: str, path: Path) -> None:
    vector = vectors.read(path)
    with pytest.raises(MalformedError, match=r"^[A-Z].*\.$"):
        READERS[family](vector.data)


@pytest.mark.parametrize(("family", "path"), BAD)
def test_a_malformed_vector_says_why(family: str, path: Path) -> None:
    assert vectors.read(path).outcome != "good"


@pytest.mark.parametrize(
    ("union", "family"),
    [
        (codec.WireMessage, examples.WIRE),
        (codec.LocalMessage, examples.LOCAL),
        (codec.EnrolMessage, examples.ENROL),
    ],
)
def test_every_message_has_an_example(
    union: object, family: tuple[Struct, ...]
) -> None:
    assert set(get_args(union)) == {type(message) for message in family}


@pytest.mark.parametrize(("family", "message"), GOOD)
def test_no_byte_can_be_added_or_taken(family: str, message: Struct) -> None:
    data = codec.encode(message)
    for other in (data + b"\0", data[:-1], data + data):
        with pytest.raises(MalformedError):
            READERS[family](other)


def test_tags_are_never_shared_between_the_three_families() -> None:
    tags = [
        message.__struct_config__.tag
        for family in vectors.FAMILIES.values()
        for message in family
    ]
    assert len(tags) == len(set(tags))
