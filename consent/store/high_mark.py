# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a ledger had come, beside the ledger: what was lost can be told.

A write-ahead log that is cut short or bent leaves a whole beginning and says nothing
of the rest; a ledger that was deleted says nothing at all. The mark is written after
each line without waiting for the disk: after a power cut it may lag, never lead.

Source: docs/spec/ledger.md "Loss".
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from consent.documents import canonical
from consent.errors import CanonicalError
from consent.ledger.kinds import Chain

MARK_BYTES: Final = 128
NOWHERE: Final[Mapping[Chain, int]] = dict.fromkeys(Chain, 0)


class HighMark:
    """The mark of one ledger."""

    def __init__(self, ledger: Path) -> None:
        self._path = ledger.with_name(ledger.name + ".mark")

    def read(self) -> Mapping[Chain, int]:
        """Give the highest seq of each chain; what cannot be read says nothing."""
        try:
            held = canonical.decode(self._path.read_bytes().rstrip(b"\n"))
        except (OSError, CanonicalError):
            return NOWHERE
        if not isinstance(held, dict) or set(held) != set(Chain):
            return NOWHERE
        seqs = {chain: held[chain] for chain in Chain}
        known = {chain: seq for chain, seq in seqs.items() if type(seq) is int}
        return known if len(known) == len(seqs) else NOWHERE

    def write(self, seqs: Mapping[Chain, int]) -> None:
        """Move the mark; a mark that cannot be written is no reason to stop."""
        text = canonical.encode({chain.value: seq for chain, seq in seqs.items()})
        try:
            handle = os.open(self._path, os.O_CREAT | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "wb", buffering=0) as file:
                file.write(text.ljust(MARK_BYTES, b"\n"))
        except OSError:
            return
