# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the memory of programs that mostly rest where it is, while they are measured.

On some virtual machines the host takes away what a guest has not touched for a fraction
of a second: there a program pays for each page of its next waking anew, which no laptop
does. A helper process touches their pages all the time, at the lowest priority, and so
pays in their place. Run as `python -m tests.bench.warm PID ...` until its input ends.

What the kernel keeps for them (names of files, sockets) gets as cold and cannot be
touched from here.
"""

import asyncio
import ctypes
import mmap
import os
import sys
import time
from array import array
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from functools import cache
from pathlib import Path
from select import select
from statistics import median
from time import sleep
from typing import Final

PAGE: Final = 4096
IN_MEMORY, OF_A_FILE = 1 << 63, 1 << 61  # pagemap(5)
AT_ONCE: Final = 1_024  # parts of one call of process_vm_readv(2)
IN_USE_S: Final = 12.5  # past the longest rest of a program in a lesson
BETWEEN_S: Final = 0.001
SAMPLE, SAMPLES, REST_S = 2_048, 5, 0.5
MOST: Final = 0.95
COLD_US: Final = 0.5  # four times what it costs at most where nobody takes memory away


class Part(ctypes.Structure):
    """struct iovec of the kernel."""

    _fields_ = (("base", ctypes.c_void_p), ("length", ctypes.c_size_t))


class Pages:
    """The pages that some processes use: their own, and those of mapped files."""

    def __init__(self) -> None:
        """Know none yet."""
        self._own: list[tuple[int, ctypes.Array[Part]]] = []
        self._files: dict[Path, set[int]] = {}
        self._mapped: list[memoryview] = []
        self._byte = ctypes.create_string_buffer(AT_ONCE)
        self._read = ctypes.CDLL(None).process_vm_readv
        self._into = Part(ctypes.addressof(self._byte), AT_ONCE)

    def add(self, pid: int, used: set[str]) -> None:
        """Find what one process has in memory.

        Args:
            pid: whose.
            used: the stretches of its memory that it used lately.
        """
        own: list[int] = []
        with (
            Path(f"/proc/{pid}/maps").open(encoding="ascii") as maps,
            Path(f"/proc/{pid}/pagemap").open("rb", buffering=0) as pagemap,
        ):
            for line in maps:
                stretch, rights, offset, _, inode, *name = line.split(maxsplit=5)
                if stretch not in used or not rights.startswith("r"):
                    continue
                first, end = (int(x, 16) // PAGE for x in stretch.split("-"))
                pagemap.seek(first * 8)
                bits = array("Q", pagemap.read((end - first) * 8))
                start = int(offset, 16) // PAGE
                file = Path(name[0].rstrip()) if inode != "0" else None
                for number, bit in enumerate(bits):
                    if file and bit & IN_MEMORY and bit & OF_A_FILE:
                        self._files.setdefault(file, set()).add(start + number)
                    elif bit & IN_MEMORY:
                        own.append((first + number) * PAGE)
        for at in range(0, len(own), AT_ONCE):
            some = own[at : at + AT_ONCE]
            parts = (Part * len(some))(*(Part(address, 1) for address in some))
            self._own.append((pid, parts))

    def map_files(self) -> None:
        """Have the files' pages too: they are the same for all that use them."""
        for file, pages in self._files.items():
            with suppress(OSError, ValueError), file.open("rb") as data:
                view = memoryview(mmap.mmap(data.fileno(), 0, prot=mmap.PROT_READ))
                self._mapped += [view[x * PAGE : y * PAGE] for x, y in runs(pages)]

    def touch(self) -> int:
        """Read one byte of each; say how many could be read."""
        came = 0
        for pid, parts in self._own:
            into = ctypes.byref(self._into)
            came += max(0, self._read(pid, into, 1, parts, len(parts), 0))
        return came + sum(len(x[::PAGE].tobytes()) for x in self._mapped)

    @property
    def count(self) -> int:
        """Say how many there are."""
        own = sum(len(parts) for _, parts in self._own)
        return own + sum(map(len, self._files.values()))


def runs(numbers: set[int]) -> Iterator[tuple[int, int]]:
    """Join numbers that follow each other: first and one past the last."""
    ordered = sorted(numbers)
    starts = [x for x in ordered if x - 1 not in numbers]
    ends = [x + 1 for x in ordered if x + 1 not in numbers]
    return zip(starts, ends, strict=True)


def used_lately(pids: Sequence[int]) -> dict[int, set[str]]:
    """Say which stretches of memory each process used in the next seconds."""
    for pid in pids:
        Path(f"/proc/{pid}/clear_refs").write_text("1", encoding="ascii")
    sleep(IN_USE_S)
    return {pid: set(_referenced(pid)) for pid in pids}


def _referenced(pid: int) -> Iterator[str]:
    stretch = ""
    for line in Path(f"/proc/{pid}/smaps").read_text("ascii").splitlines():
        first, *others = line.split()
        if not first.endswith(":"):
            stretch = first
        elif first == "Referenced:" and others[0] != "0":
            yield stretch


@asynccontextmanager
async def kept_warm(pids: Sequence[int]) -> AsyncIterator[None]:
    """Keep what these use in memory, on a machine that would take it away."""
    if cold_us() < COLD_US:
        yield
        return
    words = ["-m", "tests.bench.warm", *map(str, pids)]
    helper = await asyncio.create_subprocess_exec(
        sys.executable,
        *words,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert helper.stdin is not None
    assert helper.stdout is not None
    assert await helper.stdout.readline(), "the helper could not begin"
    try:
        yield
    finally:
        helper.stdin.close()
        await helper.wait()


@cache
def cold_us() -> float:
    """Measure what touching a page costs here that rested for half a second."""
    memory = bytearray(SAMPLE * PAGE)
    memory[::PAGE] = b"\1" * SAMPLE
    costs = []
    for _ in range(SAMPLES):
        sleep(REST_S)
        began = time.thread_time()
        memory[::PAGE] = b"\2" * SAMPLE
        costs.append((time.thread_time() - began) / SAMPLE * 1e6)
    return median(costs)


def main() -> None:
    """Touch and touch again."""
    pids = [int(word) for word in sys.argv[1:]]
    pages = Pages()
    for pid, used in used_lately(pids).items():
        pages.add(pid, used)
    pages.map_files()
    share = pages.touch() / pages.count
    if share < MOST:
        sys.exit(f"only {share:.0%} of their pages can be touched")
    os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    print("warm", flush=True)
    while not select([sys.stdin], [], [], BETWEEN_S)[0]:
        pages.touch()


if __name__ == "__main__":
    main()
