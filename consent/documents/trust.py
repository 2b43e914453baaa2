# SPDX-License-Identifier: GPL-3.0-or-later
"""`trust`: the root key says who is office, who is DPO, and which two CAs there are.

Source: docs/spec/documents.md, "trust".
"""

from datetime import timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from consent.documents import fields as f
from consent.documents.paper import Paper, check_life, parse_struct
from consent.documents.signed import Signer, key_hash

LONGEST: Final = timedelta(days=731)
DPO_CHANGE_WAITS: Final = timedelta(days=14)
LAW_VERSION: Final = 1  # what this program knows how to obey


class SchoolKind(StrEnum):
    """A real school, or the throw-away one of the demo."""

    SCHOOL = "school"
    DEMO = "demo"


class Trust(Paper, frozen=True, kw_only=True, tag_field="type", tag="trust"):
    """Who may sign what. Signed by root; a new root needs the old one's too."""

    kind: SchoolKind
    name: f.Text80
    timezone: f.Text40
    root: f.Key
    office: f.Key
    fresh: f.Key
    dpo: f.Key
    devices_ca: f.Der
    teachers_ca: f.Der
    min_version: f.U8  # the oldest program that may act under this trust
    epoch: f.U32  # counts root keys: a new root is a new epoch

    def __post_init__(self) -> None:
        """Check what a type cannot say."""
        super().__post_init__()
        check_life(self, LONGEST)
        if len({self.root, self.office, self.fresh, self.dpo}) != len(Signer):
            raise ValueError("`root`, `office`, `fresh`, `dpo` must be four keys")
        if self.devices_ca == self.teachers_ca:
            raise ValueError("`devices_ca` and `teachers_ca` must be two certificates")
        _check_zone(self.timezone)

    @property
    def zone(self) -> ZoneInfo:
        """Give the school's time zone."""
        return ZoneInfo(self.timezone)

    @property
    def is_demo(self) -> bool:
        """Say whether this is a throw-away school: loopback only, no hours floor."""
        return self.kind is SchoolKind.DEMO

    @property
    def root_hash(self) -> str:
        """Give the fingerprint that the letter and the enrolment token carry."""
        return key_hash(bytes.fromhex(self.root))

    def key_of(self, signer: Signer) -> bytes:
        """Give the raw public key that has this role."""
        return bytes.fromhex(getattr(self, signer.value))


def parse(body: bytes) -> Trust:
    """Read a trust; raises PaperError."""
    return parse_struct(body, Trust, "trust")


def _check_zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"`timezone` names no zone we know: {name}") from error
