# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists are judged by the product's own checker, and read body by body."""

import json
import zipfile
from pathlib import Path

from installer.demo.packs import bodies, verify


def test_what_is_no_list_does_not_hold_and_the_checker_says_why(tmp_path: Path) -> None:
    pack = tmp_path / "pack.zip"
    pack.write_bytes(b"nothing of the kind")
    verdict = verify(pack)
    assert not verdict.holds
    assert verdict.sentences
    assert "Traceback" not in "".join(verdict.sentences)


def test_bodies_of_both_chains_are_read_in_order(tmp_path: Path) -> None:
    pack = tmp_path / "pack.zip"
    one, two = '{"kind":"LESSON"}', '{"kind":"NOTICE"}'
    with zipfile.ZipFile(pack, "w") as archive:
        archive.writestr("shared.jsonl", json.dumps({"body": one}) + "\n")
        own = [{"body": two.encode().hex()}, {"body": ""}]
        archive.writestr("own.jsonl", "".join(json.dumps(x) + "\n" for x in own))
    assert [body["kind"] for body in bodies(pack)] == ["LESSON", "NOTICE"]
