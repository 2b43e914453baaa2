# SPDX-License-Identifier: GPL-3.0-or-later
"""The pupil's yes and no: a no always and at once, a yes only when all of it holds."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from agent.core import events as e
from consent.documents.command import Verb
from consent.documents.signed import Kind as SignedKind
from consent.ledger.chain import is_signed
from consent.ledger.kinds import Kind
from consent.lifecycle import ConsentState
from consent.method import CHOICE_CONTEXT
from consent.purpose import Purpose
from protocol.messages import local
from protocol.messages.local import ChoiceAnswer
from tests.fakes.laptop_desk import LaptopDesk
from tests.fakes.ledger import Disk
from tests.fakes.school import School, make_school

YES, NO, LATER = ChoiceAnswer.YES, ChoiceAnswer.NO, ChoiceAnswer.LATER


def _state(desk: LaptopDesk, purpose: Purpose = Purpose.OVERVIEW) -> ConsentState:
    kept = desk.mind.laptop.choices.get((desk.school.class_id, purpose))
    return ConsentState.UNKNOWN if kept is None else kept.state


def _is_on(desk: LaptopDesk, purpose: Purpose = Purpose.OVERVIEW) -> bool:
    switches = desk.local_words(local.Choices)[-1].switches
    return next(x.on for x in switches if x.purpose.name == purpose.name)


def test_a_yes_counts_once_line_and_file_are_on_disk(desk: LaptopDesk) -> None:
    desk.lesson()
    desk.hold = True
    desk.choose(Purpose.OVERVIEW)
    assert not _is_on(desk)
    desk.let_go()
    assert _is_on(desk)
    consent = desk.ledger.bodies(Kind.CONSENT)[-1]
    assert consent.text("method") == "agent_switch"
    assert consent.text("pupil_sig")
    assert '"answer":"yes"' in consent.text("evidence")
    kept = desk.local_words(local.ClickKept)
    assert kept[-1].n == desk.clicks


def test_a_yes_that_cannot_be_written_is_a_no(desk: LaptopDesk) -> None:
    desk.lesson()
    desk.ledger.disk = Disk.LOST
    desk.choose(Purpose.OVERVIEW)
    assert not _is_on(desk)
    assert desk.yes_files == set()


@pytest.mark.parametrize(
    "wrong",
    [
        {"pupil_sig": bytes(64)},
        {"digest": b"{}"},
        {"digest": b"not json"},
        {"digest": b"x" * 1_025},
        {"notice_sha256": bytes(32)},
        {"script": True},
        {"n": 0},
        {"by_switch": False},  # no question is open for it
    ],
)
def test_a_yes_that_is_not_wholly_right_is_none(
    desk: LaptopDesk, wrong: dict[str, Any]
) -> None:
    desk.start()
    desk.sit_down()
    desk.choose(Purpose.OVERVIEW, **wrong)
    assert not _is_on(desk)
    assert desk.ledger.bodies(Kind.CONSENT) == []


def test_a_signed_text_that_says_no_makes_no_yes(desk: LaptopDesk) -> None:
    desk.start()
    desk.sit_down()
    digest = b'{"answer":"no"}'
    sig = desk.pupil_key.sign(CHOICE_CONTEXT + digest)
    desk.choose(Purpose.OVERVIEW, digest=digest, pupil_sig=sig)
    assert not _is_on(desk)


def test_a_script_may_click_in_a_demo_and_it_is_recorded() -> None:
    school = make_school(kind="demo")
    desk = LaptopDesk(school)
    desk.start()
    desk.sit_down()
    desk.choose(Purpose.OVERVIEW, script=True)
    assert _is_on(desk)
    assert desk.ledger.bodies(Kind.CONSENT)[-1].text("method") == "demo_script"


def test_what_the_school_ruled_out_cannot_be_switched_on(school: School) -> None:
    desk = LaptopDesk(school.changed(slip={"opt_outs": ("overview",)}))
    desk.start()
    desk.sit_down()
    switches = desk.local_words(local.Choices)[-1].switches
    assert [x.possible for x in switches] == [False, True, True]
    desk.choose(Purpose.OVERVIEW)
    assert not _is_on(desk)


def test_P09_an_old_number_cannot_say_yes_again(desk: LaptopDesk) -> None:
    desk.lesson()
    desk.choose(Purpose.OVERVIEW)
    desk.choose(Purpose.OVERVIEW, NO)
    desk.clicks = 0
    desk.choose(Purpose.OVERVIEW)
    assert not _is_on(desk)


def test_R13_a_no_counts_whatever_its_number_or_signature(desk: LaptopDesk) -> None:
    desk.lesson()
    desk.choose(Purpose.OVERVIEW)
    desk.choose(Purpose.OVERVIEW, NO, n=0, pupil_sig=bytes(64), digest=b"\xff")
    assert not _is_on(desk)
    assert _state(desk) is ConsentState.WITHDRAWN
    assert desk.ledger.bodies(Kind.CONSENT)[-1].text("state") == "ConsentWithdrawn"


def test_a_signed_no_is_recorded_with_its_key_its_text_and_the_rules(
    desk: LaptopDesk,
) -> None:
    desk.lesson()
    desk.choose(Purpose.OVERVIEW, NO)
    consent = desk.ledger.bodies(Kind.CONSENT)[-1]
    key, text = bytes.fromhex(consent.text("pupil_key")), consent.text("evidence")
    sig = bytes.fromhex(consent.text("pupil_sig"))
    assert is_signed(CHOICE_CONTEXT + text.encode(), sig, key)
    assert consent.text("notice")
    assert consent.text("charter")


def test_a_no_with_a_wrong_signature_is_recorded_without_one(
    desk: LaptopDesk,
) -> None:
    desk.lesson()
    desk.choose(Purpose.OVERVIEW, NO, pupil_sig=bytes(64))
    consent = desk.ledger.bodies(Kind.CONSENT)[-1]
    assert consent.text("state") == "ConsentRefused"
    assert consent.text("pupil_sig") == consent.text("evidence") == ""


def test_a_yes_after_a_no_is_renewed(desk: LaptopDesk) -> None:
    desk.lesson()
    for answer in (YES, NO, YES):
        desk.choose(Purpose.OVERVIEW, answer)
    assert _state(desk) is ConsentState.RENEWED


def test_D08_a_no_that_the_disk_refuses_holds_and_is_tried_again(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.choose(Purpose.OVERVIEW)
    desk.yes_disk_ok = False
    desk.choose(Purpose.OVERVIEW, NO)
    assert not _is_on(desk)
    assert desk.local_words(local.ClickKept)[-1].n != desk.clicks
    desk.yes_disk_ok = True
    desk.move(6, teacher)
    assert desk.yes_files == set()


def test_a_yes_that_the_disk_refuses_is_none_and_its_switch_falls_back(
    desk: LaptopDesk,
) -> None:
    desk.lesson()
    desk.yes_disk_ok = False
    told = len(desk.local_words(local.Choices))
    desk.choose(Purpose.OVERVIEW)
    assert not _is_on(desk)
    assert len(desk.local_words(local.Choices)) == told + 1
    assert not desk.mind.laptop.coming


def test_terug_takes_the_yes_of_the_last_ten_seconds_back(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.choose(Purpose.OVERVIEW)
    desk.move(20, teacher)
    desk.choose(Purpose.VIEW)
    desk.click(local.ClickKind.UNDO)
    assert _is_on(desk, Purpose.OVERVIEW)
    assert not _is_on(desk, Purpose.VIEW)


def test_R17_a_new_charter_ends_the_yes_that_rested_on_the_old(
    desk: LaptopDesk,
) -> None:
    desk.lesson()
    desk.choose(Purpose.OVERVIEW)
    desk.renew_papers(desk.school.newer(charter={"vision_ref": "Visie 3"}))
    assert _state(desk) is ConsentState.INVALIDATED
    consent = desk.ledger.bodies(Kind.CONSENT)[-1]
    assert (consent.text("by"), consent.text("method")) == (
        "school",
        "system_policy_change",
    )
    assert desk.yes_files == set()


def test_R17_a_new_pupil_key_ends_it_too(desk: LaptopDesk) -> None:
    desk.lesson()
    desk.choose(Purpose.OVERVIEW)
    desk.tell(e.SessionLost())
    desk.pupil_key = Ed25519PrivateKey.generate()
    desk.sit_down()
    assert _state(desk) is ConsentState.INVALIDATED


def test_R17_a_yes_ends_with_the_school_year(desk: LaptopDesk) -> None:
    desk.lesson()
    desk.choose(Purpose.OVERVIEW)
    key = (desk.school.class_id, Purpose.OVERVIEW)
    kept = desk.mind.laptop.choices[key]
    assert kept.valid_until == desk.school.sheet.not_after
    past = desk.clock.wall - timedelta(seconds=1)
    desk.mind.laptop.choices[key] = replace(kept, valid_until=past)
    desk.tell(e.Ticked())
    assert _state(desk) is ConsentState.EXPIRED


def test_stop_of_a_show_ends_that_show_alone(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    access = teacher.ask(Verb.SHOW_START).access
    desk.tell_session(local.Answer(bytes.fromhex(access), yes=True))
    desk.click(local.ClickKind.STOP, access)
    assert _is_on(desk, Purpose.SHOW)
    assert desk.ledger.bodies(Kind.CAUSE)[-1].text("cause") == "pupil_stop"
    assert desk.local_words(local.ClickKept)[-1].n == desk.clicks


def test_P09_a_no_that_overtakes_a_yes_on_its_way_to_disk_stands(
    desk: LaptopDesk,
) -> None:
    desk.lesson()
    desk.hold = True
    desk.choose(Purpose.OVERVIEW)
    desk.choose(Purpose.OVERVIEW, NO)
    desk.let_go()
    assert not _is_on(desk)
    assert desk.yes_files == set()
    states = [x.text("state") for x in desk.ledger.bodies(Kind.CONSENT)]
    assert states == ["ConsentGiven", "ConsentWithdrawn"]


def test_terug_takes_back_a_yes_that_is_still_being_written(desk: LaptopDesk) -> None:
    desk.lesson()
    desk.hold = True
    desk.choose(Purpose.OVERVIEW)
    desk.click(local.ClickKind.UNDO)
    desk.let_go()
    assert not _is_on(desk)


def test_a_long_text_is_no_evidence_for_a_yes(desk: LaptopDesk) -> None:
    desk.start()
    desk.sit_down()
    digest = b"x" * 1_025
    sig = desk.pupil_key.sign(CHOICE_CONTEXT + digest)
    desk.choose(Purpose.OVERVIEW, digest=digest, pupil_sig=sig)
    assert not _is_on(desk)


def test_a_no_under_another_text_notes_no_text(desk: LaptopDesk) -> None:
    desk.start()
    desk.sit_down()
    desk.choose(Purpose.OVERVIEW, NO, notice_sha256=bytes(32))
    assert desk.ledger.bodies(Kind.NOTICE) == []


def test_a_yes_of_another_class_is_left_alone(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.choose(Purpose.OVERVIEW)
    own = (desk.school.class_id, Purpose.OVERVIEW)
    laptop = desk.mind.laptop
    other = ("ab" * 16, Purpose.OVERVIEW)
    laptop.choices[other] = replace(laptop.choices[own], charter="")
    laptop.shelf._held[SignedKind.SLIP, other[0]] = replace(  # noqa: SLF001 -- a pupil in two classes
        laptop.shelf._held[SignedKind.SLIP, own[0]],  # noqa: SLF001 -- (idem)
        document=msgspec.structs.replace(laptop.shelf.slips[own[0]], class_id=other[0]),
    )
    desk.move(1, teacher)
    assert laptop.choices[other].state is ConsentState.GIVEN


def test_a_pupil_who_left_a_class_has_no_yes_there(desk: LaptopDesk) -> None:
    desk.lesson()
    desk.choose(Purpose.OVERVIEW)
    laptop = desk.mind.laptop
    other = ("ab" * 16, Purpose.OVERVIEW)
    laptop.choices[other] = laptop.choices[desk.school.class_id, Purpose.OVERVIEW]
    desk.tell(e.Ticked())
    assert laptop.choices[other].state is ConsentState.EXPIRED


def test_D04_a_slip_of_another_pupil_ends_every_yes(desk: LaptopDesk) -> None:
    desk.lesson()
    desk.choose(Purpose.OVERVIEW)
    assert _is_on(desk)
    own = desk.mind.laptop.pupil
    desk.renew_papers(desk.school.newer(slip={"pupil": "ab" * 16}))
    assert desk.mind.laptop.pupil == "ab" * 16
    assert _state(desk) is not ConsentState.GIVEN
    desk.renew_papers(desk.school.newer(slip={"pupil": own}))
    assert desk.mind.laptop.pupil == own
    assert not _is_on(desk)
