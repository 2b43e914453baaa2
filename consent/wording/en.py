# SPDX-License-Identifier: GPL-3.0-or-later
"""The words for pupils, in English."""

from typing import Final

from consent.documents.fields import Band
from consent.purpose import Purpose
from consent.wording.parts import Question, Section, Words

_TEN_AND_UP: Final = (
    Section(
        "Is someone looking at my screen?",
        "Sometimes your teacher wants to see your screen. This program can do that. "
        "It is called Inzage. You choose if it is okay.",
    ),
    Section(
        "What does your teacher see?",
        "Your teacher sees a small picture of your screen. "
        "Normal letters are too small to read. "
        "Your teacher can sometimes guess big letters. "
        "Only if you say yes can your teacher also see it big. "
        "Then you always see that at the top of your screen.",
    ),
    Section(
        "What can your teacher not do?",
        "Your teacher cannot see what you type. The camera and the mic stay off. "
        "Nothing is recorded. What you did yesterday stays yours. "
        "At night, at weekends and at home no one looks. "
        "A teacher can take a photo of their own screen. "
        "That is not allowed. Say so if you notice it.",
    ),
    Section(
        "When?",
        "Only in class, at school. Your teacher says why first. "
        "You can read it on your screen. It stops by itself after class.",
    ),
    Section(
        "Can you say no?",
        "Yes. You can always say no. You do not have to say why. "
        "You will not be punished or get bad marks. "
        "Your teacher only sees: no picture. Not why. "
        "You can say yes later, and then no again. Saying no is one click.",
    ),
    Section(
        "Are you under {age}?",
        "Then your parents must say yes too. Do you say no? Then it is no.",
    ),
    Section(
        "Who looked?",
        "Click the little eye. You see a list: who, when, how long and why. "
        "If someone changes the list, it shows. "
        "Other pupils cannot see your list. You can take a copy.",
    ),
    Section(
        "When does it go away?",
        "The pictures are not kept. "
        "The list stays until thirty days after the school year. "
        "Then the computer wipes it.",
    ),
    Section(
        "Is something wrong?",
        "Talk to someone you trust. "
        "You can also call or write to the privacy helper of your school. "
        "You find the name here. "
        "You can also go to the Children’s Rights Commissioner. "
        "Or to the office that guards privacy.",
    ),
    Section(
        "Who chose this?",
        "The school. "
        "First pupils, parents and teachers talked about it in the school council. "
        "You can read here what they said.",
    ),
)

_SIX_TO_NINE: Final = (
    Section(
        "Is someone looking at my screen?",
        "Sometimes your teacher wants to see your screen. You can choose.",
    ),
    Section(
        "What does your teacher see?",
        "A small picture of your screen. No one can read small letters there. "
        "Do you say yes? Then your teacher can also see it big. "
        "You see that at the top of your screen.",
    ),
    Section(
        "What is not possible?",
        "No one films you. No one hears you. Pictures are not kept. "
        "At home no one looks. Taking a photo of your screen is not allowed.",
    ),
    Section(
        "When?",
        "Only in the lesson, in class. Your teacher says why first. "
        "After the lesson it stops.",
    ),
    Section(
        "Can you say no?",
        "Yes, always. You will not be punished. You do not have to say why. "
        "Saying no is one click.",
    ),
    Section(
        "Are you under {age}?",
        "Then someone at home must say yes too. Do you say no? Then it is no.",
    ),
    Section(
        "Who looked?",
        "Click the little eye. It says who looked and why. "
        "You can ask someone to read with you.",
    ),
    Section(
        "When does it go away?",
        "The pictures go away at once. The list goes away after the school year.",
    ),
    Section(
        "Is something not nice?",
        "Tell someone you trust. "
        "At school there is someone who helps. You find the name here.",
    ),
    Section(
        "Who chose this?",
        "The school. First children, parents and teachers talked about it.",
    ),
)

_FOOT: Final = "No has no consequences. Your teacher does not see why."
_FOOT_SMALL: Final = "No is fine too. No one asks why."


def _question(title: str, what: str, why: str, agreed: str) -> Question:
    return Question(
        title,
        Section("What", what),
        Section("Why", why),
        Section("Agreed", agreed),
        _FOOT,
    )


def _small(title: str, what: str, why: str, agreed: str) -> Question:
    return Question(
        title,
        Section("What", what),
        Section("Why", why),
        Section("Agreed", agreed),
        _FOOT_SMALL,
    )


EN: Final = Words(
    pages={Band.TEN_AND_UP: _TEN_AND_UP, Band.SIX_TO_NINE: _SIX_TO_NINE},
    questions={
        (Purpose.OVERVIEW, Band.TEN_AND_UP): _question(
            "May your teacher see a small picture of your screen?",
            "A small picture. Normal letters are too small to read. "
            "The picture is not kept.",
            "To see who needs help.",
            "Only in class, at school. The little eye always shows it. "
            "Stopping is one click.",
        ),
        (Purpose.VIEW, Band.TEN_AND_UP): _question(
            "May your teacher sometimes see your screen big?",
            "Your whole screen, big enough to read. "
            "At most two minutes at a time. The picture is not kept.",
            "To help you when you are stuck.",
            "Only in class, at school. First you get three counts to say no. "
            "Stopping is one click.",
        ),
        (Purpose.SHOW, Band.TEN_AND_UP): _question(
            "May your teacher ask to show your screen to the class?",
            "Your whole screen, for everyone in class. The picture is not kept.",
            "To look together at what you made.",
            "You choose again each time. You first see what the class sees. "
            "Stopping is one click.",
        ),
        (Purpose.OVERVIEW, Band.SIX_TO_NINE): _small(
            "May your teacher see a small picture of your screen?",
            "A small picture. No one can read small letters.",
            "To see who needs help.",
            "Only in class. Not at home. You can say no.",
        ),
        (Purpose.VIEW, Band.SIX_TO_NINE): _small(
            "May your teacher sometimes see your screen big?",
            "Your whole screen. Just for a moment.",
            "To help you.",
            "Only in class. Not at home. Stopping is one click.",
        ),
        (Purpose.SHOW, Band.SIX_TO_NINE): _small(
            "May your teacher show your screen to the class?",
            "Your whole screen, for the class.",
            "To look together at what you made.",
            "You can choose each time. Stopping is one click.",
        ),
    },
    ages=("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
)
