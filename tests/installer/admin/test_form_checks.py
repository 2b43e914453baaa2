# SPDX-License-Identifier: GPL-3.0-or-later
"""Each check of the form tells its own fault, and lets what is right pass."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from installer.admin import form_checks as c

BLOCK = c.table({"a": c.number(1, 3)}, {"b": c.truth})
NAMED = c.each(c.code, c.number(1, 3), 2)
LIST = c.listed(c.clock, 1, 2)


@pytest.mark.parametrize(
    ("check", "value", "keys"),
    [
        (BLOCK, {"a": 1}, []),
        (BLOCK, {"a": 1, "b": True}, []),
        (BLOCK, {"b": 1}, ["form.missing", "form.truth"]),
        (BLOCK, {"a": 4, "z": 1}, ["form.unknown", "form.number"]),
        (BLOCK, "text", ["form.block"]),
        (NAMED, {"x": 1}, []),
        (NAMED, {}, ["form.some"]),
        (NAMED, {"X": 1}, ["form.code"]),
        (LIST, ["08:25"], []),
        (LIST, [], ["form.some"]),
        (LIST, ["08:25"] * 3, ["form.some"]),
        (LIST, "08:25", ["form.list"]),
        (LIST, ["8:25"], ["form.clock"]),
        (c.text(3), "abc", []),
        (c.text(3), " a\n b ", []),
        (c.text(3), "abcd", ["form.text"]),
        (c.text(3), "", ["form.text"]),
        (c.text(3), 7, ["form.text"]),
        (c.text(3), "...", ["form.blank"]),
        (c.text(9), "a\u202eb", ["form.odd"]),
        (c.number(1, 3), True, ["form.number"]),
        (c.number(1, 3), 0, ["form.number"]),
        (c.one_of(160, 192), 160, []),
        (c.one_of(160, 192), "160", ["form.choice"]),
        (c.day, date(2026, 9, 1), []),
        (c.day, "2026-09-01", []),
        (c.day, datetime(2026, 9, 1, tzinfo=UTC), ["form.day"]),
        (c.day, "1/9/2026", ["form.day"]),
        (c.day, "...", ["form.blank"]),
        (c.promise, True, []),
        (c.promise, 1, ["form.promise"]),
        (c.network, "10.0.0.0/8", []),
        (c.network, "10.0.0.1/8", ["form.loose"]),
        (c.network, "198.18.0.0/15", ["form.public"]),
        (c.network, "school", ["form.network"]),
        (c.network, "...", ["form.blank"]),
    ],
)
def test_a_value_passes_or_its_fault_is_told(
    check: c.Check,
    value: Any,  # noqa: ANN401 -- TOML
    keys: list[str],
) -> None:
    found = list(check("here", value))
    assert [one.key for one in found] == keys
    assert all(str(one.values["place"]).startswith("here") for one in found)


def test_a_date_that_was_not_checked_is_a_bug() -> None:
    assert c.day_of("2026-09-01") == date(2026, 9, 1)
    with pytest.raises(TypeError):
        c.day_of("soon")
