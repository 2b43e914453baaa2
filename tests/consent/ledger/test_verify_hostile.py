# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever a stranger puts in a well-signed pack, the check never breaks."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from consent.documents import canonical
from consent.errors import CanonicalError
from consent.ledger import archive, manifest
from consent.ledger.verify import is_good, verify_pack
from tests.fakes.lesson import PlayedLesson

TRIES = 250
VALUES: tuple[Any, ...] = (
    None,
    True,
    0,
    1,
    -1,
    2**53 - 1,
    "",
    "x",
    "ab" * 16,
    "00" * 32,
    [],
    {},
    ["x"],
    "9999-12-31T23:59:59Z",
    "2999-12-31T23:59:59Z",
    "1000-01-01T00:00:00Z",
    "{}",
    "OPEN",
    "CLOSE",
    "shared",
    "own",
)
Repack = Callable[[dict[str, bytes]], bytes]


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlayedLesson]:
    made = PlayedLesson(tmp_path_factory.mktemp("lesson"))
    made.play()
    yield made
    made.close()


def repacked(lesson: PlayedLesson, members: dict[str, bytes]) -> bytes:
    """Make a pack of these members with a right table of contents and signature."""
    contents = manifest.parse(members[manifest.MANIFEST])
    rest = {
        name: data
        for name, data in members.items()
        if name not in {manifest.MANIFEST, manifest.SIGNATURE}
    }
    signed = manifest.encode(replace(contents, members=manifest.digests(rest)))
    sig = lesson.device_key.sign(manifest.CONTEXT + signed).hex().encode() + b"\n"
    return archive.write({manifest.MANIFEST: signed, manifest.SIGNATURE: sig, **rest})


def bent(value: Any, chance: random.Random) -> Any:  # noqa: ANN401 -- JSON
    """Change one thing somewhere inside."""
    if isinstance(value, dict) and value:
        name = chance.choice(sorted(value))
        if chance.random() < 0.1:
            return {key: held for key, held in value.items() if key != name}
        return value | {name: bent(value[name], chance)}
    if isinstance(value, list) and value:
        at = chance.randrange(len(value))
        return [*value[:at], bent(value[at], chance), *value[at + 1 :]]
    if isinstance(value, str) and value.startswith("{") and chance.random() < 0.9:
        inner = bent(json.loads(value), chance)
        return json.dumps(
            inner, sort_keys=True, separators=(",", ":"), ensure_ascii=False
        )
    return chance.choice(VALUES)


def with_one_bent_line(
    members: dict[str, bytes], chance: random.Random
) -> dict[str, bytes]:
    """Change one line of one part; the part stays canonical."""
    names = [name for name in members if name.endswith((".json", ".jsonl", ".sig"))]
    names = [name for name in names if not name.startswith("manifest")]
    name = chance.choice(names)
    lines = members[name].split(b"\n")
    at = chance.randrange(max(1, len(lines) - 1))
    try:
        lines[at] = canonical.encode(bent(json.loads(lines[at]), chance))
    except CanonicalError:
        return members
    return members | {name: b"\n".join(lines)}


@pytest.mark.parametrize("seed", range(4))
def test_a_bent_line_never_breaks_the_check_and_never_passes(
    lesson: PlayedLesson, seed: int
) -> None:
    chance = random.Random(seed)
    whole = dict(archive.read(lesson.pack()).members)
    changed = 0
    for _ in range(TRIES // 4):
        members = with_one_bent_line(whole, chance)
        found = verify_pack(repacked(lesson, members))
        assert is_good(found) == (members == whole), members.keys()
        changed += members != whole
    assert changed > TRIES // 8


def test_random_bytes_in_a_part_never_break_the_check(lesson: PlayedLesson) -> None:
    chance = random.Random(5)
    whole = dict(archive.read(lesson.pack()).members)
    for name, data in whole.items():
        if name.startswith("manifest"):
            continue
        for _ in range(4):
            noise = chance.randbytes(chance.randrange(300))
            at = chance.randrange(len(data))
            members = whole | {name: data[:at] + noise + data[at + len(noise) :]}
            verify_pack(repacked(lesson, members))
