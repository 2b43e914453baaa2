# SPDX-License-Identifier: GPL-3.0-or-later
"""What an admin has the service do: a file laid in its folder, an answer beside it.

The service alone has the ledger, so a command lays what it wants and only waits.

Source: docs/spec/ledger.md "The DPO"; docs/rights.md R-34, R-37.
"""

import asyncio
import errno
import logging
import os
import secrets
import stat
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from agent.core.laptop import Laptop
from agent.daemon.folder_news import FolderNews
from agent.daemon.trouble import DaemonError, Exit
from consent.errors import ConsentError
from consent.store.files import write_over

LOG = logging.getLogger("inzage.errands")
ORDER: Final = ".order"
HEADS: Final = ".heads"
PACK: Final = ".zip"
DONE: Final = ".done"
NO: Final = ".no"
ANSWERS: Final = (PACK, DONE, NO)
HALF: Final = ".new"  # what was being written when something stopped
READ_BYTES: Final = 8_192  # more than the longest order: that is refused as no order
WAITS_S: Final = 20.0  # the service looks each 10 to 12 s
LOOKS_EACH_S: Final = 0.25
_READ: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)

Doing = Callable[[Laptop, bytes], bytes | None]
"""Does one errand: gives a pack, or None when there is nothing to give."""


class Errands:
    """The folder: who lays what there has it done."""

    def __init__(
        self,
        folder: Path,
        doing: Mapping[str, Doing],
        wall: Callable[[], datetime],
    ) -> None:
        """Say what is done here.

        Args:
            folder: where errands come and answers go; the service's own.
            doing: what does an errand, by the ending of its file.
            wall: the time of day.
        """
        self._folder = folder
        self._doing = doing
        self._lying: set[Path] = set()  # answers that the look before saw too
        self._news = FolderNews(folder, wall)
        self._was_empty = False
        self.is_more = False  # more lies there than one look does

    def prepare(self) -> None:
        """Make the folder; an answer nobody fetched does not lie about."""
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            LOG.warning("no place for the DPO's orders: %s", error)
        for old in self._files():
            _drop(old)

    def look(self, laptop: Laptop) -> None:
        """Do the first errand there is, once; what is refused is answered with why.

        One at a look: a pack of a long list takes its time, and the pupil's click waits
        behind it.
        """
        is_news = self._news.is_there()
        if self._was_empty and not is_news:
            return
        there = self._files()
        self._was_empty = not there
        self._drop_unfetched(there)
        errands = [file for file in there if file.suffix in self._doing]
        self.is_more = len(errands) > 1
        for errand in errands:
            if self._do(laptop, errand):
                return

    def _do(self, laptop: Laptop, file: Path) -> bool:
        """Do an errand; say whether it was: what cannot be taken holds up no other."""
        try:
            data = _taken(file)
        except OSError as error:
            LOG.warning("an errand could not be read: %s", error)
            _drop(file)
            return False
        ending, answer = self._answer(laptop, file.suffix, data)
        try:
            write_over(file.with_suffix(ending), answer)
        except OSError as error:
            LOG.warning("an answer could not be written: %s", error)
            why = (
                f"{self._folder}: {error.strerror}. Make room, and bring it again; an "
                "order to read is good once, so first ask the DPO for a new one."
            )
            with suppress(OSError):  # who brought it is told to look for room
                write_over(file.with_suffix(NO), why.encode("utf-8"))
        return True

    def _answer(self, laptop: Laptop, kind: str, data: bytes) -> tuple[str, bytes]:
        try:
            answer = self._doing[kind](laptop, data)
        except (ConsentError, ValueError) as error:  # also: more than a pack holds
            LOG.info("an errand was refused: %s", error)
            return NO, str(error).encode("utf-8")
        return (DONE, b"") if answer is None else (PACK, answer)

    def _drop_unfetched(self, files: list[Path]) -> None:
        """Let no answer lie: who brought its errand fetches it before the next look."""
        there = {file for file in files if file.suffix in (*ANSWERS, HALF)}
        for file in there & self._lying:
            _drop(file)
        self._lying = there - self._lying

    def _files(self) -> list[Path]:
        """Give what lies there in the order of its names; a bad disk ends nothing."""
        try:
            return sorted(self._folder.iterdir())
        except FileNotFoundError:
            return []
        except OSError as error:
            LOG.warning("the folder of the DPO's orders cannot be read: %s", error)
            self._news.forget()
            return []


async def bring(folder: Path, errand: bytes, kind: str = ORDER) -> tuple[str, bytes]:
    """Lay an errand before the running service; give the ending and the answer.

    Args:
        folder: the service's own.
        errand: what is asked.
        kind: ORDER, or HEADS for the signed heads of teachers' trees.

    Raises:
        DaemonError: the folder is not there, or the service does not answer.
    """
    place = folder / f"{secrets.token_hex(8)}{kind}"
    try:
        write_over(place, errand)
        async with asyncio.timeout(WAITS_S):
            return await _fetched(place)
    except TimeoutError as error:
        raise DaemonError(
            "The service does not answer. Start it: systemctl start inzage-agentd. "
            f"If it runs, see whether there is room on the disk: df {folder}.",
            Exit.NOT_SET_UP,
        ) from error
    except FileNotFoundError as error:
        raise DaemonError(
            f"This laptop is not enrolled, or its service never ran: {folder} is not "
            "there. Type: inzage-agentd enrol TOKEN, then: "
            "systemctl start inzage-agentd",
            Exit.NOT_SET_UP,
        ) from error
    except OSError as error:
        raise DaemonError(f"{folder}: {error.strerror}.", Exit.NOT_SET_UP) from error
    finally:
        with suppress(OSError):  # who goes away wants it no more
            place.unlink(missing_ok=True)


async def _fetched(place: Path) -> tuple[str, bytes]:
    """Wait for the answer, and take it away."""
    while True:
        for ending in ANSWERS:
            answer = place.with_suffix(ending)
            if answer.exists():
                data = answer.read_bytes()
                answer.unlink()
                return ending, data
        await asyncio.sleep(LOOKS_EACH_S)


def _taken(path: Path) -> bytes:
    """Give what a file holds, no more than an errand may be, and take it away.

    A link, a pipe and a folder are no errands.
    """
    with os.fdopen(os.open(path, _READ), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "this is no file", str(path))
        data = file.read(READ_BYTES)
    path.unlink()
    return data


def _drop(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        LOG.warning("it could not be taken away: %s", error)
