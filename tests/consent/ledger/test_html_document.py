# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet of a pack's pages."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from consent.documents.fields import Lang
from consent.ledger.html_document import document, moment


def test_S10_a_page_may_fetch_and_run_nothing() -> None:
    page = document(Lang.FR, "<b>", "<p>x</p>").decode("utf-8")
    assert "default-src 'none'" in page
    assert '<html lang="fr">' in page
    assert "<title>&lt;b&gt;</title>" in page
    assert "<p>x</p>" in page


def test_a_moment_is_told_by_the_schools_clock() -> None:
    summer = datetime(2027, 7, 1, 10, 0, 5, tzinfo=UTC)
    assert moment(summer, ZoneInfo("Europe/Brussels")) == "01-07-2027 12:00:05"
