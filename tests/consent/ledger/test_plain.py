# SPDX-License-Identifier: GPL-3.0-or-later
"""Every line has a sentence in every language, and no sentence blames for a gap."""

import pytest

from consent.documents.fields import Lang
from consent.ledger import kinds, plain
from consent.ledger.chain import Sealed
from consent.ledger.draft import Line
from consent.ledger.entry import EntryBody, body_bytes, parse_body
from consent.ledger.kinds import Chain, Kind
from consent.lifecycle import ConsentState
from tests.consent.ledger.test_entry import COMMON, EXAMPLES, NAMES, written
from tests.fakes.lines import Example, consent_fields
from tests.fakes.records import close_fields, refused_fields

BLAME = ("leraar", "juf", "teacher", "prof", "fout", "schuld", "fault", "gewist")


def entry_of(kind: Kind, **changed: object) -> EntryBody:
    chain, _, fields = next(e for e in EXAMPLES if e[1] is kind)
    return parse_body(body_bytes(chain, kind, COMMON, fields | changed))


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("example", EXAMPLES, ids=NAMES)
def test_R30_every_line_has_a_sentence(example: Example, lang: Lang) -> None:
    said = plain.sentence(parse_body(written(example)), lang)
    assert said.endswith((".", ")"))
    assert said[0].isupper()
    assert "{" not in said
    assert len(said) <= 400


@pytest.mark.parametrize("lang", list(Lang))
def test_every_value_of_every_list_has_words(lang: Lang) -> None:
    for cause in kinds.CAUSES:
        assert plain.sentence(entry_of(Kind.CAUSE, cause=cause), lang)
    for reason in kinds.REASONS:
        fields = refused_fields(reason=reason)
        assert plain.sentence(entry_of(Kind.REFUSED, **fields), lang)
    for state in ConsentState:
        fields = consent_fields(state=state.value)
        assert plain.sentence(entry_of(Kind.CONSENT, **fields), lang)
    for purpose in ("overview", "view", "show", "attention", "share"):
        opened = entry_of(Kind.OPEN, purpose=purpose)
        assert plain.sentence(opened, lang)
        assert plain.sentence(opened, lang, other=entry_of(Kind.CLOSE))
    for who in ("pupil", "guardian", "dpo"):
        assert plain.sentence(entry_of(Kind.LOG_READ, by=who), lang)
    for who in ("pupil", "dpo"):
        assert plain.sentence(entry_of(Kind.HOLD, by=who), lang)
        assert plain.sentence(entry_of(Kind.REDACT, by=who), lang)
    for what in ("stepped", "implausible", "agreed"):
        assert plain.sentence(entry_of(Kind.CLOCK, what=what), lang)
    for outcome in ("taken", "refused"):
        assert plain.sentence(entry_of(Kind.PAPER, outcome=outcome), lang)
    for how in ("offer", "preview"):
        assert plain.sentence(entry_of(Kind.SAID_YES, how=how), lang)


def test_a_look_says_who_what_how_long_and_why() -> None:
    opened = entry_of(Kind.OPEN, reason="even kijken")
    said = plain.sentence(
        opened, Lang.NL, other=entry_of(Kind.CLOSE), reasons={"help": "ik help"}
    )
    assert said == (
        "Juf An zag 30 seconden je scherm, groot. Waarom: ik help, even kijken."
    )


def test_a_look_that_runs_has_no_length_yet() -> None:
    opened = entry_of(Kind.OPEN, reason_code="")
    assert plain.sentence(opened, Lang.EN) == (
        "Juf An began to look: your screen, large."
    )


def test_a_reason_the_charter_no_longer_has_is_shown_as_it_stands() -> None:
    assert plain.sentence(entry_of(Kind.OPEN), Lang.NL).endswith("Waarom: help.")


def test_the_end_names_the_teacher_only_when_the_teacher_ended_it() -> None:
    opened = entry_of(Kind.OPEN)
    by_teacher, by_bell = entry_of(Kind.CLOSE), entry_of(Kind.CLOSE, end="bell")
    assert plain.sentence(by_teacher, Lang.NL, other=opened) == (
        "Juf An stopte na 30 seconden."
    )
    assert plain.sentence(by_teacher, Lang.NL) == "Dat stopte na 30 seconden."
    assert plain.sentence(by_bell, Lang.NL, other=opened) == (
        "Dat stopte na 30 seconden."
    )


@pytest.mark.parametrize("lang", list(Lang))
def test_a_gap_blames_nobody(lang: Lang) -> None:
    for gap in (entry_of(Kind.GAP), entry_of(Kind.GAP, to=1)):
        said = plain.sentence(gap, lang).lower()
        assert not [word for word in BLAME if word in said]


def test_what_was_erased_says_so() -> None:
    assert plain.sentence(None, Lang.NL) == "De tekst van deze regel is gewist."


def test_a_note_names_its_line_when_it_has_one() -> None:
    assert "1" in plain.sentence(entry_of(Kind.NOTE, text="x."), Lang.NL)
    assert plain.sentence(entry_of(Kind.NOTE, about=0, text="x."), Lang.NL) == (
        "Opmerking: x."
    )


def test_many_refusals_are_one_number() -> None:
    fields = refused_fields(count=9_999)
    assert plain.sentence(entry_of(Kind.REFUSED, **fields), Lang.NL) == (
        "Je scherm, groot: dat werd 9999 keer gevraagd. "
        "Het mocht niet, omdat jij niet meedoet."
    )


def test_pauses_say_why() -> None:
    def said(what: str, why: str) -> str:
        return plain.sentence(entry_of(Kind.PAUSE, what=what, why=why), Lang.NL)

    assert said("on", "pupil") == "Je koos even privé."
    assert "begon opnieuw" in said("on", "unclean_start")
    assert said("off", "pupil") == "Even privé is voorbij."


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 seconden"),
        (1, "1 seconde"),
        (59, "59 seconden"),
        (60, "1 minuut"),
        (119, "2 minuten"),
        (600, "10 minuten"),
    ],
)
def test_lengths_are_short(seconds: int, said: str) -> None:
    assert plain.duration(seconds, Lang.NL) == said


def a_line(n: int, entry: EntryBody | None) -> Line:
    chain = entry.chain if entry else Chain.OWN
    sealed = Sealed(chain, n, None, None, b"", b"", b"", b"")
    return Line(n, sealed, entry, None, None)


def test_a_page_pairs_its_looks() -> None:
    opened = entry_of(Kind.OPEN)
    seq = opened.common.seq
    closed = entry_of(Kind.CLOSE, **close_fields(seq))
    own = entry_of(Kind.CAUSE, open_seq=seq, cause="withdrawn")
    page = [a_line(n, e) for n, e in enumerate((None, own, closed, opened), 1)]
    assert plain.sentences(page, Lang.NL) == [
        "De tekst van deze regel is gewist.",
        "Het stopte omdat jij dat koos.",
        "Juf An stopte na 30 seconden.",
        "Juf An zag 30 seconden je scherm, groot. Waarom: help.",
    ]


def test_a_page_may_be_told_of_an_older_open() -> None:
    closed = entry_of(Kind.CLOSE, **close_fields(1))
    page = [a_line(9, closed)]
    opens = {1: entry_of(Kind.OPEN)}
    assert plain.sentences(page, Lang.NL, opens=opens) == [
        "Juf An stopte na 30 seconden."
    ]


def test_what_a_teacher_wrote_cannot_open_a_format() -> None:
    said = plain.sentence(entry_of(Kind.SHARE, text="{0.__class__} {who}."), Lang.NL)
    assert said == "Juf An stuurde een bericht: {0.__class__} {who}."
