# SPDX-License-Identifier: GPL-3.0-or-later
"""`revocations`: certificates that count no more. The newest list wins and never dies.

Source: docs/spec/documents.md, "revocations".
"""

from typing import Annotated

from msgspec import Meta

from consent.documents import fields as f
from consent.documents.paper import Paper, parse_struct


class Revocations(
    Paper, frozen=True, kw_only=True, tag_field="type", tag="revocations"
):
    """Certificate fingerprints. Signed by the office or the DPO."""

    fingerprints: Annotated[tuple[f.Hash, ...], Meta(max_length=3_500)]

    def __post_init__(self) -> None:
        """Check what a type cannot say."""
        super().__post_init__()
        if list(self.fingerprints) != sorted(set(self.fingerprints)):
            raise ValueError("`fingerprints` must be sorted, each once")

    def holds(self, fingerprint: str) -> bool:
        """Say whether this certificate was revoked."""
        return fingerprint in self.fingerprints


def parse(body: bytes) -> Revocations:
    """Read a list of revocations; raises PaperError."""
    return parse_struct(body, Revocations, "revocations")
