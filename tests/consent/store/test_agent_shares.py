# SPDX-License-Identifier: GPL-3.0-or-later
"""What was shared lies ready until it is put away, erased or too old."""

from datetime import timedelta
from pathlib import Path

from consent.ledger.erasure import OrderedBy
from consent.ledger.kinds import Chain, Kind
from consent.store.agent_ledger import AgentLedger
from tests.fakes.records import MONDAY, Keys, command, command_fields, context, laptop

KEY = Keys()
IDS = [f"a{number}" * 16 for number in range(4)]
DAY_S = 86_400


def share(ledger: AgentLedger, number: int, after_s: int = 0) -> None:
    said: dict[str, object] = {"what": "message", "text": f"tekst {number}"}
    fields = said | command_fields(command("message", IDS[number]), KEY)
    ledger.append(Chain.SHARED, Kind.SHARE, fields, context(after_s))


def texts(ledger: AgentLedger, since_s: int = 0) -> list[str]:
    found = ledger.shares_since(MONDAY + timedelta(seconds=since_s))
    return [line.entry.text("text") for line in found if line.entry]


def test_R65_what_is_put_away_stays_away(tmp_path: Path) -> None:
    ledger = laptop(tmp_path, KEY)
    for number in range(3):
        share(ledger, number, number)
    assert texts(ledger) == ["tekst 0", "tekst 1", "tekst 2"]
    assert texts(ledger, 1) == ["tekst 1", "tekst 2"]
    ledger.put_away(IDS[1])
    ledger.put_away(IDS[1])
    ledger.put_away(IDS[2])
    ledger.close()
    again = laptop(tmp_path, KEY)
    assert texts(again) == ["tekst 0"]
    again.close()


def test_R34_what_is_erased_lies_ready_no_more(tmp_path: Path) -> None:
    ledger = laptop(tmp_path, KEY)
    share(ledger, 0)
    share(ledger, 1, 3 * DAY_S)
    ledger.erase(0, OrderedBy.PUPIL, context(3 * DAY_S))
    assert texts(ledger) == ["tekst 1"]
    ledger.put_away(IDS[0])
    ledger.put_away(IDS[1])  # this forgets the one that has no line
    rows = ledger._file.read("SELECT access FROM away")  # noqa: SLF001 -- nothing tells
    assert [row["access"] for row in rows] == [IDS[1]]
    ledger.close()
