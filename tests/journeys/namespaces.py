# SPDX-License-Identifier: GPL-3.0-or-later
"""A small school network in the kernel: machines on one switch, nobody else near.

Each machine is a network namespace with one cable (a veth pair) to a bridge that stands
in a namespace of its own. Names hold our process id, and all is deleted by name.
"""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from installer.demo.programs import command
from tests.journeys.laptop_rig import ROOT

NETWORK: Final = "10.77.0.0/24"
CARD: Final = "eth0"
SWITCH: Final = "switch"
END_WITHIN_S: Final = 15.0


def missing(*programs: str) -> str:
    """Say what this machine lacks for namespaces and these; empty = nothing."""
    if not sys.platform.startswith("linux"):
        return "network namespaces are Linux's"
    if os.geteuid() != 0:
        return "making network namespaces takes root"
    for program in ("ip", *programs):
        if shutil.which(program) is None:
            return f"the program `{program}` is missing (Debian: iproute2, nftables)"
    tried = f"iz{os.getpid()}-try"
    made = subprocess.run(["ip", "netns", "add", tried], check=False)
    if made.returncode:
        return "this kernel, or its container, gives no network namespace"
    _ip("netns", "del", tried)
    return ""


@dataclass
class Network:
    """The switch and what hangs on it."""

    addresses: dict[str, str] = field(default_factory=dict)

    def space(self, machine: str) -> str:
        """Name the namespace of a machine, or of the switch."""
        return f"iz{os.getpid()}-{machine}"

    def plug_in(self, machine: str, address: str) -> None:
        """Make a machine and connect it."""
        here, switch = self.space(machine), self.space(SWITCH)
        _ip("netns", "add", here)
        _ip(
            "-n", switch, "link", "add", machine, "type", "veth",
            "peer", "name", CARD, "netns", here,
        )  # fmt: skip
        _ip("-n", switch, "link", "set", machine, "master", "br0", "up")
        for card in ("lo", CARD):
            _ip("-n", here, "link", "set", card, "up")
        self._give(machine, address)

    def cut(self, machine: str) -> None:
        """Pull the cable out of the switch; both ends only fall silent."""
        _ip("-n", self.space(SWITCH), "link", "set", machine, "down")

    def mend(self, machine: str) -> None:
        """Put the cable back."""
        _ip("-n", self.space(SWITCH), "link", "set", machine, "up")

    def lose(self, machine: str, per_mille: int) -> None:
        """Lose so many of a thousand packets, each way."""
        for hook in ("input", "output"):
            table = f"inet loss_{hook}"
            rules = (
                f"add table {table}; add chain {table} lost "
                f"{{ type filter hook {hook} priority 0; }}; "
                f"add rule {table} lost numgen random mod 1000 < {per_mille} drop"
            )
            _ip("netns", "exec", self.space(machine), "nft", rules)

    def narrow(self, machine: str, kbit_s: int) -> None:
        """Let no more than this through its cable, each way."""
        ends = ((self.space(SWITCH), machine), (self.space(machine), CARD))
        for space, card in ends:
            _ip(
                "netns", "exec", space, "tc", "qdisc", "add", "dev", card, "root",
                "tbf", "rate", f"{kbit_s}kbit", "burst", "8kb", "latency", "400ms",
            )  # fmt: skip

    def unsent_bytes(self, machine: str, port: int) -> int:
        """Count what this machine's kernel holds that nobody acknowledged yet."""
        words = ["ip", "netns", "exec", self.space(machine), "cat", "/proc/net/tcp"]
        done = subprocess.run(words, check=True, capture_output=True, text=True)
        rows = [line.split() for line in done.stdout.splitlines()[1:]]
        ours = [row for row in rows if int(row[1].split(":")[1], 16) == port]
        return sum(int(row[4].split(":")[0], 16) for row in ours)

    def move(self, machine: str, address: str) -> None:
        """Take the address away and give another, as a new lease does."""
        old, here = self.addresses[machine], self.space(machine)
        _ip("-n", here, "addr", "del", f"{old}/24", "dev", CARD)
        self._give(machine, address)

    def start(
        self,
        machine: str,
        words: Sequence[str],
        log: Path,
        more: Mapping[str, str],
    ) -> "Program":
        """Run a program on a machine."""
        whole = ["ip", "netns", "exec", self.space(machine), *words]
        with log.open("wb") as file:
            process = subprocess.Popen(
                whole, cwd=ROOT, env={**os.environ, **more}, stdout=file,
                stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
            )  # fmt: skip
        return Program(process, log)

    def _give(self, machine: str, address: str) -> None:
        here = self.space(machine)
        _ip("-n", here, "addr", "add", f"{address}/24", "dev", CARD)
        _ip("-n", here, "route", "replace", "224.0.0.0/4", "dev", CARD)
        self.addresses[machine] = address


@dataclass
class Program:
    """A program on one machine; `ip netns exec` becomes it, so the id is its own."""

    process: "subprocess.Popen[bytes]"
    log: Path

    @property
    def said(self) -> str:
        """Give all its words."""
        return self.log.read_text("utf-8", "replace")

    def stop(self) -> None:
        """Ask it to end; insist when it does not."""
        self.process.terminate()
        try:
            self.process.wait(END_WITHIN_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextlib.contextmanager
def network(machines: Mapping[str, str]) -> Iterator[Network]:
    """Make machines by name and address; all is gone afterwards."""
    made = Network()
    try:
        _ip("netns", "add", made.space(SWITCH))
        for words in (
            ("link", "add", "br0", "type", "bridge", "mcast_snooping", "0"),
            ("link", "set", "br0", "up"),
        ):
            _ip("-n", made.space(SWITCH), *words)
        for machine, address in machines.items():
            made.plug_in(machine, address)
        yield made
    finally:
        for name in [SWITCH, *made.addresses]:
            with contextlib.suppress(subprocess.CalledProcessError):
                _ip("netns", "del", made.space(name))


def module(name: str, *words: str | Path) -> list[str]:
    """Write the command line of one of our programs."""
    return command(name, *words)


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True)
