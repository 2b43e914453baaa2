# SPDX-License-Identifier: GPL-3.0-or-later
"""`run.py demo`: a whole lesson on this machine, from no school to verified lists."""

import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from zoneinfo import ZoneInfo

from installer.demo import packs
from installer.demo.enrolling import enrol, give_papers
from installer.demo.laptop import Laptop, has_screens
from installer.demo.lesson import Lesson, say
from installer.demo.options import Options, read_options
from installer.demo.places import Places, Pupil
from installer.demo.programs import DemoError
from installer.demo.pupil_script import pupil_lines
from installer.demo.school import found_school, give_console, import_class, publish
from installer.demo.summary import summary
from installer.demo.teacher_script import Moment, helped, teacher_cues
from installer.demo.transcript import Transcript, moments_of
from installer.demo.zone import own_zone

GOOD, NOT_GOOD, STOPPED = 0, 1, 130


def main(arguments: list[str]) -> int:
    """Play the demo; gives the exit code."""
    options = read_options(arguments)
    signal.signal(signal.SIGTERM, _stopped)
    options.out.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="inzage-demo-"))
    places = Places(work, options.out)
    try:
        return _demo(options, places)
    except DemoError as error:
        say(f"\n{error}")
        _keep_logs(places)
        return NOT_GOOD
    except KeyboardInterrupt:
        return STOPPED
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _stopped(number: int, frame: FrameType | None) -> None:
    """End as Ctrl-C does, so that nothing is left running or lying about."""
    del number, frame
    raise KeyboardInterrupt


def _demo(options: Options, places: Places) -> int:
    pupils = [Pupil(number) for number in range(1, options.pupils + 1)]
    _prepare(places, pupils, options.language)
    real = has_screens()
    if not real:
        say("no Xvfb, openbox and xdotool here: the pupils' screens are drawn ones")
    with ExitStack() as stack:
        say(f"{len(pupils)} laptops and a console")
        transcript = Transcript(time.time())
        laptops = [Laptop(pupil, places, real=real) for pupil in pupils]
        for laptop in laptops:
            lines = pupil_lines(
                laptop.pupil,
                helped(pupils),
                options.seconds,
                by_mouse=real,
                out=places.out,
            )
            laptop.start(stack, lines)
        lesson = Lesson(places, laptops, transcript)
        cues = teacher_cues(pupils, places, options.seconds) if options.headless else []
        lesson.open_console(stack, cues, headless=options.headless, real=real)
        if not options.headless:
            lesson.watch(say)
        else:
            say("the lesson")
            lesson.play(cues)
            say("the pupils take their lists along")
            lesson.gather_packs()
    return _conclude(places, pupils, transcript, is_whole=options.headless)


def _keep_logs(places: Places) -> None:
    """Leave what the programs said, and what the scripts saw, for who wants to know."""
    logs = places.out / "logs"
    shutil.copytree(places.work / "logs", logs, dirs_exist_ok=True)
    for diary in places.work.rglob("*.diary"):
        shutil.copyfile(diary, logs / f"{diary.parent.name}-{diary.name}")


def _prepare(places: Places, pupils: Sequence[Pupil], language: str) -> None:
    now = datetime.now(ZoneInfo(own_zone()))
    found_school(places, now, say)
    import_class(places, pupils, now)
    say(f"enrolling {len(pupils)} laptops over TLS")
    enrol(places, pupils)
    publish(places)
    give_console(places, language)
    give_papers(places, pupils, language)


def _conclude(
    places: Places, pupils: Sequence[Pupil], transcript: Transcript, *, is_whole: bool
) -> int:
    """Verify every list, write transcript and summary."""
    verdicts = {}
    for pupil in pupils:
        pack = places.out / f"pack-{pupil.tag}.zip"
        if not pack.exists():  # the window was closed before the lesson ended
            continue
        for body in packs.bodies(pack):
            at = datetime.strptime(body["t"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
            for moment in moments_of(pupil.tag, [body]):
                transcript.add(at.timestamp(), moment)
        verdicts[pupil.tag] = packs.verify(pack)
        if verdicts[pupil.tag].holds:
            now = time.time()
            transcript.add(now, Moment(pupil.tag, "verified"))
    transcript.write(places.out / "transcript.jsonl")
    text = summary(transcript, verdicts, is_whole=is_whole)
    (places.out / "summary.txt").write_text(text, "utf-8")
    say(f"\n{text}\n{places.out}")
    holds = all(verdict.holds for verdict in verdicts.values())
    missing = is_whole and transcript.missing()
    return GOOD if holds and not missing else NOT_GOOD


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
