# SPDX-License-Identifier: GPL-3.0-or-later
"""What the decoder process answers, read here without a process."""

import io

from console.pictures.child import ASK, NO, YES, pixels, serve
from tests.console.pictures.jpegs import corpus, jpeg

GOOD = jpeg()


def test_pixels_are_bare_rows_of_the_asked_size() -> None:
    rgb = pixels(GOOD, 192, 108)
    assert rgb is not None
    assert len(rgb) == 192 * 108 * 3


def test_another_size_or_kind_gives_nothing() -> None:
    bad = corpus()
    assert pixels(GOOD, 191, 108) is None
    for kind in ("grey", "cmyk", "png", "eps", "fits", "empty", "cut in a table"):
        assert pixels(bad[kind], 192, 108) is None


def test_questions_are_answered_in_order_until_they_end() -> None:
    asks = io.BytesIO(
        ASK.pack(len(GOOD), 192, 108)
        + GOOD
        + ASK.pack(3, 192, 108)
        + b"abc"
        + ASK.pack(len(GOOD), 192, 108)[:4]
    )
    answers = io.BytesIO()
    asked: list[int] = []
    serve(asks, answers, lambda: asked.append(1))
    assert len(asked) == 2
    said = answers.getvalue()
    assert said[:1] == YES
    assert said[1 + 192 * 108 * 3 :] == NO


def test_a_question_about_too_much_ends_the_service() -> None:
    for length, width, height in ((1_000_000, 10, 10), (10, 65_535, 65_535)):
        answers = io.BytesIO()
        asks = io.BytesIO(ASK.pack(length, width, height) + GOOD)
        serve(asks, answers, lambda: None)
        assert answers.getvalue() == b""
