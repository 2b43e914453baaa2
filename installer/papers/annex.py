# SPDX-License-Identifier: GPL-3.0-or-later
"""The annex to the school rules: nature, purpose, agreements. It is not consent.

Source: docs/spec/papers.md "Annex"; docs/rights.md R-16, R-49.
"""

from consent.documents.fields import Lang
from installer.papers.agreed import Agreed
from installer.papers.blocks import Paper
from installer.papers.facts import facts_of, foot, marks, warnings
from installer.papers.text import write


def annex(agreed: Agreed, lang: Lang) -> Paper:
    """Write the annex."""
    written = write("annex", lang, facts_of(agreed, lang))
    return Paper(
        lang=lang,
        title=written.title,
        issuer=agreed.trust.name,
        warnings=warnings(agreed, lang),
        marks=marks(agreed, lang),
        sections=written.sections,
        foot=foot(agreed, lang),
    )
