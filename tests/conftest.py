# SPDX-License-Identifier: GPL-3.0-or-later
"""What every test gets: no screen unless asked, and nothing left behind unread."""

import logging
import os
import sys
import threading
from collections.abc import Iterator

import pytest
from hypothesis import settings

# Before Qt is imported. A test of real windows starts a process of its own.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_ACCESSIBILITY"] = "0"

# A shared machine is slow by turns; a slow example is not a wrong one.
settings.register_profile("inzage", deadline=None, derandomize=True, database=None)
settings.load_profile("inzage")

THREAD_MAY_LINGER_S = 2.0


@pytest.fixture(autouse=True)
def _no_unread_warning(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on any logged warning; a test that expects one calls caplog.clear()."""
    yield
    found = [
        record
        for when in ("setup", "call")
        for record in caplog.get_records(when)
        if record.levelno >= logging.WARNING
    ]
    if found:
        lines = "\n".join(f"{r.name}: {r.getMessage()}" for r in found)
        pytest.fail(f"Logged and not expected:\n{lines}", pytrace=False)


@pytest.fixture(autouse=True)
def _no_changed_limit() -> Iterator[None]:
    """Fail when a test limits this process; it would kill the run much later."""
    if sys.platform == "win32":
        yield
        return
    import resource  # noqa: PLC0415 -- absent on Windows

    kinds = [kind for kind in dir(resource) if kind.startswith("RLIMIT_")]
    before = {kind: resource.getrlimit(getattr(resource, kind)) for kind in kinds}
    yield
    for kind, limits in before.items():
        if resource.getrlimit(getattr(resource, kind)) != limits:
            resource.setrlimit(getattr(resource, kind), limits)
            pytest.fail(f"Left changed: {kind}", pytrace=False)


@pytest.fixture(autouse=True)
def _no_dangling_thread() -> Iterator[None]:
    """Fail when a test leaves a thread of its own running."""
    before = set(threading.enumerate())
    yield
    left = [
        thread
        for thread in set(threading.enumerate()) - before
        if not isinstance(thread, threading._DummyThread)  # noqa: SLF001 -- Qt's own
    ]
    for thread in left:
        thread.join(THREAD_MAY_LINGER_S)
    if any(thread.is_alive() for thread in left):
        pytest.fail(f"Left running: {left}", pytrace=False)
