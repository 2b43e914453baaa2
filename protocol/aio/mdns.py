# SPDX-License-Identifier: GPL-3.0-or-later
"""The only door to zeroconf: saying that a port is open, and hearing where others are.

Source: docs/spec/mdns.md.
"""

import asyncio
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from ipaddress import ip_address, ip_interface
from socket import AddressFamily
from typing import Final

import psutil
from zeroconf import (
    BadTypeInNameException,
    IPVersion,
    ServiceInfo,
    ServiceStateChange,
    Zeroconf,
)
from zeroconf import Error as ZeroconfError
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from protocol import constants as c
from protocol.advert import TEXT, Advert, Interface, candidate, new_advert

_LABEL_BYTES: Final = 63  # RFC 1035 section 2.3.4
_POINTER, _INTERNET = 12, 1  # RFC 1035 section 3.2
_RESOLVE_MS: Final = 3_000
_RESOLVES_AT_ONCE: Final = 8


class Announcer:
    """Announces one open port, under names nobody saw before and nobody sees again."""

    def __init__(self, interfaces: Sequence[str], port: int) -> None:
        """Choose fresh names.

        Args:
            interfaces: our addresses to announce on, and to announce.
            port: that is open.
        """
        self.advert: Advert = new_advert(port, secrets.token_bytes)
        self._interfaces = list(interfaces)
        self._zeroconf: AsyncZeroconf | None = None

    async def start(self) -> None:
        """Announce."""
        self._zeroconf = _zeroconf(self._interfaces)
        info = ServiceInfo(
            c.MDNS_TYPE,
            self.advert.name,
            addresses=[ip_address(own).packed for own in self._interfaces],
            port=self.advert.port,
            properties=dict(TEXT),
            server=self.advert.server,
        )
        # No probing for a name that is 64 random bits: it costs 1.7 s, and whoever
        # answers each probe with a conflict would keep a laptop unannounced.
        done = await self._zeroconf.async_register_service(
            info, cooperating_responders=True
        )
        await done

    async def stop(self) -> None:
        """Say goodbye on the network, and be silent."""
        if self._zeroconf is not None:
            zeroconf, self._zeroconf = self._zeroconf, None
            await zeroconf.async_unregister_all_services()
            await zeroconf.async_close()


class Browser:
    """Reports addresses worth trying; keeps few, believes nothing else."""

    def __init__(
        self,
        interfaces: Sequence[str],
        on_candidate: Callable[[str, int], None],
    ) -> None:
        """Join the parts; nothing is heard yet.

        Args:
            interfaces: our addresses to listen on.
            on_candidate: told an address and a port, again at each new announcement.
        """
        self._interfaces = list(interfaces)
        self._on_candidate = on_candidate
        self._own = own_interfaces(interfaces)
        self._tasks: set[asyncio.Task[None]] = set()
        self._turns = asyncio.Semaphore(_RESOLVES_AT_ONCE)
        self._zeroconf: AsyncZeroconf | None = None
        self._browser: AsyncServiceBrowser | None = None

    async def start(self) -> None:
        """Listen."""
        self._zeroconf = _zeroconf(self._interfaces)
        self._browser = AsyncServiceBrowser(
            self._zeroconf.zeroconf, c.MDNS_TYPE, handlers=[self._changed]
        )

    async def stop(self) -> None:
        """Stop listening; nothing is reported after this."""
        tasks = set(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._browser is not None:
            await self._browser.async_cancel()
        if self._zeroconf is not None:
            await self._zeroconf.async_close()
        self._browser = self._zeroconf = None

    def _changed(
        self,
        zeroconf: Zeroconf,
        service_type: str,  # noqa: ARG002 -- zeroconf calls it by these names
        name: str,
        state_change: ServiceStateChange,
    ) -> None:
        if state_change is ServiceStateChange.Removed:
            return
        if not _can_be_said(name):
            _forget(zeroconf, name)
            return
        try:
            info = AsyncServiceInfo(c.MDNS_TYPE, name)
        except BadTypeInNameException:
            return
        if info.load_from_cache(zeroconf):
            self._report(info)
        elif len(self._tasks) < c.CANDIDATES_KEPT:  # a flood of halves waits for no one
            task = asyncio.create_task(self._ask(zeroconf, info))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _ask(self, zeroconf: Zeroconf, info: AsyncServiceInfo) -> None:
        async with self._turns:
            with suppress(ZeroconfError):  # it names what cannot be asked about
                if await info.async_request(zeroconf, _RESOLVE_MS):
                    self._report(info)

    def _report(self, info: AsyncServiceInfo) -> None:
        addresses = info.addresses_by_version(IPVersion.All)
        found = candidate(addresses, info.port, info.properties, self._own)
        if found is not None:
            self._on_candidate(found.address, found.port)


def own_interfaces(addresses: Sequence[str]) -> list[Interface]:
    """Give our interfaces with these addresses, with the networks they stand on."""
    return [
        ip_interface(f"{facts.address}/{facts.netmask}")
        for all_facts in psutil.net_if_addrs().values()
        for facts in all_facts
        if facts.family is AddressFamily.AF_INET and facts.address in addresses
    ]


def _can_be_said(name: str) -> bool:
    """Say whether a name may stand in a packet.

    Bytes that are no text become longer when they are read, so a name may come in that
    cannot go out; the search names what it knows in each question.
    """
    return all(len(label.encode()) <= _LABEL_BYTES for label in name.split("."))


def _forget(zeroconf: Zeroconf, name: str) -> None:
    """Take a service out of what the search knows, or it would ask no more."""
    known = zeroconf.cache.get_all_by_details(c.MDNS_TYPE, _POINTER, _INTERNET)
    named = [record for record in known if getattr(record, "alias", "") == name]
    zeroconf.cache.async_remove_records(named)


def _zeroconf(interfaces: Sequence[str]) -> AsyncZeroconf:
    return AsyncZeroconf(interfaces=list(interfaces), ip_version=IPVersion.V4Only)
