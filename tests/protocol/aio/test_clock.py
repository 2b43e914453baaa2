# SPDX-License-Identifier: GPL-3.0-or-later
"""The clock of leases runs on and never back."""

import time

from protocol.aio.clock import boottime


def test_boot_time_never_goes_back() -> None:
    assert boottime() <= boottime()


def test_on_linux_it_counts_the_time_asleep() -> None:
    if hasattr(time, "CLOCK_BOOTTIME"):
        before = time.clock_gettime(time.CLOCK_BOOTTIME)
        assert before <= boottime() <= time.clock_gettime(time.CLOCK_BOOTTIME)
