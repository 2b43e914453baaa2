# SPDX-License-Identifier: GPL-3.0-or-later
"""The draft of the impact assessment; what only people can say is left open.

Source: GDPR art. 35; docs/spec/papers.md "Drafts"; docs/rights.md R-46, R-73.
"""

from consent.documents.fields import Lang
from installer.papers.agreed import Agreed
from installer.papers.blocks import Paper
from installer.papers.facts import facts_of, foot, marks, warnings
from installer.papers.text import write


def dpia(agreed: Agreed, lang: Lang) -> Paper:
    """Write the draft."""
    written = write("dpia", lang, facts_of(agreed, lang))
    return Paper(
        lang=lang,
        title=written.title,
        issuer=agreed.trust.name,
        lead=written.lead,
        warnings=warnings(agreed, lang),
        marks=marks(agreed, lang),
        sections=written.sections,
        foot=foot(agreed, lang),
    )
