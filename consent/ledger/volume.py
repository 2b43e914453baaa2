# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher's record of one class and month, in one file that anybody can check.

It is for the school's officer, beside the packs of pupils: what one side leaves out or
tells otherwise, the other side has. Source: docs/spec/volume.md; docs/rights.md R-39.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast

from consent.documents import canonical
from consent.documents.signed import Kind as PaperKind
from consent.documents.signed import SignedPaper, encode_signatures
from consent.errors import CanonicalError
from consent.ledger import archive, manifest
from consent.ledger import fields as f
from consent.ledger.certificate import pem_text
from consent.ledger.checkpoint import is_origin
from consent.ledger.errors import EntryError
from consent.ledger.leaf import Leaf
from consent.ledger.manifest import ManifestError
from consent.ledger.pack import PAPERS, TEACHER
from consent.ledger.pack_lines import joined
from consent.ledger.volume_lines import Order, encode_leaf, encode_order

CONTEXT: Final = b"inzage/volume/v1\0"
TYPE: Final = "volume"
LEAVES: Final = "leaves.jsonl"
ORDERS: Final = "orders.jsonl"
HEAD: Final = "head.txt"
SHOWN: Final = "shown.txt"
DEVICES: Final = "devices/"
OPEN_PAPERS: Final = frozenset(
    {PaperKind.TRUST, PaperKind.CHARTER, PaperKind.CLASS, PaperKind.REVOCATIONS}
)
"""What stands behind lines; no roster: there is no name of a pupil in a volume."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeExport:
    """What a console's ledger gives for a volume; see ConsoleLedger.volume()."""

    origin: str
    leaves: Sequence[Leaf]  # all of the tree, in order
    head: bytes  # the newest signed head
    orders: Sequence[Order]
    shown: Sequence[bytes]  # heads of colleagues' trees of this class
    teachers: Mapping[str, bytes]  # certificate by fingerprint: own and colleagues'
    devices: Mapping[str, bytes]  # (idem: laptops')


@dataclass(frozen=True, slots=True)
class VolumeManifest:
    """What a volume says of itself."""

    made: datetime
    origin: str
    members: Mapping[str, str]  # name: SHA-256


def build(
    export: VolumeExport,
    made: datetime,
    own_der: bytes,
    papers: Sequence[SignedPaper],
    sign: Callable[[bytes], bytes],
) -> bytes:
    """Make the volume.

    Args:
        export: the record's part.
        made: when; aware.
        own_der: the teacher's certificate.
        papers: what the console holds; the open ones go in.
        sign: signs with the teacher's Ed25519 key.
    """
    members = {
        LEAVES: joined(encode_leaf(leaf) for leaf in export.leaves),
        ORDERS: joined(encode_order(order) for order in export.orders),
        HEAD: export.head,
        SHOWN: b"".join(export.shown),
        **_papers(papers),
        **_certificates(export, own_der),
    }
    contents = encode_manifest(
        VolumeManifest(made, export.origin, manifest.digests(members))
    )
    sig = sign(CONTEXT + contents).hex().encode("ascii") + b"\n"
    front = {manifest.MANIFEST: contents, manifest.SIGNATURE: sig}
    return archive.write(front | members)


def encode_manifest(contents: VolumeManifest) -> bytes:
    """Write a volume's table of contents."""
    rows = [{"name": name, "sha256": sha} for name, sha in contents.members.items()]
    return canonical.encode(
        {
            "v": 1,
            "type": TYPE,
            "made": f.time_text(contents.made),
            "origin": contents.origin,
            "members": rows,
        }
    )


def parse_manifest(data: bytes) -> VolumeManifest:
    """Read a volume's table of contents.

    Raises:
        ManifestError: it is not in its form.
    """
    try:
        held = canonical.decode(data)
        if not isinstance(held, dict):
            raise ManifestError("The table of contents is not an object.")
        f.check_fields(_SHAPE, cast("dict[str, object]", held))
    except (CanonicalError, EntryError) as error:
        raise ManifestError(f"The table of contents is wrong: {error}") from error
    rows = cast("list[dict[str, str]]", held["members"])
    return VolumeManifest(
        f.time_value(str(held["made"])),
        str(held["origin"]),
        {row["name"]: row["sha256"] for row in rows},
    )


def is_volume(contents: bytes) -> bool:
    """Say whether a table of contents claims to be a volume's."""
    try:
        held = canonical.decode(contents)
    except CanonicalError:
        return False
    return isinstance(held, dict) and held.get("type") == TYPE


def _papers(papers: Sequence[SignedPaper]) -> dict[str, bytes]:
    members = {}
    for paper in papers:
        if paper.kind in OPEN_PAPERS:
            stem = f"{PAPERS}{paper.kind}-{paper.sha256[:16]}"
            members[f"{stem}.json"] = paper.body
            members[f"{stem}.sig"] = encode_signatures(paper.signatures)
    return members


def _certificates(export: VolumeExport, own_der: bytes) -> dict[str, bytes]:
    own = manifest.digests({"": own_der})[""]
    teachers = {own: own_der, **export.teachers}
    return {
        **{f"{TEACHER}{name}.pem": pem_text(der) for name, der in teachers.items()},
        **{
            f"{DEVICES}{name}.pem": pem_text(der)
            for name, der in export.devices.items()
        },
    }


def _origin(name: str, value: object) -> None:
    if not isinstance(value, str) or not is_origin(value):
        raise EntryError(f"{name} is no name of a tree.")


_SHAPE: Final[dict[str, f.Check]] = {
    "v": f.number(1, least=1),
    "type": f.one_of((TYPE,)),
    "made": f.point_in_time(),
    "origin": _origin,
    "members": manifest.check_members,
}
