# SPDX-License-Identifier: GPL-3.0-or-later
"""What can hide or write on a terminal is odd; what is in names is not."""

import pytest

from installer.admin.signs import is_odd


@pytest.mark.parametrize("sign", "\0\x1b\n\u200b\u202e\u2028\u2029\ue000\ufdd0\ud800")
def test_what_is_no_part_of_a_name_is_odd(sign: str) -> None:
    assert is_odd(sign)


@pytest.mark.parametrize("sign", "aZ9 -'.\u00e9\u0141\u0301\u0639\u4e2d\ufffd")
def test_what_names_are_written_with_is_not(sign: str) -> None:
    assert not is_odd(sign)
