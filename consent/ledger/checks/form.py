# SPDX-License-Identifier: GPL-3.0-or-later
"""Is the file whole: exactly these parts, each as the laptop signed it.

Of a file that was cut short is said that it was, and then what can still be told.
"""

from collections.abc import Iterator

from consent.ledger import manifest
from consent.ledger.archive import Archive
from consent.ledger.certificate import unchecked_sign_key
from consent.ledger.chain import is_signed
from consent.ledger.checks.finding import Finding, bad, good
from consent.ledger.checks.opened import ContentError, device_der
from consent.ledger.errors import RecordError
from consent.ledger.manifest import Manifest
from consent.ledger.pack import DEVICE


def check(held: Archive) -> tuple[Manifest | None, list[Finding]]:
    """Check the parts against the table of contents, and the table's signature.

    Returns:
        The table of contents, when it can be read, and what was found.
    """
    try:
        contents = manifest.parse(held.members.get(manifest.MANIFEST, b""))
    except manifest.ManifestError as error:
        code = "cut_all" if held.cut and not held.members else "manifest"
        return None, [bad(code, detail=error)]
    if held.cut:
        return contents, _left(held, contents)
    found = [*_signature(held), *_members(held, contents)]
    order = [manifest.MANIFEST, manifest.SIGNATURE, *contents.members]
    if not found and not (held.whole and list(held.members) == order):
        found.append(bad("file_changed"))
    return contents, found or [good("file", count=len(held.members))]


def _left(held: Archive, contents: Manifest) -> list[Finding]:
    """Say that the end is gone, and how it stands with what is left."""
    of = len(contents.members) + len({manifest.MANIFEST, manifest.SIGNATURE})
    wrong = [one for one in _members(held, contents) if one.code != "member_missing"]
    found = [bad("cut", count=len(held.members), of=of), *wrong]
    if DEVICE in held.members:
        found += _signature(held)
    else:
        found.append(good("cut_unsigned"))
    there = [name for name in contents.members if name in held.members]
    if there and not wrong:
        found.append(good("cut_rest", names=", ".join(there)))
    return found


def _signature(held: Archive) -> Iterator[Finding]:
    contents = held.members[manifest.MANIFEST]
    try:
        key = unchecked_sign_key(device_der(held.members))
        text = held.members.get(manifest.SIGNATURE, b"").decode("ascii")
        sig = bytes.fromhex(text)
    except (ContentError, RecordError, ValueError):
        yield bad("manifest_sig")
        return
    whole = sig.hex() + "\n" == text
    if not whole or not is_signed(manifest.CONTEXT + contents, sig, key):
        yield bad("manifest_sig")


def _members(held: Archive, contents: Manifest) -> Iterator[Finding]:
    own = {manifest.MANIFEST, manifest.SIGNATURE}
    there = manifest.digests(
        {name: data for name, data in held.members.items() if name not in own}
    )
    for name, sha256 in contents.members.items():
        if name not in there:
            yield bad("member_missing", name=name)
        elif there[name] != sha256:
            yield bad("member_changed", name=name)
    for name in there:
        if name not in contents.members:
            yield bad("member_added", name=ascii(name))
