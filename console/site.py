# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything one console works with, opened before the window is there."""

from dataclasses import dataclass

from consent.ledger.errors import LedgerError
from consent.store.console_ledger import ConsoleLedger
from consent.store.keys import raw_public
from console.browse import Finder
from console.core.classroom import Classroom
from console.core.ports import Screen
from console.core.share import Share
from console.core.words import words
from console.desk import Desk
from console.errors import ConsoleError, NotSetUpError
from console.identity import Identity
from console.ledger.outbox import Outbox
from console.ledger.record import Record
from console.moments import Clocks, SystemChance
from console.papers import Papers
from console.settings import Settings, State, read_root
from protocol.constants import CONSOLE_PORT


@dataclass(frozen=True, slots=True)
class Site:
    """Keys, papers, record, outbox and clocks of one teacher on one computer."""

    state: State
    settings: Settings
    identity: Identity
    papers: Papers
    record: Record
    outbox: Outbox
    clocks: Clocks

    @property
    def teacher_id(self) -> str:
        """The teacher's id, as the class sheet names it."""
        return self.identity.own.id.hex()

    @property
    def is_demo(self) -> bool:
        """Say whether this is a throw-away school."""
        trust = self.papers.shelf.trust
        return trust is not None and trust.is_demo

    def desk(self, screen: Screen) -> Desk:
        """Make the desk over a fresh classroom."""
        language = self.settings.language
        return Desk(
            screen=screen,
            classroom=Classroom(SystemChance(), words(language)),
            record=self.record,
            outbox=self.outbox,
            papers=self.papers,
            clocks=self.clocks,
            language=language,
        )

    def finder(self, desk: Desk, port: int = CONSOLE_PORT) -> Finder:
        """Make the finder for a desk; the port is for laptops that dial us."""
        return Finder(
            desk=desk,
            identity=self.identity,
            state=self.state,
            papers=self.papers,
            record=self.record,
            clocks=self.clocks,
            port=port,
        )

    def recalled(self) -> tuple[Share, ...]:
        """Give what an earlier run could not deliver."""
        try:
            return self.outbox.recall(int(self.clocks.wall().timestamp()))
        except LedgerError:
            return ()

    def close(self) -> None:
        """Close the files."""
        self.record.close()
        self.outbox.close()


def open_site(
    state: State, settings: Settings, identity: Identity, clocks: Clocks
) -> Site:
    """Open papers, record and outbox.

    Raises:
        NotSetUpError: there are no papers of a school here.
        ConsoleError: a file cannot be opened.
    """
    papers = Papers(read_root(state), state.papers, identity.own.id.hex())
    papers.restore(clocks.wall())
    trust = papers.shelf.trust
    if trust is None:
        raise NotSetUpError(
            f"There are no papers of a school in {state.papers} yet."
            " Read in what the office gave with `inzage-console import BUNDLE`."
        )
    key = identity.sign_key
    try:
        ledger = ConsoleLedger(state.ledger, key.sign, raw_public(key))
        outbox = Outbox(state)
    except LedgerError as error:
        raise ConsoleError(f"{state.folder}: {error}") from error
    record = Record(ledger, identity.own, key, trust.school, trust.zone)
    own = identity.own
    record.heads.remember(own.fingerprint.hex(), own.id.hex(), identity.certificate_der)
    return Site(state, settings, identity, papers, record, outbox, clocks)
