# SPDX-License-Identifier: GPL-3.0-or-later
"""De zinnen over de lijst van een leraar, en over bestanden naast elkaar.

`one|many` is chosen by {count}. Source: docs/spec/volume.md "Findings".
"""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # Het bestand
    "volume": (
        "Het bestand is heel: {count} deel, precies zoals de leraar het tekende.|"
        "Het bestand is heel: {count} delen, precies zoals de leraar ze tekende."
    ),
    "volume_sig": "De inhoudstafel is niet door deze leraar getekend.",
    "volume_unsigned": (
        "Of de leraar dit tekende, is niet na te kijken: het bewijs zat in het stuk "
        "dat weg is."
    ),
    # De lijst
    "leaves": (
        "De lijst van de leraar is heel: {count} plaats, en de stand is getekend.|"
        "De lijst van de leraar is heel: {count} plaatsen, en de stand is getekend."
    ),
    "volume_head": "De stand van de lijst is niet door deze leraar getekend.",
    "volume_root": "De plaatsen in de lijst geven niet de stand die getekend is.",
    "leaf_text": "Plaats {n}: de tekst is niet wat er genoteerd werd.",
    "leaf_command": "Plaats {n}: deze vraag is niet door deze leraar getekend.",
    "leaf_line": "Plaats {n}: deze regel is niet door die laptop getekend.",
    "leaf_erased": (
        "Plaats {n} is gewist, en geen leerling of DPO heeft dat getekend gevraagd."
    ),
    "leaves_erased": (
        "{count} plaats is gewist, zoals het mag.|"
        "{count} plaatsen zijn gewist, zoals het mag."
    ),
    # Per laptop
    "volume_lines": (
        "De regel van de laptops klopt: {count}.|"
        "De regels van de laptops kloppen: {count}."
    ),
    "line_twice": "Van een laptop bestaat regel {seq} twee keer, en niet hetzelfde.",
    "line_link": "Van een laptop volgt regel {seq} niet op de regel ervoor.",
    "leaf_place": "Regel {seq} noemt een andere plaats dan waar de vraag staat.",
    "one_sided": (
        "Van {count} keer kijken staat hier alleen het begin of het einde. Dat kan "
        "door de verbinding komen, of door het einde van de maand."
    ),
    "unanswered": (
        "Op {count} vraag schreef geen laptop een regel: een einde, of wat niet "
        "mocht of niet aankwam.|"
        "Op {count} vragen schreef geen laptop een regel: een einde, of wat niet "
        "mocht of niet aankwam."
    ),
    "no_own": (
        "Of een leerling ja zei, staat niet in de lijst van een leraar. Dat zegt het "
        "pak van die leerling."
    ),
    # Naast elkaar
    "other_school": "{file} is van een andere school dan het eerste bestand.",
    "two_lists": (
        "In {file} en {other} staan twee getekende standen van één lijst die niet "
        "samen waar kunnen zijn."
    ),
    "head_of_no_tree": (
        "{file} kent een getekende stand die in de lijst van {other} nooit bestond."
    ),
    "heads_fit": (
        "{count} stand uit een ander bestand past in de hele lijst.|"
        "{count} standen uit andere bestanden passen in de hele lijst."
    ),
    "heads_later": (
        "{count} stand is van na de lijst die hier ligt, en niet vergeleken.|"
        "{count} standen zijn van na de lijst die hier ligt, en niet vergeleken."
    ),
    "pack_rewritten": ("In de {chain} is regel {seq} in {other} anders dan in {file}."),
    "copy_otherwise": "Regel {seq} is in {file} anders dan in {other}.",
    "only_teacher": "{other} heeft regel {seq} van deze laptop, en {file} niet.",
    "only_pupil": (
        "{file} bewijst dat regel {seq} genoteerd is, en in {other} staat ze niet op "
        "die plaats."
    ),
    "compared": (
        "{count} regel is bij leerling en leraar dezelfde.|"
        "{count} regels zijn bij leerling en leraar dezelfde."
    ),
}
