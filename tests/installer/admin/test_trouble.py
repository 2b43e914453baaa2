# SPDX-License-Identifier: GPL-3.0-or-later
"""What went wrong is a key, its values, an exit code and perhaps a next step."""

from installer.admin.trouble import Exit, OfficeError, Step, said


def test_trouble_keeps_what_was_said_and_the_code() -> None:
    error = OfficeError("no_pupil", Exit.WRONG_USE, who="p1")
    assert (str(error), error.code, error.step) == ("no_pupil", Exit.WRONG_USE, None)
    assert error.said == said("no_pupil", who="p1")


def test_a_rule_refuses_unless_said_otherwise() -> None:
    assert OfficeError("school.there").code is Exit.REFUSED


def test_trouble_can_be_made_of_a_sentence_and_a_step() -> None:
    step = Step("next.form", (("charter", "new", "x"),))
    error = OfficeError.of(said("no_pupil", who="p1"), Exit.NOT_GOOD, step)
    assert error.said.values == {"who": "p1"}
    assert (error.code, error.step) == (Exit.NOT_GOOD, step)
