# SPDX-License-Identifier: GPL-3.0-or-later
"""Walk the law at random: papers come, people choose, clocks jump, laptops restart.

After each step every act is asked for, and the answer must be that of the sentences in
tests/consent/reference.py. And whatever happened before: one narrowing thing turns no
no into a yes, and makes no yes longer, wider or surer. docs/rights.md R-10, R-19.
"""

from datetime import timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from consent.decision import Grant, Refusal
from consent.documents.classes import ExtraSlot
from consent.documents.signed import Kind, Signer
from consent.facts import CapsUsed
from consent.lifecycle import ConsentEvent
from consent.purpose import PICTURES, Purpose
from consent.reason import Reason
from tests.consent.reference import Yes, judge
from tests.fakes.papers import DAY
from tests.fakes.school import BOTH
from tests.properties.law_scene import LINKS, Scene
from tests.properties.narrowings import FACTS, LOOKS, PAPERS, signed_ends

YES = ConsentEvent.PUPIL_SWITCHED_ON
SOME = st.sets(st.sampled_from(LOOKS)).map(lambda x: tuple(sorted(x)))
SLIPS = st.fixed_dictionaries(
    {
        "opt_outs": SOME,
        "guardian_no": SOME,
        "exempt_attention": st.booleans(),
        "decider_from": st.sampled_from([-999, 0, 1, 9]),
        "lifts_from": st.integers(0, 2),
    }
)
Answers = dict[str, Grant | Refusal]


def agree(scene: Scene) -> None:
    """Let everybody agree and the lesson begin."""
    for purpose in PICTURES:
        scene.choose(purpose, YES)
    scene.start_lesson()


def check(scene: Scene) -> None:
    """Hold every act against the sentences."""
    for act, said in scene.decide_all().items():
        truth = scene.truth(act)
        wanted = judge(truth)
        if isinstance(wanted, str):
            assert said == Refusal(Reason(wanted)), act
            continue
        assert isinstance(said, Grant), (act, said)
        found = (said.seconds, said.width_px, said.curtain, said.provisional)
        assert found == _measures(wanted), act
        ends = {truth.instant(x) for x in wanted.ends if x != "its own seconds"}
        if wanted.seconds:
            ends.add(scene.now + timedelta(seconds=wanted.seconds))
        assert said.until == min(ends), act


def _measures(yes: Yes) -> tuple[int, int, bool, bool]:
    return yes.seconds, yes.width_px, yes.curtain, yes.provisional


def no_wider(before: Answers, after: Answers) -> None:
    """See that no act is allowed more than it was."""
    for act, now in after.items():
        then = before[act]
        if not isinstance(now, Grant):
            continue
        assert isinstance(then, Grant), (act, then)
        assert now.seconds <= then.seconds, act
        assert now.until <= then.until, act
        assert now.width_px <= then.width_px, act
        assert now.curtain <= then.curtain, act
        assert now.provisional >= then.provisional, act


class LawWalk(RuleBasedStateMachine):
    """One laptop, from a lesson in which everybody agreed."""

    @initialize()
    def sit_down(self) -> None:
        self.scene = Scene()
        agree(self.scene)

    # --- the school

    @rule(name=st.sampled_from(sorted(PAPERS)), set_too=st.booleans())
    def a_paper_becomes_stricter(self, name: str, set_too: bool) -> None:  # noqa: FBT001 -- drawn
        kind, change = PAPERS[name]
        changes = {kind: change(self._paper(kind), self.scene)}
        without = () if set_too else (Kind.SET,)
        self.scene.publish(changes, without=without)

    @rule(kind=st.sampled_from(["trust", "charter", "sheet", "slip"]))
    def a_paper_is_as_it_was(self, kind: str) -> None:
        """The school widens again; a list of revocations never shrinks."""
        base = self.scene.base
        first = base.slips[0] if kind == "slip" else getattr(base, kind)
        fields = {name: getattr(first, name) for name in first.__struct_fields__}
        for name in ("serial", "v"):
            fields.pop(name)
        if kind == "slip":
            fields["lifted"] = signed_ends(self.scene)
        self.scene.publish({kind: fields})

    @rule(name=st.sampled_from(sorted(PAPERS)))
    def the_school_widens_in_a_lesson_that_began_with_less(self, name: str) -> None:
        self.everything_is_right_again()
        self.a_paper_becomes_stricter(name, set_too=True)
        self.scene.lesson = None
        self.scene.start_lesson()
        kind, _ = PAPERS[name]
        if kind != "revocations":
            self.a_paper_is_as_it_was(kind)

    @rule(purposes=st.sets(st.sampled_from(LOOKS)), both=st.booleans())
    def guardian_says_yes(self, purposes: set[Any], both: bool) -> None:  # noqa: FBT001 -- drawn
        by = BOTH if both else (Signer.OFFICE,)
        yes = tuple(self.scene.base.widening(x, by=by) for x in sorted(purposes))
        tomorrow = self.scene.now.date() + 9 * DAY
        self.scene.publish({"slip": {"guardian": yes, "decider_from": tomorrow}})

    @rule(minutes=st.sampled_from([5, 40]))
    def a_lesson_of_today_alone(self, minutes: int) -> None:
        """It goes before the weekly one, under another number."""
        today = self.scene.now.date()
        ends = self.scene.now + timedelta(minutes=minutes)
        hour = 1 + (today.month > 3 or today.day >= 28)
        local = ends + timedelta(hours=hour)
        if not "10:20" < f"{local:%H:%M}" < "17:00" or today.weekday() > 4:
            return
        extra = ExtraSlot(
            slot="e" * 32,
            day=today,
            starts="10:15",
            ends=f"{local:%H:%M}",
            subject="uitstap",
            teachers=(self.scene.base.teachers[0].id,),
        )
        self.scene.publish({"sheet": {"extra": (extra,)}})

    @rule()
    def the_set_is_renewed(self) -> None:
        self.scene.renew()

    # --- people

    @rule(
        purpose=st.sampled_from(sorted(PICTURES)),
        event=st.sampled_from([*ConsentEvent, YES, YES]),
        new_year=st.booleans(),
    )
    def something_happens_to_a_choice(
        self,
        purpose: Purpose,
        event: ConsentEvent,
        new_year: bool,  # noqa: FBT001 -- drawn
    ) -> None:
        self.scene.choose(purpose, event, new_year=new_year)

    @rule(
        paused=st.booleans(),
        answer=st.sampled_from([True, None, False]),
        offered=st.booleans(),
        alone=st.booleans(),
        asked_s=st.sampled_from([0, 30, 9_999]),
    )
    def people_act(self, **said: Any) -> None:  # noqa: ANN401 -- drawn
        for name, value in said.items():
            setattr(self.scene.said, name, value)

    @rule(teacher=st.integers(0, 1), slot=st.integers(0, 1))
    def another_teacher_asks(self, teacher: int, slot: int) -> None:
        self.scene.said.teacher, self.scene.said.slot = teacher, slot

    @rule()
    def a_lesson_is_asked_for(self) -> None:
        self.scene.start_lesson()

    @rule()
    def the_lesson_ends(self) -> None:
        self.scene.lesson = None

    # --- the machine

    @rule(link=st.sampled_from(sorted(LINKS)))
    def the_laptop_is_elsewhere(self, link: str) -> None:
        self.scene.said.link = link

    @rule(name=st.sampled_from(sorted(Scene().said.flags)), good=st.booleans())
    def a_thing_breaks_or_is_mended(self, name: str, good: bool) -> None:  # noqa: FBT001 -- drawn
        self.scene.said.flags[name] = good

    @rule(
        used=st.builds(
            CapsUsed,
            st.sampled_from([0, 90, 590, 600]),
            st.sampled_from([0, 80, 590, 600]),
            st.integers(0, 3),
            st.sampled_from([None, 59.0, 60.0]),
            st.sampled_from([None, None, 0, 7]),
        )
    )
    def the_day_was_used(self, used: CapsUsed) -> None:
        self.scene.said.used = used

    @rule(minutes=st.sampled_from([1, 9, 20, 50, 24 * 60, 7 * 24 * 60]))
    def time_passes(self, minutes: int) -> None:
        self.scene.pass_time(60 * minutes)

    @rule(seconds=st.sampled_from([-86_400, -7_200, -121, -60, 60, 121, 7_200, 86_400]))
    def the_clock_is_set(self, seconds: int) -> None:
        self.scene.set_clock(seconds)

    @rule()
    def the_laptop_restarts(self) -> None:
        self.scene.restart()

    @rule()
    def everything_is_right_again(self) -> None:
        """A new week in which everybody agrees, so that there is something to break."""
        self.scene = Scene()
        agree(self.scene)

    # --- the metamorphic law

    @precondition(lambda self: self.scene.truth("lesson")("the set is fresh"))
    @precondition(lambda self: not self.scene.watch.is_doubted)
    @rule(name=st.sampled_from(sorted(PAPERS)))
    def a_stricter_paper_never_widens(self, name: str) -> None:
        """Where the papers were fresh: new ones may also end a doubt."""
        before = self.scene.decide_all()
        self.a_paper_becomes_stricter(name, set_too=True)
        no_wider(before, self.scene.decide_all())

    @precondition(lambda self: self.scene.truth("lesson")("the set is fresh"))
    @precondition(lambda self: not self.scene.watch.is_doubted)
    @rule(slip=SLIPS, signed=st.booleans())
    def no_slip_of_the_office_alone_widens(self, slip: Any, signed: bool) -> None:  # noqa: ANN401, FBT001 -- drawn
        """Whatever it says, and whatever it says that others signed."""
        before, held = self.scene.decide_all(), self.scene.held.slips[0]
        ends = signed_ends(self.scene, by=(Signer.OFFICE,)) if signed else ()
        kept = {"not_after": held.not_after, "guardian": held.guardian, "lifted": ends}
        day = self.scene.now.date() + slip["decider_from"] * DAY
        self.scene.publish({"slip": {**kept, **slip, "decider_from": day}})
        no_wider(before, self.scene.decide_all())

    @rule(name=st.sampled_from(sorted(FACTS)))
    def a_narrowing_fact_never_widens(self, name: str) -> None:
        before = self.scene.decide_all()
        FACTS[name](self.scene)
        no_wider(before, self.scene.decide_all())

    @invariant()
    def every_act_is_judged_alike(self) -> None:
        check(self.scene)

    def _paper(self, kind: str) -> Any:  # noqa: ANN401 -- any paper
        school = self.scene.school
        return school.slips[0] if kind == "slip" else getattr(school, kind)


LawWalk.TestCase.settings = settings(max_examples=60, stateful_step_count=30)
test_R10_R19_R22_R23_R24_D04_the_law_is_the_sentences_on_every_walk = LawWalk.TestCase  # noqa: N816
