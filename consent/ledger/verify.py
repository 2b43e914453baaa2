# SPDX-License-Identifier: GPL-3.0-or-later
"""Check packs and volumes from end to end, offline, one plain sentence a finding.

Source: docs/spec/pack.md "Verifying"; docs/spec/volume.md "Verifying", "Together";
docs/rights.md R-39.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from consent.ledger import archive, manifest, volume
from consent.ledger.archive import Archive
from consent.ledger.checks import (
    chains,
    choices,
    commands,
    erasures,
    form,
    looks,
    opened,
    papers,
    proofs,
    records,
    together,
)
from consent.ledger.checks.finding import Finding, bad
from consent.ledger.checks.opened import ContentError
from consent.ledger.checks.own_places import own_places
from consent.ledger.checks.papers import Papered, School
from consent.ledger.checks.together import Beside
from consent.ledger.checks.volume import form as volume_form
from consent.ledger.checks.volume import leaves, lessons
from consent.ledger.checks.volume import opened as volume_opened


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one file; `beside` is what can be laid beside other files."""

    found: list[Finding]
    beside: Beside | None = None


def verify(data: bytes, root: str | None = None) -> Checked:
    """Check a pupil's pack or a teacher's volume.

    Args:
        data: the bytes of the file.
        root: the fingerprint of the school's root key, in hex, from its letter;
            None when the reader has none at hand.

    Returns:
        Findings in the order of the checks. The file is good when all of them are ok.

    Raises:
        NotAPackError: these bytes are no pack or volume at all.
    """
    held = archive.read(data)
    if volume.is_volume(held.members.get(manifest.MANIFEST, b"")):
        return _volume(held, root)
    return _pack(held, root)


def verify_pack(data: bytes, root: str | None = None) -> list[Finding]:
    """Check one file by itself; see verify()."""
    return verify(data, root).found


def verify_together(files: Mapping[str, Checked]) -> list[Finding]:
    """Lay files beside each other, by the names that people know them by."""
    beside = {name: one.beside for name, one in files.items() if one.beside is not None}
    return together.check(beside)


def is_good(found: Sequence[Finding]) -> bool:
    """Say whether nothing was wrong."""
    return all(finding.ok for finding in found)


def _pack(held: Archive, root: str | None) -> Checked:
    contents, found = form.check(held)
    if contents is None or not is_good(found):
        return Checked(found)  # nothing inside can be believed
    try:
        parts = opened.read(contents, held.members)
    except ContentError as error:
        return Checked([*found, bad("content", name=error.name, detail=error)])
    stranger = _stranger(parts, root)
    if stranger:
        return Checked([*found, *stranger])
    school, about_school = papers.check(parts)
    found += about_school
    if not school.trusts:
        return Checked(found)  # nobody vouches for a laptop or a teacher
    own = own_places(parts)
    found += chains.check(parts, school, own)
    for check in (erasures, proofs, commands, looks):
        found += check.check(parts, school)
    found += [*choices.check(parts, school, own), *records.check(parts, school)]
    return Checked([*found, *_root(found, school, root)], Beside(parts, school))


def _volume(held: Archive, root: str | None) -> Checked:
    contents, found = volume_form.check(held)
    if contents is None or not is_good(found):
        return Checked(found)
    try:
        parts = volume_opened.read(contents, held.members)
    except ContentError as error:
        return Checked([*found, bad("content", name=error.name, detail=error)])
    stranger = _stranger(parts, root)
    if stranger:
        return Checked([*found, *stranger])
    school, about_school = papers.school_of(parts)
    found += about_school
    if not school.trusts:
        return Checked(found)
    found += [*leaves.check(parts, school), *lessons.check(parts, school)]
    return Checked([*found, *_root(found, school, root)], Beside(parts, school))


def _stranger(parts: Papered, root: str | None) -> list[Finding]:
    found = papers.other_school(parts, root) if root else None
    return [] if found is None else [found]


def _root(found: list[Finding], school: School, root: str | None) -> list[Finding]:
    return papers.root_finding(school, root) if is_good(found) else []
