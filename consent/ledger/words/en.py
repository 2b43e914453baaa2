# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the list, in English."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    "erased": "The words of this line were deleted.",
    "why": " Why: {why}.",
    "instant": "less than a second",
    "second": "{n} second",
    "seconds": "{n} seconds",
    "minute": "{n} minute",
    "minutes": "{n} minutes",
    # OPEN: still going on
    "open.overview": "{who} began to look at a small picture of your screen. "
    "That may last {most} at most.{why}",
    "open.view": "{who} began to look at your screen, large. "
    "That may last {most} at most.{why}",
    "open.show": "{who} began to show your screen to the class. "
    "That may last {most} at most.{why}",
    "open.attention": "{who} asked for your attention, for {most} at most.{why}",
    "open.share": "{who} began to share something with you.{why}",
    # OPEN and CLOSE: over
    "done.overview": "{who} saw a small picture of your screen. "
    "It lasted {long}. It was allowed for {most} at most.{why}",
    "done.view": "{who} saw your screen, large. "
    "It lasted {long}. It was allowed for {most} at most.{why}",
    "done.show": "{who} showed your screen to the class. "
    "It lasted {long}. It was allowed for {most} at most.{why}",
    "done.attention": "{who} asked for your attention, for {most} at most. "
    "It lasted {long}.{why}",
    "done.share": "{who} shared something with you. It lasted {long}.{why}",
    # ... and no picture ever left
    "none.overview": "{who} was allowed to see a small picture of your screen. "
    "No picture was sent. It lasted {long}, of {most} at most.{why}",
    "none.view": "{who} was allowed to see your screen, large. "
    "No picture was sent. It lasted {long}, of {most} at most.{why}",
    "none.show": "{who} was allowed to show your screen to the class. "
    "No picture was sent. It lasted {long}, of {most} at most.{why}",
    # CLOSE and CAUSE: what stopped
    "end.overview": "The small picture of your screen",
    "end.view": "The large picture of your screen",
    "end.show": "Showing your screen to the class",
    "end.attention": "The call for your attention",
    "end.share": "The sharing",
    "end.unknown": "Something that began earlier",
    "close": "{what} stopped after {long}.",
    "close.why": "{what} stopped after {long}, {cause}.",
    "close.who.overview": "{who} stopped looking at the small picture after {long}.",
    "close.who.view": "{who} stopped looking at your screen after {long}.",
    "close.who.show": "{who} stopped showing your screen to the class after {long}.",
    "close.who.attention": "{who} let you go on working after {long}.",
    "close.who.share": "{who} stopped sharing after {long}.",
    "cause": "{what} stopped {cause}.",
    # Shared
    "message": "{who} sent you a message: “{text}”",
    "link": "{who} shared a link with you: {title} ({url}).",
    "file_offer": "{who} offered you a file: {name}.",
    "handin_ask": "{who} asked you to hand something in: {title}.",
    "lesson.start": "The lesson of {who} began.",
    "lesson.end": "The lesson of {who} is over.",
    # About the list itself
    "note": "A note was put in your list: “{text}”",
    "note.about": "A note was put at line {about} of your list: “{text}”",
    "gap.one": "Your list is kept in two places. Line {low} is kept in only one. "
    "The connection can be the cause, or a computer that started again.",
    "gap": "Your list is kept in two places. Lines {low} to {high} are kept in only "
    "one. The connection can be the cause, or a computer that started again.",
    "hold.pupil": "You had your list kept for a year. For so long nobody can delete "
    "anything from it.",
    "hold.pupil.copy": "You had your teacher's copy kept for a year too.",
    "hold.dpo": "The privacy helper of the school had your list kept for a year.",
    "hold.dpo.copy": "The privacy helper of the school did the same with your "
    "teacher's copy.",
    "order": "The privacy helper of the school wants to delete the words of your list, "
    "not before 14 days have passed. You do not want that? Have your list kept. The "
    "reason: “{text}”",
    "order.one": "The privacy helper of the school wants to delete the words of line "
    "{target}, not before 14 days have passed. You do not want that? Have your list "
    "kept. The reason: “{text}”",
    "redact.pupil": "You deleted the words of your list.",
    "redact.pupil.one": "You deleted the words of line {target}.",
    "redact.dpo": "The privacy helper of the school deleted the words of your list.",
    "redact.dpo.one": "The privacy helper of the school deleted the words of line "
    "{target}.",
    "read.pupil": "You read your list.",
    "read.guardian": "Your parents or guardian read your list.",
    "read.dpo": "The privacy helper of the school read your list.",
    # Refused: a teacher asked ...
    "wish.overview": "to see a small picture of your screen",
    "wish.view": "to see your screen, large",
    "wish.show": "to show your screen to the class",
    "wish.attention": "for your attention",
    "wish.share": "to share something with you",
    "wish.lesson": "to start a lesson",
    "refused": "A teacher asked {wish}. That could not be, {cause}.",
    "refused.many": "A teacher asked {count} times {wish}. That could not be, {cause}.",
    # Your choices: whether your teacher ...
    "may.overview": "may see a small picture of your screen",
    "may.view": "may see your screen, large",
    "may.show": "may show your screen to the class",
    "notice": "You were shown what looking along means.",
    "asked": "We asked whether your teacher {may}.",
    "ConsentUnknown": "You have not chosen yet whether your teacher {may}.",
    "ConsentRequested": "We asked whether your teacher {may}.",
    "ConsentRequestDeferred": "We asked whether your teacher {may}. You chose later. "
    "Until then it is no.",
    "ConsentGiven": "You said yes to the question whether your teacher {may}.",
    "RenewedConsentGiven": "You said yes again to the question whether your teacher "
    "{may}.",
    "ConsentRefused": "You said no to the question whether your teacher {may}.",
    "ConsentWithdrawn": "You took your yes back. The question was whether your teacher "
    "{may}.",
    "ConsentExpired": "Your yes no longer counts, because its time is over. The "
    "question was whether your teacher {may}.",
    "ConsentTerminated": "Your yes is over for good. The question was whether your "
    "teacher {may}.",
    "ConsentInvalidated": "Your yes no longer counts, because something changed. The "
    "question was whether your teacher {may}.",
    "pause.on": "You chose private for now. So nobody can look.",
    "pause.on.doubt": "The laptop started again. So it is private for now, until you "
    "click Go on.",
    "pause.off": "Private for now is over.",
    "pause.off.bell": "Private for now is over, because the lesson hour is over.",
    "said_yes.offer": "You asked your teacher yourself to come and look.",
    "said_yes.preview": "You said yes: your screen could go on the board.",
    # About the laptop
    "trouble": "Something went wrong on this laptop. Say this word when you ask for "
    "help: {what}.",
    "trouble.ledger": "Your list could not be written for a while. Nobody could look "
    "then.",
    # What was not right
    "trouble.two_lists": "Two versions of the list of {who} do not fit together: a new "
    "computer can be the cause too.",
    "trouble.copy_differs": "The list of {who} was not the same as yours: yours "
    "counts.",
    "trouble.copy_misses": "In the list of {who} lines were missing that stood there "
    "before: you still have them.",
    "trouble.not_ours": "{who} showed a line that this laptop never wrote: it does not "
    "count.",
    "trouble.lines_lost": "Lines are gone from this laptop: a defect can be the cause, "
    "or somebody who put something back.",
    "trouble.lines_changed": "Something in this list was changed outside Inzage: look "
    "at your teacher's copy too.",
    "clock": "The clock of this laptop was not right. Nobody could look then.",
    "clock.agreed": "The clock of this laptop is right again.",
    "paper.trust": "the sheet with who may sign for the school",
    "paper.charter": "what was agreed about looking along",
    "paper.class": "the timetable of your class",
    "paper.roster": "the list of the class",
    "paper.slip": "your own sheet",
    "paper.set": "the sheet with which papers count now",
    "paper.revocations": "the sheet with who may no longer",
    "paper.taken": "The school sent something new: {paper}, number {serial}.",
    "paper.refused": "The school sent something new that was not in order, so it does "
    "not count: {paper}.",
    "paper.refused.slip": "The school sent a new sheet about you that allows more. The "
    "school's privacy helper did not sign that. So it does not count, and until then "
    "nobody sees your screen.",
    "enrol": "This laptop was made ready for your school.",
    # Why, in half a sentence: after "stopped" and after "that could not be,"
    "by.you": "because you chose that",
    "by.pause": "because you chose private for now",
    "by.teacher": "because the teacher stopped",
    "by.time": "because the time was up",
    "by.bell": "because there was no lesson",
    "by.over": "because the lesson was over",
    "by.link": "because the connection was lost",
    "by.restart": "because the laptop started again",
    "by.eye": "because the eye could not be seen well",
    "by.log": "because your list could not be written",
    "by.logged_first": "because the teacher had not written it down first",
    "by.school": "because what the school agreed does not allow it",
    "by.place": "because this laptop was not on the network of the school",
    "by.clock": "because the clock of this laptop was not right",
    "by.out": "because you do not take part",
    "by.home": "because your parents or guardian did not say yes",
    "by.choice": "because you did not say yes",
    "by.replay": "because it was an old question",
}
