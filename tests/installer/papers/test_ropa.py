# SPDX-License-Identifier: GPL-3.0-or-later
"""The record of processing: to read, and the same for a program."""

import json
import re

import pytest

from consent.documents.charter import LegalBasis
from consent.documents.fields import Lang
from consent.purpose import Purpose
from installer.papers.ropa import ropa, ropa_graph
from tests.fakes.agreed import agreed, purposes
from tests.installer.papers.every import LANGS


@pytest.mark.parametrize("lang", LANGS)
def test_R46_every_item_of_article_30_is_there(lang: Lang) -> None:
    text = re.sub(r"[().]", "", str(ropa(agreed(), lang)))
    assert [i for i in ("301b", "301c", "301d", "301e", "301f") if i not in text] == []


def test_R46_a_program_reads_the_purposes_and_their_bases() -> None:
    held = agreed(purposes=purposes(Purpose.VIEW, basis=LegalBasis.PUBLIC_TASK))
    graph = json.loads(json.dumps(ropa_graph(held)))
    (only,) = graph["dpv:hasProcessing"]
    assert only["dpv:hasPurpose"] == "inzage:view"
    assert only["dpv:hasLegalBasis"] == "eu-gdpr:A6-1-e"
    assert only["dpv:hasThirdParty"] == only["dpv:hasDataTransfer"] == []
    assert graph["dct:valid"] == "2027-09-20"
    assert graph["inzage:draft"] is True


def test_R46_pictures_are_not_kept_and_the_rest_is_for_a_year() -> None:
    graph = json.loads(json.dumps(ropa_graph(agreed())))
    kept = {
        one["dpv:hasPurpose"].split(":")[1]: one["dpv:hasStorageCondition"]["duration"]
        for one in graph["dpv:hasProcessing"]
    }
    assert kept["view"] == kept["overview"] == kept["show"] == "memory only, <= 2 s"
    assert kept["attention"] == kept["share"] == "until school-year end + 30 d"


def test_R46_without_pictures_there_is_no_chapter_on_them() -> None:
    held = agreed(purposes=purposes(Purpose.SHARE))
    assert "Beelden van schermen" not in str(ropa(held, Lang.NL))
