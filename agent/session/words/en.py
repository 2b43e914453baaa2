# SPDX-License-Identifier: GPL-3.0-or-later
"""The English sentences. A key that ends in ".young" is for pupils of 6 to 9."""

from typing import Final

DAYS: Final = "Mon Tue Wed Thu Fri Sat Sun"
MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
LONG_DAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
LONG_MONTHS: Final = (
    "January February March April May June July August September October November "
    "December"
)
WORDS: Final = {
    "demo": "DEMO",
    "teacher": "your teacher",
    "teacher.young": "your teacher",
    "stop": "Stop",
    "nee": "No",
    "ja": "Yes",
    "resume": "Go on",
    "later": "Later (counts as no)",
    "later.young": "I don't know yet",
    "read_aloud": "Read aloud",
    "no_voice": "This laptop has no voice to read aloud.",
    "close": "Close",
    # the indicator
    "eye.nobody": "Nobody is looking.",
    "eye.looked": "last looked at: {when}",
    "eye.no_lesson": "There is no lesson now.",
    "eye.lesson": "Lesson {subject} · {teacher}",
    "eye.lesson.bare": "Lesson · {teacher}",
    "eye.why": "Why: {why}",
    "eye.overview": "{teacher} sees a small picture.",
    "eye.overview.young": "{teacher} sees a small picture.",
    "eye.notice": "{teacher} wants to see your screen large.",
    "eye.notice.left": "{why} · in {n} seconds",
    "eye.notice.left.one": "{why} · in 1 second",
    "eye.view": "{teacher} sees your screen large.",
    "eye.left": "{why} · {left} left",
    "eye.show": "Your screen is on the board.",
    "eye.paused": "Private for now. Nobody is looking.",
    "eye.paused.until": "until the bell, {until}",
    "eye.paused.open": "until you click Go on",
    "eye.attention": "{teacher} asks for your attention.",
    "eye.trouble": "Inzage does not work now.",
    "eye.trouble.nobody": "So nobody can look.",
    "eye.hint": "Click for My inzage.",
    # My inzage
    "inzage": "My inzage",
    "tab.now": "Now",
    "tab.list": "List",
    "tab.choices": "My choices",
    "tab.agreements": "Agreements",
    "tab.hand": "Hand",
    "tab.offers": "Received",
    "now.sees": "This is what {teacher} sees now",
    "now.class": "This is what the class sees now",
    "now.nobody": "Nobody is looking",
    "now.wait": "No picture has left yet.",
    "now.exactly": "Exactly the last picture: {w} by {h} pixels, of {when}.",
    "now.read.nobody": "Nobody sees your screen now. Not what you type either.",
    "now.read.overview": (
        "This picture is small and blurred. Normal letters are too small to read, what "
        "you type too. Your teacher can sometimes guess big letters."
    ),
    "now.read.view": (
        "{teacher} can read what is on your screen now. What you type too."
    ),
    "now.read.show": (
        "The class can read what is on your screen now. What you type too."
    ),
    "now.read.notice": (
        "Once it begins, {teacher} can read your screen. What you type too. "
        "You do not want that? Click No at the eye."
    ),
    "now.never": "Camera and microphone stay off. Pictures are not kept.",
    "now.until": "{why} · until {until}",
    "pause": "Private for now",
    "list.title": "Who looked?",
    "list.since": "since {when}",
    "list.empty": "Your list is still empty.",
    "list.wait": "Your list is being fetched.",
    "list.unproven": "not confirmed yet",
    "list.unproven.why": (
        "“Not confirmed yet” means: your teacher's computer did not report yet that it "
        "has this line too. Mostly that comes by itself."
    ),
    "list.own": "your teacher does not see this line",
    "list.given": "given back by the program of {who}",
    "list.erased": "The words of {n} lines were deleted.",
    "list.erased.one": "The words of {n} line were deleted.",
    "list.kept": (
        "Your list is kept until {when}. Until then nobody can delete anything."
    ),
    "list.more": "Show older lines",
    "list.compare": "Does your teacher's list agree?",
    "list.take": "Take the list with me",
    "list.taken": "Your list is in {place}.",
    "list.not_taken": "The list could not be saved.",
    "list.today": "Today, {day}",
    "list.orders": "Delete or keep",
    "compare.asking": "We are checking.",
    "compare.but": "Lines that are not confirmed yet have not been compared yet.",
    "compare.nobody": "No teacher's program is here now.",
    "compare.not_yet": "That has not been checked yet.",
    "compare.when": "Checking happens by itself, when a lesson begins and ends.",
    "orders.back": "Back",
    "erase.head": "Delete the words",
    "erase.goes": "The words of your lines go away, here and with your teacher.",
    "erase.stays": (
        "What stays: that there was a line, and a long code for each line. "
        "Nobody can read the words from that code. "
        "With that code it shows when somebody changes your list."
    ),
    "erase.not_yet": "Lines of the last day stay for now. Your choices stay too.",
    "erase.first": "It cannot be undone. To keep it all, take the list along first.",
    "erase.do": "Delete the words",
    "erase.sure": "Sure? The words of your list go away. The last day stays.",
    "erase.yes": "Yes, delete",
    "erase.kept": "Deleting cannot be done now: your list is kept until {when}.",
    "erase.nothing": "There is nothing to delete yet: each line stays for a day first.",
    "hold.head": "Keep it for a year",
    "hold.why": "Do you want to report or complain? Then have your list kept.",
    "hold.means": (
        "For a year nobody can delete anything from it. Not the school, and not you."
    ),
    "hold.end": "It cannot be stopped sooner.",
    "hold.do": "Keep for a year",
    "hold.sure": "Sure? For a year nobody can delete anything then.",
    "hold.yes": "Yes, keep",
    "hold.kept": "Your list is being kept already, until {when}.",
    "choices.title": "What is okay with you?",
    "choices.lead": "You can change each choice at any time. It works at once.",
    "choices.overview": "A small picture",
    "choices.overview.why": (
        "Your teacher sees roughly what you do. Normal letters are too small to read."
    ),
    "choices.view": "Your screen large",
    "choices.view.why": (
        "Your teacher can read it all. 2 minutes at most. "
        "You always get 3 seconds first, to say no."
    ),
    "choices.show": "Show your screen to the class",
    "choices.show.why": "A new question each time. You first see what everyone sees.",
    "choices.impossible": "You cannot turn this on now.",
    "choices.free": (
        "Saying no changes nothing. You get the same tasks, links and help. "
        "Your teacher only sees: no picture."
    ),
    "choices.parents": "For younger pupils the parents must say yes too.",
    "choices.wait": "Your choices are here when the laptop is ready.",
    "agreements.title": "What the school agreed",
    "agreements.none": "The agreements of your school are not here yet.",
    "agreements.notice": "What you are told",
    "hand.title": "Need help?",
    "hand.lead": "Put your hand up. Only your teacher sees it.",
    "hand.up": "Put my hand up",
    "hand.is_up": "Your hand is up. {teacher} comes when it is your turn.",
    "hand.down": "Hand down",
    "hand.offer": "{teacher} may look at my screen for 2 minutes",
    "hand.offer.why": "Only if you choose this. Then it stops by itself.",
    "hand.offered": "Your teacher may come and look now.",
    "hand.no_lesson": "You can do this in a lesson only.",
    "offers.title": "Received",
    "offers.lead": "What you received stays here for a week.",
    "offers.none": "Nothing was shared yet.",
    "offer.message": "Message from {teacher}",
    "offer.link": "Link from {teacher}",
    "offer.file": "File from {teacher}",
    "offer.hand_in": "Hand in to {teacher}",
    "offer.open": "Open",
    "offer.away": "Remove",
    "offer.later": "Later",
    "offer.read": "Done reading",
    "offer.stays": (
        "It stays in Received for a week. Nobody is told whether you read it."
    ),
    # the question
    "question.sample": "This small is what your teacher sees.",
    "question.all": "Read all",
    "question.chose_yes": "You chose yes.",
    "question.undo": "Undo",
    # the show ask
    "show": "Show",
    "show.title": "May this go on the board?",
    "show.asks": "{teacher} asks. This is what the class sees:",
    "show.left": "{n} seconds left. No answer is no.",
    "show.left.one": "1 second left. No answer is no.",
    "show.yes": "Yes, show it",
    # the curtain
    "curtain.title": "Please look at the board.",
    "curtain.who": "{teacher} asks for your attention. Why: {why}.",
    "curtain.safe": "Your work stays. Everything comes back as it was.",
    "curtain.unwell": "Not feeling well? Put your hand up or go to {teacher}.",
    "curtain.help": "I need help now",
    "curtain.larger": "Larger letters",
    "refused": "Inzage is already running on this laptop.",
}
