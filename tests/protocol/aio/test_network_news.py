# SPDX-License-Identifier: GPL-3.0-or-later
"""A laptop looks at its network when the kernel tells of a change, or in doubt."""

import asyncio
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from protocol.aio.network_news import ANYWAY_S, READS, NetworkNews, hear_kernel
from tests.bench.own_net import move_into_own_net, turn
from tests.fakes.clock import FakeClock
from tests.journeys.namespaces import missing

LACKS = missing()


@pytest.fixture
def pair() -> Iterator[tuple[socket.socket, socket.socket]]:
    hearing, telling = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    hearing.settimeout(0)
    with hearing, telling:
        yield hearing, telling


def test_there_is_news_once_for_all_that_was_told(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    hearing, telling = pair
    news = NetworkNews(FakeClock(), hearing)
    seen = [news.is_there(), news.is_there()]
    telling.send(b"one")
    telling.send(b"two")
    seen += [news.is_there(), news.is_there()]
    assert seen == [True, False, True, False]


def test_each_minute_it_is_looked_at_anyway(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    clock = FakeClock()
    news = NetworkNews(clock, pair[0])
    seen = [news.is_there()]
    for _ in range(2):
        clock.move(ANYWAY_S - 1)
        seen.append(news.is_there())
        clock.move(1)
        seen.append(news.is_there())
    assert seen == [True, False, True, False, True]


def test_what_it_is_held_against_may_change(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    news = NetworkNews(FakeClock(), pair[0])
    assert news.is_there()
    news.forget()
    assert [news.is_there(), news.is_there()] == [True, False]


def test_a_flood_is_taken_in_parts(pair: tuple[socket.socket, socket.socket]) -> None:
    hearing, telling = pair
    telling.settimeout(0)
    news = NetworkNews(FakeClock(), hearing)
    news.is_there()
    for _ in range(2):  # more than the queue takes at once
        for _ in range(READS):
            try:
                telling.send(b"x")
            except BlockingIOError:
                break
        assert news.is_there()
    assert not news.is_there()


async def test_who_waits_is_told_once_for_what_comes_within_a_second(
    pair: tuple[socket.socket, socket.socket],
) -> None:
    hearing, telling = pair
    news = NetworkNews(FakeClock(), hearing)
    news.is_there()
    async with asyncio.timeout(30), asyncio.TaskGroup() as group:
        for _ in range(2):
            waiting = group.create_task(news.told())
            for word in (b"one", b"two"):
                telling.send(word)
                await asyncio.sleep(0)
                await asyncio.sleep(0)
            await waiting
            assert [news.is_there(), news.is_there()] == [True, False]
        again = group.create_task(news.told())
        for _ in range(9):  # the loop looks at its sockets each time
            await asyncio.sleep(0)
        assert not again.done()
        again.cancel()


async def test_where_nothing_is_told_nobody_is_woken() -> None:
    silent = NetworkNews(FakeClock(), None)
    assert not silent.is_told
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(silent.told())
        await asyncio.sleep(0)
        assert not waiting.done()
        waiting.cancel()


def test_where_nothing_is_told_or_too_much_there_always_is_news() -> None:
    silent = NetworkNews(FakeClock(), None)
    lost, telling = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    lost.close()
    telling.close()
    broken = NetworkNews(FakeClock(), lost)
    for news in (silent, broken):
        assert [news.is_there(), news.is_there()] == [True, True]
        news.close()


@pytest.mark.skipif(bool(LACKS), reason=LACKS or "nothing is missing")
def test_the_kernel_tells_of_its_cards() -> None:
    with ThreadPoolExecutor(1) as thread:  # that thread alone is moved
        assert thread.submit(_turned).result() == [True, False, True, False, True]


def _turned() -> list[bool]:
    assert move_into_own_net()
    news = NetworkNews(FakeClock(), hear_kernel())
    seen = [news.is_there(), news.is_there()]
    for way in ("down", "up"):
        assert turn(way)
        seen.append(news.is_there())
        if way == "down":
            seen.append(news.is_there())
    news.close()
    return seen
