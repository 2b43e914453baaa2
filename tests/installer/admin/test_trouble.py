# SPDX-License-Identifier: GPL-3.0-or-later
"""An office's trouble is a sentence with an exit code."""

from installer.admin.trouble import Exit, OfficeError


def test_a_refusal_is_the_usual_trouble() -> None:
    assert OfficeError("Nee.").code is Exit.REFUSED
    assert str(OfficeError("Nee.", Exit.NOT_SET_UP)) == "Nee."


def test_exit_codes_are_the_published_ones() -> None:
    assert [int(code) for code in Exit] == [0, 1, 2, 3, 4, 5]
