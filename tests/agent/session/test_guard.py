# SPDX-License-Identifier: GPL-3.0-or-later
"""The guard, each time in a process of its own."""

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).parents[3]
HEAD = "import os, signal, sys, time\nfrom agent.session.guard import Guard\n"


def guarded(body: str, before: str = "") -> "subprocess.Popen[str]":
    """Run a guard over a child with this body; it gets `beat`."""
    child = textwrap.indent(textwrap.dedent(body), "    ")
    runs = "sys.exit(Guard(child, silence_s=0.5).run())"
    code = f"{HEAD}{before}\ndef child(beat):\n{child}\n{runs}"
    return subprocess.Popen(
        [
            sys.executable,
            "-I",
            "-c",
            f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}",
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(process: "subprocess.Popen[str]") -> tuple[int, str, str]:
    try:
        out, err = process.communicate(timeout=30)
    finally:
        process.kill()  # its child hears the pipe break
    return process.returncode, out, err


def test_a_child_that_ends_well_ends_the_guard() -> None:
    assert ended(guarded("beat(); return 0"))[0] == 0


@pytest.mark.parametrize("code", [2, 3, 5])
def test_wrong_use_is_not_tried_again(code: int) -> None:
    assert ended(guarded(f"beat(); print('x'); return {code}"))[:2] == (code, "x\n")


def test_S26_a_crashed_child_is_started_again(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    body = f"""
    beat()
    if not os.path.exists({str(mark)!r}):
        open({str(mark)!r}, "w").close()
        os.kill(os.getpid(), signal.SIGKILL)
    return 0
    """
    assert ended(guarded(body))[0] == 0
    assert mark.exists()


def test_R02_P05_a_silent_child_is_killed_and_started_again(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    body = f"""
    beat()
    if not os.path.exists({str(mark)!r}):
        open({str(mark)!r}, "w").close()
        while True:
            signal.pause()
    return 0
    """
    assert ended(guarded(body))[0] == 0


def test_P05_S26_a_stopped_child_is_killed(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    body = f"""
    beat()
    if not os.path.exists({str(mark)!r}):
        open({str(mark)!r}, "w").close()
        os.kill(os.getpid(), signal.SIGSTOP)
    return 0
    """
    assert ended(guarded(body))[0] == 0


def test_an_exception_in_the_child_is_printed_once_and_tried_again(
    tmp_path: Path,
) -> None:
    mark = tmp_path / "mark"
    body = f"""
    beat()
    if not os.path.exists({str(mark)!r}):
        open({str(mark)!r}, "w").close()
        raise RuntimeError("once")
    return 0
    """
    code, _, err = ended(guarded(body))
    assert code == 0
    assert err.count("RuntimeError: once") == 1


def test_stopping_the_guard_stops_the_child() -> None:
    process = guarded(
        "print(os.getpid(), flush=True)\nwhile True: beat(); time.sleep(.1)"
    )
    assert process.stdout is not None
    child = psutil.Process(int(process.stdout.readline()))
    process.send_signal(signal.SIGTERM)
    assert ended(process)[0] == 130
    assert not child.is_running()


@pytest.mark.parametrize("late", ["after_in_parent", "before"])
def test_a_stop_that_comes_while_the_child_begins_stops_it(late: str) -> None:
    """The guard is told before it knows whom it forked, or before it forked at all."""
    tells = "os.kill(os.getpid(), signal.SIGTERM)"
    process = guarded(
        "while True: beat(); time.sleep(.05)",
        f"os.register_at_fork({late}=lambda: {tells})",
    )
    assert ended(process)[0] == 130


def test_a_child_that_will_not_stop_is_killed() -> None:
    body = """
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    beat()
    print(os.getpid(), flush=True)
    signal.pause()
    signal.pause()
    """
    process = guarded(body)
    assert process.stdout is not None
    child = psutil.Process(int(process.stdout.readline()))
    process.send_signal(signal.SIGTERM)
    assert ended(process)[0] == 130
    assert not child.is_running()


def test_a_child_without_a_guard_ends_itself() -> None:
    body = "print(os.getpid(), flush=True)\nwhile True: beat(); time.sleep(.05)"
    process = guarded(body)
    assert process.stdout is not None
    child = psutil.Process(int(process.stdout.readline()))
    process.kill()
    gone, _ = psutil.wait_procs([child], timeout=20)
    assert gone or child.status() == psutil.STATUS_ZOMBIE
    process.communicate(timeout=10)


def test_the_guard_loads_nothing_but_the_standard_library() -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); import agent.session.app;"
        "print(sorted(m.split('.')[0] for m in sys.modules if m.split('.')[0] in "
        "{'PySide6','msgspec','PIL','cryptography','protocol','consent'}))"
    )
    out = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True
    )
    assert out.stdout.strip() == "[]"
