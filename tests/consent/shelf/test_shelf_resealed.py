# SPDX-License-Identifier: GPL-3.0-or-later
"""A slip is sealed anew at each publication; it is found in whatever order it comes."""

from itertools import permutations

import pytest

from consent.documents.signed import Kind, SignedPaper
from consent.shelf.held import Accepted
from tests.fakes.school import make_school

ORDERS = list(permutations(range(2)))


@pytest.mark.parametrize("order", ORDERS)
def test_slip_and_set_may_come_in_either_order(order: tuple[int, ...]) -> None:
    before = make_school()
    shelf = before.shelf_for()
    after = before.newer(set={})
    news = [x for x in after.papers_for() if x.kind in {Kind.SLIP, Kind.SET}]
    assert _sealings(before.papers_for()) != _sealings(after.papers_for())
    for place in order:
        answer = shelf.accept(news[place], after.now)
        assert isinstance(answer, Accepted)
        assert answer.changed
    assert shelf.freshness(after.class_id, after.now)
    again = [shelf.accept(paper, after.now) for paper in news]
    assert not any(x.changed for x in again if isinstance(x, Accepted))


def test_a_sealing_that_no_set_names_does_not_push_out_the_one_it_names() -> None:
    school = make_school()
    shelf = school.shelf_for()
    (other,) = _sealings(school.newer(set={}).papers_for())
    assert isinstance(shelf.accept(other, school.now), Accepted)
    assert shelf.freshness(school.class_id, school.now)


def test_both_sealings_survive_a_restart() -> None:
    before = make_school()
    after = before.newer(set={})
    kept = [*before.papers_for(), *_sealings(after.papers_for())]
    shelf = before.empty_shelf()
    shelf.restore(kept, before.now)
    assert shelf.freshness(before.class_id, before.now)
    shelf.accept(after.paper_set, after.now)
    assert shelf.freshness(after.class_id, after.now)


def _sealings(papers: list[SignedPaper]) -> list[SignedPaper]:
    return [x for x in papers if x.kind is Kind.SLIP]
