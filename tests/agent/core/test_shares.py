# SPDX-License-Identifier: GPL-3.0-or-later
"""What a teacher sends is written, laid ready and never opened by us."""

from dataclasses import replace
from datetime import timedelta

import pytest

from agent.core import commands as c
from agent.core import events as e
from agent.core.memory import Laid, Memory
from agent.core.shares import OFFERS_KEPT, offer_of
from consent.documents.command import Verb
from consent.ledger.entry import parse_body
from consent.ledger.kinds import Kind
from protocol.messages import local
from tests.consent.ledger.test_entry import EXAMPLES, written
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


def laid(number: int, desk: LaptopDesk, ago: timedelta = timedelta(0)) -> Laid:
    offer = local.Offer(
        number.to_bytes(16, "big"), local.OfferKind.MESSAGE, "", "x", "", ""
    )
    return Laid(offer, desk.now.wall - ago, desk.school.pupils[0].id)


def test_R65_it_lies_ready_for_a_week_over_a_restart(school: School) -> None:
    desk = LaptopDesk(school)
    days = [timedelta(days=7), timedelta(days=6, hours=23), timedelta(0)]
    offers = tuple(laid(n, desk, ago) for n, ago in enumerate(days))
    desk.memory = Memory(offers=offers)
    desk.start()
    desk.sit_down()
    (ready,) = desk.local_words(local.Offers)
    assert [x.id[-1] for x in ready.offers] == [2, 1]
    desk.move(3_601)
    assert desk.local_words(local.OfferGone)[-1].id == offers[1].offer.id
    assert [x.offer.id[-1] for x in desk.mind.laptop.offers] == [2]


def test_R65_a_clock_that_is_doubted_takes_nothing_away(desk: LaptopDesk) -> None:
    desk.lesson().ask(Verb.MESSAGE)
    desk.clock.wall += timedelta(days=30)
    desk.tell(e.Ticked())
    assert len(desk.mind.laptop.offers) == 1


def test_R65_another_pupil_of_this_laptop_gets_none_of_it(desk: LaptopDesk) -> None:
    desk.lesson().ask(Verb.MESSAGE)
    desk.mind.laptop.offers[0] = replace(desk.mind.laptop.offers[0], pupil="other")
    desk.sit_down()
    assert desk.local_words(local.Offers)[-1].offers == ()


def test_R34_what_is_wiped_from_the_list_goes_here_too(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    teacher.ask(Verb.MESSAGE)
    old = laid(9, desk, timedelta(days=2))
    desk.mind.laptop.offers.insert(0, old)
    desk.tell(e.ListErased())
    assert desk.local_words(local.OfferGone) == [local.OfferGone(old.offer.id)]
    assert len(desk.mind.laptop.offers) == 1


@pytest.mark.parametrize("verb", [Verb.MESSAGE, Verb.LINK])
def test_R65_what_lies_ready_can_be_read_from_its_line(
    desk: LaptopDesk, verb: Verb
) -> None:
    desk.lesson().ask(verb)
    (line,) = desk.ledger.bodies(Kind.SHARE)
    (now,) = desk.mind.laptop.offers
    assert offer_of(line, now.offer.id) == now.offer


def test_a_file_that_was_offered_is_not_laid_ready() -> None:
    lines = [parse_body(written(x)) for x in EXAMPLES if x[1] is Kind.SHARE]
    laid_ready = [line.text("what") for line in lines if offer_of(line, bytes(16))]
    assert laid_ready == ["message", "link"]


def test_R63_R66_what_is_put_away_is_gone_and_nobody_is_told(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    body = teacher.ask(Verb.MESSAGE)
    before = len(desk.said)
    desk.tell_session(local.OfferGone(bytes.fromhex(body.access)))
    assert desk.mind.laptop.offers == []
    assert desk.did[-1] == c.PutAway(bytes.fromhex(body.access))
    assert len(desk.said) == before


def test_the_oldest_makes_room(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    old = desk.mind.laptop.offers
    for n in range(OFFERS_KEPT):
        old.append(laid(n, desk))
    teacher.ask(Verb.MESSAGE)
    assert len(old) == OFFERS_KEPT
    assert desk.local_words(local.OfferGone) == [local.OfferGone(bytes(16))]
