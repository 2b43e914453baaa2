# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.errors: one root."""

from consent import errors


def test_all_errors_have_one_root() -> None:
    kinds = [x for x in vars(errors).values() if isinstance(x, type)]
    assert all(issubclass(kind, errors.ConsentError) for kind in kinds)
