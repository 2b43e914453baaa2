# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo in a few lines for a person."""

from collections import Counter
from collections.abc import Mapping

from installer.demo.packs import Verdict
from installer.demo.transcript import NEEDED, Transcript


def summary(transcript: Transcript, verdicts: Mapping[str, Verdict]) -> str:
    """Say what was seen, how often, what is missing, and whether each list holds."""
    seen = Counter(str(line["what"]) for line in transcript.lines)
    lines = ["What happened in this lesson (made-up pupils):", ""]
    lines += [f"  {what:20} {seen[what]:3}" for what in NEEDED if seen[what]]
    if missing := transcript.missing():
        lines += ["", f"MISSING: {', '.join(missing)}"]
    lines += ["", "The pupils' lists, checked by inzage-verify:", ""]
    for tag, verdict in verdicts.items():
        last = verdict.sentences[-1] if verdict.sentences else ""
        lines.append(
            f"  {tag}: {'holds' if verdict.holds else 'DOES NOT HOLD'}. {last}"
        )
    return "\n".join(lines) + "\n"
