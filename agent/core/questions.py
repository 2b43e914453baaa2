# SPDX-License-Identifier: GPL-3.0-or-later
"""The one question per purpose and school year; never asked by a teacher.

Source: docs/spec/consent.md "Rules"; docs/spec/indicator.md "The question".
"""

from dataclasses import replace
from typing import Final

from agent.core import choices, possible, record, wordings
from agent.core.commands import SendLocal
from agent.core.laptop import Laptop, Outcome, QuestionFacts
from agent.core.memory import KeptChoice
from consent.ledger.kinds import Kind
from consent.lifecycle import Answer, ConsentEvent, next_state
from consent.method import Method
from consent.purpose import Purpose
from consent.wording.notice import notice_hash
from protocol.messages import local

ANSWER_WITHIN_S: Final = 60.0


def tick(laptop: Laptop) -> None:
    """Close a question nobody answered; ask the next one that is due."""
    question = laptop.question
    if question is not None and question.notice not in wordings.hashes(
        laptop, question.purpose
    ):
        _close(laptop, question.purpose, ConsentEvent.RULES_CHANGED)
        question = None
    if question is not None and laptop.now.boot_s >= question.until_s:
        _close(laptop, question.purpose, ConsentEvent.PUPIL_SAID_LATER)
    if laptop.question is None and not laptop.asking and _may_ask(laptop):
        _ask_next(laptop)


def session_gone(laptop: Laptop) -> None:
    """Count an open question as later: nobody can answer it now."""
    if laptop.question is not None:
        _close(laptop, laptop.question.purpose, ConsentEvent.PUPIL_SAID_LATER)


def _close(laptop: Laptop, purpose: Purpose, event: ConsentEvent) -> None:
    laptop.question = None
    is_ours = event is ConsentEvent.RULES_CHANGED
    method = Method.SYSTEM_POLICY_CHANGE if is_ours else Method.AGENT_DIALOG
    choices.refuse(laptop, ((laptop.klass, purpose),), event, method, 0)


def _may_ask(laptop: Laptop) -> bool:
    session = laptop.session
    return (
        laptop.lesson is not None
        and laptop.ledger_ok
        and laptop.clock_ok
        and session is not None
        and laptop.session_ok
        and session.proof_ok
        and not session.locked
        and not laptop.lock.is_up
        and not laptop.look.is_open
        and not laptop.paused
    )


def _ask_next(laptop: Laptop) -> None:
    for purpose in choices.IN_ORDER:
        notice = wordings.question(laptop, purpose)
        if notice is not None and _is_due(laptop, purpose):
            _ask(laptop, purpose, notice)
            return


def _is_due(laptop: Laptop, purpose: Purpose) -> bool:
    kept = laptop.choices.get((laptop.klass, purpose), KeptChoice())
    if not possible.is_possible(
        laptop, purpose
    ) or kept.asked_year == possible.school_year(laptop):
        return False
    return not isinstance(
        next_state(kept.state, ConsentEvent.QUESTION_DUE, new_year=True), Answer
    )


def _ask(laptop: Laptop, purpose: Purpose, notice: local.Notice) -> None:
    """Write that it is asked, then ask: a crash between the two asks nobody twice."""
    laptop.asking = True
    sha256 = notice_hash(notice.text)
    drafts = [record.own(Kind.ASKED, {"purpose": purpose.value})]
    if sha256 not in laptop.notices:
        shown = {"notice": sha256, "lang": laptop.lang.value}
        drafts.insert(0, record.own(Kind.NOTICE, shown))

    def then(outcome: Outcome) -> None:
        laptop.asking = False
        if outcome.line is not None:
            laptop.notices.add(sha256)
            _asked(laptop, purpose, notice)

    record.append(laptop, *drafts, then=then)


def _asked(laptop: Laptop, purpose: Purpose, notice: local.Notice) -> None:
    key = (laptop.klass, purpose)
    kept = laptop.choices.get(key, KeptChoice())
    state = next_state(kept.state, ConsentEvent.QUESTION_DUE, new_year=True)
    if isinstance(state, Answer):
        return
    laptop.choices[key] = replace(
        kept,
        state=state,
        asked_year=possible.school_year(laptop),
        method=Method.AGENT_DIALOG,
    )
    laptop.question = QuestionFacts(
        purpose, notice_hash(notice.text), laptop.now.boot_s + ANSWER_WITHIN_S
    )
    laptop.do(SendLocal(local.Question(local.Looks[purpose.name], notice)))
