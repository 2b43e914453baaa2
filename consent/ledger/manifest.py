# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of contents of a pack, signed by the laptop.

Source: docs/spec/pack.md "manifest.json".
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, cast

from consent.documents import canonical
from consent.documents.fields import Lang
from consent.errors import CanonicalError
from consent.ledger import fields as f
from consent.ledger.archive import MOST_MEMBERS, NAME
from consent.ledger.draft import Start
from consent.ledger.errors import EntryError, RecordError
from consent.ledger.kinds import Chain

CONTEXT: Final = b"inzage/pack/v1\0"
MANIFEST: Final = "manifest.json"
SIGNATURE: Final = "manifest.sig"


class ManifestError(RecordError):
    """A table of contents is not in its form."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a pack says of itself."""

    made: datetime
    school: str
    pupil: str
    device: str
    lang: Lang
    starts: Mapping[Chain, Start]
    members: Mapping[str, str]  # name: SHA-256, without manifest and signature


def digests(members: Mapping[str, bytes]) -> dict[str, str]:
    """Give the hash of each member."""
    return {name: hashlib.sha256(data).hexdigest() for name, data in members.items()}


def encode(manifest: Manifest) -> bytes:
    """Write a table of contents."""
    members = manifest.members.items()
    return canonical.encode(
        {
            "v": 1,
            "type": "pack",
            "made": f.time_text(manifest.made),
            "school": manifest.school,
            "pupil": manifest.pupil,
            "device": manifest.device,
            "lang": str(manifest.lang),
            "starts": {
                str(chain): {
                    "seq": start.seq,
                    "head": start.head.hex(),
                    "epoch": start.epoch,
                }
                for chain, start in manifest.starts.items()
            },
            "members": [{"name": name, "sha256": sha} for name, sha in members],
        }
    )


def parse(data: bytes) -> Manifest:
    """Read a table of contents.

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
    texts = cast("dict[str, str]", held)
    rows = cast("list[dict[str, str]]", held["members"])
    return Manifest(
        f.time_value(texts["made"]),
        texts["school"],
        texts["pupil"],
        texts["device"],
        Lang(texts["lang"]),
        _as_starts(held["starts"]),
        {row["name"]: row["sha256"] for row in rows},
    )


def check_members(name: str, value: object) -> None:
    """Take a list of members: each once, with its hash, and not the manifest's two."""
    if not isinstance(value, list) or len(value) > MOST_MEMBERS:
        raise EntryError(f"{name} is not a list of members.")
    names = []
    for row in value:
        if not isinstance(row, dict):
            raise EntryError(f"{name} holds something that is not a member.")
        f.check_fields(_MEMBER, row)
        names.append(row["name"])
    if len(set(names)) != len(names) or {MANIFEST, SIGNATURE} & set(names):
        raise EntryError(f"{name} has one name twice, or its own.")


def _starts(name: str, value: object) -> None:
    if not isinstance(value, dict):
        raise EntryError(f"{name} is not an object.")
    f.check_fields({str(chain): _start for chain in Chain}, value)


def _start(name: str, value: object) -> None:
    if not isinstance(value, dict):
        raise EntryError(f"{name} is not an object.")
    f.check_fields(_START, value)


def _as_starts(held: object) -> dict[Chain, Start]:
    rows = cast("dict[str, dict[str, str]]", held)
    return {
        Chain(name): Start(
            int(row["seq"]), bytes.fromhex(row["head"]), int(row["epoch"])
        )
        for name, row in rows.items()
    }


def _name(name: str, value: object) -> None:
    if not isinstance(value, str) or not NAME.fullmatch(value):
        raise EntryError(f"{name} is no name for a member.")


_MEMBER: Final[dict[str, f.Check]] = {"name": _name, "sha256": f.hexed(32)}
_START: Final[dict[str, f.Check]] = {
    "seq": f.number(f.U53_MAX),
    "head": f.hexed(32),
    "epoch": f.number(f.U32_MAX, least=1),
}
_SHAPE: Final[dict[str, f.Check]] = {
    "v": f.number(1, least=1),
    "type": f.one_of(("pack",)),
    "made": f.point_in_time(),
    "school": f.hexed(16, empty=True),
    "pupil": f.hexed(16, empty=True),
    "device": f.hexed(16),
    "lang": f.one_of(Lang),
    "starts": _starts,
    "members": check_members,
}
