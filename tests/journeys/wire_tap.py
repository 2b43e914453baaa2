# SPDX-License-Identifier: GPL-3.0-or-later
"""Hear every frame that enters a switch, and read it as any bystander could."""

import contextlib
import ctypes
import socket
import struct
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.journeys.namespaces import SWITCH, Network

ALL: Final = 0x0003  # ETH_P_ALL
OUTGOING: Final = 4  # PACKET_OUTGOING: the same frame again, on its way out
SOL_PACKET, STATISTICS = 263, 6
RCVBUFFORCE: Final = 33
NEW_NET: Final = 0x4000_0000
TCP, UDP, MDNS = 6, 17, 5353
IPV4, IPV6 = 0x0800, 0x86DD
HEARD_S: Final = 0.2
Flow = tuple[str, int, str, int]  # from, its port, to, its port


@dataclass(frozen=True, slots=True)
class Packet:
    """What one frame carried over IP."""

    protocol: int
    flow: Flow
    seq: int  # of TCP
    payload: bytes


@dataclass
class Tap:
    """Frames in the order they came in."""

    ear: socket.socket
    machines: frozenset[str]
    frames: list[bytes] = field(default_factory=list)
    missed: int = 0
    _over: threading.Event = field(default_factory=threading.Event)

    def listen(self) -> None:
        """Keep frames until told to stop."""
        self.ear.settimeout(HEARD_S)
        while not self._over.is_set():
            with contextlib.suppress(TimeoutError):
                frame, (card, _, kind, *_) = self.ear.recvfrom(2**17)
                if kind != OUTGOING and card in self.machines:
                    self.frames.append(frame)
        told = self.ear.getsockopt(SOL_PACKET, STATISTICS, 8)
        self.missed = struct.unpack("II", told)[1]

    def stop(self) -> None:
        """Hear no more."""
        self._over.set()

    def packets(self, since: int = 0) -> list[Packet]:
        """Read what came after the first `since` frames."""
        read = [packet(frame) for frame in self.frames[since:]]
        return [one for one in read if one is not None]


@contextlib.contextmanager
def tapped(network: Network) -> Iterator[Tap]:
    """Listen at the switch for as long as this lasts."""
    tap = Tap(_ear(network.space(SWITCH)), frozenset(network.addresses))
    thread = threading.Thread(target=tap.listen)
    thread.start()
    try:
        yield tap
    finally:
        tap.stop()
        thread.join()
        tap.ear.close()


def packet(frame: bytes) -> Packet | None:
    """Read one Ethernet frame; None = no TCP or UDP in it."""
    (kind,) = struct.unpack_from("!H", frame, 12)
    if kind == IPV4:
        head, protocol = 14 + (frame[14] & 15) * 4, frame[23]
        end = 14 + struct.unpack_from("!H", frame, 16)[0]
        ends = (socket.inet_ntoa(frame[26:30]), socket.inet_ntoa(frame[30:34]))
    elif kind == IPV6:
        head, protocol, end = 54, frame[20], len(frame)
        ends = ("ipv6", "ipv6")
    else:
        return None
    if protocol not in {TCP, UDP}:
        return None
    source, target = struct.unpack_from("!HH", frame, head)
    flow = (ends[0], source, ends[1], target)
    if protocol == UDP:
        return Packet(UDP, flow, 0, frame[head + 8 : end])
    (seq,) = struct.unpack_from("!I", frame, head + 4)
    return Packet(TCP, flow, seq, frame[head + (frame[head + 12] >> 4) * 4 : end])


def streams(packets: list[Packet]) -> dict[Flow, bytes]:
    """Put the bytes of each direction of each connection in their order."""
    made: dict[Flow, dict[int, bytes]] = {}
    for one in packets:
        if one.protocol == TCP and one.payload:
            parts = made.setdefault(one.flow, {})
            if len(one.payload) > len(parts.get(one.seq, b"")):
                parts[one.seq] = one.payload
    return {flow: _joined(parts) for flow, parts in made.items()}


def records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """Cut a stream into TLS records; an AssertionError where it is no TLS."""
    at = 0
    while at + 5 <= len(stream):
        kind, version, size = struct.unpack_from("!BHH", stream, at)
        assert kind in {20, 21, 22, 23}, (at, stream[at : at + 16])
        assert version in {0x0301, 0x0303}, (at, stream[at : at + 16])
        yield kind, stream[at + 5 : at + 5 + size]
        at += 5 + size


def _joined(parts: dict[int, bytes]) -> bytes:
    first = next(iter(parts))
    whole = bytearray()
    for seq, part in sorted(parts.items(), key=lambda one: (one[0] - first) % 2**32):
        at = (seq - first) % 2**32
        assert at <= len(whole), "a part of this connection was not heard"
        whole[at:] = part if at + len(part) > len(whole) else whole[at:]
    return bytes(whole)


def _ear(space: str) -> socket.socket:
    """Open a raw socket in a namespace; a thread goes in, the socket stays there."""
    made: list[socket.socket] = []

    def inside() -> None:
        with Path(f"/run/netns/{space}").open("rb") as entry:
            assert ctypes.CDLL(None).setns(entry.fileno(), NEW_NET) == 0
        ear = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ALL))
        ear.setsockopt(socket.SOL_SOCKET, RCVBUFFORCE, 2**26)
        made.append(ear)

    thread = threading.Thread(target=inside)
    thread.start()
    thread.join()
    return made[0]
