# SPDX-License-Identifier: GPL-3.0-or-later
"""What the two halves of a laptop say keeps its limits."""

import pytest

from protocol.codec import decode_local, encode
from protocol.errors import MalformedError
from protocol.messages import local
from tests.fakes.examples import LOCAL
from tests.fakes.limits import Case, cases


@pytest.mark.parametrize("case", cases(local, LOCAL))
def test_a_limit_is_allowed_and_one_past_it_is_not(case: Case) -> None:
    if case.is_allowed:
        assert encode(decode_local(case.data)) == case.data
        return
    with pytest.raises(MalformedError):
        decode_local(case.data)
