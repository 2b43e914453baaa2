# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet that a pack's pages are written on: no script, no picture, nothing fetched.

Source: docs/spec/pack.md "list.html"; docs/rights.md S10.
"""

from datetime import datetime, tzinfo
from html import escape
from typing import Final

from consent.documents.fields import Lang

_SHEET: Final = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 1em/1.5 system-ui, sans-serif; margin: 2em auto; max-width: 60em; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ text-align: left; vertical-align: top; padding: .4em .8em .4em 0; }}
tr + tr td {{ border-top: 1px solid #8886; }}
td:first-child, td:last-child {{ white-space: nowrap; color: GrayText; }}
section {{ margin: 2.5em 0; }}
blockquote {{ margin: 0; padding-left: 1em; border-left: 3px solid #8886; }}
blockquote {{ white-space: pre-line; }}
.small {{ color: GrayText; overflow-wrap: anywhere; }}
</style>
</head>
<body>
{body}</body>
</html>
"""


def document(lang: Lang, title: str, body: str) -> bytes:
    """Write a page; the body is HTML whose words were escaped by who made it."""
    return _SHEET.format(lang=lang.value, title=escape(title), body=body).encode(
        "utf-8"
    )


def moment(at: datetime, zone: tzinfo) -> str:
    """Write a moment as a school's clock shows it."""
    return at.astimezone(zone).strftime("%d-%m-%Y %H:%M:%S")
