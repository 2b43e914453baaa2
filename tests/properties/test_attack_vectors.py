# SPDX-License-Identifier: GPL-3.0-or-later
"""TUF's attacks, file by file: a code for a machine, one sentence for a person."""

from pathlib import Path

import pytest

from consent.documents.signed import Kind
from consent.shelf.held import Accepted, PaperRefused
from consent.shelf.shelf import Shelf
from tests.fakes import attacks
from tests.fakes.attacks import Attack

FILES = sorted(attacks.FOLDER.glob("*.json"))


def console(attack: Attack) -> Shelf:
    """Give a console with the examples, and all that came before the attack."""
    shelf = Shelf(attacks.root_sha256())
    papers = [attacks.example(kind) for kind in (*attacks.HELD, Kind.SET)]
    for paper in papers:
        assert isinstance(shelf.accept(paper, attacks.AT), Accepted)
    assert shelf.freshness(attacks.CLASS, attacks.AT)
    for paper in attack.given:
        answer = shelf.accept(paper, attacks.AT)
        assert isinstance(answer, Accepted), answer
    return shelf


def is_one_sentence(text: str) -> bool:
    """Say whether a person reads one sentence, whatever its code."""
    return text[0].isupper() and text.endswith(".") and ". " not in text


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_R42_P08_an_attack_is_refused_with_a_code_and_a_sentence(file: Path) -> None:
    attack = attacks.read(file)
    shelf = console(attack)
    answer = shelf.accept(attack.paper, attack.at)
    if attack.code:
        assert isinstance(answer, PaperRefused), answer
        assert answer.code == attack.code
        assert is_one_sentence(answer.sentence)
    else:
        assert isinstance(answer, Accepted)
    for class_id, why in attack.stale.items():
        found = shelf.freshness(class_id, attack.at)
        assert (found.ok, found.code) == (False, why)
        assert is_one_sentence(found.sentence)
    for class_id in attack.fresh:
        assert shelf.freshness(class_id, attack.at).ok


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_R42_P08_a_restart_in_between_helps_no_attacker(file: Path) -> None:
    attack = attacks.read(file)
    again = Shelf(attacks.root_sha256())
    again.restore(console(attack).papers(), attack.at)
    answer = again.accept(attack.paper, attack.at)
    assert (getattr(answer, "code", "")) == attack.code
    assert all(again.freshness(one, attack.at).ok for one in attack.fresh)
    assert not any(again.freshness(one, attack.at).ok for one in attack.stale)


def test_R42_every_attack_has_its_file_and_every_file_is_one() -> None:
    made = {one.name: attacks.write(one) for one in attacks.attacks()}
    assert {file.stem: file.read_text("utf-8") for file in FILES} == made
    named = {
        *("rollback", "freeze", "freeze-one-class", "mix-and-match"),
        *("fast-forward", "wrong-role", "endless-data", "wrong-root"),
        *("stolen-fresh-charter", "fast-forward-stolen-fresh"),
    }
    assert named <= made.keys()
