# SPDX-License-Identifier: GPL-3.0-or-later
"""Two lists of one teacher: kept, told once, and told again to nobody else."""

from agent.core import commands as c
from agent.core import forks
from consent.documents.fields import Lang
from consent.ledger.kinds import Kind
from consent.ledger.plain import sentence
from tests.fakes.laptop_desk import LaptopDesk


def test_R33_the_pupil_reads_it_in_one_sentence_that_blames_nobody(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    forks.two_lists(desk.mind.laptop, teacher.tree.note())
    for command in desk.mind.laptop.out:
        if isinstance(command, c.Append):
            desk.ledger.append_all(command.drafts, command.context)
    (line,) = desk.ledger.bodies(Kind.TROUBLE)
    said = sentence(line, Lang.NL)
    assert teacher.teacher.name in said
    assert said.startswith("Twee versies van de lijst van")


def test_a_tree_that_was_told_of_before_a_restart_is_not_told_again(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.ledger.keep_fork(teacher.tree.note())
    forks.two_lists(desk.mind.laptop, teacher.tree.note())
    assert [type(x) for x in desk.mind.laptop.out] == [c.KeepFork]
