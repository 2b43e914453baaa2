# SPDX-License-Identifier: GPL-3.0-or-later
"""The disk's side of the core's commands: ledger lines, yes-files, lists and packs.

Each is done before it returns, and its outcome goes back as an event. Appending costs
about two milliseconds, so there is one writer and no queue.
"""

import logging
from collections.abc import Callable

from agent.core import commands as c
from agent.core import events as e
from agent.daemon.kept_choices import KeptChoices
from consent.ledger.chain import commit
from consent.ledger.draft import Context, Draft
from consent.ledger.errors import LedgerError
from consent.ledger.kinds import Chain, Kind
from consent.store.agent_ledger import AgentLedger

LOG = logging.getLogger("inzage.journal")
Tell = Callable[[e.Event], None]

Recorded = (
    c.Append
    | c.NoteRefused
    | c.FlushRefused
    | c.AppendGap
    | c.BeginEpoch
    | c.KeepGiven
    | c.KeepGivenProof
    | c.KeepProof
    | c.KeepCommandProof
    | c.KeepGrowth
    | c.KeepFork
    | c.KeepErased
    | c.PutAway
    | c.KeepCarried
    | c.DropCarried
    | c.CompareCopy
)
Chosen = c.StoreYes | c.StoreNo | c.StorePause | c.StoreResume


class Journal:
    """One ledger and one set of yes-files."""

    def __init__(self, ledger: AgentLedger, kept: KeptChoices, tell: Tell) -> None:
        """Join the parts.

        Args:
            ledger: the pupil's record.
            kept: the yes-files.
            tell: hears how each command ended.
        """
        self.ledger = ledger
        self._kept = kept
        self._tell = tell
        self.is_well = True

    def record(self, command: Recorded) -> None:
        """Do one thing in the ledger."""
        try:
            self._record(command)
        except LedgerError as fault:
            self._fault("the log could not be written")
            token = command.token if isinstance(command, c.Append) else 0
            self._tell(e.EntryFailed(token, fault.landed))

    def choose(self, command: Chosen) -> None:
        """Store one choice of the pupil."""
        try:
            self._choose(command)
        except LedgerError:
            self._fault("a choice could not be stored")
            self._tell(_not_kept(command))

    def try_again(self, context: Context) -> None:
        """After a fault: write that there was one; when that works, all is well."""
        if self.is_well:
            return
        trouble = Draft(Chain.OWN, Kind.TROUBLE, {"what": "ledger", "text": ""})
        try:
            self.ledger.append_all((trouble,), context)
        except LedgerError:
            return
        self.is_well = True
        LOG.info("the log works again")
        self._tell(e.LedgerMended())

    def _choose(self, command: Chosen) -> None:
        match command:
            case c.StoreYes():
                self._kept.say_yes(command)
                self._tell(e.YesKept(command.key, command.n))
            case c.StoreNo():
                failed = self._kept.say_no(command.keys)
                self._tell(
                    e.NoNotKept(tuple(failed)) if failed else e.NoKept(command.n)
                )
            case c.StorePause():
                self._kept.pause(command.until)
                self._tell(e.NoKept(command.n))
            case c.StoreResume():
                self._kept.resume()
                self._tell(e.ResumeKept(command.n))

    def _fault(self, what: str) -> None:
        if self.is_well:
            LOG.error("%s: nobody can look until it can", what)
        self.is_well = False

    def _record(self, command: Recorded) -> None:
        ledger = self.ledger
        match command:
            case c.Append():
                lines = ledger.append_all(command.drafts, command.context)
                self._tell(e.EntryWritten(command.token, lines))
            case c.NoteRefused(purpose, reason, teacher, context):
                ledger.refused(purpose, reason, teacher, context)
            case c.FlushRefused():
                ledger.flush_refused(command.context, command.lesson)
            case c.AppendGap():
                ledger.append_gap(command.teacher, command.context)
            case c.BeginEpoch():
                ledger.begin_epoch(command.epoch, command.known, command.context)
            case c.PutAway():
                ledger.put_away(command.offer.hex())
            case c.CompareCopy():
                self._compare(command)
            case _:
                self._keep_proven(command)

    def _keep_proven(
        self,
        command: (
            c.KeepProof
            | c.KeepCommandProof
            | c.KeepGrowth
            | c.KeepFork
            | c.KeepErased
            | c.KeepCarried
            | c.DropCarried
            | c.KeepGiven
            | c.KeepGivenProof
        ),
    ) -> None:
        ledger = self.ledger
        match command:
            case c.KeepProof():
                ledger.add_proof(command.seq, command.proof)
            case c.KeepCommandProof():
                ledger.add_command_proof(command.seq, command.salt, command.proof)
            case c.KeepGrowth():
                ledger.take_checkpoint(command.growth)
            case c.KeepFork():
                ledger.keep_fork(command.note)
            case c.KeepErased():
                ledger.erasure_done(command.sig)
            case c.KeepCarried():
                ledger.keep_carried(command.note, command.certificate)
            case c.KeepGiven():
                ledger.keep_given(command.lines, command.teacher, command.who)
            case c.KeepGivenProof():
                ledger.add_given_proof(command.seq, command.proof)
            case c.DropCarried():
                ledger.drop_carried(command.note)

    def _compare(self, command: c.CompareCopy) -> None:
        """Lay the console's copy beside our own; every line is looked at."""
        agrees, last_seq = True, 0
        for shown in command.entries:
            commitment = commit(shown.salt, shown.body)
            same = self.ledger.add_copy(shown.shared_seq, shown.leaf, commitment)
            agrees, last_seq = agrees and same, max(last_seq, shown.shared_seq)
        self._tell(e.CopyCompared(command.link, agrees, last_seq, command.last))


def _not_kept(command: Chosen) -> e.Event:
    match command:
        case c.StoreYes():
            return e.YesNotKept(command.key)
        case c.StoreNo():
            return e.NoNotKept(command.keys)
        case c.StorePause():
            return e.PauseNotKept(command.n)
        case c.StoreResume():
            return e.ResumeNotKept()
