# SPDX-License-Identifier: GPL-3.0-or-later
"""Ce qu'une école change : accords, clés, année ; en français."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # Verschillen van afspraken
    "diff.first": (
        "Aucun accord ne valait encore, ou le DPO n’a pas signé le précédent : "
        "lisez tout."
    ),
    "diff.same": "Rien ne diffère.",
    "diff.no_charter": "{file} ne contient pas d’accords (charter.json).",
    "help.charter diff": (
        "Dit ce qui change entre deux accords, d’abord ce qui permet plus.\n"
        "\n"
        "Avec DIR seul : ce qui vaut à côté de ce qui est prêt, la proposition ou"
        " le formulaire. Sinon deux fichiers charter.json, ou des dossiers qui en"
        " ont un."
    ),
    "opt.charter diff.old": "Le dossier du bureau, ou les anciens accords.",
    "opt.charter diff.new": "Les nouveaux accords.",
    "meta.old": "ANCIEN",
    "meta.new": "NOUVEAU",
}
