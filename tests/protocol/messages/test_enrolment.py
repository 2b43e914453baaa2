# SPDX-License-Identifier: GPL-3.0-or-later
"""A new laptop's question and its answer keep their limits."""

import pytest

from protocol.codec import decode_enrol, encode
from protocol.errors import MalformedError
from protocol.messages import enrolment
from tests.fakes.examples import ENROL
from tests.fakes.limits import Case, cases


@pytest.mark.parametrize("case", cases(enrolment, ENROL))
def test_a_limit_is_allowed_and_one_past_it_is_not(case: Case) -> None:
    if case.is_allowed:
        assert encode(decode_enrol(case.data)) == case.data
        return
    with pytest.raises(MalformedError):
        decode_enrol(case.data)
