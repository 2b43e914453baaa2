# SPDX-License-Identifier: GPL-3.0-or-later
"""Files are opened by few, and they are named here."""

import pytest

from tests.architecture.house import product
from tests.architecture.rules import OFFICE, Rule, any_of, calling, naming

FILES = Rule(
    "files are opened in named modules",
    any_of(
        calling(
            r"open|(?:io|os|codecs|gzip|bz2|lzma|tarfile|zipfile|mmap)\.(?:fd)?open"
        ),
        calling(r".+(?<!dialog)(?<!platform)(?<!Image)(?<!_session)(?<!_port)\.open"),
        calling(r".+\.(?:read|write)_(?:text|bytes)"),
        calling(r".+\.(?:touch|unlink|mkdir|rmdir|symlink_to|hardlink_to)"),
        calling(r"os\.(?:replace|rename|remove|makedirs|link|symlink|truncate)"),
        calling(
            r"shutil\.(?:copy.*|move|rmtree)|tempfile\..*|(?:.*\.)?(?:Zip|Tar)File"
        ),
        naming("QFile|QSaveFile|QTemporaryFile|QTemporaryDir|QSettings"),
    ),
    planted=(
        "open('x')",
        "import os\nos.open('x', os.O_RDONLY)",
        "Path('x').write_text('y')",
        "Path('x').read_bytes()",
        "with (folder / 'x').open('wb') as out: ...",
        "os.replace(a, b)",
        "shutil.copyfile(a, b)",
        "zipfile.ZipFile(x)",
        "from PySide6.QtCore import QFile",
    ),
    innocent=(
        "text.replace('a', 'b')",
        "reopen(x)",
        "dialog.open()",
        "self._platform.open()",
        "self._port.open()",
    ),
    but=(
        *OFFICE,
        "consent/store/*",  # the law's door to disk and database
        "protocol/aio/tls.py",  # the standard library loads keys by their path
        "protocol/aio/local.py",  # puts its own socket away
        "agent/daemon/papers.py",  # the published folder
        "agent/daemon/identity.py",  # its own certificate and the pinned root
        "agent/daemon/enrol.py",  # token in, request out, answer in
        "agent/daemon/settings.py",  # agent.toml, no policy in it
        "agent/daemon/errands.py",  # the DPO's orders in, a pack out
        "agent/daemon/app.py",  # the order and the pack that an admin named
        "agent/daemon/network.py",  # the kernel's list of routes
        "agent/daemon/session_port.py",  # the folder of its own socket
        "agent/session/qt/offers.py",  # the lesson's own folder
        "console/settings.py",  # seats and window, no policy
        "console/ledger.py",  # its outbox
        "console/pictures/child.py",  # its own memory, in /proc, to limit it
        "console/qt/run.py",  # the demo's script
        "console/qt/script_diary.py",  # what of it was done
        "agent/session/qt/script_diary.py",  # (idem)
        "agent/session/app.py",  # the demo's script
        "agent/session/qt/run.py",  # where the pupil put the indicator
        "agent/session/qt/icons.py",  # our own drawings, inside the package
        "console/qt/icons.py",
    ),
)


def test_only_the_named_modules_open_files() -> None:
    found = [FILES.breaches(path, text) for path, text in product().items()]
    assert [breach for file in found for breach in file] == []


@pytest.mark.parametrize("text", FILES.planted)
def test_a_planted_file_is_seen(text: str) -> None:
    assert FILES.breaches("agent/core/planted.py", text)


@pytest.mark.parametrize("text", FILES.innocent)
def test_an_innocent_line_is_let_through(text: str) -> None:
    assert FILES.breaches("agent/core/innocent.py", text) == []
