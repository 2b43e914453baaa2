# SPDX-License-Identifier: GPL-3.0-or-later
"""What the teacher asked in this lesson and got no picture of, whoever was in the way.

It is noted here, in one place and for every cause: a pupil who was never asked, a no,
a link that broke and a teacher who changed their mind leave the same note. So a page
made of it tells none of them apart. It lives in memory, for one lesson.
"""

from dataclasses import dataclass
from datetime import datetime

from consent.documents.command import Verb


@dataclass(frozen=True, slots=True)
class Ask:
    """One ask: small pictures (of nobody by name), or one screen large."""

    at: datetime
    verb: Verb
    reason_code: str
    reason: str
    pupil: str = ""
    access: str = ""  # hex; the click's for small pictures; of a look not asked: ""
