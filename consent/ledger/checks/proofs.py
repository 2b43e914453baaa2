# SPDX-License-Identifier: GPL-3.0-or-later
"""Did the teachers' trees only grow, do they hold each line, do the copies agree.

Source: docs/spec/ledger.md "Proof"; docs/rights.md R-32, R-33.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from consent.ledger import chain as chains
from consent.ledger.checkpoint import Checkpoint, parse_signed, parse_unchecked
from consent.ledger.checks.finding import Finding, bad, good
from consent.ledger.checks.opened import Opened, Written
from consent.ledger.checks.papers import School
from consent.ledger.errors import ChainError, CheckpointError, ProofError
from consent.ledger.kinds import Chain, Kind
from consent.ledger.pack_lines import CommandProof, CopySeen, Fork, GivenBack, LineProof
from consent.ledger.receipt import Growth, Proof, check_growth, check_inclusion


def check(opened: Opened, school: School) -> list[Finding]:
    """Check heads, growth, proofs of lines and of commands, and copies."""
    shared = {written.sealed.seq: written for written in opened.chains[Chain.SHARED]}
    wrong = [
        *_growths(opened, school),
        *_forks(opened),
        *_inclusions(opened, school, shared),
    ]
    count = sum(isinstance(line, LineProof | CommandProof) for line in opened.proofs)
    found = wrong or ([good("proofs", count=count)] if count else [])
    dropped = range(opened.manifest.starts[Chain.SHARED].seq + 1)
    lost = Lost(shared.values(), dropped)
    found += [*_unproven(opened, shared), *_copies(opened, shared, lost)]
    return [*found, *_given(opened, school, shared, lost)]


def key_of(school: School, note: bytes) -> tuple[Checkpoint, bytes] | None:
    """Find the teacher of this school who signed a head."""
    try:
        teacher = parse_unchecked(note).origin.split("/")[3]
    except CheckpointError:
        return None
    for holder in school.teachers.values():
        if holder.id == teacher:
            try:
                return parse_signed(note, holder.sign_pub), holder.sign_pub
            except CheckpointError:
                continue
    return None


def _growths(opened: Opened, school: School) -> Iterator[Finding]:
    held: dict[str, Checkpoint] = {}
    for line in opened.proofs:
        if not isinstance(line, Growth):
            continue
        signed = key_of(school, line.checkpoint)
        if signed is None:
            yield bad("head")
            continue
        point, key = signed
        try:
            held[point.origin] = check_growth(
                line, held.get(point.origin), point.origin, key
            )
        except ProofError:
            yield bad("growth")


def _forks(opened: Opened) -> Iterator[Finding]:
    roots: dict[tuple[str, int], bytes] = {}
    for line in opened.proofs:
        match line:
            case Fork():
                yield bad("fork")
                continue
            case Growth(note):
                pass
            case LineProof(_, proof) | CommandProof(_, _, proof):
                note = proof.checkpoint
            case _:
                continue
        point = parse_unchecked_or_none(note)
        if point and roots.setdefault((point.origin, point.size), point.root) != (
            point.root
        ):
            yield bad("fork")


def parse_unchecked_or_none(note: bytes) -> Checkpoint | None:
    """Read a head, or give None."""
    try:
        return parse_unchecked(note)
    except CheckpointError:
        return None


def _inclusions(
    opened: Opened, school: School, shared: Mapping[int, Written]
) -> Iterator[Finding]:
    for line in opened.proofs:
        if not isinstance(line, LineProof | CommandProof):
            continue
        written = shared.get(line.seq)
        if written is None:
            yield bad("proof_of_nothing", seq=line.seq)
        elif not _holds(line, written, school):
            yield bad("proof", seq=line.seq)
        elif isinstance(line, CommandProof) and not _same_leaf(line, written):
            yield bad("command_leaf", seq=line.seq)


def _holds(line: LineProof | CommandProof, written: Written, school: School) -> bool:
    signed = key_of(school, line.proof.checkpoint)
    if signed is None:
        return False
    point, _ = signed
    if not _is_of(point, written):
        return False
    if isinstance(line, LineProof):
        return _included(line.proof, written.sealed.commitment, point)
    if written.entry is None:  # the command went with the text
        return True
    command = str(written.entry.fields.get("command", "")).encode("utf-8")
    return _included(line.proof, chains.commit(line.salt, command), point)


def _included(proof: Proof, commitment: bytes, point: Checkpoint) -> bool:
    try:
        check_inclusion(proof, commitment, point)
    except ProofError:
        return False
    return True


def _is_of(point: Checkpoint, written: Written) -> bool:
    """Say whether a tree is that of the line's school and class."""
    if written.entry is None:
        return True
    common = written.entry.common
    return point.origin.startswith(f"inzage/{common.school}/{common.klass}/")


def _same_leaf(line: CommandProof, written: Written) -> bool:
    return written.entry is None or written.entry.fields.get("leaf") == line.proof.leaf


def _unproven(opened: Opened, shared: Mapping[int, Written]) -> Iterator[Finding]:
    proven = {line.seq for line in opened.proofs if isinstance(line, LineProof)}
    missing = [
        written
        for seq, written in shared.items()
        if seq not in proven and _is_owed(written)
    ]
    if missing:
        yield good("unproven", count=len(missing))
    logged = {line.seq for line in opened.proofs if isinstance(line, CommandProof)}
    for seq, written in shared.items():
        if _has_command(written) and seq not in logged:
            yield bad("not_logged_first", seq=seq)


def _is_owed(written: Written) -> bool:
    return written.entry is None or written.entry.kind not in {Kind.HOLD, Kind.REDACT}


def _has_command(written: Written) -> bool:
    return written.entry is not None and bool(written.entry.fields.get("command"))


def _copies(
    opened: Opened, shared: Mapping[int, Written], lost: "Lost"
) -> Iterator[Finding]:
    copies = [line for line in opened.proofs if isinstance(line, CopySeen)]
    places = {
        line.seq: line.proof.leaf
        for line in opened.proofs
        if isinstance(line, LineProof)
    }
    wrong = False
    for copy in copies:
        written = shared.get(copy.seq)
        if written is None and copy.seq not in lost:
            wrong = True
            yield bad("copy_more", seq=copy.seq)
        elif written is not None and not _is_copy(copy, written, places):
            wrong = True
            yield bad("copy", seq=copy.seq)
    if copies and not wrong:
        yield good("copies", count=len(copies))


def _given(
    opened: Opened,
    school: School,
    shared: Mapping[int, Written],
    lost: "Lost",
) -> Iterator[Finding]:
    """Name what teachers' programs gave back of lines that a GAP says were lost."""
    wrong = False
    names: dict[str, int] = {}
    for given in opened.proofs:
        if not isinstance(given, GivenBack):
            continue
        seq = given.line.seq
        is_gone = seq not in shared and seq in lost
        if not is_gone or not _is_own(given, school):
            wrong = True
            yield bad("given_wrong", seq=seq)
        elif given.who:
            names[given.who] = names.get(given.who, 0) + 1
    if not wrong:
        yield from (good("given", who=who, count=n) for who, n in names.items())


def _is_own(given: GivenBack, school: School) -> bool:
    """Say whether this laptop wrote a line that came back; with no key, who knows."""
    if school.device is None:
        return True
    try:
        chains.check(given.line, school.device.sign_pub)
    except ChainError:
        return False
    return True


def _is_copy(copy: CopySeen, written: Written, places: Mapping[int, int]) -> bool:
    """Say whether a copy is of this text, and from the place that was proven."""
    return (
        copy.commitment == written.sealed.commitment
        and places.get(copy.seq, copy.leaf) == copy.leaf
    )


class Lost:
    """The numbers that a GAP says were lost here."""

    def __init__(self, shared: Iterable[Written], *more: range) -> None:
        """Put the ranges in order, so that one look finds a number.

        Args:
            shared: the lines.
            more: what else is no longer here.
        """
        gaps = [
            range(written.entry.number("from"), written.entry.number("to") + 1)
            for written in shared
            if written.entry is not None and written.entry.kind is Kind.GAP
        ]
        ranges = sorted([*gaps, *more], key=lambda one: one.start)
        self._starts = [one.start for one in ranges]
        self._stops = list(accumulate((one.stop for one in ranges), max))

    def __contains__(self, seq: int) -> bool:
        """Say whether a number was lost."""
        count = bisect_right(self._starts, seq)
        return count > 0 and seq < self._stops[count - 1]
