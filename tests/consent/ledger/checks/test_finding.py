# SPDX-License-Identifier: GPL-3.0-or-later
"""A finding is a sentence in three languages with its names filled in."""

import pytest

from consent.documents.fields import Lang
from consent.documents.signed import Kind
from consent.ledger.checks.finding import bad, good
from consent.ledger.kinds import Chain


def test_names_are_filled_in() -> None:
    found = bad("member_added", name="x.txt")
    assert not found.ok
    assert found.sentence(Lang.NL) == "Het deel x.txt is er bij gezet."
    assert found.sentence(Lang.EN) == "The part x.txt was added."
    assert found.sentence(Lang.FR) == "La partie x.txt a été ajoutée."


def test_good_is_good() -> None:
    assert good("device").ok


def test_an_unknown_code_is_a_bug() -> None:
    with pytest.raises(KeyError):
        good("nothing")


def test_a_name_in_braces_is_not_a_place() -> None:
    assert "{0.x}" in bad("member_added", name="{0.x}").sentence_nl


def test_one_is_not_many() -> None:
    one, two = (good("chain", chain=Chain.OWN, count=count) for count in (1, 2))
    assert one.sentence_nl == "De eigen ketting klopt: 1 regel."
    assert two.sentence_nl == "De eigen ketting klopt: 2 regels."
    assert (one.sentence_en[-7:], two.sentence_en[-8:]) == ("1 line.", "2 lines.")


def test_a_paper_and_a_chain_have_their_name_in_each_language() -> None:
    paper = bad("paper_form", kind=Kind.CHARTER)
    assert "de afspraken" in paper.sentence_nl
    assert "the charter" in paper.sentence_en
    assert "la convention" in paper.sentence_fr
    assert "partagée" in bad("order", chain=Chain.SHARED, seq=1).sentence_fr


def test_what_is_for_makers_is_in_no_sentence() -> None:
    found = bad("manifest", detail="The table is wrong.")
    assert found.detail == "The table is wrong."
    assert "wrong" not in found.sentence_nl + found.sentence_en + found.sentence_fr
