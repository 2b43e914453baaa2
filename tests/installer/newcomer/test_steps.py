# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps run one after another, and stop as politely as they are asked."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from installer.newcomer.steps import Step, run, run_one


def python(code: str) -> Step:
    return ("python", "-c", code)


def test_the_code_is_that_of_the_first_that_fails(
    capfd: pytest.CaptureFixture[str],
) -> None:
    steps = [python("print(1)"), python("exit(7)"), python("print(3)")]
    assert run(steps, {}) == 7
    assert capfd.readouterr().out.split() == ["1"]


def test_all_going_well_is_zero() -> None:
    assert run([python("pass"), python("pass")], {}) == 0


def test_what_is_lent_is_in_the_environment() -> None:
    code = "import os; exit(os.environ['LENT'] != 'yes')"
    assert run_one(python(code), {"LENT": "yes"}) == 0


def test_no_module_is_found_in_the_folder_one_stands_in() -> None:
    assert run_one(python("import sys; exit(not sys.flags.safe_path)"), {}) == 0


# The program tells us to stop as soon as it stands; so nothing here waits a while.
TELLS_US = "import os, signal; os.kill(os.getppid(), signal.SIGUSR1); "
POLITE = f"""
import signal, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job ignores it
try:
    {TELLS_US}
    while True:  # signal.pause() waits for ever for one that came just before it
        time.sleep(0.01)
except KeyboardInterrupt:
    print("cleaned up", flush=True)
"""
DEAF = f"import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); {TELLS_US}"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")


@contextmanager
def on_usr1(stop: BaseException) -> Iterator[None]:
    """Stop us in that way when the program says so."""

    def handle(*_: object) -> None:
        raise stop

    before = signal.signal(signal.SIGUSR1, handle)
    yield
    signal.signal(signal.SIGUSR1, before)


def test_told_to_stop_it_lets_the_program_clean_up(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with on_usr1(SystemExit(143)), pytest.raises(SystemExit):
        run_one(python(POLITE), {})
    assert capfd.readouterr().out == "cleaned up\n"


def test_after_ctrl_c_the_program_ends_by_itself() -> None:
    with on_usr1(KeyboardInterrupt()), pytest.raises(KeyboardInterrupt):
        run_one(python(TELLS_US), {})


def test_a_program_that_does_not_listen_is_killed() -> None:
    with on_usr1(SystemExit(143)), pytest.raises(SystemExit):
        run_one(python(f"{DEAF} signal.pause()"), {}, goodbye_s=0.2)


def test_a_tests_own_programs_are_found_though_the_folder_is_not_searched() -> None:
    assert run_one(("python", "-c", "import tests.fakes"), {}) == 0
    assert run_one(("python", "-c", "import sys; sys.exit('' in sys.path)"), {}) == 0
