# SPDX-License-Identifier: GPL-3.0-or-later
"""What each act of the teacher means."""

from consent.documents.command import Verb
from console.core import acts
from console.core.beat import SENTENCE_S
from console.core.commands import Command, ShowLog
from console.core.moment import Moment
from console.core.parts import Parts
from console.core.register import Register
from console.core.texts import may_send_link, may_send_message

Deed = (
    acts.StartLesson
    | acts.EndLesson
    | acts.ShowScreens
    | acts.StopScreens
    | acts.LookAt
    | acts.StopLooking
    | acts.AskAttention
    | acts.EndAttention
    | acts.SendMessage
    | acts.SendLink
    | acts.SeeHand
    | acts.ReadLog
)
"""Every act but the sign of life, which does nothing to anyone."""


class Deeds:
    """Turns acts into what the parts do."""

    def __init__(self, parts: Parts, register: Register) -> None:
        self._parts = parts
        self._register = register

    def do(  # noqa: C901, PLR0911 -- one line per act, and no act twice
        self, act: Deed, now: Moment
    ) -> list[Command]:
        """Do one act."""
        parts = self._parts
        match act:
            case acts.StartLesson():
                self._register.lesson_started()
                return parts.lesson.start(now)
            case acts.EndLesson():
                return self._register.end_lesson(now, by_bell=False)
            case acts.ShowScreens():
                return parts.overview.want(act, now)
            case acts.StopScreens():
                return parts.overview.stop(now)
            case acts.LookAt():
                offered = parts.hands.offers_look(act.pupil)
                return parts.look.start(act, now, offered=offered)
            case acts.StopLooking():
                return parts.look.stop(now)
            case acts.AskAttention():
                return parts.attention.ask(act, now)
            case acts.EndAttention():
                return parts.attention.end()
            case acts.SeeHand():
                return parts.hands.seen(act.pupil)
            case acts.ReadLog():
                return [ShowLog(parts.lesson.last, tuple(parts.room.asks))]
            case _:
                return self._share(act, now)

    def _share(
        self, act: acts.SendMessage | acts.SendLink, now: Moment
    ) -> list[Command]:
        parts = self._parts
        if isinstance(act, acts.SendMessage):
            if may_send_message(act.text):
                args = (("text", act.text),)
                return parts.shares.send(Verb.MESSAGE, args, act.pupils)
        elif may_send_link(act.url, act.title):
            link = (("url", act.url), ("title", act.title))
            return parts.shares.send(Verb.LINK, link, act.pupils)
        parts.room.say(parts.words.text_refused, now.boot_s + SENTENCE_S)
        return []
