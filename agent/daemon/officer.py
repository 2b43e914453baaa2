# SPDX-License-Identifier: GPL-3.0-or-later
"""The DPO's orders: an admin lays one in a folder, the service carries it out.

The line comes first: when "the officer read your list" is not on disk, there is no
pack. The service alone writes the ledger, so the command only waits for its answer.

Source: docs/spec/ledger.md "The DPO"; docs/rights.md R-34, R-37.
"""

import asyncio
import logging
import secrets
from pathlib import Path
from typing import Final

from agent.core.laptop import Laptop
from agent.core.record import context
from agent.daemon.dpo_erasure import DpoErasure
from agent.daemon.own_list import OwnList
from agent.daemon.trouble import DaemonError, Exit
from consent.documents.signed import Signer
from consent.ledger import officer
from consent.ledger.draft import Draft
from consent.ledger.errors import RecordError
from consent.ledger.kinds import Chain, Kind
from consent.ledger.officer import OfficerError, OfficerOrder, Wish
from consent.store.agent_ledger import AgentLedger

LOG = logging.getLogger("inzage.officer")
ORDER: Final = ".order"
HEADS: Final = ".heads"
PACK: Final = ".zip"
DONE: Final = ".done"
NO: Final = ".no"
ANSWERS: Final = (PACK, DONE, NO)
NOTES_READ: Final = 1_000
WAITS_S: Final = 20.0  # the service looks each 5 s
LOOKS_EACH_S: Final = 0.25


class Officer:
    """Carries out what lies in the folder."""

    def __init__(self, folder: Path, ledger: AgentLedger, own_list: OwnList) -> None:
        """Join the parts.

        Args:
            folder: where orders come and answers go; the service's own.
            ledger: the pupil's record.
            own_list: makes the pack.
        """
        self._folder = folder
        self._ledger = ledger
        self._list = own_list
        self._erasure = DpoErasure(ledger)
        self._lying: set[Path] = set()  # answers that the look before saw too

    def prepare(self) -> None:
        """Make the folder; an answer nobody fetched does not lie about."""
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            for old in self._folder.iterdir():
                old.unlink()
        except OSError as error:
            LOG.warning("no place for the DPO's orders: %s", error)

    def look(self, laptop: Laptop) -> None:
        """Carry out each order once; what is refused is answered with why."""
        if not self._folder.is_dir():
            return
        self._drop_unfetched()
        for file in sorted(self._folder.iterdir()):
            if file.suffix not in (ORDER, HEADS):
                continue
            try:
                data = file.read_bytes()
                file.unlink()
                give = self._heads if file.suffix == HEADS else self._answer
                ending, answer = give(laptop, data)
                _put(file.with_suffix(ending), answer)
            except OSError as error:
                LOG.warning("an order could not be read or answered: %s", error)

    def _drop_unfetched(self) -> None:
        """Let no answer lie: who brought its order fetches it before the next look."""
        there = {file for file in self._folder.iterdir() if file.suffix in ANSWERS}
        for file in there & self._lying:
            try:
                file.unlink(missing_ok=True)
            except OSError as error:
                LOG.warning("an answer could not be taken away: %s", error)
        self._lying = there - self._lying

    def _heads(self, laptop: Laptop, _: bytes) -> tuple[str, bytes]:
        """Give the heads of teachers' trees; nothing of the pupil's list."""
        try:
            return PACK, self._list.heads(laptop)
        except RecordError as error:
            return NO, str(error).encode("utf-8")

    def _answer(self, laptop: Laptop, data: bytes) -> tuple[str, bytes]:
        try:
            order = self._read(laptop, data)
            match order.wish:
                case Wish.READ:
                    return PACK, self._pack(laptop)
                case Wish.NOTE:
                    self._note(laptop, order)
                case Wish.ERASE:
                    self._erasure.announce(laptop, order, data)
            return DONE, b""
        except RecordError as error:
            LOG.info("an order of the DPO was refused: %s", error)
            return NO, str(error).encode("utf-8")

    def _read(self, laptop: Laptop, data: bytes) -> OfficerOrder:
        trust = laptop.shelf.trust
        if trust is None or not laptop.clock_ok:
            raise OfficerError("This laptop has no papers, or no clock to go by.")
        return officer.read(
            data,
            dpo_key=trust.key_of(Signer.DPO),
            school=trust.school,
            device=laptop.me.device,
            now=laptop.now.wall,
        )

    def _pack(self, laptop: Laptop) -> bytes:
        fields = {
            "by": "dpo",
            "from": 0,
            "to": self._ledger.last_seq(Chain.SHARED),
        }
        self._ledger.append(Chain.OWN, Kind.LOG_READ, fields, context(laptop))
        return self._list.pack(laptop)

    def _note(self, laptop: Laptop, order: OfficerOrder) -> None:
        """Write the note beside the line, once, however often it is brought."""
        note = {"about": order.about, "text": order.text}
        if order.about > self._ledger.last_seq(Chain.SHARED):
            raise OfficerError("There is no such line yet.")
        notes = self._ledger.newest(Chain.SHARED, Kind.NOTE, NOTES_READ)
        if any(line.entry and dict(line.entry.fields) == note for line in notes):
            return
        draft = Draft(Chain.SHARED, Kind.NOTE, note)
        self._ledger.append_all((draft,), context(laptop))


async def bring(folder: Path, order: bytes, kind: str = ORDER) -> tuple[str, bytes]:
    """Lay an order before the running service; give the ending and the answer.

    Args:
        folder: the service's own.
        order: what is asked.
        kind: ORDER, or HEADS for the signed heads of teachers' trees.

    Raises:
        DaemonError: the folder is not there, or the service does not answer.
    """
    place = folder / f"{secrets.token_hex(8)}{kind}"
    try:
        _put(place, order)
        async with asyncio.timeout(WAITS_S):
            while True:
                for ending in ANSWERS:
                    answer = place.with_suffix(ending)
                    if answer.exists():
                        data = answer.read_bytes()
                        answer.unlink()
                        return ending, data
                await asyncio.sleep(LOOKS_EACH_S)
    except TimeoutError as error:
        place.unlink(missing_ok=True)
        raise DaemonError(
            "The service does not answer. Start it: systemctl start inzage-agentd.",
            Exit.NOT_SET_UP,
        ) from error
    except OSError as error:
        raise DaemonError(f"{folder}: {error.strerror}.", Exit.NOT_SET_UP) from error


def _put(path: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all."""
    new = path.with_name(path.name + ".new")
    new.write_bytes(data)
    new.replace(path)
