# SPDX-License-Identifier: GPL-3.0-or-later
"""What a teacher sends is written, laid ready and never opened by us."""

import pytest

from agent.core import events as e
from agent.core.shares import OFFERS_KEPT
from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from protocol.messages import local
from tests.fakes.laptop_desk import LaptopDesk
from tests.fakes.ledger import Disk
from tests.fakes.school import School


def test_R30_a_message_is_written_and_laid_ready(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    body = teacher.ask(Verb.MESSAGE)
    (offer,) = desk.local_words(local.Offer)
    assert (offer.kind, offer.text, offer.teacher) == (
        local.OfferKind.MESSAGE,
        "Pagina 12.",
        "mevr. Peeters",
    )
    assert desk.ledger.bodies(Kind.SHARE)[0].text("text") == "Pagina 12."
    assert desk.yeses(body.seq) == 1


def test_R63_D15_a_link_shows_its_host_plainly(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    teacher.ask(
        Verb.LINK, args={"url": "https://xn--bcher-kva.example/a", "title": "Boek"}
    )
    (offer,) = desk.local_words(local.Offer)
    assert (offer.host, offer.text) == ("xn--bcher-kva.example", "Boek")


def test_R14_an_opted_out_pupil_gets_messages_too(school: School) -> None:
    desk = LaptopDesk(school.changed(slip={"opt_outs": ("overview", "view", "show")}))
    body = desk.lesson().ask(Verb.MESSAGE)
    assert desk.yeses(body.seq) == 1


@pytest.mark.parametrize("verb", [Verb.FILE_OFFER, Verb.HANDIN_ASK])
def test_what_this_laptop_does_not_take_yet_is_a_plain_no(
    desk: LaptopDesk, verb: Verb
) -> None:
    teacher = desk.lesson()
    body = teacher.ask(verb)
    assert len(desk.nos(body.seq)) == 1
    assert desk.local_words(local.Offer) == []


def test_without_a_record_nothing_is_laid_ready(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.ledger.disk = Disk.LOST
    body = teacher.ask(Verb.MESSAGE)
    assert len(desk.nos(body.seq)) == 1
    assert desk.local_words(local.Offer) == []


def test_without_a_session_nobody_is_told(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.tell(e.SessionLost())
    body = teacher.ask(Verb.MESSAGE)
    assert len(desk.nos(body.seq)) == 1


def test_R65_all_that_lies_ready_is_there_after_a_reconnect(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    teacher.ask(Verb.MESSAGE)
    teacher.ask(Verb.LINK)
    desk.sit_down()
    assert len(desk.local_words(local.Offers)[-1].offers) == 2


def test_R63_R66_what_is_put_away_is_gone_and_nobody_is_told(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    body = teacher.ask(Verb.MESSAGE)
    before = len(desk.said)
    desk.tell_session(local.OfferGone(bytes.fromhex(body.access)))
    assert desk.mind.laptop.offers == []
    assert len(desk.said) == before


def test_the_oldest_makes_room(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    old = desk.mind.laptop.offers
    for n in range(OFFERS_KEPT):
        old.append(
            local.Offer(n.to_bytes(16, "big"), local.OfferKind.MESSAGE, "", "x", "", "")
        )
    teacher.ask(Verb.MESSAGE)
    assert len(old) == OFFERS_KEPT
    assert desk.local_words(local.OfferGone) == [local.OfferGone(bytes(16))]
