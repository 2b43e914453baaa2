# SPDX-License-Identifier: GPL-3.0-or-later
"""No small number follows from the rest of a table, whoever does the sums."""

import itertools

from hypothesis import example, given, settings
from hypothesis import strategies as st

from installer.papers import protect
from installer.papers.protect import SMALL, Cell, Column, Grid
from tests.installer.papers.attacker import of_column, of_grid

CLASSES = ["1A", "1B", "2A", "2B", "3A", "3B"]
ROWS, COLUMNS = ["w1", "w2", "w3"], ["1A", "1B", "2A"]

sizes = st.integers(0, 30)
few_or_many = st.one_of(st.integers(0, 6), st.integers(0, 40))


@st.composite
def classes(draw: st.DrawFn) -> tuple[dict[str, int], dict[str, int]]:
    """Draw how many of how many, class by class; small and nearly all are common."""
    most = {name: draw(sizes) for name in CLASSES[: draw(st.integers(1, 6))]}
    return {
        name: draw(st.integers(0, size) | st.integers(max(0, size - 3), size))
        for name, size in most.items()
    }, most


@st.composite
def tables(draw: st.DrawFn) -> dict[tuple[str, str], int]:
    """Draw a table of weeks and classes."""
    rows, columns = ROWS[: draw(st.integers(1, 3))], COLUMNS[: draw(st.integers(1, 3))]
    return {(r, c): draw(few_or_many) for r, c in itertools.product(rows, columns)}


def grid_of(table: dict[tuple[str, str], int]) -> Grid:
    """Protect a table as it was drawn."""
    rows, columns = zip(*table, strict=True)
    return protect.grid(table, list(dict.fromkeys(rows)), list(dict.fromkeys(columns)))


def numbers_below(shown: Column | Grid, least: int) -> list[int]:
    """List the printed numbers that are smaller than five and at least this."""
    printed = [*shown.cells.values(), shown.total]
    if isinstance(shown, Grid):
        printed += [*shown.rows.values(), *shown.columns.values()]
    return [n for n in printed if n is not None and least <= n < SMALL]


@given(classes())
@settings(max_examples=300)
@example(({"1A": 1, "1B": 9}, {"1A": 20, "1B": 22}))
@example(({"1A": 18, "1B": 9}, {"1A": 20, "1B": 22}))
@example(({"1A": 2}, {"1A": 3}))
def test_R26_D14_who_has_all_sums_cannot_work_out_a_small_number_of_a_class(
    drawn: tuple[dict[str, int], dict[str, int]],
) -> None:
    values, most = drawn
    shown = protect.column(values, most)
    known = of_column(shown, most)
    for name, value in values.items():
        low, high = 0, min(SMALL, most[name])
        if most[name] - value < SMALL:  # the rest of the class is the small number
            low = max(0, most[name] - SMALL) if value >= SMALL else 0
            high = most[name]
        if value < SMALL or most[name] - value < SMALL:
            assert shown.cells[name] is None
            wrong = [n for n in range(low, high + 1) if not known.could_be(name, n)]
            assert wrong == []
    assert numbers_below(shown, 0) == []


@given(tables())
@settings(max_examples=200, deadline=None)
@example({("w1", "1A"): 1, ("w1", "1B"): 9, ("w2", "1A"): 9, ("w2", "1B"): 9})
@example({("w1", "1A"): 3})
def test_R26_who_has_all_sums_cannot_work_out_a_small_number_of_a_week(
    table: dict[tuple[str, str], int],
) -> None:
    shown = grid_of(table)
    known = of_grid(shown)
    for (row, name), value in table.items():
        if 0 < value < SMALL:
            assert shown.cells[row, name] is None
            possible = {n for n in range(1, 6) if known.could_be(f"{row}/{name}", n)}
            assert possible == {1, 2, 3, 4, 5}
    assert numbers_below(shown, 1) == []


@given(tables())
@settings(max_examples=100)
def test_R26_what_is_printed_is_true(table: dict[tuple[str, str], int]) -> None:
    shown = grid_of(table)
    for key, value in shown.cells.items():
        assert value in {None, table[key]}
    for row, value in shown.rows.items():
        assert value in {None, sum(n for (r, _), n in table.items() if r == row)}
    for name, value in shown.columns.items():
        assert value in {None, sum(n for (_, c), n in table.items() if c == name)}
    assert shown.total in {None, sum(table.values())}


def test_a_table_without_small_numbers_is_printed_whole() -> None:
    shown = protect.column({"1A": 6, "1B": 7}, {"1A": 20, "1B": 20})
    assert shown == Column({"1A": 6, "1B": 7}, 13)
    table = {("w1", "1A"): 5, ("w1", "1B"): 0, ("w2", "1A"): 8, ("w2", "1B"): 40}
    assert None not in grid_of(table).cells.values()


def test_a_nothing_in_a_week_is_printed_and_in_a_class_is_not() -> None:
    assert grid_of({("w1", "1A"): 0, ("w1", "1B"): 7}).cells["w1", "1A"] == 0
    assert protect.column({"1A": 0, "1B": 9, "2A": 8}).cells["1A"] is None


def test_the_total_of_the_school_stays_where_it_can() -> None:
    values = {"1A": 3, "1B": 6, "2A": 7, "2B": 11}
    shown = protect.column(values, dict.fromkeys(values, 24))
    assert shown.cells == {"1A": None, "1B": None, "2A": 7, "2B": 11}
    assert shown.total == 27


def test_one_class_and_its_school_are_the_same_number() -> None:
    assert protect.column({"1A": 3}, {"1A": 20}) == Column({"1A": None}, None)


def test_who_nearly_all_object_is_as_secret_as_who_nearly_none() -> None:
    few = Cell("each", "all", 2, 0, 20, 1)
    many = Cell("each", "all", 18, 0, 20, 1)
    assert few.range == (0, 5)
    assert many.range == (15, 20)
    assert Cell("each", "all", 10, 0, 20, 1).range is None
    assert Cell("each", "all", 2, 0, 3, 1).range == (0, 3)
    assert Cell("row", "column", 0, 1, None, 1).range is None


def test_the_attacker_is_a_real_one() -> None:
    naive = Column({"1A": None, "1B": 9}, 12)
    known = of_column(naive, {"1A": 20, "1B": 22})
    assert [n for n in range(21) if known.could_be("1A", n)] == [3]
    table = {("w1", "1A"): None, ("w1", "1B"): 9, ("w2", "1A"): 9, ("w2", "1B"): 9}
    printed = Grid(table, {"w1": 12, "w2": 18}, {"1A": None, "1B": None}, None)
    assert not of_grid(printed).could_be("w1/1A", 4)
    assert of_grid(printed).could_be("w1/1A", 3)
