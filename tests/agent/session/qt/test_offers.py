# SPDX-License-Identifier: GPL-3.0-or-later
"""What was shared."""

import os
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from agent.session.pupil_state import PupilState
from agent.session.qt.offers import (
    OffersPage,
    open_offer,
    openable,
    save_pack,
)
from agent.session.qt.theme import LIGHT
from tests.agent.session.qt.pages_state import LINK, MESSAGE, lesson


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://www.geogebra.org/", "www.geogebra.org"),
        ("https://user@www.geogebra.org/", "www.geogebra.org"),
        ("https://www.geogebra.org:8443/", "www.geogebra.org"),
        ("https://evil.example/", "www.geogebra.org"),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("https://", ""),
    ],
)
def test_R63_D15_only_a_plain_link_to_the_host_that_is_shown_opens(
    url: str, host: str
) -> None:
    assert openable(structs.replace(LINK, url=url, host=host)) is None


def test_a_good_link_opens_and_a_message_never(qtbot: QtBot) -> None:
    assert openable(LINK) == QUrl(LINK.url)
    assert openable(MESSAGE) is None
    assert not open_offer(MESSAGE)


class Browser(QObject):
    """Stands in for the pupil's browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.opened.append(url.toString())


def test_the_pupils_own_browser_gets_the_link(qtbot: QtBot) -> None:
    browser = Browser()
    # PySide wants a str here, whatever its types say
    QDesktopServices.setUrlHandler("https", browser, "show")  # type: ignore[arg-type]
    try:
        assert open_offer(LINK)
    finally:
        QDesktopServices.unsetUrlHandler("https")
    assert browser.opened == [LINK.url]


def test_a_pack_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    place = tmp_path / "mijn-inzage.zip"
    assert save_pack(place, b"pack")
    assert place.read_bytes() == b"pack"
    if os.name == "posix":
        assert place.stat().st_mode & 0o777 == 0o600
    assert not save_pack(tmp_path / "no" / "such" / "folder", b"pack")


def page(qtbot: QtBot, state: PupilState) -> OffersPage:
    made = OffersPage(state, LIGHT, 1.0)
    qtbot.addWidget(made)
    made.refresh()
    made.show()
    return made


def test_R63_the_host_is_shown_plainly(qtbot: QtBot) -> None:
    made = page(qtbot, lesson())
    shown = [x.text() for x in made.findChildren(QLabel) if x.isVisible()]
    for words in ("Link van mevr. Peeters", "www.geogebra.org", "Begin maar."):
        assert words in shown


@pytest.mark.parametrize(
    ("name", "act"), [("offerOpen", "offer_open"), ("offerAway", "offer_away")]
)
def test_one_click_is_the_act(qtbot: QtBot, name: str, act: str) -> None:
    made = page(qtbot, lesson())
    found = made.findChildren(QPushButton, name)[0]
    assert isinstance(found, QPushButton)
    with qtbot.waitSignal(made.act) as heard:
        qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    assert heard.args == [act, LINK]


def test_nothing_shared_says_so(qtbot: QtBot) -> None:
    made = page(qtbot, PupilState())
    assert any(
        x.text() == "Er is nog niets gedeeld." for x in made.findChildren(QLabel)
    )
    made.refresh()
