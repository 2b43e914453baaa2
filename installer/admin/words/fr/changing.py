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
    # Nieuwe sleutels
    "school.rekeyed": (
        "Les nouvelles clés comptent. Publiez tout de suite : d’ici là, aucun "
        "cours ne marche."
    ),
    "school.new_root": (
        "La nouvelle clé racine est dans {file}. Mettez cette clé USB dans une "
        "armoire et détruisez l’ancienne. Le numéro ci-dessus va sur la lettre "
        "aux parents ; refaites les jetons des ordinateurs à inscrire."
    ),
    "renew.dpo_waits": (
        "Un autre DPO attend encore. De nouvelles clés demandent aussi la "
        "signature du DPO d’avant (--old-dpo), ou ce DPO à nouveau (--dpo)."
    ),
    "opt.new_office": (
        "Une nouvelle clé du bureau : l’ancienne est perdue, ou quelqu’un d’autre"
        " l’a eue."
    ),
    "opt.new_fresh": "Une nouvelle clé pour prolonger les papiers (fresh).",
    "opt.new_root": (
        "Une deuxième clé USB, pour une nouvelle clé racine ; l’ancienne signe aussi."
    ),
}
