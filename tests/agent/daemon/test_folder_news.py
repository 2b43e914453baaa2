# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder is looked into when it changed, and never missed for a coarse clock."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from agent.daemon.folder_news import AT_REST_S, NS, FolderNews
from tests.fakes.certificates import wall_now

THEN = datetime(2026, 9, 21, 10, 0, tzinfo=UTC)
THEN_NS = int(THEN.timestamp() * NS)


def _news(folder: Path, passed_s: float = AT_REST_S + 1) -> FolderNews:
    """Look at a folder that changed so long ago."""
    os.utime(folder, ns=(THEN_NS, THEN_NS))
    return FolderNews(folder, lambda: THEN + timedelta(seconds=passed_s))


def test_what_changed_is_news_once(tmp_path: Path) -> None:
    news = _news(tmp_path)
    seen = [news.is_there(), news.is_there()]
    os.utime(tmp_path, ns=(THEN_NS - 1, THEN_NS - 1))
    seen += [news.is_there(), news.is_there()]
    assert seen == [True, False, True, False]


def test_what_comes_with_the_same_date_is_not_missed(tmp_path: Path) -> None:
    for passed_s in (0, AT_REST_S, -AT_REST_S):
        news = _news(tmp_path, passed_s)
        assert [news.is_there(), news.is_there()] == [True, True]


def test_a_clock_that_was_set_back_hides_nothing(tmp_path: Path) -> None:
    news = FolderNews(tmp_path, lambda: THEN)
    assert [news.is_there(), news.is_there()] == [True, False]
    (tmp_path / "paper").touch()
    assert news.is_there()


def test_a_folder_may_come_and_go(tmp_path: Path) -> None:
    folder = tmp_path / "later"
    news = FolderNews(folder, wall_now)
    assert [news.is_there(), news.is_there()] == [True, False]
    folder.mkdir()
    assert news.is_there()
    folder.rmdir()
    assert [news.is_there(), news.is_there()] == [True, False]


def test_one_that_could_not_be_read_is_looked_at_again(tmp_path: Path) -> None:
    news = _news(tmp_path)
    assert news.is_there()
    news.forget()
    assert [news.is_there(), news.is_there()] == [True, False]
