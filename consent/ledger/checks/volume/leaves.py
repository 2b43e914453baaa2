# SPDX-License-Identifier: GPL-3.0-or-later
"""Is it the tree that was signed, and is each leaf what its writer signed.

Source: docs/spec/volume.md "Verifying"; docs/rights.md R-33, R-34, R-39.
"""

from collections.abc import Iterator, Mapping, Sequence

from consent.documents import command as commands
from consent.errors import PaperError
from consent.ledger import chain as chains
from consent.ledger import tree
from consent.ledger.certificate import Holder
from consent.ledger.checkpoint import parse_signed
from consent.ledger.checks.finding import Finding, bad, good
from consent.ledger.checks.papers import School, device_of
from consent.ledger.checks.volume.opened import OpenedVolume
from consent.ledger.erasure import ordered_by
from consent.ledger.errors import ChainError, CheckpointError
from consent.ledger.leaf import Leaf
from consent.ledger.retention import months_due

Holders = Mapping[str, Sequence[Holder]]  # by the laptop's id


class Grown:
    """The tree of these commitments, grown anew."""

    def __init__(self, commitments: Sequence[bytes]) -> None:
        self._held: dict[tuple[int, int], bytes] = {}
        self.size = 0
        for commitment in commitments:
            leaf = tree.leaf_hash(commitment)
            for level, index, made in tree.new_nodes(self.size, leaf, self):
                self._held[level, index] = made
            self.size += 1

    def node(self, level: int, index: int) -> bytes:
        """Give one hash."""
        return self._held[level, index]

    def root(self, size: int) -> bytes:
        """Give the root that the tree had at a size."""
        return tree.root(size, self)


def grown(opened: OpenedVolume) -> Grown:
    """Grow the tree of a volume."""
    return Grown([leaf.commitment for leaf in opened.leaves])


def check(opened: OpenedVolume, school: School) -> list[Finding]:
    """Check the signed head, each leaf, laptops' certificates and erasures."""
    holders, found = devices(opened, school)
    found += _head(opened, school)
    for leaf in opened.leaves:
        found += _leaf(opened, school, holders, leaf)
    found += _erased(opened, school, holders)
    if all(one.ok for one in found):
        found.append(good("leaves", count=len(opened.leaves)))
    return found


def devices(
    opened: OpenedVolume, school: School
) -> tuple[dict[str, list[Holder]], list[Finding]]:
    """Read the laptops' certificates, each under its school."""
    held: dict[str, list[Holder]] = {}
    found = []
    for name, der in opened.devices.items():
        holder, why = device_of(der, school.trusts)
        if holder is None or holder.fingerprint != name:
            found.append(bad("wrong_device", detail=why or name))
        else:
            held.setdefault(holder.id, []).append(holder)
    return held, found


def own_keys(opened: OpenedVolume, school: School) -> list[Holder]:
    """Give the certificates this teacher had."""
    return [one for one in school.teachers.values() if one.id == opened.teacher]


def _head(opened: OpenedVolume, school: School) -> Iterator[Finding]:
    for holder in own_keys(opened, school):
        try:
            point = parse_signed(opened.head, holder.sign_pub)
        except CheckpointError:
            continue
        made = grown(opened)
        numbered = [leaf.n for leaf in opened.leaves] == list(range(made.size))
        whole = (point.origin, point.size) == (opened.origin, made.size) and numbered
        if not whole or made.root(point.size) != point.root:
            yield bad("volume_root")
        return
    yield bad("volume_head")


def _leaf(
    opened: OpenedVolume, school: School, holders: Holders, leaf: Leaf
) -> Iterator[Finding]:
    if leaf.body is None or leaf.salt is None:
        if (leaf.body is None) != (leaf.salt is None):
            yield bad("leaf_text", n=leaf.n)
        return
    if chains.commit(leaf.salt, leaf.body) != leaf.commitment:
        yield bad("leaf_text", n=leaf.n)
    elif leaf.sealed is None:
        if not _is_asked_here(opened, school, leaf, leaf.body):
            yield bad("leaf_command", n=leaf.n)
    elif not _is_of_laptop(leaf, holders):
        yield bad("leaf_line", n=leaf.n)


def _is_asked_here(
    opened: OpenedVolume, school: School, leaf: Leaf, body: bytes
) -> bool:
    """Say whether this teacher signed this command, for this class."""
    try:
        asked = commands.parse(body)
    except PaperError:
        return False
    keys = [one.sign_pub for one in own_keys(opened, school)]
    signed = any(commands.checks(body, leaf.sig, key) for key in keys)
    return signed and asked.class_id == opened.klass


def _is_of_laptop(leaf: Leaf, holders: Holders) -> bool:
    """Say whether the laptop the leaf names signed this line."""
    return leaf.sealed is not None and any(
        _holds(leaf.sealed, holder) for holder in holders.get(leaf.device, ())
    )


def _holds(line: chains.Sealed, holder: Holder) -> bool:
    try:
        entry = chains.check(line, holder.sign_pub)
    except ChainError:
        return False
    return entry is not None and entry.common.device == holder.id


def _erased(
    opened: OpenedVolume, school: School, holders: Holders
) -> Iterator[Finding]:
    gone = [leaf for leaf in opened.leaves if leaf.body is None]
    if months_due([opened.origin], opened.manifest.made.date()):
        unsaid = []  # its time of keeping was over
    else:
        unsaid = [one for one in gone if not _is_ordered(opened, school, holders, one)]
    for leaf in unsaid:
        yield bad("leaf_erased", n=leaf.n)
    if gone and not unsaid:
        yield good("leaves_erased", count=len(gone))


def _is_ordered(
    opened: OpenedVolume, school: School, holders: Holders, leaf: Leaf
) -> bool:
    """Say whether the laptop or the DPO signed an order for this leaf."""
    keys = [one.sign_pub for one in holders.get(leaf.device, ())]
    officers = [bytes.fromhex(trust.dpo) for trust in school.trusts]
    return any(
        ordered_by(opened.origin, order.leaves, order.sig, key, officer) is not None
        for order in opened.orders
        if leaf.n in order.leaves
        for key in keys
        for officer in officers
    )
