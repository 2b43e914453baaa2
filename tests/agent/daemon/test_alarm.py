# SPDX-License-Identifier: GPL-3.0-or-later
"""The alarm rings at the moment that was set last, and then alone."""

import asyncio

from agent.daemon.alarm import Alarm
from protocol.aio.clock import boottime

FAR_S = 1_000.0
LONG_S = 30.0


async def test_what_is_past_rings_at_once() -> None:
    alarm = Alarm(boottime)
    alarm.set(boottime() - 5)
    async with asyncio.timeout(LONG_S):
        await alarm.rings()


async def test_it_may_be_set_earlier() -> None:
    alarm = Alarm(boottime)
    alarm.set(boottime() + FAR_S)
    alarm.set(boottime() + 0.001)
    async with asyncio.timeout(LONG_S):
        await alarm.rings()


async def test_what_was_put_off_or_stopped_wakes_nobody() -> None:
    now_s = boottime()
    alarms = [Alarm(boottime) for _ in range(4)]
    off, stopped, same, last = alarms
    async with asyncio.timeout(LONG_S), asyncio.TaskGroup() as group:
        waiting = [group.create_task(x.rings()) for x in alarms]
        for alarm in alarms:
            alarm.set(now_s + 0.001)
        for _ in range(2):
            off.set(now_s + FAR_S)
        stopped.stop()
        same.set(now_s + 0.001)
        last.set(now_s + 0.002)
        await waiting[3]
        again = group.create_task(same.rings())
        later = Alarm(boottime)
        later.set(boottime() + 0.001)
        await later.rings()
        assert not again.done()
        again.cancel()
        assert [x.done() for x in waiting] == [False, False, True, True]
        for task in waiting[:2]:
            task.cancel()


async def test_it_rings_each_time_it_is_set() -> None:
    alarm, at_s = Alarm(boottime), boottime()
    async with asyncio.timeout(LONG_S):
        for _ in range(3):
            alarm.set(at_s)
            await alarm.rings()
