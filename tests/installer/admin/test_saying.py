# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sentence is there in each language, is used, and says the same things."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from consent.documents.fields import Day, Lang
from installer.admin.affected import Held
from installer.admin.report import Level
from installer.admin.saying import TABLES, WORDS, shown, step_text, text
from installer.admin.stages import Stage
from installer.admin.trouble import Step, said
from tests.architecture.house import product

PLACES = re.compile(r"{(\w+)}")
LISTS = (Stage, Level, Day, Held)
FROM_PARAMETERS = ("help.", "opt.", "meta.")  # held to the commands in test_speaking
MOST_CHARS = 420
COUNTED = {"csv.no_column": {"count"}}  # the names say how many


def forms(words: str) -> list[set[str]]:
    return [set(PLACES.findall(form)) for form in words.split("|")]


def sources() -> Iterator[ast.Module]:
    for path, source in product().items():
        if path.startswith("installer/admin/") and "/words/" not in path:
            yield ast.parse(source)


def spoken() -> tuple[set[str], list[re.Pattern[str]]]:
    """List the texts in the office's sources, and those that are put together."""
    whole: set[str] = set()
    parts: list[re.Pattern[str]] = []
    for tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                pattern = "".join(
                    re.escape(str(one.value)) if isinstance(one, ast.Constant) else ".+"
                    for one in node.values
                )
                parts.append(re.compile(pattern))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
    return whole, [one for one in parts if re.match(r"[a-z_]+\\\.", one.pattern)]


@pytest.mark.parametrize("lang", list(Lang))
def test_every_language_says_the_same_things_in_the_same_order(lang: Lang) -> None:
    for table, dutch in zip(TABLES[lang], TABLES[Lang.NL], strict=True):
        assert list(table) == list(dutch)
        for key, words in table.items():
            wanted = set().union(*forms(dutch[key]))
            assert all(wanted - named <= {"count"} for named in forms(words)), key
            assert set().union(*forms(words)) == wanted, key
            assert "|" not in words or "count" in wanted | COUNTED.get(key, set()), key
            assert 0 < len(words) <= MOST_CHARS * (1 + words.count("|")), key


def test_no_key_stands_in_two_tables() -> None:
    assert sum(len(table) for table in TABLES[Lang.NL]) == len(WORDS[Lang.NL])


def test_every_sentence_is_used() -> None:
    whole, parts = spoken()
    named = {f"{kind.__name__.lower()}.{one.value}" for kind in LISTS for one in kind}
    unused = [
        key
        for key in WORDS[Lang.NL]
        if key not in whole | named
        and not key.startswith(FROM_PARAMETERS)
        and not any(part.fullmatch(key) for part in parts)
    ]
    assert unused == []


def test_every_key_that_is_said_is_there() -> None:
    calls = {"said", "say", "OfficeError", "Step", "Said", "fault", "show"}
    missing = set()
    for tree in sources():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = ast.unparse(node.func).rpartition(".")[2]
            if name == "show":
                keys = [f"label.{one.arg}" for one in node.keywords]
            else:
                at = 1 if name == "fault" else 0
                keys = [
                    str(one.value)
                    for one in node.args[at : at + 1]
                    if isinstance(one, ast.Constant)
                ]
            if name in calls:
                missing |= {key for key in keys if key not in WORDS[Lang.NL]}
    assert missing == set()


@pytest.mark.parametrize(
    ("lang", "count", "says"),
    [
        (Lang.NL, 0, "0 fouten"),
        (Lang.NL, 1, "1 fout."),
        (Lang.NL, 2, "2 fouten"),
        (Lang.EN, 1, "1 fault."),
        (Lang.FR, 0, "0 faute."),
        (Lang.FR, 2, "2 fautes"),
    ],
)
def test_one_is_not_many(lang: Lang, count: int, says: str) -> None:
    told = text(lang, said("import.faults", faults=[], count=count))
    assert says in told


def test_values_are_written_as_people_read_them() -> None:
    at = datetime(2026, 12, 6, 12, 46, tzinfo=UTC).replace(tzinfo=None)
    assert shown(Lang.NL, at) == "2026-12-06 12:46"
    assert str(shown(Lang.NL, date(2026, 12, 6))) == "2026-12-06"
    assert shown(Lang.FR, Day.MONDAY) == "lundi"
    assert shown(Lang.NL, [said("csv.empty"), "b"]) == "is leeg.\nb"
    assert shown(Lang.NL, Path("x")) == Path("x")


def test_a_name_in_braces_is_not_a_place() -> None:
    assert "{0.x}" in text(Lang.NL, said("no_class", name="{0.x}"))


@pytest.mark.parametrize("sign", ["\x1b", "\r", "\u202e", "\u2028", "\udc80", "\x00"])
def test_a_name_writes_nothing_on_the_terminal(sign: str) -> None:
    told = text(Lang.NL, said("no_class", name=f"4B{sign}[2J\nx"))
    assert sign not in told
    assert "4B\ufffd[2J\nx" in told


def test_a_step_is_a_sentence_and_lines_to_copy() -> None:
    step = Step("next.form", (("charter", "new", "my school"),))
    assert step_text(Lang.EN, step, ["inzage-admin"]) == (
        "Next step: lay the form of the agreements ready.\n"
        "  inzage-admin charter new 'my school'"
    )
