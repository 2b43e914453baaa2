# SPDX-License-Identifier: GPL-3.0-or-later
"""Check a pack from end to end, offline, one plain sentence for each finding.

Source: docs/spec/pack.md "Verifying"; docs/rights.md R-39.
"""

from consent.ledger import archive
from consent.ledger.checks import (
    chains,
    choices,
    commands,
    form,
    looks,
    opened,
    papers,
    proofs,
    records,
)
from consent.ledger.checks.finding import Finding, bad


def verify_pack(data: bytes, root: str | None = None) -> list[Finding]:
    """Check a pack.

    Args:
        data: the bytes of the file.
        root: the fingerprint of the school's root key, in hex, from its letter;
            None when the reader has none at hand.

    Returns:
        Findings in the order of the checks. The pack is good when all of them are ok.

    Raises:
        NotAPackError: these bytes are no pack at all.
    """
    held = archive.read(data)
    contents, found = form.check(held)
    if contents is None or not is_good(found):
        return found  # nothing inside can be believed
    try:
        parts = opened.read(contents, held.members)
    except opened.ContentError as error:
        return [*found, bad("content", name=error.name, detail=error)]
    stranger = papers.other_school(parts, root) if root else None
    if stranger:
        return [*found, stranger]
    school, about_school = papers.check(parts)
    found += about_school
    if not school.trusts:
        return found  # nobody vouches for a laptop or a teacher
    for check in (chains, proofs, commands, looks, choices, records):
        found += check.check(parts, school)
    if is_good(found):
        found += papers.root_finding(school, root)
    return found


def is_good(found: list[Finding]) -> bool:
    """Say whether nothing was wrong."""
    return all(finding.ok for finding in found)
