# SPDX-License-Identifier: GPL-3.0-or-later
"""A question is hashed as it is read: line by line, from its title to its foot."""

from consent.wording.parts import Question, Section


def test_the_text_of_a_question_is_all_of_it_in_order() -> None:
    question = Question(
        "title",
        Section("what", "is seen"),
        Section("why", "it is asked"),
        Section("agreed", "by whom"),
        "foot",
    )
    assert question.text.splitlines() == [
        "title", "what", "is seen", "why", "it is asked", "agreed", "by whom", "foot",
    ]  # fmt: skip
