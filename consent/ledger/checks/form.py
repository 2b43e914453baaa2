# SPDX-License-Identifier: GPL-3.0-or-later
"""Is the file whole: exactly these parts, each as the laptop signed it.

Of a file that was cut short is said that it was, and then what can still be told.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

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
    signed = Signed(DEVICE, _signature, whole="file", unknown="cut_unsigned")
    return contents, check_parts(held, contents.members, signed)


@dataclass(frozen=True, slots=True)
class Signed:
    """How the table of contents of a kind of file is signed, and what is said of it."""

    signer: str  # the member that names the key
    check: Callable[[Archive], Iterable[Finding]]
    whole: str  # the code when all is well
    unknown: str  # the code when the signer is in the part that was cut off


def check_parts(
    held: Archive, listed: Mapping[str, str], signed: Signed
) -> list[Finding]:
    """Check members against their hashes, their order and the signature over both."""
    if held.cut:
        return _left(held, listed, signed)
    found = [*signed.check(held), *_members(held, listed)]
    order = [manifest.MANIFEST, manifest.SIGNATURE, *listed]
    if not found and not (held.whole and list(held.members) == order):
        found.append(bad("file_changed"))
    return found or [good(signed.whole, count=len(held.members))]


def _left(held: Archive, listed: Mapping[str, str], signed: Signed) -> list[Finding]:
    """Say that the end is gone, and how it stands with what is left."""
    of = len(listed) + len({manifest.MANIFEST, manifest.SIGNATURE})
    wrong = [one for one in _members(held, listed) if one.code != "member_missing"]
    found = [bad("cut", count=len(held.members), of=of), *wrong]
    if any(name.startswith(signed.signer) for name in held.members):
        found += signed.check(held)
    else:
        found.append(good(signed.unknown))
    there = [name for name in listed if name in held.members]
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


def _members(held: Archive, listed: Mapping[str, str]) -> Iterator[Finding]:
    own = {manifest.MANIFEST, manifest.SIGNATURE}
    there = manifest.digests(
        {name: data for name, data in held.members.items() if name not in own}
    )
    for name, sha256 in listed.items():
        if name not in there:
            yield bad("member_missing", name=name)
        elif there[name] != sha256:
            yield bad("member_changed", name=name)
    for name in there:
        if name not in listed:
            yield bad("member_added", name=ascii(name))
