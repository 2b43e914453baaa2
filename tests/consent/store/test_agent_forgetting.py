# SPDX-License-Identifier: GPL-3.0-or-later
"""Text goes and the chain still holds; old lines go and the chain goes on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from consent.ledger import chain as chains
from consent.ledger.erasure import KEEPS_WORDS, OrderedBy
from consent.ledger.kinds import Chain, Kind
from consent.ledger.verify import is_good, verify_pack
from consent.store.agent_ledger import AgentLedger
from tests.fakes.lesson import PlayedLesson
from tests.fakes.lines import examples, order_fields
from tests.fakes.records import (
    MONDAY,
    Keys,
    close_fields,
    command,
    command_fields,
    context,
    fingerprint,
    laptop,
    open_fields,
)

DAY_S = 86_400
KEY, DEVICE_KEY = Keys(), Keys()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[AgentLedger]:
    made = laptop(tmp_path, DEVICE_KEY)
    made.append(Chain.SHARED, Kind.OPEN, open_fields(KEY), context())
    made.append(Chain.SHARED, Kind.CLOSE, close_fields(1), context(30))
    message = {"what": "message", "text": "Een heel bijzondere tekst."}
    fields = message | command_fields(command("message"), KEY)
    made.append(Chain.SHARED, Kind.SHARE, fields, context(40))
    made.append(Chain.OWN, Kind.ASKED, {"purpose": "view"}, context(50))
    made.append(
        Chain.OWN, Kind.CAUSE, {"open_seq": 1, "cause": "withdrawn"}, context(60)
    )
    yield made
    made.close()


def erased(ledger: AgentLedger) -> list[tuple[str, int]]:
    return [
        (line.sealed.chain.value, line.sealed.seq)
        for line in reversed(ledger.page())
        if line.entry is None
    ]


def test_a_look_goes_with_its_end_and_both_are_named(ledger: AgentLedger) -> None:
    made = ledger.erase(1, OrderedBy.PUPIL, context(2 * DAY_S))
    assert erased(ledger) == [("shared", 1), ("shared", 2)]
    entries = [chains.check(line, DEVICE_KEY.public) for line in made]
    assert [entry.fields for entry in entries if entry] == [
        {"by": "pupil", "target": 1},
        {"by": "pupil", "target": 2},
    ]


def test_R34_the_chain_still_holds(ledger: AgentLedger) -> None:
    ledger.erase(0, OrderedBy.DPO, context(2 * DAY_S))
    for chain in Chain:
        prev = ledger.start(chain).head
        for line in ledger.lines(chain):
            chains.check(line.sealed, DEVICE_KEY.public)
            assert line.sealed.prev == prev
            prev = line.sealed.head


def test_all_is_all_but_the_pupils_choices(ledger: AgentLedger) -> None:
    (made,) = ledger.erase(0, OrderedBy.PUPIL, context(2 * DAY_S))
    assert erased(ledger) == [("shared", 1), ("shared", 2), ("shared", 3), ("own", 2)]
    assert ledger.newest(Chain.OWN, Kind.ASKED)[0].entry is not None
    entry = chains.check(made, DEVICE_KEY.public)
    assert entry is not None
    assert entry.fields == {"by": "pupil", "target": 0}


def test_R34_nothing_of_it_is_left_on_disk(ledger: AgentLedger, tmp_path: Path) -> None:
    salts = [line.sealed.salt for line in ledger.lines(Chain.SHARED)]
    ledger.erase(3, OrderedBy.PUPIL, context(2 * DAY_S))
    on_disk = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"heel bijzondere tekst" not in on_disk
    assert salts[2] is not None
    assert salts[2] not in on_disk
    assert salts[0] is not None
    assert salts[0] in on_disk


def test_R34_what_came_after_the_order_stays(ledger: AgentLedger) -> None:
    message = ledger.lines(Chain.SHARED, 3)[0]
    ledger.erase(0, OrderedBy.DPO, context(2 * DAY_S), message.n)
    assert erased(ledger) == [("shared", 1), ("shared", 2)]
    ledger.erase(3, OrderedBy.DPO, context(2 * DAY_S), message.n)
    assert ("shared", 3) not in erased(ledger)


def test_R34_an_order_itself_is_never_erased(ledger: AgentLedger) -> None:
    order = ledger.append(Chain.SHARED, Kind.ORDER, order_fields(), context(70))
    ledger.erase(0, OrderedBy.PUPIL, context(2 * DAY_S))
    assert ledger.erase(order.seq, OrderedBy.PUPIL, context(2 * DAY_S)) == ()
    assert ledger.newest(Chain.SHARED, Kind.ORDER)[0].entry is not None


def test_R34_R37_no_order_takes_away_that_the_dpo_read(ledger: AgentLedger) -> None:
    orders: dict[str, dict[str, object]] = {"pupil": {}, "dpo": {"order": "0e" * 32}}
    for by, order in orders.items():
        fields: dict[str, object] = {"by": by, "from": 0, "to": 3, **order}
        ledger.append(Chain.OWN, Kind.LOG_READ, fields, context(80))
    ledger.erase(0, OrderedBy.DPO, context(2 * DAY_S))
    (left,) = ledger.newest(Chain.OWN, Kind.LOG_READ, 2)
    assert left.entry is not None
    assert left.entry.text("by") == "dpo"


def test_R34_of_every_kind_of_line_what_no_order_takes_stays(tmp_path: Path) -> None:
    (tmp_path / "every").mkdir()
    made = laptop(tmp_path / "every", DEVICE_KEY)
    for chain, kind, fields in examples(KEY):
        if kind is not Kind.REDACT:
            made.append(chain, kind, fields, context())
    shared = made.last_seq(Chain.SHARED)
    for seq in range(1, shared + 1):
        made.erase(seq, OrderedBy.PUPIL, context(2 * DAY_S))
    assert {x.entry.kind for x in made.lines(Chain.SHARED) if x.entry} == {
        Kind.GAP,
        Kind.HOLD,
        Kind.ORDER,
        Kind.REDACT,
    }
    made.erase(0, OrderedBy.PUPIL, context(2 * DAY_S))
    left = {x.entry.kind for x in made.page(count=-1) if x.entry}
    assert left == {*KEEPS_WORDS, Kind.LOG_READ}  # of the DPO
    made.close()


def test_R34_R37_a_line_of_a_reading_that_was_changed_stays_and_stops_nothing(
    ledger: AgentLedger,
) -> None:
    order = "0e" * 32
    fields: dict[str, object] = {"by": "dpo", "from": 0, "to": 3, "order": order}
    ledger.append(Chain.OWN, Kind.LOG_READ, fields, context(80))
    with ledger._file.committing() as file:  # noqa: SLF001 -- there is no polite way
        file.execute("UPDATE entries SET body = x'7b7d' WHERE kind = 'LOG_READ'")
    assert ledger.erase(0, OrderedBy.PUPIL, context(2 * DAY_S))
    kept = ledger._file.read("SELECT body FROM entries WHERE kind = 'LOG_READ'")  # noqa: SLF001 -- (idem)
    assert [row["body"] for row in kept] == [b"{}"]


def test_what_would_go_can_be_asked_beforehand(ledger: AgentLedger) -> None:
    later = MONDAY + timedelta(days=2)
    assert ledger.erasable(1, later) == [1, 2]
    assert ledger.erasable(1, MONDAY) == ledger.erasable(99, later) == []
    assert ledger.has_words(0, later, 0)
    assert ledger.has_words(1, later, 2)
    assert not ledger.has_words(1, later, 1)
    assert not ledger.has_words(1, MONDAY, 0)
    assert erased(ledger) == []


def test_what_limits_are_counted_from_stays_a_day(ledger: AgentLedger) -> None:
    assert ledger.erase(1, OrderedBy.PUPIL, context(DAY_S)) == ()
    assert ledger.erase(0, OrderedBy.PUPIL, context(3_600)) == ()
    assert erased(ledger) == []


def test_what_is_not_there_cannot_be_erased(ledger: AgentLedger) -> None:
    assert ledger.erase(99, OrderedBy.PUPIL, context(2 * DAY_S)) == ()
    ledger.erase(1, OrderedBy.PUPIL, context(2 * DAY_S))
    assert ledger.erase(1, OrderedBy.PUPIL, context(2 * DAY_S)) == ()


def test_an_erased_line_is_owed_to_nobody(ledger: AgentLedger) -> None:
    ledger.erase(3, OrderedBy.PUPIL, context(2 * DAY_S))
    owed = [line.sealed.seq for line in ledger.unproven(fingerprint())]
    assert 3 not in owed


def test_D17_a_hold_is_found(ledger: AgentLedger) -> None:
    assert ledger.held_at() is None
    ledger.append(Chain.SHARED, Kind.HOLD, {"by": "pupil", "target": 0}, context(70))
    assert ledger.held_at() == MONDAY + timedelta(seconds=70)


def test_D17_a_hold_by_a_clock_set_back_is_as_long_as_any(ledger: AgentLedger) -> None:
    hold: dict[str, object] = {"by": "pupil", "target": 0}
    ledger.append(Chain.SHARED, Kind.HOLD, hold, context(70))
    set_back = replace(context(71), t=MONDAY - timedelta(days=400))
    ledger.append(Chain.SHARED, Kind.HOLD, hold, set_back)
    assert ledger.held_at() == MONDAY + timedelta(seconds=70)
    ledger.append(Chain.OWN, Kind.ASKED, {"purpose": "view"}, context(90))
    assert ledger.held_at() == MONDAY + timedelta(seconds=70)


@pytest.mark.parametrize("with_hold", [False, True])
def test_a_long_list_is_not_walked_for_its_hold_or_its_epoch(
    ledger: AgentLedger, *, with_hold: bool
) -> None:
    connection = ledger._file._connection  # noqa: SLF001 -- to make it long, and to count
    with ledger._file.committing() as file:  # noqa: SLF001 -- (idem)
        names = [row["name"] for row in file.execute("PRAGMA table_info(entries)")][2:]
        values = ", ".join(names).replace("seq", "seq + number.n", 1)
        file.execute(
            "WITH RECURSIVE number(n) AS"  # noqa: S608 -- names of ours
            " (SELECT 1000 UNION ALL SELECT n + 1 FROM number WHERE n < 3000)"
            f" INSERT INTO entries(chain, {', '.join(names)})"
            f" SELECT 'own', {values}"
            " FROM (SELECT * FROM entries WHERE n = 1) AS e, number"
        )
    if with_hold:
        hold: dict[str, object] = {"by": "pupil", "target": 0}
        ledger.append(Chain.SHARED, Kind.HOLD, hold, context(70))
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    connection.set_progress_handler(count, 1)
    assert (ledger.held_at() is not None) is with_hold
    assert ledger.epoch() == 1
    connection.set_progress_handler(None, 0)
    assert steps < 500


def test_R35_old_lines_go_and_the_chain_goes_on(ledger: AgentLedger) -> None:
    heads = {chain: ledger.head(chain) for chain in Chain}
    assert ledger.drop_before(MONDAY + timedelta(days=1)) == 5
    assert ledger.page() == []
    assert {chain: ledger.head(chain) for chain in Chain} == heads
    assert ledger.last_seq(Chain.SHARED) == 3
    line = ledger.append(Chain.SHARED, Kind.OPEN, open_fields(KEY), context(DAY_S))
    assert (line.seq, line.prev) == (4, heads[Chain.SHARED])


def test_the_cut_is_at_one_place_for_both_chains(ledger: AgentLedger) -> None:
    assert ledger.drop_before(MONDAY + timedelta(seconds=45)) == 3
    assert ledger.start(Chain.SHARED).seq == 3
    assert ledger.start(Chain.OWN).seq == 0
    assert [line.n for line in ledger.page()] == [5, 4]


def test_dropping_nothing_changes_nothing(ledger: AgentLedger) -> None:
    before = ledger.page()
    assert ledger.drop_before(MONDAY) == 0
    assert ledger.page() == before
    assert ledger.start(Chain.SHARED).seq == 0


def test_an_epoch_is_remembered_over_a_drop(ledger: AgentLedger) -> None:
    ledger.begin_epoch(4, 9, context())
    ledger.drop_before(MONDAY + timedelta(days=1))
    assert ledger.epoch() == 5


def test_packs_of_erased_and_dropped_ledgers_are_good(tmp_path: Path) -> None:
    lesson = PlayedLesson(tmp_path)
    lesson.play()
    lesson.wait(2 * DAY_S)
    lesson.agent.erase(4, OrderedBy.PUPIL, lesson.context())
    assert is_good(verify_pack(lesson.pack()))
    lesson.agent.erase(0, OrderedBy.PUPIL, lesson.context())
    found = verify_pack(lesson.pack())
    assert is_good(found)
    assert "erased" in {one.code for one in found}
    lesson.agent.drop_before(lesson.now)
    assert is_good(verify_pack(lesson.pack()))
    lesson.close()


def test_a_tree_of_a_dropped_month_goes_too(tmp_path: Path) -> None:
    lesson = PlayedLesson(tmp_path)
    lesson.play()
    assert len(lesson.agent.checkpoints()) == 1
    lesson.wait(2 * DAY_S)
    lesson.agent.erase(0, OrderedBy.PUPIL, lesson.context())
    assert len(lesson.agent.owed_erasures()) == 1
    lesson.agent.drop_before(lesson.now + timedelta(days=62))
    assert lesson.agent.checkpoints() == {}
    assert lesson.agent.owed_erasures() == []
    assert is_good(verify_pack(lesson.pack()))
    lesson.close()
