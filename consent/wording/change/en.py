# SPDX-License-Identifier: GPL-3.0-or-later
"""What a new charter changes, in English."""

from typing import Final

from consent.documents.charter_change import What
from consent.purpose import Purpose
from consent.wording.change.parts import ChangeWords

EN: Final = ChangeWords(
    title="Changed on {date}",
    wider="More is allowed now",
    rest="Also different",
    purposes={
        Purpose.OVERVIEW: "a small picture of your screen",
        Purpose.VIEW: "your screen large",
        Purpose.SHOW: "your screen to the class",
        Purpose.ATTENTION: "asking for attention",
        Purpose.SHARE: "messages and links",
    },
    days=(
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ),
    units={
        "seconds": "{n} at a time",
        "slot_seconds": "{n} a lesson",
        "times": "{n} times a lesson",
    },
    minutes=("{n} minute", "{n} minutes"),
    seconds=("{n} second", "{n} seconds"),
    name_shown={"name": "your teacher's name", "role": "your teacher's role only"},
    sentences={
        What.PURPOSE_ADDED: "This is new: {purpose}.",
        What.PURPOSE_GONE: "This is no longer allowed: {purpose}.",
        What.LIMIT: "For {purpose} it was {before} at most. Now it is {after}.",
        What.BASIS: "The school rests on another law for {purpose}.",
        What.WIDTH: "The small picture was {before} dots wide. Now it has {after}.",
        What.REASON_ADDED: "A new reason to look: {reason}.",
        What.REASON_GONE: "This is no reason to look any more: {reason}.",
        What.ATTENTION_REASON_ADDED: "A new reason to ask for attention: {reason}.",
        What.ATTENTION_REASON_GONE: "This is no reason for attention any more: "
        "{reason}.",
        What.HOURS: "It is allowed on {days} now, from {from} to {to}.",
        What.HOLIDAY_ADDED: "Never from {from} to {to}: there is no lesson then.",
        What.HOLIDAY_GONE: "There are lessons from {from} to {to} now.",
        What.NETWORK_ADDED: "It is allowed on this school network too now: {cidr}.",
        What.NETWORK_GONE: "It is no longer allowed on this network: {cidr}.",
        What.GUARDIAN_AGE: "Somebody at home must say yes too until you are {after}. "
        "It was {before}.",
        What.NAMES: "Your list now has {names}.",
        What.NOTICES: "The text that you get to read has changed.",
        What.SET_DAYS: "The laptop asks for new papers each {days} days.",
        What.COUNCIL: "{body} talked about it on {date}.",
        What.DPIA: "The school looked at the risks again on {date}: {ref}.",
        What.PLANS: "The school now points to this plan: {text}.",
        What.CONTACT: "You can now talk to {name}: {email}.",
        What.AUTHORITY: "You can now complain to: {text}.",
        What.EFFECTIVE: "The new agreements count from {date}.",
        What.REVIEW: "The school looks at this again before {date}.",
        What.UNTIL: "The agreements count until {date}.",
    },
)
