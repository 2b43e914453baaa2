# SPDX-License-Identifier: GPL-3.0-or-later
"""The form is there in each language and for each day, and is checked as a whole."""

import tomllib
from datetime import date, timedelta
from typing import Any

import pytest

from consent.documents.fields import Lang
from consent.purpose import CHARTER_DAYS
from installer.admin.charter_form import blank_form, faults
from tests.fakes.office import NOW, filled_draft

TODAY = NOW.date()


def keys(*, is_demo: bool = False, **changed: Any) -> list[str]:  # noqa: ANN401 -- TOML
    draft = tomllib.loads(filled_draft())
    for place, value in changed.items():
        *path, last = place.split("__")
        block = draft
        for name in path:
            block = block[name]
        block[last] = value
    return [one.key for one in faults(draft, TODAY, is_demo=is_demo)]


@pytest.mark.parametrize("lang", list(Lang))
def test_the_forms_of_all_languages_differ_in_their_comments_alone(lang: Lang) -> None:
    form, dutch = (blank_form(one, TODAY) for one in (lang, Lang.NL))
    assert tomllib.loads(form) == tomllib.loads(dutch)
    comments = {x.partition("#")[2] for x in form.splitlines() if "#" in x}
    assert comments
    assert lang is Lang.NL or comments != {
        x.partition("#")[2] for x in dutch.splitlines() if "#" in x
    }


@pytest.mark.parametrize("day", [TODAY + timedelta(days=9 * n) for n in range(45)])
def test_whatever_the_day_the_form_that_is_filled_in_is_good(day: date) -> None:
    draft = tomllib.loads(filled_draft(day))
    assert faults(draft, day, is_demo=False) == []
    lives = draft["geldig_tot"] - day
    assert timedelta(days=90) < lives < timedelta(days=CHARTER_DAYS)


def test_what_no_field_says_alone_is_checked_too() -> None:
    assert keys() == []
    assert keys(ingangsdatum=date(2027, 9, 1)) == ["form.order"]
    assert keys(uren__van="18:00") == ["form.order"]
    assert keys(vakantie=[{"van": date(2027, 1, 2), "tot": date(2027, 1, 1)}]) == [
        "form.order"
    ]
    assert keys(herzien_voor=TODAY - timedelta(days=1)) == ["form.over"]
    assert keys(raad__geldig_tot=TODAY - timedelta(days=1)) == ["form.over"]
    assert keys(netwerken__console_luistert=["10.20.0.0/16"]) == ["form.twice"]
    many = [f"10.0.{n}.0/24" for n in range(64)]
    assert keys(netwerken__console_luistert=many) == ["form.some"]


def test_a_purpose_that_does_not_exist_is_named() -> None:
    assert keys(doelen={"spy": {"grondslag": "toestemming"}}) == ["form.unknown"]
    assert keys(doelen={}) == ["form.some"]


def test_everything_is_told_at_once() -> None:
    wrong: dict[str, Any] = {"uren__van": "18:00", "raad__naam": "..."}
    wrong["geldig_tot"] = date(2030, 1, 1)
    assert keys(**wrong) == ["form.blank", "form.order", "form.life"]
    assert keys(uren="x", raad=3, netwerken=[], vakantie=[1]) == [
        *("form.block", "form.block", "form.block", "form.block"),
    ]
    assert keys(uren__van=7, ingangsdatum="...") == ["form.blank", "form.clock"]


def test_no_school_agrees_on_a_weekend_and_a_demo_may() -> None:
    days = ["mo", "sa", "su"]
    assert keys(uren__dagen=days) == ["form.weekend", "form.weekend"]
    assert keys(uren__dagen=days, is_demo=True) == []
    assert keys(uren__dagen=["mo", "tu", "we", "th", "fr"]) == []
