# SPDX-License-Identifier: GPL-3.0-or-later
"""What processes used: processor time to the nanosecond, memory, bytes of a link."""

import asyncio
import socket
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psutil

from protocol.aio.link import Link

MIB: Final = 1_048_576
NS: Final = 1e9
HEADERS_BYTES: Final = 52  # IPv4 and TCP with timestamps, each segment
INFO_BYTES: Final = 192
COUNTS_AT: Final = (
    120  # struct tcp_info: bytes_acked, bytes_received, segs_out, segs_in
)


def cpu_s(pids: Sequence[int]) -> float:
    """Sum what these used so far, all their threads that still run."""
    return sum(map(_one_cpu_s, pids))


def _one_cpu_s(pid: int) -> float:
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / NS


def pss_mib(pids: Sequence[int]) -> float:
    """Sum their memory, shared pages counted in parts."""
    pss = sum(psutil.Process(pid).memory_full_info().pss for pid in pids)
    return float(pss / MIB)


def family(pid: int) -> list[int]:
    """Give a process and all that it started."""
    children = psutil.Process(pid).children(recursive=True)
    return [pid, *(child.pid for child in children)]


@dataclass(frozen=True, slots=True)
class Wire:
    """What came in over one connection so far."""

    bytes: int  # TLS records, as TCP carries them
    segments: int

    def since(self, before: "Wire") -> "Wire":
        """Give what came in between."""
        return Wire(self.bytes - before.bytes, self.segments - before.segments)

    @property
    def with_headers(self) -> int:
        """Count IP and TCP too, as Veyon was measured."""
        return self.bytes + self.segments * HEADERS_BYTES


def wire_in(link: Link) -> Wire:
    """Ask the kernel what this connection received, TLS included."""
    raw = link._socket.getsockopt(  # noqa: SLF001 -- nobody else needs it
        socket.IPPROTO_TCP, socket.TCP_INFO, INFO_BYTES
    )
    _acked, received, _out, came = struct.unpack_from("=QQII", raw, COUNTS_AT)
    return Wire(received, came)


@dataclass(frozen=True, slots=True)
class Window:
    """What processes used in a stretch of time."""

    s: float
    cpu: tuple[float, ...]  # seconds, each group of processes

    def per_min(self, group: int) -> float:
        """Give one group's CPU seconds a minute."""
        return self.cpu[group] * 60 / self.s


async def watch(seconds: float, *groups: Sequence[int]) -> Window:
    """Let them work and see what each group used."""
    loop = asyncio.get_running_loop()
    before, began = [cpu_s(group) for group in groups], loop.time()
    await asyncio.sleep(seconds)
    after, ended = [cpu_s(group) for group in groups], loop.time()
    used = (now - then for now, then in zip(after, before, strict=True))
    return Window(ended - began, tuple(used))
