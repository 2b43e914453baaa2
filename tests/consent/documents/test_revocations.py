# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.documents.revocations: sorted, each once."""

import pytest
from msgspec.structs import replace

from tests.fakes.school import make_school

LIST = make_school().revocations
A, B = "a" * 64, "b" * 64


def test_a_revoked_certificate_is_found() -> None:
    some = replace(LIST, fingerprints=(A,))
    assert some.holds(A)
    assert not some.holds(B)


@pytest.mark.parametrize("fingerprints", [(B, A), (A, A)], ids=["order", "twice"])
def test_a_list_has_one_spelling(fingerprints: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="sorted"):
        replace(LIST, fingerprints=fingerprints)
