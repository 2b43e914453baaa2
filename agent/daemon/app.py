# SPDX-License-Identifier: GPL-3.0-or-later
"""inzage-agentd: the laptop's service. The composition root: clocks come in here."""

import argparse
import asyncio
import contextlib
import logging
import signal
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from agent.daemon import enrol, errands, identity, places, settings, status
from agent.daemon.daemon import Clocks, Daemon, Options
from agent.daemon.papers import Papers, import_folder
from agent.daemon.places import Places
from agent.daemon.trouble import DaemonError, Exit
from consent.ledger.officer import OfficerError, Wish, wish_of
from consent.shelf.shelf import Shelf
from consent.store.files import new_file, write_new
from consent.store.shelf_folder import ShelfFolder
from consent.version import ShowVersion
from protocol import constants as c
from protocol.aio.clock import boottime

SEEN: Final = "Done. The pupil sees in the list that the officer did this."
WAITS: Final = (
    "Done. The pupil reads it from now on. The words go after 14 days, unless the "
    "pupil has the list kept."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the service or one of its verbs; give the exit code."""
    chosen = _parser().parse_args(arguments)
    logging.basicConfig(
        level=logging.INFO, format="%(name)s: %(message)s", stream=sys.stderr
    )
    logging.getLogger("zeroconf").setLevel(logging.ERROR)
    try:
        return int(_run(chosen))
    except DaemonError as trouble:
        print(trouble, file=sys.stderr)
        return int(trouble.code)
    except KeyboardInterrupt:
        return int(Exit.STOPPED)


def _run(chosen: argparse.Namespace) -> Exit:
    where = Places(chosen.state)
    match chosen.verb:
        case "enrol":
            return _enrol(where, chosen)
        case "papers":
            return _import(where, chosen.folder)
        case "officer":
            return _officer(where, chosen.order, chosen.pack)
        case "heads":
            return _heads(where, chosen.file)
        case "status":
            print(status.text(where, _wall()))
            return Exit.GOOD
        case _:
            return asyncio.run(_serve(where, chosen))


def _officer(where: Places, order: Path, pack: Path | None) -> Exit:
    """Have the running service carry out an order of the DPO."""
    try:
        data = order.read_bytes()
        wish = wish_of(data)
        if wish is not Wish.READ:
            _brought(where, data)
        elif pack is None:
            raise DaemonError("Say where the list goes: PACK.", Exit.WRONG_USE)
        else:
            with new_file(pack) as file:  # before the pupil's list says it was read
                file.write(_brought(where, data))
    except OSError as error:
        raise _no_place(error) from error
    except OfficerError as error:
        raise DaemonError(f"{order}: {error}", Exit.WRONG_USE) from error
    print(WAITS if wish is Wish.ERASE else SEEN)
    return Exit.GOOD


def _brought(where: Places, order: bytes) -> bytes:
    ending, answer = asyncio.run(errands.bring(where.officer, order))
    if ending == errands.NO:
        raise DaemonError(answer.decode("utf-8", "replace"), Exit.REFUSED)
    return answer


def _no_place(error: OSError) -> DaemonError:
    """Say why a file that an admin named is not read or written."""
    why = f"{error.filename}: {error.strerror}."
    if isinstance(error, FileExistsError):
        why = (
            f"{error.filename} is there already, and nothing was written over it. "
            "Give another name, or take it away first."
        )
    return DaemonError(why, Exit.WRONG_USE)


def _heads(where: Places, file: Path) -> Exit:
    """Write the signed heads of teachers' trees that this laptop holds."""
    ending, answer = asyncio.run(errands.bring(where.officer, b"", errands.HEADS))
    if ending == errands.NO:
        raise DaemonError(answer.decode("utf-8", "replace"), Exit.MACHINE_LACKS)
    try:
        write_new(file, answer)
    except OSError as error:
        raise _no_place(error) from error
    print(f"{file}: lay it beside others with inzage-verify FOLDER.")
    return Exit.GOOD


async def _serve(where: Places, chosen: argparse.Namespace) -> Exit:
    enrolled = identity.load(where)
    held = settings.load(places.default_settings(where.state))
    address, port = _listen_on(chosen.listen)
    options = Options(chosen.socket, address, port, chosen.session_uid)
    daemon = Daemon(enrolled, held, options, Clocks(boottime, _wall))
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows
            loop.add_signal_handler(sign, stop.set)
    await daemon.run(stop)
    return Exit.GOOD


def _enrol(where: Places, chosen: argparse.Namespace) -> Exit:
    if chosen.ask is not None:
        print(enrol.write_ask(where, chosen.ask))
    elif chosen.accept is not None:
        enrol.accept_file(where, chosen.accept, chosen.root, _wall())
        _say_root(where)
    elif chosen.token is not None:
        print(asyncio.run(enrol.by_token(where, chosen.token, _wall())))
        _say_root(where)
    else:
        raise DaemonError(
            "Name a token file, or --ask F, or --accept F.", Exit.WRONG_USE
        )
    return Exit.GOOD


def _say_root(where: Places) -> None:
    root = identity.load(where).root_sha256
    print(f"School: {identity.fingerprint_words(root)}", file=sys.stderr)


def _import(where: Places, folder: Path) -> Exit:
    enrolled = identity.load(where)
    shelf = Shelf(
        enrolled.root_sha256, device=enrolled.device, seal_key=enrolled.seal_key
    )
    held = Papers(shelf, ShelfFolder(where.papers))
    held.restore(_wall())
    lines, faults = import_folder(held, folder, _wall())
    for line in lines:
        print(f"{line.kind} {line.serial}")
    for fault in faults:
        print(fault, file=sys.stderr)
    return Exit.NOT_GOOD if faults else Exit.GOOD


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="inzage-agentd",
        description="The service on a pupil's laptop: it decides who may look.",
    )
    parser.add_argument("--version", action=ShowVersion)
    _add_options(parser, default_state=places.default_state())
    parser.add_argument("--socket", type=Path, default=places.default_socket())
    parser.add_argument("--listen", default=f"0.0.0.0:{c.AGENT_PORT}", metavar="A:P")
    parser.add_argument("--session-uid", type=int, default=None, metavar="N")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    enrolling = verbs.add_parser("enrol", help="ask the office for a certificate")
    enrolling.add_argument("token", type=Path, nargs="?", metavar="TOKEN")
    enrolling.add_argument("--ask", type=Path, metavar="F")
    enrolling.add_argument("--accept", type=Path, metavar="F")
    enrolling.add_argument("--root", metavar="FP", help="as on the letter")
    _add_options(enrolling, default_state=argparse.SUPPRESS)
    papers = verbs.add_parser("papers", help="take papers from a folder")
    papers.add_argument("what", choices=("import",))
    papers.add_argument("folder", type=Path, metavar="D")
    _add_options(papers, default_state=argparse.SUPPRESS)
    officers = verbs.add_parser("officer", help="carry out an order of the DPO")
    officers.add_argument("order", type=Path, metavar="ORDER")
    officers.add_argument("pack", type=Path, nargs="?", metavar="PACK")
    _add_options(officers, default_state=argparse.SUPPRESS)
    heads = verbs.add_parser("heads", help="write the signed heads of teachers' lists")
    heads.add_argument("file", type=Path, metavar="FILE")
    _add_options(heads, default_state=argparse.SUPPRESS)
    telling = verbs.add_parser("status", help="say how things stand")
    _add_options(telling, default_state=argparse.SUPPRESS)
    return parser


def _add_options(parser: argparse.ArgumentParser, *, default_state: object) -> None:
    parser.add_argument("--state", type=Path, default=default_state, metavar="D")


def _listen_on(text: str) -> tuple[str, int]:
    address, colon, port = text.rpartition(":")
    if not colon or not port.isdecimal() or int(port) > c.U16_MAX:
        raise DaemonError(f"--listen {text!r} is not ADDRESS:PORT.", Exit.WRONG_USE)
    return address.strip("[]") or "0.0.0.0", int(port)  # noqa: S104 -- source_ok decides


def _wall() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    sys.exit(main())
