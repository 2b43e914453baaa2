# SPDX-License-Identifier: GPL-3.0-or-later
"""inzage-session: the pupil's side, in the pupil's own graphical session.

Until the guard has forked, only the standard library is loaded here.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from agent.session.guard import Beat, Guard

if TYPE_CHECKING:
    from agent.session.clicks import Store
    from agent.session.qt.script_diary import ScriptDiary
    from agent.session.script_lines import Script

PLATFORMS = ("auto", "x11", "mss", "synthetic")
WRONG_USE = 2
MACHINE_LACKS = 3
KEY_NAME = "pupil.key"
NEW_QT = (6, 12)  # it loses references, and so its life, on an older Python
FIRST_PYTHON_FOR_NEW_QT = (3, 12)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the session under its guard; give the exit code."""
    chosen = _parser().parse_args(arguments)
    if chosen.version:
        from consent.version import words  # noqa: PLC0415 -- nothing is forked then

        print(words())
        return 0
    return Guard(lambda beat: _child(chosen, beat)).run()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="inzage-session",
        description="Het oogje van de leerling: toont wie meekijkt, en waarom.",
    )
    parser.add_argument("--version", action="store_true")
    parser.add_argument("--socket", type=Path, default=_socket(), metavar="P")
    parser.add_argument("--platform", choices=PLATFORMS, default="auto")
    parser.add_argument("--profile", type=Path, default=None, metavar="D")
    parser.add_argument(
        "--script", type=Path, default=None, metavar="F", help="demo school only"
    )
    return parser


def _socket() -> Path:
    place = "/var/run" if sys.platform == "darwin" else "/run"
    return Path(place) / "inzage" / "session.sock"


def _child(chosen: argparse.Namespace, beat: Beat) -> int:
    """Load Qt and run; this is the process the guard watches."""
    if trouble := _unfit():
        return _give_up(trouble, MACHINE_LACKS)
    from agent.session.qt.run import Setup, leave, run  # noqa: PLC0415 -- after the fork
    from agent.session.script_lines import ScriptError  # noqa: PLC0415 -- (idem)
    from protocol.aio.clock import boottime  # noqa: PLC0415 -- (idem)

    try:
        script = _script(chosen.script)
    except (OSError, ScriptError) as error:
        return _give_up(str(error), WRONG_USE)
    profile = chosen.profile or _profile()
    public, sign = _key(profile)
    setup = Setup(
        socket=chosen.socket,
        platform=chosen.platform,
        profile=profile,
        script=script,
        diary=_diary(chosen.script),
        store=_store(profile),
        pupil_pub=public,
        sign=sign,
        clock=boottime,
        now_s=lambda: int(time.time()),
        say_aloud=lambda words: print(words, file=sys.stderr),
        leave=leave,
    )
    return run(setup, beat)


def _give_up(words: str, code: int) -> int:
    print(words, file=sys.stderr)
    return code


def _unfit() -> str:
    """Say why this machine cannot run the session, or ""."""
    from importlib.metadata import version  # noqa: PLC0415 -- after the fork

    qt = tuple(int(part) for part in version("PySide6-Essentials").split(".")[:2])
    if sys.version_info < FIRST_PYTHON_FOR_NEW_QT and qt >= NEW_QT:
        return (
            "PySide6 6.12 breaks on this Python. "
            "Install: pip install 'PySide6-Essentials<6.12'"
        )
    return ""


def _script(path: Path | None) -> "Script | None":
    from agent.session.script_lines import Script, parse  # noqa: PLC0415 -- (idem)

    if path is None:
        return None
    return Script(parse(path.read_text(encoding="utf-8")))


def _diary(script: Path | None) -> "ScriptDiary | None":
    from agent.session.qt.script_diary import ScriptDiary  # noqa: PLC0415 -- (idem)

    return None if script is None else ScriptDiary(script, time.time)


def _profile() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415 -- after the fork

    name = "inzage" if sys.platform == "linux" else "Inzage"
    return user_data_path(name, appauthor=False)


def _key(profile: Path) -> tuple[bytes, Callable[[bytes], bytes]]:
    """Load the pupil's key, or make it on the first run.

    A profile that cannot be written gets a key for this run alone: its yes is then
    no older than the session, and a no needs no key.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PrivateKey,
    )

    from consent.store.keys import (  # noqa: PLC0415 -- after the fork
        KeyFileError,
        load_ed25519,
        raw_public,
        save_key,
    )

    path = profile / KEY_NAME
    try:
        if not path.exists():
            save_key(path, Ed25519PrivateKey.generate())
        key = load_ed25519(path)
    except (OSError, KeyFileError):
        key = Ed25519PrivateKey.generate()
    return raw_public(key), key.sign


def _store(profile: Path) -> "Store":
    """Give where a no lies until the daemon has it."""
    from agent.session.clicks import Unkept  # noqa: PLC0415 -- after the fork
    from consent.store.second_no import SecondNo  # noqa: PLC0415 -- (idem)

    try:
        return SecondNo(profile / "second-no")
    except OSError:
        return Unkept()


if __name__ == "__main__":
    sys.exit(main())
