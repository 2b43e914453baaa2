# SPDX-License-Identifier: GPL-3.0-or-later
"""What stops the console has an exit code."""

from console import errors


def test_each_error_has_its_exit_code() -> None:
    assert errors.ConsoleError.exit_code == 2
    assert errors.NotSetUpError.exit_code == 4
    assert errors.RefusedError.exit_code == 5
