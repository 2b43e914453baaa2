# SPDX-License-Identifier: GPL-3.0-or-later
"""Examples of each command, the same in every language."""

from collections.abc import Mapping
from typing import Final

EXAMPLES: Final[Mapping[str, tuple[str, ...]]] = {
    "school init": (
        (
            'inzage-admin school init office --name "Basisschool De Linde" --dpo '
            "dpo.pub --root /media/stick"
        ),
    ),
    "school renew": (
        "inzage-admin school renew office --root /media/stick",
        "inzage-admin school renew office --root /media/stick --new-office",
    ),
    "dpo init": ("inzage-admin dpo init dpo-key",),
    "dpo read": (
        (
            "inzage-admin dpo read dpo-key 5f3a9c0e1d2b4a6788c1e0f3d5b7a902 "
            "--trust trust.json --out lees.order"
        ),
    ),
    "dpo note": (
        (
            "inzage-admin dpo note dpo-key 5f3a9c0e1d2b4a6788c1e0f3d5b7a902 "
            '"Dit was een oefening." --trust trust.json --about 12 --out noot.order'
        ),
    ),
    "dpo erase": (
        (
            "inzage-admin dpo erase dpo-key 5f3a9c0e1d2b4a6788c1e0f3d5b7a902 "
            '"Dit ging over een ander kind." --trust trust.json --about 12 --out '
            "wis.order"
        ),
    ),
    "charter new": ("inzage-admin charter new office",),
    "charter propose": ("inzage-admin charter propose office",),
    "charter sign": (
        "inzage-admin charter sign office/proposed --as dpo --key dpo-key",
    ),
    "charter diff": (
        "inzage-admin charter diff office",
        "inzage-admin charter diff earlier/charter.json office/proposed",
    ),
    "class mapping": ("inzage-admin class mapping export.toml",),
    "class import": (
        "inzage-admin class import office oneroster.zip --dry-run",
        "inzage-admin class import office folder",
        (
            "inzage-admin class import office pupils.csv teachers.csv slots.csv "
            "--mapping export.toml"
        ),
    ),
    "year new": (
        "inzage-admin year new office --from oneroster.zip",
        "inzage-admin year new office",
    ),
    "teacher add": (
        (
            'inzage-admin teacher add office "Bo Maes" --class 4B --from '
            "2026-11-25 --until 2026-11-25 "
            '--for "An Peeters"'
        ),
    ),
    "teacher bundle": (
        (
            'inzage-admin teacher bundle office "An Peeters" --request '
            "request.json --out an.zip"
        ),
    ),
    "teacher renew": (
        (
            'inzage-admin teacher renew office "An Peeters" --request request.json '
            "--out an.zip"
        ),
    ),
    "enrol token": (
        (
            "inzage-admin enrol token office --uses 30 --address 10.0.0.5:47312 "
            "--network 10.0.0.0/16 --out token.json"
        ),
    ),
    "enrol serve": ("inzage-admin enrol serve office",),
    "enrol sign": ("inzage-admin enrol sign office request.bin --out answer.bin",),
    "enrol list": ("inzage-admin enrol list office",),
    "enrol assign": (
        'inzage-admin enrol assign office laptop-07 "Amina Bakker"',
        "inzage-admin enrol assign office --csv laptops.csv",
    ),
    "optout": (
        'inzage-admin optout office "Amina Bakker"',
        'inzage-admin optout office "Amina Bakker" --purpose view --undo',
    ),
    "exempt": ('inzage-admin exempt office "Amina Bakker"',),
    "guardian add": (
        (
            'inzage-admin guardian add office "Casper Elst" --answer yes --purpose '
            "overview --checked-by secretariat --how in_person --date 2026-09-03"
        ),
    ),
    "guardian import": ("inzage-admin guardian import office forms.csv",),
    "guardian list": ("inzage-admin guardian list office --missing",),
    "guardian withdraw": (
        'inzage-admin guardian withdraw office "Casper Elst" --purpose overview',
    ),
    "widening propose": ("inzage-admin widening propose office",),
    "widening sign": ("inzage-admin widening sign office/proposed --key dpo-key",),
    "widening list": ("inzage-admin widening list office",),
    "revoke": ("inzage-admin revoke office laptop-07 --why stolen",),
    "affected": (
        "inzage-admin affected office --laptop laptop-07",
        (
            'inzage-admin affected office --teacher "An Peeters" --volume lists '
            "--out affected.csv"
        ),
    ),
    "publish": (
        "inzage-admin publish office",
        "inzage-admin publish office --fresh",
    ),
    "notice": ("inzage-admin notice office",),
    "parent-letter": (
        "inzage-admin parent-letter office --class 4B",
        "inzage-admin parent-letter office --per class --only nl",
    ),
    "rules-annex": ("inzage-admin rules-annex office",),
    "dpia": ("inzage-admin dpia office --proposed",),
    "ropa": ("inzage-admin ropa office",),
    "council-report": (
        "inzage-admin council-report office --volume an.db --volume bo.db",
    ),
    "status": ("inzage-admin status office",),
}
