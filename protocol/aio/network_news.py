# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether this machine's network may have changed: the kernel tells of it (Linux).

Looking costs some twenty calls, and between two looks a machine could be elsewhere.
Where nothing is told, and once a minute everywhere, it counts as changed.

Source: rtnetlink(7).
"""

import asyncio
import socket
from collections.abc import Callable
from typing import Final

ANYWAY_S: Final = 60.0
SOON_S: Final = 1.0  # changes come several at once, and a flood may wake us so often
READ_BYTES: Final = 65_536
READS: Final = 64  # of one look: who floods us with changes has us look, and no more
# RTMGRP_LINK, _IPV4_IFADDR, _IPV4_ROUTE, _IPV6_IFADDR, _IPV6_ROUTE of linux/rtnetlink.h
GROUPS: Final = 0x1 | 0x10 | 0x40 | 0x100 | 0x400


class NetworkNews:
    """Hears the kernel, and says whether to look again."""

    def __init__(
        self, clock: Callable[[], float], hearing: socket.socket | None
    ) -> None:
        """Know nothing yet: the first time there is news.

        Args:
            clock: boot time in seconds.
            hearing: where changes are told, which blocks nobody; None where they are
                not: then there always is news.
        """
        self._clock = clock
        self._socket = hearing
        self._looked_s = float("-inf")

    async def told(self) -> None:
        """Wait until something is told, and a second more; then ask what there is."""
        told, loop = asyncio.Event(), asyncio.get_running_loop()
        if self._socket is not None:
            loop.add_reader(self._socket, told.set)
        try:
            await told.wait()
        finally:
            if self._socket is not None:
                loop.remove_reader(self._socket)
        await asyncio.sleep(SOON_S)

    def is_there(self) -> bool:
        """Say whether something may have changed since this was last asked."""
        now_s = self._clock()
        is_due = now_s - self._looked_s >= ANYWAY_S
        is_news = self._heard() or is_due
        if is_news:
            self._looked_s = now_s
        return is_news

    @property
    def is_told(self) -> bool:
        """Say whether there is somebody who tells."""
        return self._socket is not None

    def forget(self) -> None:
        """Have it looked at once more: what it is held against has changed."""
        self._looked_s = float("-inf")

    def close(self) -> None:
        """Hear no more."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _heard(self) -> bool:
        """Take all that was told, whatever it says."""
        if self._socket is None:
            return True
        heard = False
        for _ in range(READS):
            try:
                self._socket.recv(READ_BYTES)
            except BlockingIOError:
                break
            except OSError:  # more was told than was kept for us
                pass
            heard = True
        return heard


def hear_kernel() -> socket.socket | None:
    """Have this system's kernel tell of its network; None where it does not."""
    family = getattr(socket, "AF_NETLINK", None)
    if family is None:
        return None
    try:
        hearing = socket.socket(family, socket.SOCK_RAW, socket.NETLINK_ROUTE)
    except OSError:
        return None
    try:
        hearing.settimeout(0)
        hearing.bind((0, GROUPS))
    except OSError:
        hearing.close()
        return None
    return hearing
