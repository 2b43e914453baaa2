# SPDX-License-Identifier: GPL-3.0-or-later
"""Real mDNS on loopback: who is announced, who is believed, who says goodbye."""

import asyncio
import random
import secrets
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import ip_address, ip_interface

import pytest
from zeroconf import (
    IPVersion,
    ServiceInfo,
    ServiceStateChange,
    Zeroconf,
)
from zeroconf._dns import DNSPointer
from zeroconf._protocol.outgoing import DNSOutgoing
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from protocol import constants as c
from protocol.aio.mdns import Announcer, Browser, own_interfaces

LOOPBACK = "127.0.0.1"
# Other programs of this machine may announce on loopback too: ours have these ports.
PORT = 20_000 + secrets.randbelow(20_000)
BOGUS_PORT = PORT + 1
WITHIN_S = 60.0  # only waited out where something is wrong


async def until(found: asyncio.Queue[tuple[str, int]], port: int) -> set[int]:
    """Wait for one port; say which others were found on the way."""
    others = set()
    async with asyncio.timeout(WITHIN_S):
        while (came := await found.get()) != (LOOPBACK, port):
            others.add(came[1])
    return others


@asynccontextmanager
async def browsing() -> AsyncIterator[tuple[Browser, asyncio.Queue[tuple[str, int]]]]:
    found: asyncio.Queue[tuple[str, int]] = asyncio.Queue()
    browser = Browser([LOOPBACK], lambda at, port: found.put_nowait((at, port)))
    await browser.start()
    try:
        yield browser, found
    finally:
        await browser.stop()


@asynccontextmanager
async def announcing(port: int) -> AsyncIterator[Announcer]:
    announcer = Announcer([LOOPBACK], port)
    await announcer.start()
    try:
        yield announcer
    finally:
        await announcer.stop()


@asynccontextmanager
async def plain() -> AsyncIterator[AsyncZeroconf]:
    zeroconf = AsyncZeroconf(interfaces=[LOOPBACK], ip_version=IPVersion.V4Only)
    try:
        yield zeroconf
    finally:
        await zeroconf.async_close()


async def test_an_open_port_is_found() -> None:
    async with browsing() as (_browser, found), announcing(PORT):
        await until(found, PORT)


async def test_a_port_that_was_open_before_is_found_too() -> None:
    async with announcing(PORT), browsing() as (_browser, found):
        await until(found, PORT)


async def test_names_are_new_each_time_and_the_text_says_nothing() -> None:
    async with (
        plain() as zeroconf,
        announcing(PORT) as one,
        announcing(47_311) as two,
    ):
        assert one.advert.instance != two.advert.instance != one.advert.host
        info = AsyncServiceInfo(c.MDNS_TYPE, one.advert.name)
        assert await info.async_request(zeroconf.zeroconf, 3_000)
        assert info.text == b"\x03v=1"
        assert info.server == one.advert.server


async def test_a_shut_port_says_goodbye() -> None:
    gone: asyncio.Queue[str] = asyncio.Queue()

    def changed(
        zeroconf: Zeroconf,
        service_type: str,
        name: str,
        state_change: ServiceStateChange,
    ) -> None:
        if state_change is ServiceStateChange.Removed:
            gone.put_nowait(name)

    async with plain() as zeroconf:
        browser = AsyncServiceBrowser(
            zeroconf.zeroconf, c.MDNS_TYPE, handlers=[changed]
        )
        async with browsing() as (_browser, found):
            async with announcing(PORT) as announcer:
                await until(found, PORT)
            while await gone.get() != announcer.advert.name:
                pass
        await browser.async_cancel()


async def test_stopping_twice_is_stopping_once() -> None:
    announcer = Announcer([LOOPBACK], PORT)
    await announcer.stop()
    async with browsing() as (browser, _found):
        await browser.stop()


def service(name: str, address: str, port: int, text: dict[str, str]) -> ServiceInfo:
    return ServiceInfo(
        c.MDNS_TYPE,
        f"{name}.{c.MDNS_TYPE}",
        addresses=[ip_address(address).packed],
        port=port,
        properties=text,
        server=f"{name}.local.",
    )


BOGUS = [
    service("elsewhere", "192.0.2.7", BOGUS_PORT, {"v": "1"}),
    service("private", "10.1.2.3", BOGUS_PORT, {"v": "1"}),
    service("multicast", "224.0.0.251", BOGUS_PORT, {"v": "1"}),
    service("newer", LOOPBACK, BOGUS_PORT, {"v": "2"}),
    service("silent", LOOPBACK, BOGUS_PORT, {}),
    service("router", LOOPBACK, 80, {"v": "1"}),
]


async def test_S11_only_a_neighbours_advert_is_believed() -> None:
    async with browsing() as (_browser, found), plain() as zeroconf:
        said = await asyncio.gather(*map(zeroconf.async_register_service, BOGUS))
        await asyncio.gather(*said)
        async with announcing(PORT):
            others = await until(found, PORT)
    assert not others & {info.port for info in BOGUS}


async def test_whatever_a_text_carries_besides_is_not_read() -> None:
    loud = service("loud", LOOPBACK, PORT, {"v": "1", "name": "<img src=x onerror>"})
    async with browsing() as (_browser, found), plain() as zeroconf:
        await (await zeroconf.async_register_service(loud))
        await until(found, PORT)


BROKEN_PACKETS = 20_000
RESPONSE, POINTER, INTERNET = 0x8400, 12, 1  # RFC 6762 section 18, RFC 1035


def flood_of_halves(first: int, count: int) -> DNSOutgoing:
    """Name services that nobody ever describes."""
    flood = DNSOutgoing(RESPONSE)
    for n in range(first, first + count):
        name = f"bogus{n:05d}.{c.MDNS_TYPE}"
        pointer = DNSPointer(c.MDNS_TYPE, POINTER, INTERNET, 4_500, name)
        flood.add_answer_at_time(pointer, 0)
    return flood


async def test_S18_a_flood_of_halves_is_bounded_and_the_real_one_is_found() -> None:
    async with browsing() as (browser, found), plain() as zeroconf:
        await zeroconf.zeroconf.async_wait_for_start()
        for first in range(0, 2 * c.CANDIDATES_KEPT, 16):
            zeroconf.zeroconf.async_send(flood_of_halves(first, 16))
        async with announcing(PORT):
            await until(found, PORT)
        assert 0 < len(browser._tasks) <= c.CANDIDATES_KEPT  # noqa: SLF001 -- its size


def described(name: str, port: int) -> bytes:
    """Give one packet that says all there is to say about a service."""
    info = service(name, LOOPBACK, port, {"v": "1"})
    packet = DNSOutgoing(RESPONSE)
    records = [info.dns_pointer(), info.dns_service(), info.dns_text()]
    for record in [*records, *info.dns_addresses()]:
        packet.add_answer_at_time(record, 0)
    (data,) = packet.packets()
    return data


def bent(data: bytes, chance: random.Random) -> bytes:
    """Lie about a length, point a name at itself, cut it off, or change any byte."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(12, len(made))
        match chance.randrange(5):
            case 0:  # of a record, of a name, or of nothing
                made[at : at + 2] = chance.choice((b"\xff\xff", b"\0\0", b"\x3f\x3f"))
            case 1:
                made[at : at + 2] = bytes((0xC0 | at >> 8, at & 0xFF))
            case 2:
                del made[max(at, 40) :]
            case 3:  # more answers than there are
                made[6:8] = b"\xff\xff"
            case _:
                made[at] = chance.randrange(256)
    return bytes(made)


def mouth() -> socket.socket:
    """Open a socket that speaks to all who listen on loopback."""
    made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    own = socket.inet_aton(LOOPBACK)
    made.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, own)
    made.settimeout(0)
    return made


async def test_F13_S17_broken_packets_do_not_stop_the_search() -> None:
    chance = random.Random(17)
    good = [described(f"flood{n}", BOGUS_PORT) for n in range(8)]
    loop, everybody = asyncio.get_running_loop(), ("224.0.0.251", 5353)
    async with browsing() as (browser, found), plain() as zeroconf:
        await zeroconf.zeroconf.async_wait_for_start()
        with mouth() as said:
            for _ in range(BROKEN_PACKETS):
                packet = bent(chance.choice(good), chance)
                await loop.sock_sendto(said, packet, everybody)
                await asyncio.sleep(0)  # the listener's turn
            await loop.sock_sendto(said, described("whole", PORT), everybody)
            await until(found, PORT)
        assert len(browser._tasks) <= c.CANDIDATES_KEPT  # noqa: SLF001 -- its size
        async with announcing(PORT + 2):
            await until(found, PORT + 2)


async def test_S17_a_name_that_cannot_be_said_again_is_not_known() -> None:
    """Bytes that are no text grow when they are read; the search would repeat them."""
    name = "x" * 40
    packet = described(name, BOGUS_PORT).replace(name.encode(), b"\xff" * len(name))
    loop = asyncio.get_running_loop()
    async with browsing() as (browser, found):
        heard = browser._zeroconf  # noqa: SLF001 -- what it would say again
        assert heard is not None
        await heard.zeroconf.async_wait_for_start()
        with mouth() as said:
            await loop.sock_sendto(said, packet, ("224.0.0.251", 5353))
            await loop.sock_sendto(said, described("w", PORT), ("224.0.0.251", 5353))
        await until(found, PORT)
        known = heard.zeroconf.cache.get_all_by_details(c.MDNS_TYPE, POINTER, INTERNET)
        assert not any("\ufffd" in getattr(record, "alias", "") for record in known)


def test_a_name_of_something_else_troubles_nobody() -> None:
    found: list[tuple[str, int]] = []
    browser = Browser([LOOPBACK], lambda at, port: found.append((at, port)))
    unused = Zeroconf.__new__(Zeroconf)
    for name in ("x._http._tcp.local.", "no type at all"):
        browser._changed(unused, c.MDNS_TYPE, name, ServiceStateChange.Added)  # noqa: SLF001 -- as zeroconf calls it
    assert found == []


async def test_a_service_named_before_it_is_described_is_asked_about() -> None:
    pointer = DNSOutgoing(RESPONSE)
    name = f"later.{c.MDNS_TYPE}"
    answer = DNSPointer(c.MDNS_TYPE, POINTER, INTERNET, 4_500, name)
    pointer.add_answer_at_time(answer, 0)
    async with browsing() as (_browser, found), plain() as zeroconf:
        await zeroconf.zeroconf.async_wait_for_start()
        zeroconf.zeroconf.async_send(pointer)
        later = service("later", LOOPBACK, PORT, {"v": "1"})
        await (
            await zeroconf.async_register_service(later, cooperating_responders=True)
        )
        await until(found, PORT)


@pytest.mark.parametrize(
    ("addresses", "expected"),
    [
        ([LOOPBACK], [ip_interface("127.0.0.1/8")]),
        (["203.0.113.9"], []),
        ([], []),
    ],
)
def test_our_own_interfaces_come_with_their_networks(
    addresses: list[str], expected: list[object]
) -> None:
    assert own_interfaces(addresses) == expected
