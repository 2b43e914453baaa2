# SPDX-License-Identifier: GPL-3.0-or-later
"""One root, so that a caller can catch what this package raises and nothing else."""

import pytest

from consent.errors import ConsentError
from consent.ledger import errors


@pytest.mark.parametrize(
    "kind",
    [
        errors.EntryError,
        errors.ChainError,
        errors.CheckpointError,
        errors.ProofError,
        errors.LedgerError,
    ],
)
def test_all_have_one_root(kind: type[Exception]) -> None:
    assert issubclass(kind, errors.RecordError)
    assert issubclass(kind, ConsentError)


def test_a_fork_is_a_failed_proof_too() -> None:
    assert issubclass(errors.ForkError, errors.ProofError)


def test_a_ledger_error_says_whether_the_line_may_be_there() -> None:
    assert errors.LedgerError("x").landed is False
    assert errors.LedgerError("x", landed=True).landed is True
