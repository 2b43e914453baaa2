# SPDX-License-Identifier: GPL-3.0-or-later
"""From a form on paper to what the laptop decides, by the office's own commands.

Each step is typed as an admin and a DPO type it; the last word is the law's own.
"""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from consent.decision import (
    ConsentFact,
    Facts,
    Grant,
    LessonFacts,
    Reason,
    Refusal,
    Request,
    TeacherFacts,
    decide,
)
from consent.lifecycle import ConsentState
from consent.purpose import Purpose
from consent.shelf.shelf import Shelf
from consent.store.papers_folder import PapersFolder
from consent.store.register.closed import Deed
from consent.store.register.models import Act, GuardianDecision, PaperForm
from installer.admin.asking import account, now
from installer.admin.office import open_office
from tests.fakes.admin import Admin
from tests.fakes.office import ROSTER, Laptop

CASPER = "Casper Elst"  # under thirteen
AMINA = "Amina Bakker"  # decides alone
FORM = ("--checked-by", "secretariaat", "--how", "in_person", "--date")
TEACHER_FP = "f" * 64


@dataclass(frozen=True)
class Desk:
    """A school with a lesson now, and the laptop of one pupil."""

    admin: Admin
    laptop: Laptop
    device: str

    def says(self, pupil: str, answer: str, *purposes: str) -> str:
        """Enter a form of today."""
        named = [word for one in purposes for word in ("--purpose", one)]
        return self.admin.succeeds(
            "guardian", "add", self.admin.office, pupil,
            "--answer", answer, *named, *FORM, self.today,
        )  # fmt: skip

    @property
    def today(self) -> str:
        """Give the day in the school's zone."""
        office = open_office(self.admin.office, None, "An")
        office.register.close()
        return now().astimezone(office.trust().zone).date().isoformat()

    def publishes(self) -> None:
        """Publish."""
        self.admin.succeeds("publish", self.admin.office)

    def proposes(self) -> str:
        """Sign every yes as the office."""
        return self.admin.succeeds("widening", "propose", self.admin.office)

    def dpo_signs(self, *more: str) -> str:
        """Sign as the DPO."""
        folder = self.admin.office / "proposed"
        return self.admin.succeeds(
            "widening", "sign", folder, "--key", self.admin.dpo, *more
        )

    def shelf(self, *, console: bool = False, onto: Shelf | None = None) -> Shelf:
        """Take what is published, as a laptop does, or as a console.

        Onto what this laptop holds already, or as one that is new.
        """
        office = open_office(self.admin.office, None, "An")
        root = office.trust().root_hash
        office.register.close()
        folder = (
            self.admin.office / "published" / ("consoles" if console else "laptops")
        )
        shelf = onto or (
            Shelf(root)
            if console
            else Shelf(root, device=self.device, seal_key=self.laptop.seal)
        )
        papers, faults = PapersFolder(folder).read()
        assert faults == []
        shelf.accept_all([filed.paper for filed in papers], now())
        return shelf

    def decides(
        self,
        purpose: Purpose = Purpose.OVERVIEW,
        *,
        pupil_said: bool = True,
        onto: Shelf | None = None,
    ) -> Grant | Refusal:
        """Ask the law on this laptop, whose pupil said yes or nothing."""
        shelf, at = self.shelf(onto=onto), now()
        ((class_id, sheet),) = shelf.classes.items()
        (slot,) = sheet.extra
        papers = shelf.papers_of(class_id)
        assert papers is not None
        teacher = TeacherFacts(
            TEACHER_FP, slot.teachers[0], role_ok=True, not_after=at + timedelta(days=9)
        )
        given = ConsentFact(ConsentState.GIVEN, at + timedelta(days=9))
        facts = Facts(
            shelf=shelf,
            class_id=class_id,
            teacher=teacher,
            clock_ok=True,
            network_ok=True,
            open_lesson=LessonFacts("1" * 32, TEACHER_FP, slot.slot, papers),
            logged_first=True,
            ledger_ok=True,
            session_ok=True,
            indicator_ok=True,
            notice_shown=True,
            consent={purpose: given} if pupil_said else {},
        )
        request = Request(
            purpose, TEACHER_FP, class_id, slot.slot, "1" * 32, reason_code="help"
        )
        return decide(request, facts, at)

    def no_picture(self) -> dict[str, bool]:
        """Say for whom a console may not ask, by name."""
        (roster,) = self.shelf(console=True).rosters.values()
        return {pupil.name: pupil.no_picture for pupil in roster.pupils}


def desk_of(admin: Admin, pupil: str) -> Desk:
    """Make a school that has a lesson now, with a laptop for one pupil."""
    admin.makes_a_school()
    admin.signs_a_charter()
    office = open_office(admin.office, None, "An")
    at = now().astimezone(office.trust().zone)
    office.register.close()
    starts, ends = at - timedelta(minutes=5), at + timedelta(minutes=60)
    lesson = f"c1,{starts.date()},{starts:%H:%M},{ends:%H:%M},wiskunde,t1\n"
    heading = ROSTER["slots.csv"].splitlines()[0] + "\n"
    files = [
        admin.writes(name, heading + lesson if name == "slots.csv" else text)
        for name, text in ROSTER.items()
    ]
    admin.succeeds("class", "import", admin.office, *files, "--yes")
    asking, device = admin.enrols("laptop-1", pupil)
    desk = Desk(admin, asking, device)
    desk.publishes()
    return desk


@pytest.fixture
def young(tmp_path: Path) -> Desk:
    """Give the desk with the laptop of a pupil under the age."""
    return desk_of(Admin(tmp_path), CASPER)


def reason(answer: Grant | Refusal) -> Reason | None:
    """Give the reason of a no; None for a yes."""
    return answer.reason if isinstance(answer, Refusal) else None


def test_R19_D04_a_guardians_yes_counts_when_both_signed_and_the_pupil_says_yes(
    young: Desk,
) -> None:
    assert reason(young.decides()) is Reason.GUARDIAN
    assert "Nog twee handtekeningen" in young.says(CASPER, "yes", "overview")
    young.publishes()
    assert reason(young.decides()) is Reason.GUARDIAN
    young.proposes()
    young.publishes()  # the office alone
    assert reason(young.decides()) is Reason.GUARDIAN
    assert young.no_picture()["Casper E."]
    assert "1: Casper Elst, 4B, overview" in young.dpo_signs()
    assert reason(young.decides()) is Reason.GUARDIAN  # not published yet
    young.publishes()
    assert isinstance(young.decides(), Grant)
    assert reason(young.decides(pupil_said=False)) is Reason.STATE
    assert reason(young.decides(Purpose.VIEW)) is not None
    assert not young.no_picture()["Casper E."]


def test_R11_R19_each_purpose_has_its_own_yes(young: Desk) -> None:
    young.says(CASPER, "yes", "view")
    young.proposes()
    young.dpo_signs()
    young.publishes()
    assert reason(young.decides()) is Reason.GUARDIAN
    assert isinstance(young.decides(Purpose.VIEW), Grant)


def test_R19_a_yes_that_is_taken_back_or_replaced_by_a_no_is_over(young: Desk) -> None:
    young.says(CASPER, "yes", "overview", "view")
    young.proposes()
    young.dpo_signs()
    young.publishes()
    office = young.admin.office
    said = young.admin.succeeds(
        "guardian", "withdraw", office, CASPER, "--purpose", "overview"
    )
    assert "1 beslissing teruggenomen" in said
    young.publishes()
    assert reason(young.decides()) is Reason.GUARDIAN
    assert isinstance(young.decides(Purpose.VIEW), Grant)
    young.says(CASPER, "no")
    young.publishes()
    assert reason(young.decides(Purpose.VIEW)) is Reason.GUARDIAN
    assert "nee" in young.admin.succeeds("guardian", "list", office)


def test_R19_from_the_age_on_a_yes_is_not_entered_and_a_no_counts(
    tmp_path: Path,
) -> None:
    desk = desk_of(Admin(tmp_path), AMINA)
    assert isinstance(desk.decides(), Grant)
    words = ("guardian", "add", desk.admin.office, AMINA, "--answer", "yes")
    told = desk.admin.fails(2, *words, "--purpose", "overview", *FORM, desk.today)
    assert "beslist alleen sinds" in told
    desk.says(AMINA, "no", "overview")
    desk.publishes()
    assert reason(desk.decides()) is Reason.GUARDIAN
    assert "teruggenomen" in desk.admin.succeeds(
        "guardian", "withdraw", desk.admin.office, AMINA
    )
    desk.publishes()
    assert reason(desk.decides()) is Reason.GUARDIAN  # both sign that it is over
    desk.proposes()
    assert "overview, nee van een ouder teruggenomen" in desk.dpo_signs()
    desk.publishes()
    assert isinstance(desk.decides(), Grant)


def test_D04_the_dpo_signs_what_the_list_says_or_nothing(young: Desk) -> None:
    young.says(CASPER, "yes", "overview", "view")
    young.proposes()
    folder = young.admin.office / "proposed"
    sign = ("widening", "sign", folder, "--key", young.admin.dpo)
    assert young.admin.succeeds(*sign, "--look").count("Casper Elst") == 2
    assert "geen nummer 9" in young.admin.fails(2, *sign, "--only", "9")
    rows = folder / "widenings.csv"
    honest = rows.read_text("utf-8")
    rows.write_text(honest.replace("secretariaat", "directie"), "utf-8")
    assert "zegt iets anders dan de lijst" in young.admin.fails(1, *sign)
    rows.write_text(honest, "utf-8")
    assert "1 verruiming getekend." in young.dpo_signs("--only", "1")
    young.publishes()
    held = {p for p in Purpose if p.is_picture and isinstance(young.decides(p), Grant)}
    assert held == {Purpose.OVERVIEW}
    assert "wacht op de DPO" in young.admin.succeeds(
        "widening", "list", young.admin.office
    )


def test_a_list_of_forms_is_entered_whole_or_not_at_all(young: Desk) -> None:
    office, day = young.admin.office, young.today
    heading = "pupil;class;purposes;answer;checked_by;how;date\n"
    good = (
        f"{CASPER};4B;overview+view;ja;secretariaat;signature_known;{day}\n"
        f"{AMINA};;;nee;secretariaat;called_back;{day}\n"
    )
    bad = good + (
        f"Nobody;;overview;yes;secretariaat;in_person;{day}\n"
        f"{CASPER};;spy;maybe;secretariaat;guess;yesterday\n"
        f"{CASPER};;;yes;secretariaat;in_person;{day}\n"
    )
    told = young.admin.fails(
        1, "guardian", "import", office, young.admin.writes("bad.csv", heading + bad)
    )
    assert "bad.csv, regel 4: Er is geen leerling Nobody" in told
    assert "bad.csv, regel 5, kolom how: kies uit in_person" in told
    assert "bad.csv, regel 6: Zeg voor welk doel" in told
    assert "6 fouten. Er is niets genoteerd." in told
    assert "nog geen formulier" in young.admin.succeeds(
        "guardian", "list", office, "--missing"
    )
    forms = young.admin.writes("good.csv", heading + good)
    said = young.admin.succeeds("guardian", "import", office, forms)
    assert "2 formulieren genoteerd." in said
    young.proposes()
    young.dpo_signs()
    young.admin.succeeds("guardian", "import", office, forms)  # again: nothing changes
    young.publishes()
    assert isinstance(young.decides(), Grant)
    assert (
        young.admin.succeeds("guardian", "list", office, "--missing") == "0 regels.\n"
    )
    assert young.admin.succeeds("guardian", "list", office).count("nee;") == 3


def test_who_sat_at_the_desk_is_kept_with_a_form(young: Desk) -> None:
    office, day = young.admin.office, young.today
    young.says(CASPER, "no", "view")
    rows = f"pupil;class;purposes;answer;checked_by;how;date\n{AMINA};;view;nee;x;"
    forms = young.admin.writes("forms.csv", f"{rows}in_person;{day}\n")
    young.admin.succeeds("guardian", "import", office, forms)
    young.admin.succeeds("guardian", "withdraw", office, AMINA)
    opened = open_office(office, None, "An")
    with opened.register.read() as desk:
        decided = desk.scalars(select(GuardianDecision.entered_by)).all()
        on_paper = desk.scalars(select(PaperForm.entered_by)).all()
        done = desk.scalars(select(Act.by).where(Act.deed == Deed.GUARDIAN)).all()
    opened.register.close()
    assert decided == [account()]
    assert on_paper == [account()] * 2
    assert done == [account()] * 3


def test_what_stands_for_nobody_cannot_be_taken_back(young: Desk) -> None:
    office = young.admin.office
    told = young.admin.fails(1, "guardian", "withdraw", office, CASPER)
    assert "niets om terug te nemen" in told
    told = young.admin.fails(2, "guardian", "withdraw", office, "Nobody")
    assert "geen leerling Nobody" in told
    told = young.admin.fails(
        4, "widening", "sign", office / "proposed", "--key", young.admin.dpo
    )
    assert "geen verruiming klaar" in told


def test_R16_no_command_takes_a_pupils_own_answer(young: Desk) -> None:
    help_page = young.admin.succeeds("guardian", "add", "--help")
    assert "Wat een leerling zelf kiest, komt hier nooit." in " ".join(
        help_page.split()
    )
    rules = ("--checked-by", "secretariaat", "--how", "school_rules", "--date", "x")
    words = ("guardian", "add", young.admin.office, CASPER, "--answer", "yes")
    assert "--how: kies uit" in young.admin.fails(2, *words, *rules)


def test_R19_D04_what_is_taken_back_stands_on_until_both_signed(
    tmp_path: Path,
) -> None:
    desk = desk_of(Admin(tmp_path), AMINA)
    admin, office = desk.admin, desk.admin.office
    admin.succeeds("optout", office, AMINA, "--purpose", "overview")
    admin.succeeds("exempt", office, AMINA)
    desk.publishes()
    held = desk.shelf()
    assert reason(desk.decides(onto=held)) is Reason.OPT_OUT
    said = admin.succeeds("optout", office, AMINA, "--purpose", "overview", "--undo")
    assert "blijft gelden tot kantoor en DPO allebei tekenden" in said
    assert "Tot ook de DPO tekende, verandert er niets." in said
    admin.succeeds("exempt", office, AMINA, "--undo")
    desk.publishes()
    assert reason(desk.decides(onto=held)) is Reason.OPT_OUT
    assert desk.no_picture()["Amina B."]
    desk.proposes()
    desk.publishes()  # the office alone
    assert reason(desk.decides(onto=held)) is Reason.OPT_OUT
    listed = admin.succeeds("widening", "list", office)
    assert "overview, bezwaar teruggenomen: wacht op de DPO" in listed
    signed = desk.dpo_signs()
    assert "Amina Bakker, 4B, vrijstelling van aandacht teruggenomen" in signed
    assert "2 verruimingen getekend." in signed
    desk.publishes()
    assert isinstance(desk.decides(onto=held), Grant)
    (slip,) = held.slips.values()
    assert not slip.exempt_attention
    assert not desk.no_picture()["Amina B."]


def test_D04_an_objection_that_comes_back_is_not_ended_by_an_old_signature(
    tmp_path: Path,
) -> None:
    desk = desk_of(Admin(tmp_path), AMINA)
    words = ("optout", desk.admin.office, AMINA, "--purpose", "overview")
    for _ in range(2):
        desk.admin.succeeds(*words)
        desk.publishes()
        held = desk.shelf()
        desk.admin.succeeds(*words, "--undo")
        desk.publishes()
        assert reason(desk.decides(onto=held)) is Reason.OPT_OUT
        desk.proposes()
        desk.dpo_signs()
        desk.publishes()
        assert isinstance(desk.decides(onto=held), Grant)


def test_R19_D04_a_yes_after_a_no_ends_it_when_both_signed(young: Desk) -> None:
    young.says(CASPER, "no", "overview")
    young.publishes()
    held = young.shelf()
    young.says(CASPER, "yes", "overview")
    young.publishes()
    assert reason(young.decides(onto=held)) is Reason.GUARDIAN
    assert held.slips.popitem()[1].guardian_no == ("overview",)
    young.proposes()
    assert "1 verruiming getekend." in young.dpo_signs()
    young.publishes()
    assert isinstance(young.decides(onto=held), Grant)


def test_D04_a_yes_that_was_withdrawn_cannot_be_laid_in_again(young: Desk) -> None:
    young.says(CASPER, "yes", "overview")
    young.proposes()
    young.dpo_signs()
    young.publishes()
    (before,) = young.shelf().slips.values()
    young.admin.succeeds("guardian", "withdraw", young.admin.office, CASPER)
    young.publishes()
    (after,) = young.shelf().slips.values()
    assert after.guardian == ()
    assert after.lifts_from == before.guardian[0].body.serial + 1


def test_R19_D04_an_earlier_birth_date_counts_when_both_signed(young: Desk) -> None:
    held = young.shelf()
    roster = [young.admin.home / name for name in ROSTER]
    births = ROSTER["demographics.csv"].replace("2016-01-01", "2010-01-01")
    young.admin.writes("demographics.csv", births)
    said = young.admin.succeeds("class", "import", young.admin.office, *roster, "--yes")
    assert "geldt pas als kantoor en DPO" in said
    young.publishes()
    assert reason(young.decides(onto=held)) is Reason.GUARDIAN
    assert "beslist alleen" in young.admin.succeeds(
        "guardian", "list", young.admin.office, "--missing"
    )
    young.proposes()
    assert "beslist alleen vanaf" in young.dpo_signs()
    young.publishes()
    assert isinstance(young.decides(onto=held), Grant)
