# SPDX-License-Identifier: GPL-3.0-or-later
"""What two ledgers tell each other keeps its limits."""

import pytest

from protocol.codec import decode_wire, encode
from protocol.errors import MalformedError
from protocol.messages import records
from tests.fakes.examples import WIRE
from tests.fakes.limits import Case, cases


@pytest.mark.parametrize("case", cases(records, WIRE))
def test_a_limit_is_allowed_and_one_past_it_is_not(case: Case) -> None:
    if case.is_allowed:
        assert encode(decode_wire(case.data)) == case.data
        return
    with pytest.raises(MalformedError):
        decode_wire(case.data)
