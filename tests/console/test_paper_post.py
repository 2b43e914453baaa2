# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers in parts, and parts that do not fit."""

import pytest
from msgspec.structs import replace

from consent.documents.signed import Kind, SignedPaper
from console.paper_post import PART_BYTES, Post, parts
from console.papers import Given
from protocol.codec import encode
from protocol.constants import PART_FRAME_BYTES
from protocol.errors import MalformedError
from protocol.messages.link import PaperKind
from protocol.messages.papers import PaperGive, RoleSig
from tests.fakes.school import make_school

SCHOOL = make_school()


def given(paper: SignedPaper) -> Given:
    return Given(PaperKind.CHARTER, bytes(16), 1, paper)


def long_paper() -> SignedPaper:
    signed = SCHOOL.papers[Kind.CHARTER]
    return SignedPaper(Kind.CHARTER, b"x" * (2 * PART_BYTES + 5), signed.signatures)


def test_a_paper_comes_back_as_it_went() -> None:
    for paper in (SCHOOL.papers[Kind.CHARTER], long_paper()):
        post, came = Post(), []
        for part in parts(given(paper)):
            assert len(encode(part)) <= PART_FRAME_BYTES
            came.append(post.add(part))
        assert came[-1] == paper
        assert set(came[:-1]) <= {None}


def broken(change: str) -> list[PaperGive]:
    first, second, _ = parts(given(long_paper()))
    role = RoleSig(9, bytes(32), bytes(64))
    return {
        "skipped": [replace(second, offset=second.offset + 1)],
        "twice": [first, first],
        "other serial": [first, replace(second, serial=2)],
        "other signatures": [first, replace(second, sigs=())],
        "too long": [first, replace(first, offset=PART_BYTES, total=first.total)],
        "empty": [replace(first, data=b"")],
        "unknown role": [replace(first, sigs=(role,), total=len(first.data))],
    }[change]


@pytest.mark.parametrize(
    "change",
    ["skipped", "twice", "other serial", "other signatures", "empty", "unknown role"],
)
def test_a_part_that_does_not_fit_is_a_broken_peer(change: str) -> None:
    post = Post()
    with pytest.raises(MalformedError):
        list(map(post.add, broken(change)))


def test_more_than_was_said_is_a_broken_peer() -> None:
    first, *_ = parts(given(long_paper()))
    short = replace(first, total=len(first.data) - 1)
    with pytest.raises(MalformedError):
        Post().add(short)
