# SPDX-License-Identifier: GPL-3.0-or-later
"""Several files beside each other: do both sides, and all laptops, tell one story.

Who keeps two lists can make each file good by itself. Here signed heads meet heads,
heads meet the whole tree, and each line of a laptop meets the teacher's copy of it.

Source: docs/spec/volume.md "Together"; docs/rights.md R-33, R-39, D11.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from typing import TypeAlias

from consent.ledger.checkpoint import Checkpoint
from consent.ledger.checks.finding import Finding, bad, good
from consent.ledger.checks.opened import Opened
from consent.ledger.checks.papers import School
from consent.ledger.checks.proofs import Lost, key_of
from consent.ledger.checks.volume.leaves import Grown, grown
from consent.ledger.checks.volume.opened import OpenedVolume
from consent.ledger.kinds import Chain
from consent.ledger.pack_lines import CommandProof, Fork, LineProof
from consent.ledger.receipt import Growth

Held: TypeAlias = Opened | OpenedVolume


@dataclass(frozen=True, slots=True)
class Beside:
    """One file that could be read, and the school its papers prove."""

    held: Held
    school: School


@dataclass(frozen=True, slots=True)
class _Head:
    """A signed head, and the file it lies in."""

    file: str
    point: Checkpoint
    made: datetime  # when the file was


def check(files: Mapping[str, Beside]) -> list[Finding]:
    """Lay files beside each other.

    Args:
        files: by the name that people know them by; each is good by itself or not.
    """
    packs = {name: x.held for name, x in files.items() if isinstance(x.held, Opened)}
    volumes = {
        name: x.held for name, x in files.items() if isinstance(x.held, OpenedVolume)
    }
    trees = {name: grown(volume) for name, volume in volumes.items()}
    heads = [head for name, x in files.items() for head in _heads(name, x)]
    found = [
        *_schools(files),
        *_head_to_head(heads),
        *_head_to_tree(heads, volumes, trees),
    ]
    for (first, one), (second, other) in combinations(packs.items(), 2):
        found += _pack_to_pack(first, one, second, other)
    same = 0
    for pack_name, pack in packs.items():
        for volume_name, volume in volumes.items():
            wrong, count = _copies(pack_name, pack, volume_name, volume)
            found += wrong
            same += count
    if same:
        found.append(good("compared", count=same))
    return found


def _schools(files: Mapping[str, Beside]) -> Iterator[Finding]:
    """Say which file is of another school than the first."""
    roots = {
        name: one.school.trusts[0].root_hash
        for name, one in files.items()
        if one.school.trusts
    }
    first = next(iter(roots.values()), "")
    for name, root in roots.items():
        if root != first:
            yield bad("other_school", file=name)


def _heads(name: str, one: Beside) -> Iterator[_Head]:
    """Give the heads in a file that a teacher of its school signed, each once."""
    held = one.held
    if isinstance(held, OpenedVolume):
        notes = [held.head, *held.shown]
    else:
        notes = []
        for line in held.proofs:
            match line:
                case Growth(note) | Fork(note):
                    notes.append(note)
                case LineProof(_, proof) | CommandProof(_, _, proof):
                    notes.append(proof.checkpoint)
                case _:
                    continue
    for note in dict.fromkeys(notes):
        signed = key_of(one.school, note)
        if signed is not None:
            yield _Head(name, signed[0], held.manifest.made)


def _head_to_head(heads: list[_Head]) -> Iterator[Finding]:
    """Two heads of one size with two roots: each is signed, and both cannot be."""
    first: dict[tuple[str, int], _Head] = {}
    told: set[tuple[str, str, str]] = set()
    for head in heads:
        known = first.setdefault((head.point.origin, head.point.size), head)
        pair = (head.point.origin, known.file, head.file)
        if known.point.root != head.point.root and pair not in told:
            told.add(pair)
            yield bad(
                "two_lists", detail=head.point.origin, file=known.file, other=head.file
            )


def _head_to_tree(
    heads: list[_Head],
    volumes: Mapping[str, OpenedVolume],
    trees: Mapping[str, Grown],
) -> Iterator[Finding]:
    """Each head must be a root that the whole tree once had.

    A head of after the volume was made can be of a later tree; one of before cannot.
    """
    fitting, later = 0, 0
    told: set[tuple[str, str]] = set()
    for name, volume in volumes.items():
        for head in heads:
            if head.file == name or head.point.origin != volume.origin:
                continue
            if _fits(head.point, trees[name]):
                fitting += 1
            elif head.point.size > trees[name].size and (
                head.made >= volume.manifest.made
            ):
                later += 1
            elif (name, head.file) not in told:
                told.add((name, head.file))
                names = {"file": head.file, "other": name}
                yield bad("head_of_no_tree", detail=volume.origin, **names)
    if fitting:
        yield good("heads_fit", count=fitting)
    if later:
        yield good("heads_later", count=later)


def _fits(point: Checkpoint, whole: Grown) -> bool:
    return point.size <= whole.size and whole.root(point.size) == point.root


def _pack_to_pack(
    first: str, one: Opened, second: str, other: Opened
) -> Iterator[Finding]:
    """An older and a newer pack of one laptop have the same lines where both have."""
    if one.manifest.device != other.manifest.device:
        return
    for chain in Chain:
        held = {line.sealed.seq: line.sealed.head for line in one.chains[chain]}
        for line in other.chains[chain]:
            head = held.get(line.sealed.seq)
            if head is not None and head != line.sealed.head:
                yield bad(
                    "pack_rewritten",
                    chain=chain,
                    seq=line.sealed.seq,
                    file=first,
                    other=second,
                )
                break


def _copies(
    pack_name: str, pack: Opened, volume_name: str, volume: OpenedVolume
) -> tuple[list[Finding], int]:
    """Lay a laptop's lines beside the teacher's copy of them."""
    copies = {
        leaf.sealed.seq: leaf
        for leaf in volume.leaves
        if leaf.sealed is not None and leaf.device == pack.manifest.device
    }
    lines = {line.sealed.seq: line for line in pack.chains[Chain.SHARED]}
    names = {"file": pack_name, "other": volume_name}
    wrong = [
        bad("copy_otherwise", seq=seq, **names)
        for seq, leaf in copies.items()
        if seq in lines and lines[seq].sealed.commitment != leaf.commitment
    ]
    start = pack.manifest.starts[Chain.SHARED].seq
    last = max(lines, default=start)
    lost = Lost(lines.values())
    wrong += [
        bad("only_teacher", seq=seq, **names)
        for seq in copies
        if start < seq <= last and seq not in lines and seq not in lost
    ]
    wrong += [
        bad("only_pupil", seq=proof.seq, **names)
        for proof in _proven_in(pack, volume)
        if volume.leaves[proof.proof.leaf].commitment
        != lines[proof.seq].sealed.commitment
    ]
    same = sum(seq in lines for seq in copies)
    return wrong, 0 if wrong else same


def _proven_in(pack: Opened, volume: OpenedVolume) -> Iterator[LineProof]:
    """Give the lines that a head of this very tree was proven to hold."""
    here = {line.sealed.seq for line in pack.chains[Chain.SHARED]}
    for line in pack.proofs:
        if not isinstance(line, LineProof) or line.seq not in here:
            continue
        origin = line.proof.checkpoint.split(b"\n", 1)[0].decode("utf-8", "replace")
        if origin == volume.origin and line.proof.leaf < len(volume.leaves):
            yield line
