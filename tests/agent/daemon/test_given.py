# SPDX-License-Identifier: GPL-3.0-or-later
"""A console is a postman: parts in, papers judged, and nothing half kept."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from agent.daemon.given import Givens
from consent.documents.signed import Kind, SignedPaper
from protocol.messages.link import PaperKind
from protocol.messages.papers import PaperGive, PaperTaken, RoleSig
from tests.fakes.school import School

REF = bytes(16)
ROLES = {"root": 1, "office": 2, "fresh": 3, "dpo": 4}


@dataclass
class Judge:
    """Remembers what it was shown."""

    ok: bool = True
    seen: list[SignedPaper] = field(default_factory=list)

    def __call__(self, paper: SignedPaper) -> bool:
        self.seen.append(paper)
        return self.ok


def _parts(paper: SignedPaper, size: int = 1_000) -> list[PaperGive]:
    sigs = tuple(
        RoleSig(ROLES[x.by], bytes.fromhex(x.key), bytes.fromhex(x.sig))
        for x in paper.signatures
    )
    kind, total = PaperKind[paper.kind.name], len(paper.body)
    return [
        PaperGive(kind, REF, 1, total, at, paper.body[at : at + size], sigs)
        for at in range(0, total, size)
    ]


def test_parts_become_the_very_paper(school: School) -> None:
    judge = Judge()
    givens = Givens(judge)
    paper = school.papers[Kind.CHARTER]
    answers = [givens.add(1, part) for part in _parts(paper)]
    assert answers[:-1] == [None] * (len(answers) - 1)
    assert answers[-1] == PaperTaken(PaperKind.CHARTER, REF, 1, ok=True)
    assert judge.seen == [paper]


def test_a_refusal_is_answered(school: School) -> None:
    givens = Givens(Judge(ok=False))
    *_, last = [givens.add(1, x) for x in _parts(school.papers[Kind.TRUST])]
    assert last is not None
    assert not last.ok


@pytest.mark.parametrize(
    "wrong",
    [{"offset": 7}, {"serial": 2}, {"data": b""}, {"total": 262_145, "offset": 0}],
)
def test_a_part_that_does_not_follow_spoils_the_paper(
    school: School, wrong: dict[str, Any]
) -> None:
    judge = Judge()
    givens = Givens(judge)
    first, second, *_ = _parts(school.papers[Kind.CHARTER])
    givens.add(1, first)
    fields = {name: getattr(second, name) for name in second.__struct_fields__}
    answer = givens.add(1, PaperGive(**{**fields, **wrong}))
    assert answer is not None
    assert not answer.ok
    assert judge.seen == []


def test_two_links_do_not_mix(school: School) -> None:
    judge = Judge()
    givens = Givens(judge)
    one, two = _parts(school.papers[Kind.CHARTER]), _parts(school.papers[Kind.TRUST])
    for part in one[:-1]:
        givens.add(1, part)
    for part in two:
        givens.add(2, part)
    givens.add(1, one[-1])
    assert [x.kind for x in judge.seen] == [Kind.TRUST, Kind.CHARTER]


def test_a_lost_link_leaves_nothing(school: School) -> None:
    judge = Judge()
    givens = Givens(judge)
    parts = _parts(school.papers[Kind.CHARTER])
    givens.add(1, parts[0])
    givens.forget(1)
    answer = givens.add(1, parts[1])
    assert answer is not None
    assert not answer.ok


def test_a_role_that_does_not_exist_makes_no_paper(school: School) -> None:
    judge = Judge()
    body = b"{}"
    sig = RoleSig(9, bytes(32), bytes(64))
    answer = Givens(judge).add(1, PaperGive(PaperKind.SET, REF, 1, 2, 0, body, (sig,)))
    assert answer is not None
    assert not answer.ok
    assert judge.seen == []
