# SPDX-License-Identifier: GPL-3.0-or-later
"""The decoder process: one JPEG in, bare pixels out, and nothing else it may do.

Run as a file, isolated (`python -I child.py`), so it sees no module of ours. It imports
what it needs, then gives up memory, files, processes and core dumps. It is the only
place where an image library reads bytes of a pupil, and only as a JPEG.

Source: docs/spec/wire.md "Picture".
"""

import io
import os
import struct
import sys
from collections.abc import Callable
from typing import BinaryIO, Final

from PIL import Image

try:
    import resource
except ImportError:  # Windows has none of these limits
    resource = None  # type: ignore[assignment]

ASK: Final = struct.Struct(">IHH")  # bytes, width, height; the JPEG follows
YES: Final = b"\x01"  # width x height x 3 bytes of RGB follow
NO: Final = b"\x00"

MEMORY_BYTES: Final = 64 * 1_048_576  # above what the process has once it is up
MOST_BYTES: Final = 524_288
MOST_PIXELS: Final = 1_280 * 2_560
CPU_S: Final = 2  # per picture; the worst seen took 3 ms
_OPEN_FILES: Final = 3  # the three it has


def main() -> None:
    """Answer each question on standard input until it ends."""
    _warm_up()
    _give_up_powers()
    serve(sys.stdin.buffer, sys.stdout.buffer, _allow_cpu)


def serve(asks: BinaryIO, answers: BinaryIO, before_each: Callable[[], None]) -> None:
    """Answer each question; a broken one ends the service."""
    while len(head := asks.read(ASK.size)) == ASK.size:
        before_each()
        length, width, height = ASK.unpack(head)
        if length > MOST_BYTES or width * height > MOST_PIXELS:
            return
        rgb = pixels(asks.read(length), width, height)
        answers.write(NO if rgb is None else YES + rgb)
        answers.flush()


def pixels(data: bytes, width: int, height: int) -> bytes | None:
    """Decode one JPEG of exactly this size; None for anything else."""
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as image:
            if image.size != (width, height) or image.mode != "RGB":
                return None
            return image.tobytes()
    except Exception:  # noqa: BLE001 -- whatever a picture provokes, it is no picture
        return None


def _warm_up() -> None:
    """Load every lazy part of the library while files may still be opened."""
    buffer = io.BytesIO()
    Image.new("RGB", (16, 16)).save(buffer, "JPEG")
    pixels(buffer.getvalue(), 16, 16)


def _give_up_powers() -> None:
    """Leave memory for a few pictures, and no new file, process or core dump."""
    if resource is None:
        return  # the parent's time limit is what is left there
    limits = [
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
    ]
    if sys.platform == "linux":  # elsewhere this limit is not kept
        limits.append((resource.RLIMIT_AS, _used_bytes() + MEMORY_BYTES))
    limits.append((resource.RLIMIT_NOFILE, _OPEN_FILES))
    for what, most in limits:
        resource.setrlimit(what, (most, most))


def _used_bytes() -> int:
    with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123
        pages = int(statm.read().split()[0])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _allow_cpu() -> None:
    """Allow one picture's worth of processor time; more kills the process."""
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft_s = int(used.ru_utime + used.ru_stime) + CPU_S
    resource.setrlimit(resource.RLIMIT_CPU, (soft_s, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main()
