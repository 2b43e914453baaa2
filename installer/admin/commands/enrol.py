# SPDX-License-Identifier: GPL-3.0-or-later
"""`inzage-admin enrol`: laptops get their certificate and their pupil."""

import asyncio
import contextlib
import signal
from pathlib import Path

import click

from consent.documents.token import MOST_HOURS, MOST_USES
from consent.store.files import write_new
from consent.store.register.closed import Deed
from consent.store.register.laptops import assign as tie
from consent.store.register.laptops import devices_named, pending
from consent.store.register.people import pupils_named
from consent.store.register.register import Desk, note_act
from installer.admin.asking import (
    FILE,
    NEW,
    home_argument,
    now,
    office_at,
    passphrase_option,
    read_text,
    say,
    say_next,
    say_step,
    show,
    today,
)
from installer.admin.csv_rows import WHOLE_FILE, Fault
from installer.admin.enrolment import (
    TokenWish,
    answer_by_hand,
    answer_with_token,
    door_files,
    new_token,
)
from installer.admin.laptop_list import Pair, read_pairs
from installer.admin.next_step import step
from installer.admin.office import Office
from installer.admin.speaking import SpeakingGroup
from installer.admin.trouble import Exit, OfficeError, Said, Step, not_one, said
from protocol.aio.enrol import serve_enrol
from protocol.codec import decode_enrol, encode
from protocol.constants import ENROL_PORT
from protocol.errors import ProtocolError
from protocol.identity import Role
from protocol.messages.enrolment import EnrolAsk, EnrolGive


@click.group(cls=SpeakingGroup)
def enrol() -> None:
    """Enrol laptops."""


@enrol.command()
@home_argument
@click.option("--uses", type=click.IntRange(1, MOST_USES), required=True)
@click.option("--address", required=True)
@click.option("--network", "networks", multiple=True)
@click.option(
    "--hours",
    type=click.IntRange(1, MOST_HOURS),
    default=MOST_HOURS,
    show_default=True,
)
@click.option("--out", type=NEW)
@passphrase_option
def token(
    home: Path,
    uses: int,
    address: str,
    networks: tuple[str, ...],
    hours: int,
    out: Path | None,
    passphrase_file: Path | None,
) -> None:
    """Make a token."""
    office = office_at(home, passphrase_file, unlock=False)
    made, path = new_token(office, TokenWish(uses, address, networks, hours), now())
    if out is not None:
        write_new(out, path.read_bytes())
    until = made.not_after.astimezone(office.trust().zone).replace(tzinfo=None)
    show(file=out or path, laptops=made.uses, until=until)
    say_step(Step("next.serve", (("enrol", "serve", str(home)),)))
    say("enrol.on_laptop", file=out or path)


@enrol.command()
@home_argument
@click.option("--address", default="0.0.0.0", show_default=True)  # noqa: S104 -- the office's own LAN
@click.option(
    "--port", type=click.IntRange(0, 65535), default=ENROL_PORT, show_default=True
)
@click.option("--until", "wanted", type=click.IntRange(1, MOST_USES))
@passphrase_option
def serve(
    home: Path,
    address: str,
    port: int,
    wanted: int | None,
    passphrase_file: Path | None,
) -> None:
    """Answer laptops that hold a token."""
    office = office_at(home, None, unlock=False)
    if not door_files(office)[0].exists():
        first = step("next.enrol", home)
        raise OfficeError("enrol.no_token", Exit.NOT_SET_UP, step=first)
    office = office_at(home, passphrase_file, unlock=True)
    office.authority(Role.DEVICE)  # a wrong passphrase is told now, not to a laptop
    count = asyncio.run(_serve(office, address, port, wanted))
    show(enrolled=count)
    say_next(office)


async def _serve(office: Office, address: str, port: int, wanted: int | None) -> int:
    """Answer until enough were answered or somebody says stop."""
    stop, given = asyncio.Event(), 0

    def answer(ask: EnrolAsk) -> EnrolGive | None:
        nonlocal given
        give = answer_with_token(office, ask, now())
        if give is not None:
            given += 1
            say("enrol.enrolled", label=ask.label)
        return give

    def check(ask: EnrolAsk) -> EnrolGive | None:
        give = answer(ask)
        if wanted is not None and given >= wanted:
            stop.set()
        return give

    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows
            loop.add_signal_handler(sign, stop.set)
    door = await serve_enrol(address, port, *door_files(office), check)
    say("enrol.listens", address=address, port=door.port)
    await stop.wait()
    await door.close()
    return given


@enrol.command()
@home_argument
@click.argument("ask_file", type=FILE)
@click.option("--out", type=NEW, required=True)
@passphrase_option
def sign(home: Path, ask_file: Path, out: Path, passphrase_file: Path | None) -> None:
    """Answer a request that came on a stick."""
    ask = _read_ask(ask_file)
    office = office_at(home, passphrase_file, unlock=True)
    write_new(out, encode(answer_by_hand(office, ask, now())))
    say("enrol.signed", label=ask.label, file=out)
    say_next(office)


def _read_ask(file: Path) -> EnrolAsk:
    try:
        ask = decode_enrol(file.read_bytes())
    except ProtocolError as error:
        raise OfficeError("enrol.no_ask", Exit.WRONG_USE, file=file) from error
    if not isinstance(ask, EnrolAsk):
        raise OfficeError("enrol.no_ask", Exit.WRONG_USE, file=file)
    return ask


@enrol.command(name="list")
@home_argument
def list_pending(home: Path) -> None:
    """List the laptops that have no pupil yet."""
    office = office_at(home, None, unlock=False)
    with office.register.read() as desk:
        waiting = pending(desk, office.school)
    for device in waiting:
        click.echo(f"{device.id[:8]}  {device.label}")
    say("enrol.waiting", count=len(waiting))


@enrol.command()
@home_argument
@click.argument("device", required=False)
@click.argument("pupil", required=False)
@click.option("--csv", "csv_file", type=FILE)
def assign(
    home: Path, device: str | None, pupil: str | None, csv_file: Path | None
) -> None:
    """Give laptops to pupils."""
    office = office_at(home, None, unlock=False)
    file = ""
    if csv_file is not None:
        file = csv_file.name
        pairs, faults = read_pairs(file, read_text(csv_file))
        _stop_at(faults)
    elif device is not None and pupil is not None:
        pairs = [Pair(0, device, pupil)]
    else:
        raise OfficeError("enrol.who", Exit.WRONG_USE)
    with office.register.begin() as desk:
        _stop_at(_assign_all(desk, office, file, pairs))
        count = str(len(pairs))
        note_act(desk, office.school, office.by, Deed.ENROL_ASSIGN, now(), count)
    show(laptops=len(pairs))
    say_next(office)


def _stop_at(faults: list[Fault]) -> None:
    if faults:
        told: list[Said] = [one.said if one.file else one.why for one in faults]
        raise OfficeError(
            "assign.faults", Exit.NOT_GOOD, faults=told, count=len(faults)
        )


def _heading(file: str, pairs: list[Pair], faults: list[Fault]) -> list[Fault]:
    """Ask whether a first line that names neither is a heading."""
    if not pairs or len([one for one in faults if one.line == pairs[0].line]) < 2:  # noqa: PLR2004 -- no laptop and no pupil
        return []
    return [Fault(file, pairs[0].line, WHOLE_FILE, said("laptops.heading"))]


def _assign_all(
    desk: Desk, office: Office, file: str, pairs: list[Pair]
) -> list[Fault]:
    faults = []
    for pair in pairs:
        devices = devices_named(desk, office.school, pair.laptop)
        pupils = pupils_named(desk, office.school, pair.pupil)
        faults += [
            Fault(file, pair.line, WHOLE_FILE, not_one(key, found, name=name))
            for key, name, found in (
                ("laptops.no_laptop", pair.laptop, devices),
                ("laptops.no_pupil", pair.pupil, pupils),
            )
            if len(found) != 1
        ]
        if len(devices) == len(pupils) == 1:
            tie(desk, devices[0], pupils[0], today(office))
    return faults + _heading(file, pairs, faults) if file else faults
