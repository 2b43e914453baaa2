# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong with a record: a bug, a broken copy or a full disk, never a no."""

from consent.errors import ConsentError


class RecordError(ConsentError):
    """The root of what goes wrong with records; its text is one plain sentence."""


class EntryError(RecordError):
    """An entry has a kind, a field or a value that the closed list does not have."""


class ChainError(RecordError):
    """A line does not follow from the line before it, or is not signed as it says."""


class CheckpointError(RecordError):
    """A signed head of a tree is not one, or is not from this teacher."""


class ProofError(RecordError):
    """A console did not prove that it logged what it says it logged."""


class ForkError(ProofError):
    """A console showed two histories that cannot both be true."""


class LedgerError(RecordError):
    """A line could not be kept, or a ledger could not be read.

    landed says that the line may be on disk all the same: whoever meant to open an
    access must now close it. is_damage: the file itself is bent, and stays so.
    """

    def __init__(
        self, sentence: str, *, landed: bool = False, is_damage: bool = False
    ) -> None:
        super().__init__(sentence)
        self.landed = landed
        self.is_damage = is_damage
