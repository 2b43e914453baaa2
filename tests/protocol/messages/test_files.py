# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of a file keep their limits."""

import pytest

from protocol.codec import decode_wire, encode
from protocol.errors import MalformedError
from protocol.messages import files
from tests.fakes.examples import WIRE
from tests.fakes.limits import Case, cases


@pytest.mark.parametrize("case", cases(files, WIRE))
def test_a_limit_is_allowed_and_one_past_it_is_not(case: Case) -> None:
    if case.is_allowed:
        assert encode(decode_wire(case.data)) == case.data
        return
    with pytest.raises(MalformedError):
        decode_wire(case.data)
