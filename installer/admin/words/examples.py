# SPDX-License-Identifier: GPL-3.0-or-later
"""Examples of each command, the same in every language."""

from collections.abc import Mapping
from typing import Final

EXAMPLES: Final[Mapping[str, tuple[str, ...]]] = {
    "school init": (
        (
            'inzage-admin school init kantoor --name "Basisschool De Linde" --dpo '
            "dpo.pub --root /media/stick"
        ),
    ),
    "school renew": ("inzage-admin school renew kantoor --root /media/stick",),
    "dpo init": ("inzage-admin dpo init mijn-sleutel",),
    "dpo read": (
        (
            "inzage-admin dpo read mijn-sleutel 5f3a9c0e1d2b4a6788c1e0f3d5b7a902 "
            "--trust trust.json --out lees.order"
        ),
    ),
    "dpo note": (
        (
            "inzage-admin dpo note mijn-sleutel 5f3a9c0e1d2b4a6788c1e0f3d5b7a902 "
            '"Dit was een oefening." --trust trust.json --about 12 --out noot.order'
        ),
    ),
    "charter new": ("inzage-admin charter new kantoor",),
    "charter propose": ("inzage-admin charter propose kantoor",),
    "charter sign": (
        "inzage-admin charter sign kantoor/proposed --as dpo --key mijn-sleutel",
    ),
    "class import": (
        (
            "inzage-admin class import kantoor users.csv classes.csv "
            "enrollments.csv slots.csv --dry-run"
        ),
        (
            "inzage-admin class import kantoor users.csv classes.csv "
            "enrollments.csv slots.csv"
        ),
    ),
    "teacher add": (
        (
            'inzage-admin teacher add kantoor "Bo Maes" --class 4B --from '
            "2026-11-25 --until 2026-11-25"
        ),
    ),
    "teacher bundle": (
        (
            'inzage-admin teacher bundle kantoor "An Peeters" --request '
            "request.json --out an.zip"
        ),
    ),
    "teacher renew": (
        (
            'inzage-admin teacher renew kantoor "An Peeters" --request request.json '
            "--out an.zip"
        ),
    ),
    "enrol token": (
        (
            "inzage-admin enrol token kantoor --uses 30 --address 10.0.0.5:47312 "
            "--network 10.0.0.0/16 --out token.json"
        ),
    ),
    "enrol serve": ("inzage-admin enrol serve kantoor",),
    "enrol sign": ("inzage-admin enrol sign kantoor vraag.bin --out antwoord.bin",),
    "enrol list": ("inzage-admin enrol list kantoor",),
    "enrol assign": (
        'inzage-admin enrol assign kantoor laptop-07 "Amina Bakker"',
        "inzage-admin enrol assign kantoor --csv laptops.csv",
    ),
    "optout": (
        'inzage-admin optout kantoor "Amina Bakker"',
        'inzage-admin optout kantoor "Amina Bakker" --purpose view --undo',
    ),
    "exempt": ('inzage-admin exempt kantoor "Amina Bakker"',),
    "guardian add": (
        (
            'inzage-admin guardian add kantoor "Casper Elst" --answer yes --purpose '
            "overview --checked-by secretariaat --how in_person --date 2026-09-03"
        ),
    ),
    "guardian import": ("inzage-admin guardian import kantoor formulieren.csv",),
    "guardian list": ("inzage-admin guardian list kantoor --missing",),
    "guardian withdraw": (
        'inzage-admin guardian withdraw kantoor "Casper Elst" --purpose overview',
    ),
    "widening propose": ("inzage-admin widening propose kantoor",),
    "widening sign": (
        "inzage-admin widening sign kantoor/proposed --key mijn-sleutel",
    ),
    "widening list": ("inzage-admin widening list kantoor",),
    "revoke": ("inzage-admin revoke kantoor laptop-07 --why gestolen",),
    "publish": (
        "inzage-admin publish kantoor",
        "inzage-admin publish kantoor --fresh",
    ),
    "notice": ("inzage-admin notice kantoor",),
    "parent-letter": (
        "inzage-admin parent-letter kantoor --class 4B",
        "inzage-admin parent-letter kantoor --per class --only nl",
    ),
    "rules-annex": ("inzage-admin rules-annex kantoor",),
    "dpia": ("inzage-admin dpia kantoor --proposed",),
    "ropa": ("inzage-admin ropa kantoor",),
    "council-report": (
        "inzage-admin council-report kantoor --volume an.db --volume bo.db",
    ),
    "status": ("inzage-admin status kantoor",),
}
