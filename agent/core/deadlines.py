# SPDX-License-Identifier: GPL-3.0-or-later
"""When the next Ticked is due: the earliest thing any part of the laptop waits for."""

from collections.abc import Iterator
from typing import Final

from agent.core.access import AccessState
from agent.core.laptop import SESSION_SILENT_S, Laptop, LockFacts, LookFacts
from agent.core.lease import LeaseState

LATEST_S: Final = 6.5  # papers, hours and the clock are looked at this often
AFTER_S: Final = 0.001  # a limit that is "over", not "reached", is past by so much


def next_tick(laptop: Laptop, looked_s: float) -> float:
    """Give a boot time, a little after the law last looked at all."""
    now_s = laptop.now.boot_s
    return min([looked_s + LATEST_S, *(at for at in _waits(laptop) if at > now_s)])


def any_passed(laptop: Laptop, since_s: float) -> bool:
    """Say whether something was waited for that is due now and was not then."""
    return any(since_s < at <= laptop.now.boot_s for at in _waits(laptop))


def _waits(laptop: Laptop) -> Iterator[float]:
    """Give every moment at which something has to happen by itself."""
    if laptop.session is not None:
        yield laptop.session.heard_s + SESSION_SILENT_S + AFTER_S
        yield laptop.session_back_s
    if laptop.is_owing:
        yield laptop.owed_after_s
    if laptop.lesson is not None:
        yield laptop.lesson.ends_s
    if laptop.question is not None:
        yield laptop.question.until_s
    for look in laptop.looks:
        yield from _look(look)
    yield from _lock(laptop.lock)


def _look(look: LookFacts) -> Iterator[float]:
    if look.state is AccessState.NOTICE and look.notice_ends_s is not None:
        yield look.notice_ends_s
    if look.is_open:
        yield look.lease_s
        yield look.hard_end_s
    if look.state is AccessState.STREAMING:
        yield look.ends_s


def _lock(lock: LockFacts) -> Iterator[float]:
    if lock.state in {LeaseState.RAISING, LeaseState.HELD}:
        yield lock.until_s
    if lock.state is LeaseState.RAISING:
        yield lock.painted_by_s
    if lock.state is LeaseState.RELEASING:
        yield lock.down_by_s
    if lock.close_not_before_s is not None:
        yield lock.close_not_before_s
