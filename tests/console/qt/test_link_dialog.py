# SPDX-License-Identifier: GPL-3.0-or-later
"""A link shows where it leads."""

import pytest

from console.core.acts import (
    SendLink,
)
from console.qt.link_dialog import LinkDialog
from tests.fakes.desk import Desk, press
from tests.fakes.worker import pupil_id

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_a_link_shows_where_it_leads_and_is_checked(lesson: Desk) -> None:
    lesson.run("link", pupils=["Amina B."])
    dialog = lesson.opened(LinkDialog)
    dialog.url.setText("http://example.org")
    press(lesson, dialog, "send")
    assert "https://" in dialog.error.text()
    dialog.url.setText("https://www.geogebra.org/m/1")
    assert dialog.goes.text() == "De leerling ziet: www.geogebra.org"
    press(lesson, dialog, "send")
    assert "titel" in dialog.error.text()
    dialog.title.setText("Parabool")
    press(lesson, dialog, "send")
    sent = SendLink("https://www.geogebra.org/m/1", "Parabool", (pupil_id(0),))
    assert lesson.acts() == [sent]


def test_a_link_that_was_given_is_filled_in(lesson: Desk) -> None:
    lesson.run("link", url="https://www.geogebra.org/m/1")
    dialog = lesson.opened(LinkDialog)
    assert dialog.url.text() == "https://www.geogebra.org/m/1"
    dialog.reject()


def test_the_name_of_a_site_alone_is_made_an_address(lesson: Desk) -> None:
    lesson.run("link", pupils=["Amina B."])
    dialog = lesson.opened(LinkDialog)
    dialog.url.setText(" example.org/kaart?a=1 ")
    assert dialog.goes.text() == "De leerling ziet: example.org"
    dialog.title.setText("Kaart")
    press(lesson, dialog, "send")
    sent = SendLink("https://example.org/kaart?a=1", "Kaart", (pupil_id(0),))
    assert lesson.acts() == [sent]
