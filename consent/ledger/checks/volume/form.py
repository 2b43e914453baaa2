# SPDX-License-Identifier: GPL-3.0-or-later
"""Is a volume whole: exactly these parts, each as the teacher's program signed it."""

from collections.abc import Iterator

from consent.ledger import manifest, volume
from consent.ledger.archive import Archive
from consent.ledger.certificate import unchecked_sign_key
from consent.ledger.chain import is_signed
from consent.ledger.checks.finding import Finding, bad
from consent.ledger.checks.form import Signed, check_parts
from consent.ledger.checks.opened import ContentError, certificates_of
from consent.ledger.errors import RecordError
from consent.ledger.pack import TEACHER
from consent.ledger.volume import VolumeManifest


def check(held: Archive) -> tuple[VolumeManifest | None, list[Finding]]:
    """Check the parts against the table of contents, and the table's signature.

    Returns:
        The table of contents, when it can be read, and what was found.
    """
    try:
        contents = volume.parse_manifest(held.members.get(manifest.MANIFEST, b""))
    except manifest.ManifestError as error:
        return None, [bad("manifest", detail=error)]
    signed = Signed(TEACHER, _signature, whole="volume", unknown="volume_unsigned")
    return contents, check_parts(held, contents.members, signed)


def _signature(held: Archive) -> Iterator[Finding]:
    contents = volume.CONTEXT + held.members[manifest.MANIFEST]
    try:
        text = held.members.get(manifest.SIGNATURE, b"").decode("ascii")
        sig = bytes.fromhex(text)
        ders = certificates_of(held.members, TEACHER).values()
        keys = [unchecked_sign_key(der) for der in ders]
    except (ContentError, RecordError, ValueError):
        yield bad("volume_sig")
        return
    whole = sig.hex() + "\n" == text
    if not whole or not any(is_signed(contents, sig, key) for key in keys):
        yield bad("volume_sig")
