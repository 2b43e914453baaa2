# SPDX-License-Identifier: GPL-3.0-or-later
"""What nobody in this house writes, but the few who are named."""

import pytest

from tests.architecture.house import product
from tests.architecture.rules import (
    OFFICE,
    Rule,
    any_of,
    calling,
    importing,
    naming,
    picture_opened_by_guess,
    saved_to_a_path,
    writing,
)

RULES = (
    Rule(
        "nothing received is run",
        any_of(
            importing("pickle|marshal|shelve|dill|cloudpickle|code|runpy"),
            calling(r"eval|exec|compile|__import__|builtins\..*"),
            calling(r"(?:.*\.)?import_module"),
        ),
        planted=(
            "import pickle",
            "from marshal import loads",
            "eval('1')",
            "x = exec(y)",
            "import importlib\nimportlib.import_module(name)",
        ),
        innocent=("import re\nre.compile('x')", "self.evaluate(x)"),
    ),
    Rule(
        "no program is started",
        any_of(
            importing("subprocess|pty|multiprocessing|concurrent.futures.process"),
            calling(r"os\.(?:system|popen|exec.*|spawn.*|posix_spawn.*|fork.*)"),
            naming("QProcess|ProcessPoolExecutor|create_subprocess_.*"),
        ),
        planted=(
            "import subprocess",
            "from subprocess import run",
            "import os\nos.system('ls')",
            "import os\nos.execvp('a', [])",
            "from PySide6.QtCore import QProcess",
            "await asyncio.create_subprocess_exec('a')",
        ),
        but=(
            *OFFICE,
            "agent/session/guard.py",  # forks before Qt, and kills what is frozen
            "console/pictures/decoder.py",  # opens pictures in a process without rights
            "agent/session/qt/speech.py",  # reads the school's text aloud
        ),
    ),
    Rule(
        "no weaker mode of TLS exists",
        any_of(
            naming("CERT_NONE|CERT_OPTIONAL|_create_unverified_context"),
            writing(r"insecure|verify\s*=\s*False|skip_verif"),
        ),
        planted=(
            "context.verify_mode = ssl.CERT_NONE",
            "from ssl import CERT_NONE",
            "get(url, verify=False)",
            "# the insecure mode",
        ),
    ),
    Rule(
        "a screen is not asked of a widget, which would take it along to its grave",
        calling(r".*\.screen"),
        planted=("room = window.screen().geometry()", "self.anchor.screen()"),
        innocent=("QGuiApplication.screens()", "app.primaryScreen()"),
    ),
    Rule(
        "no text is ever markup",
        naming("setHtml|insertHtml|appendHtml|toHtml|RichText|AutoText|setMarkdown"),
        planted=("label.setHtml(name)", "label.setTextFormat(Qt.TextFormat.RichText)"),
    ),
    Rule(
        "a picture is opened as the one format it must be",
        picture_opened_by_guess,
        planted=("Image.open(data)", "PIL.Image.open(io.BytesIO(data))"),
        innocent=("Image.open(data, formats=('JPEG',))",),
    ),
    Rule(
        "a picture from the wire is opened in one place",
        any_of(
            calling(r"(?:.*\.)?Image\.open"),
            calling(r".*\.(?:fromData|loadFromData)"),
            naming("QImageReader|QMovie"),
        ),
        planted=(
            "Image.open(data, formats=('JPEG',))",
            "QImage.fromData(data)",
            "pixmap.loadFromData(data, 'JPG')",
        ),
        but=(
            "console/pictures/*",  # behind its gate, in a process without rights
            "agent/session/qt/preview.py",  # what it made itself a moment ago
            "installer/demo/*",
        ),
    ),
    Rule(
        "no pixel reaches a disk",
        any_of(
            saved_to_a_path, naming("QImageWriter|QPdfWriter|QPrinter|QSvgGenerator")
        ),
        planted=(
            "image.save('x.png')",
            "picture.save(path, 'JPEG')",
            "widget.grab().save(str(path))",
            "from PySide6.QtGui import QImageWriter",
        ),
        innocent=(
            "out = io.BytesIO()\nimage.save(out, 'JPEG')",
            "painter.save()",
            "self.out = QBuffer()\nimage.save(self.out, 'PNG')",
        ),
        but=(
            "installer/demo/*",  # made-up pupils on this machine
            "console/qt/script_shot.py",  # the same, by a script only they may run
            "agent/session/qt/script_shot.py",  # (idem: a desktop drawn by ourselves)
        ),
    ),
    Rule(
        "Qt is for windows, not for networks, sound, cameras or the web",
        importing(
            "PySide6.(?!QtCore|QtGui|QtWidgets|QtSvg|QtSvgWidgets|__version)[^.]*"
        ),
        planted=(
            "from PySide6.QtNetwork import QTcpSocket",
            "import PySide6.QtMultimedia",
            "from PySide6 import QtNetwork",
        ),
        innocent=("from PySide6.QtWidgets import QLabel", "from PySide6 import QtCore"),
    ),
    Rule(
        "no clipboard and no other eye or ear",
        any_of(
            naming("QClipboard|clipboard|QSoundEffect|QAudio.*|QCamera|QScreenCapture"),
            importing("pynput|evdev|keyboard|cv2|sounddevice|pyaudio"),
            writing("/dev/(?:input|video|snd)"),
        ),
        planted=(
            "QApplication.clipboard().text()",
            "import pynput",
            "open('/dev/input/event0')",
        ),
    ),
    Rule(
        "nobody dials but the wire's door",
        any_of(
            importing("urllib.request|ftplib|smtplib|poplib|imaplib|xmlrpc|webbrowser"),
            importing("requests|httpx|aiohttp|websockets"),
            calling(
                r".*\.(?:open_connection|start_server|create_connection|create_server"
                r"|create_datagram_endpoint|open_unix_connection|start_unix_server"
                r"|create_unix_connection|create_unix_server)"
            ),
        ),
        planted=(
            "import urllib.request",
            "from urllib import request",
            "await asyncio.open_connection(host, port)",
            "loop.create_server(make, host, port)",
        ),
        innocent=("from urllib.parse import urlsplit",),
        but=(
            "protocol/aio/*",
            "agent/daemon/session_port.py",  # the local socket, its two ends
            "agent/session/daemon_port.py",
        ),
    ),
    Rule(
        "a link is opened by the pupil's click, in one place",
        naming("QDesktopServices|openUrl"),
        planted=("QDesktopServices.openUrl(url)",),
        but=("agent/session/qt/offers.py",),
    ),
    Rule(
        "no environment variable changes what it does",
        naming(
            "environ|environb|getenv|getenvb|qEnvironmentVariable|QProcessEnvironment"
        ),
        planted=(
            "os.environ['INZAGE_NOW']",
            "os.getenv('X')",
            "from os import environ",
        ),
        but=(*OFFICE, "agent/session/qt/run.py"),  # which screen (DISPLAY) it is on
    ),
    Rule(
        "a Grant has one maker",
        calling(r"(?:.*\.)?Grant"),
        planted=("Grant(purpose)", "decision.Grant(until=x)"),
        innocent=("GrantEnded(x)", "def f(grant: Grant) -> None: ..."),
        but=("consent/decision.py", "consent/decision/*"),
    ),
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_house_keeps_the_rule(rule: Rule) -> None:
    found = [rule.breaches(path, text) for path, text in product().items()]
    assert [breach for file in found for breach in file] == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [(rule, text) for rule in RULES for text in rule.planted],
    ids=lambda value: getattr(value, "name", value),
)
def test_a_planted_breach_is_seen(rule: Rule, text: str) -> None:
    assert rule.breaches("agent/planted.py", text)


@pytest.mark.parametrize(
    ("rule", "text"),
    [(rule, text) for rule in RULES for text in rule.innocent],
    ids=lambda value: getattr(value, "name", value),
)
def test_an_innocent_line_is_let_through(rule: Rule, text: str) -> None:
    assert rule.breaches("agent/innocent.py", text) == []


@pytest.mark.parametrize("name", ["utils", "common", "helpers", "manager", "misc"])
def test_no_module_has_a_name_without_a_meaning(name: str) -> None:
    parts = {part.removesuffix(".py") for path in product() for part in path.split("/")}
    assert {part for part in parts if name in part.split("_")} == set()


def test_base_is_the_name_of_the_platform_alone() -> None:
    found = {path for path in product() if path.split("/")[-1] == "base.py"}
    assert found <= {"agent/session/platform/base.py"}
