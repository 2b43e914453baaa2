# SPDX-License-Identifier: GPL-3.0-or-later
"""One reading of both clocks cannot be changed afterwards."""

from dataclasses import FrozenInstanceError
from datetime import UTC, datetime

import pytest

from console.core.moment import Moment


def test_a_moment_stays() -> None:
    now = Moment(1.0, datetime(2027, 3, 8, tzinfo=UTC))
    with pytest.raises(FrozenInstanceError):
        now.boot_s = 2.0  # type: ignore[misc]
