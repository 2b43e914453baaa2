# SPDX-License-Identifier: GPL-3.0-or-later
"""Every line has a sentence in every language, and no sentence blames for a gap."""

import re

import pytest

from consent.documents.fields import Lang
from consent.documents.signed import Kind as PaperKind
from consent.ledger import kinds, plain
from consent.ledger.chain import Sealed
from consent.ledger.draft import Line
from consent.ledger.entry import EntryBody, body_bytes, parse_body
from consent.ledger.kinds import Chain, Kind
from consent.lifecycle import ConsentState
from consent.purpose import Purpose
from tests.consent.ledger.test_entry import COMMON, EXAMPLES, NAMES, written
from tests.fakes.lines import Example
from tests.fakes.records import close_fields, refused_fields

BLAME = ("leraar", "juf", "teacher", "prof", "fout", "schuld", "fault", "gewist")


def entry_of(kind: Kind, **changed: object) -> EntryBody:
    chain, _, fields = next(e for e in EXAMPLES if e[1] is kind)
    return parse_body(body_bytes(chain, kind, COMMON, fields | changed))


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("example", EXAMPLES, ids=NAMES)
def test_R30_every_line_has_a_sentence(example: Example, lang: Lang) -> None:
    said = plain.sentence(parse_body(written(example)), lang)
    assert said.endswith((".", "”", "»"))
    assert said[0].isupper()
    assert "{" not in said
    assert len(said) <= 400


CHANGES: dict[Kind, list[dict[str, object]]] = {
    Kind.CAUSE: [{"cause": cause} for cause in kinds.CAUSES],
    Kind.REFUSED: [
        *({"reason": reason} for reason in kinds.REASONS),
        *({"purpose": purpose, "count": 2} for purpose in (*Purpose, "lesson")),
    ],
    Kind.CONSENT: [{"state": state.value} for state in ConsentState],
    Kind.LOG_READ: [
        {"by": who, **({"order": "0e" * 32} if who == "dpo" else {})}
        for who in kinds.LOOKED_BY
    ],
    Kind.HOLD: [{"by": who, "target": n} for who in kinds.ORDERED_BY for n in (0, 1)],
    Kind.REDACT: [{"by": who, "target": n} for who in kinds.ORDERED_BY for n in (0, 1)],
    Kind.CLOCK: [{"what": what} for what in ("stepped", "implausible", "agreed")],
    Kind.PAUSE: [
        {"what": what, "why": why}
        for what in ("on", "off")
        for why in ("pupil", "unclean_start", "slot_end")
    ],
    Kind.PAPER: [
        {"paper": paper.value, "outcome": outcome}
        for paper in PaperKind
        for outcome in ("taken", "refused")
    ],
    Kind.SAID_YES: [{"how": how} for how in ("offer", "preview")],
    Kind.TROUBLE: [{"what": what} for what in ("ledger", "other")],
}


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("kind", CHANGES)
def test_every_value_of_every_list_has_words(kind: Kind, lang: Lang) -> None:
    for changed in CHANGES[kind]:
        assert plain.sentence(entry_of(kind, **changed), lang)


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("purpose", list(Purpose))
@pytest.mark.parametrize("pictures", [0, 1])
def test_every_access_has_words_for_its_begin_and_every_end(
    purpose: Purpose, pictures: int, lang: Lang
) -> None:
    opened = entry_of(Kind.OPEN, purpose=purpose.value)
    cause = entry_of(Kind.CAUSE)
    assert plain.sentence(opened, lang)
    assert plain.sentence(cause, lang) != plain.sentence(cause, lang, other=opened)
    for end in kinds.ENDS:
        closed = entry_of(Kind.CLOSE, end=end, pictures=pictures)
        assert plain.sentence(opened, lang, other=closed)
        assert plain.sentence(closed, lang) != plain.sentence(
            closed, lang, other=opened
        )


def test_a_look_says_who_what_how_long_and_why() -> None:
    opened = entry_of(Kind.OPEN, reason="even kijken")
    said = plain.sentence(
        opened, Lang.NL, other=entry_of(Kind.CLOSE), reasons={"help": "ik help"}
    )
    assert said == (
        "Juf An zag je scherm groot. Dat duurde 30 seconden. "
        "Het mocht hoogstens 2 minuten duren. Waarom: ik help, even kijken."
    )


def test_R30_attention_says_what_was_asked_and_how_long_it_was() -> None:
    opened = entry_of(Kind.OPEN, purpose="attention", reason_code="")
    closed = entry_of(Kind.CLOSE, seconds=4, pictures=0)
    assert plain.sentence(opened, Lang.NL, other=closed) == (
        "Juf An vroeg je aandacht, voor hoogstens 2 minuten. Het duurde 4 seconden."
    )


def test_R30_a_look_that_got_no_picture_says_so() -> None:
    opened = entry_of(Kind.OPEN, reason_code="")
    closed = entry_of(Kind.CLOSE, seconds=0, pictures=0)
    assert plain.sentence(opened, Lang.NL, other=closed) == (
        "Juf An mocht je scherm groot zien. Er is geen beeld verstuurd. "
        "Het duurde nog geen seconde, van hoogstens 2 minuten."
    )


def test_a_look_that_runs_has_no_length_yet() -> None:
    opened = entry_of(Kind.OPEN, reason_code="")
    assert plain.sentence(opened, Lang.EN) == (
        "Juf An began to look at your screen, large. That may last 2 minutes at most."
    )


def test_a_reason_the_charter_no_longer_has_is_shown_as_it_stands() -> None:
    assert plain.sentence(entry_of(Kind.OPEN), Lang.NL).endswith("Waarom: help.")


@pytest.mark.parametrize(
    ("end", "known", "said"),
    [
        ("teacher", True, "Juf An keek na 30 seconden niet meer naar je scherm."),
        (
            "teacher",
            False,
            "Iets dat al eerder begon, stopte na 30 seconden, omdat de leraar stopte.",
        ),
        (
            "bell",
            True,
            (
                "Het grote beeld van je scherm stopte na 30 seconden, "
                "omdat de les voorbij was."
            ),
        ),
        ("not_shared", True, "Het grote beeld van je scherm stopte na 30 seconden."),
    ],
)
def test_R30_an_end_says_what_stopped_and_who_or_what_ended_it(
    end: str,
    known: bool,  # noqa: FBT001 -- a row
    said: str,
) -> None:
    opened = entry_of(Kind.OPEN) if known else None
    closed = entry_of(Kind.CLOSE, end=end)
    assert plain.sentence(closed, Lang.NL, other=opened) == said


@pytest.mark.parametrize("lang", list(Lang))
def test_a_gap_blames_nobody(lang: Lang) -> None:
    for gap in (entry_of(Kind.GAP), entry_of(Kind.GAP, to=1)):
        said = plain.sentence(gap, lang).lower()
        assert not [word for word in BLAME if word in said]


def test_what_was_erased_says_so() -> None:
    assert plain.sentence(None, Lang.NL) == "De woorden van deze regel zijn gewist."


def test_a_note_names_its_line_when_it_has_one() -> None:
    assert "1" in plain.sentence(entry_of(Kind.NOTE, text="x."), Lang.NL)
    assert plain.sentence(entry_of(Kind.NOTE, about=0, text="x."), Lang.NL) == (
        "Er kwam een opmerking in je lijst: “x.”"
    )


def test_many_refusals_are_one_number() -> None:
    fields = refused_fields(count=9_999)
    assert plain.sentence(entry_of(Kind.REFUSED, **fields), Lang.NL) == (
        "Een leraar vroeg 9999 keer om je scherm groot te zien. "
        "Dat kon niet, omdat jij niet meedoet."
    )


def test_pauses_say_why() -> None:
    def said(what: str, why: str) -> str:
        return plain.sentence(entry_of(Kind.PAUSE, what=what, why=why), Lang.NL)

    assert said("on", "pupil") == "Je koos voor even privé. Zo kan niemand meekijken."
    assert "begon opnieuw" in said("on", "unclean_start")
    assert said("off", "pupil") == "Even privé is voorbij."
    assert said("off", "slot_end") == ("Even privé is voorbij, want het lesuur is om.")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "nog geen seconde"),
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
        "De woorden van deze regel zijn gewist.",
        "Het grote beeld van je scherm stopte omdat jij dat koos.",
        "Juf An keek na 30 seconden niet meer naar je scherm.",
        (
            "Juf An zag je scherm groot. Dat duurde 30 seconden. "
            "Het mocht hoogstens 2 minuten duren. Waarom: help."
        ),
    ]


def test_a_page_may_be_told_of_an_older_open() -> None:
    closed = entry_of(Kind.CLOSE, **close_fields(1))
    page = [a_line(9, closed)]
    opens = {1: entry_of(Kind.OPEN)}
    assert plain.sentences(page, Lang.NL, opens=opens) == [
        "Juf An keek na 30 seconden niet meer naar je scherm."
    ]


def test_a_page_may_be_told_of_a_newer_close() -> None:
    closes = {7: entry_of(Kind.CLOSE, **close_fields(7))}
    (said,) = plain.sentences([a_line(1, entry_of(Kind.OPEN))], Lang.NL, closes=closes)
    assert "Dat duurde 30 seconden." in said


def test_what_a_teacher_wrote_cannot_open_a_format() -> None:
    said = plain.sentence(entry_of(Kind.SHARE, text="{0.__class__} {who}."), Lang.NL)
    assert said == "Juf An stuurde je een bericht: “{0.__class__} {who}.”"


LONGEST_WORDS = 14


@pytest.mark.parametrize("lang", list(Lang))
def test_R53_every_sentence_of_the_list_is_short(lang: Lang) -> None:
    for key, text in plain.WORDS[lang].items():
        for sentence in re.split(r"[.?!:,] ", text):
            assert len(sentence.split()) <= LONGEST_WORDS, (key, sentence)


def test_R55_every_language_has_the_same_words() -> None:
    for lang in Lang:
        held = plain.WORDS[lang]
        assert set(held) == set(plain.WORDS[Lang.NL])
        for key, text in held.items():
            named = set(re.findall(r"{(\w+)}", text))
            assert named == set(re.findall(r"{(\w+)}", plain.WORDS[Lang.NL][key])), key
