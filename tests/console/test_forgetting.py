# SPDX-License-Identifier: GPL-3.0-or-later
"""R-69: pixels are gone from memory within two seconds, read from outside."""

import asyncio
import io
import json
import os
import re
import sys
from pathlib import Path

import pytest
from PIL import Image

from protocol.aio.mdns import Announcer
from tests.console.site import ROOT, console_state, demo_school, laptop

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
GONE_WITHIN_S = 2.0
RUN_PX = 64
ALONE = """
import sys
from console import forgetting
assert forgetting.begin()
held = [bytes(range(64, 128)) * 900 for _ in range(20)]
print("held", flush=True)
sys.stdin.readline()
held.clear()
print("gone", flush=True)
sys.stdin.readline()
"""


def count(pid: int, pattern: bytes) -> int:
    """Count a pattern in all the writable memory of a process."""
    found = 0
    regions = Path(f"/proc/{pid}/maps").read_text("ascii").splitlines()
    with Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for region in regions:
            span, rights = region.split()[:2]
            first, last = (int(end, 16) for end in span.split("-"))
            if "rw" not in rights:
                continue
            try:
                memory.seek(first)
                data = memory.read(last - first)
            except (OSError, ValueError):
                continue
            found += len(re.findall(re.escape(pattern), data))
    return found


@linux_only
async def test_what_is_freed_cannot_be_read_from_outside() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        ALONE,
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    pattern = bytes(range(64, 128))
    assert await process.stdout.readline() == b"held\n"
    assert count(process.pid, pattern * 4) > 1_000
    process.stdin.write(b"\n")
    assert await process.stdout.readline() == b"gone\n"
    assert count(process.pid, pattern * 4) == 0
    process.stdin.write(b"\n")
    await process.wait()


def marker() -> tuple[bytes, list[bytes]]:
    """Make a picture of one rare colour; give it and how its rows look in memory."""
    buffer = io.BytesIO()
    Image.new("RGB", (192, 108), (201, 37, 93)).save(buffer, "JPEG", quality=50)
    with Image.open(io.BytesIO(buffer.getvalue())) as image:
        red, green, blue = image.getpixel((9, 9))  # type: ignore[misc]
    rows = [(red, green, blue), (blue, green, red, 255)]
    return buffer.getvalue(), [bytes(row) * RUN_PX for row in rows]


@linux_only
async def test_R69_no_pixel_of_a_pupil_is_left_after_the_teacher_stops(
    tmp_path: Path,
) -> None:
    school = demo_school(1)
    state = console_state(school, tmp_path / "c")
    script = tmp_path / "script.jsonl"
    steps = [
        {"wait": "connected", "act": "startLesson"},
        {"wait": "started", "act": "showScreens", "args": {"reason_code": "help"}},
        {"wait": "picture", "act": "message", "args": {"text": "nu"}},
        {"at": 8, "act": "stopScreens"},
        {"at": 30, "quit": True},
    ]
    script.write_text("\n".join(map(json.dumps, steps)), "utf-8")
    jpeg, rows = marker()
    async with laptop(school, 0, tmp_path / "l") as peer:
        announcer = Announcer(["127.0.0.1"], peer.port)
        await announcer.start()
        process = await _console(state.folder, script)
        try:
            await peer.until("command", verb="overview_start")
            await peer.until("proven", 2)
            peer.picture("overview_start", jpeg)
            await peer.until("command", verb="message")
            assert sum(count(process.pid, row) for row in rows) > 0
            await peer.until("command", verb="overview_stop")
            await _gone(process.pid, rows)
        finally:
            process.kill()
            await process.wait()
            await announcer.stop()


async def _gone(pid: int, rows: list[bytes]) -> None:
    loop = asyncio.get_running_loop()
    end_s = loop.time() + GONE_WITHIN_S
    while left := sum(count(pid, row) for row in rows):
        assert loop.time() < end_s, f"{left} rows of the picture are left"
        await asyncio.sleep(0.05)


async def _console(state: Path, script: Path) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "console.app",
        "--state",
        str(state),
        "--script",
        str(script),
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
