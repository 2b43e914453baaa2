# SPDX-License-Identifier: GPL-3.0-or-later
"""Trouble in one sentence."""

from dataclasses import replace

import pytest

from tests.fakes.desk import Desk, texts
from tests.fakes.worker import (
    busy_view,
)

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_trouble_is_one_plain_sentence(lesson: Desk) -> None:
    sentence = "Het logboek werkt niet. Daarom kan niemand meekijken."
    lesson.worker.show(replace(busy_view(), trouble=sentence))
    lesson.settle()
    assert sentence in texts(lesson.window.trouble)
    lesson.worker.show(busy_view())
    lesson.settle()
    assert not lesson.window.trouble.isVisible()
