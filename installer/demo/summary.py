# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo in a few lines for a person."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from installer.demo.packs import Verdict
from installer.demo.transcript import NEEDED, Transcript

WORDS: Final[Mapping[str, str]] = {
    "connected": "all laptops reached the teacher",
    "lesson_started": "a laptop joined the lesson",
    "notice": "a pupil was shown the notice",
    "consent_given": "a pupil said yes",
    "consent_refused": "a pupil said no",
    "opted_out": "a pupil who objected at school stayed out",
    "overview_opened": "a small picture began",
    "first_picture": "the first pictures were there",
    "view_asked": "the teacher asked for one screen large",
    "view_opened": "a pupil's screen was seen large",
    "view_closed": "looking at one screen ended",
    "attention_shown": "all screens asked for attention",
    "attention_released": "attention was let go",
    "message": "the teacher sent a message",
    "link": "the teacher sent a link",
    "hand": "a pupil raised a hand",
    "offer": "a pupil offered a look",
    "withdrawn": "a pupil took a yes back",
    "not_shared": "a look was not shared",
    "lesson_ended": "a laptop's lesson ended",
    "verified": "a pupil's list was checked",
}
COLUMN: Final = max(map(len, WORDS.values()))


def summary(
    transcript: Transcript, verdicts: Mapping[str, Verdict], *, is_whole: bool
) -> str:
    """Say what was seen, how often, what is missing, and whether each list holds.

    Args:
        transcript: what was seen.
        verdicts: what the verifier said of each list that was taken along.
        is_whole: every moment belongs in it: the lesson was played by a script.
    """
    seen = Counter(str(line["what"]) for line in transcript.lines)
    lines = ["What happened in this lesson (made-up pupils):", ""]
    lines += [f"  {WORDS[w]:{COLUMN}} {seen[w]:3}" for w in NEEDED if seen[w]]
    missing = transcript.missing() if is_whole else []
    if missing:
        lines += ["", "MISSING:", *(f"  {WORDS[what]}" for what in missing)]
    if verdicts:
        lines += ["", "The pupils' lists, checked by inzage-verify:", ""]
    else:
        lines += ["", "No pupil took a list along: that happens as the lesson ends."]
    for holds, said in dict.fromkeys(map(_said, verdicts.values())):
        tags = [tag for tag, one in verdicts.items() if _said(one) == (holds, said)]
        judged = "holds" if holds else "DOES NOT HOLD"
        lines.append(f"  {', '.join(tags)}: {judged}. {said}".rstrip())
    return "\n".join(lines) + "\n"


def _said(verdict: Verdict) -> tuple[bool, str]:
    last = verdict.sentences[-1] if verdict.sentences else ""
    return verdict.holds, last.strip().removeprefix("ok").lstrip()
