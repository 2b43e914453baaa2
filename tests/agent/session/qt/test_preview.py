# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pupil is shown of the own screen, and nobody else."""

import pytest
from PIL import Image

from agent.session.overview import jpeg
from agent.session.qt.preview import as_image, preview
from protocol.messages.local import Looks
from tests.agent.session.qt.conftest import Bench


def test_a_preview_is_taken_once_and_sent_to_nobody(bench: Bench) -> None:
    small = preview(bench.screen, bench.indicator, Looks.OVERVIEW)
    large = preview(bench.screen, bench.indicator, Looks.SHOW)
    assert small is not None
    assert large is not None
    assert small.width() < large.width()
    assert bench.screen.open_doors == 0
    assert bench.said == []


@pytest.mark.parametrize("broken", ["shut", "gone"])
def test_where_there_are_no_pictures_there_is_no_preview(
    bench: Bench, broken: str
) -> None:
    setattr(bench.screen, broken, True)
    assert preview(bench.screen, bench.indicator, Looks.SHOW) is None
    assert bench.screen.open_doors == 0


def test_our_own_jpeg_is_shown_as_it_is() -> None:
    shown = as_image(jpeg(Image.new("RGB", (31, 17), "#336633"), 90, 99_999))
    assert (shown.width(), shown.height()) == (31, 17)
    assert abs(shown.pixelColor(15, 8).green() - 0x66) < 4
