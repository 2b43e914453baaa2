# SPDX-License-Identifier: GPL-3.0-or-later
"""One question and one answer: a new laptop asks the office for its certificate.

The laptop has no certificate yet, so only the office shows one, and the laptop speaks
to exactly the one its token carries. Source: docs/spec/enrolment.md.
"""

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from protocol import constants as c
from protocol.codec import decode_enrol, encode
from protocol.errors import MalformedError, ProtocolError, TooBigError
from protocol.framing import framed
from protocol.messages.enrolment import EnrolAsk, EnrolGive

ANSWER_S: Final = 30.0  # a person may have to be found at the office
ASK_BYTES: Final = c.FIRST_FRAME_BYTES
GIVE_BYTES: Final = 1_048_576  # a certificate and the papers of a school
ASKS_AT_ONCE: Final = 32


@dataclass(frozen=True, slots=True)
class EnrolDoor:
    """An office that answers laptops; `close` when the last one is done."""

    server: asyncio.Server
    port: int

    async def close(self) -> None:
        """Answer nobody any more."""
        self.server.close()
        await self.server.wait_closed()


async def serve_enrol(
    address: str,
    port: int,
    cert: Path,
    key: Path,
    answer: Callable[[EnrolAsk], EnrolGive | None],
) -> EnrolDoor:
    """Answer laptops; None from `answer` is a no and closes the connection.

    Raises:
        OSError: the address is taken or not ours.
    """
    tls = _bare(ssl.PROTOCOL_TLS_SERVER)
    tls.num_tickets = 0
    tls.load_cert_chain(cert, key)
    room = asyncio.Semaphore(ASKS_AT_ONCE)

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with room:
            await _answer_one(reader, writer, answer)

    server = await asyncio.start_server(
        talk, address, port, ssl=tls, ssl_handshake_timeout=c.TLS_HANDSHAKE_S
    )
    return EnrolDoor(server, server.sockets[0].getsockname()[1])


async def ask_enrol(
    address: str, port: int, office_cert_der: bytes, ask: EnrolAsk
) -> EnrolGive:
    """Ask the office that shows exactly this certificate.

    Raises:
        ProtocolError: another certificate, a no, or an answer that is none.
        OSError: nobody answers there.
    """
    tls = _bare(ssl.PROTOCOL_TLS_CLIENT)
    tls.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    tls.load_verify_locations(cadata=ssl.DER_cert_to_PEM_cert(office_cert_der))
    try:
        async with asyncio.timeout(ANSWER_S):
            reader, writer = await asyncio.open_connection(address, port, ssl=tls)
            try:
                _check_office(writer, office_cert_der)
                writer.write(framed(encode(ask)))
                give = decode_enrol(await _read_frame(reader, GIVE_BYTES))
            finally:
                writer.close()
    except ssl.SSLCertVerificationError as error:
        raise ProtocolError("At that address somebody else answers.") from error
    except (asyncio.IncompleteReadError, TimeoutError) as error:
        raise ProtocolError("The office did not give a certificate.") from error
    if not isinstance(give, EnrolGive):
        raise MalformedError("The office answered with something else.")
    return give


def _bare(side: int) -> ssl.SSLContext:
    tls = ssl.SSLContext(side)
    tls.minimum_version = tls.maximum_version = ssl.TLSVersion.TLSv1_3
    tls.check_hostname = False  # the certificate itself is known
    tls.set_alpn_protocols([c.ENROL_ALPN])
    return tls


def _check_office(writer: asyncio.StreamWriter, office_cert_der: bytes) -> None:
    tls = writer.get_extra_info("ssl_object")
    if tls.getpeercert(binary_form=True) != office_cert_der:
        raise ProtocolError("At that address somebody else answers.")
    if tls.selected_alpn_protocol() != c.ENROL_ALPN:
        raise ProtocolError(f"The program there does not speak {c.ENROL_ALPN}.")


async def _answer_one(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    answer: Callable[[EnrolAsk], EnrolGive | None],
) -> None:
    try:
        async with asyncio.timeout(c.HANDSHAKE_S):
            ask = decode_enrol(await _read_frame(reader, ASK_BYTES))
        give = answer(ask) if isinstance(ask, EnrolAsk) else None
        if give is not None:
            writer.write(framed(encode(give)))
            await writer.drain()
    except (ProtocolError, OSError, asyncio.IncompleteReadError, TimeoutError):
        return  # a broken or silent asker gets nothing, and stops nobody else
    finally:
        writer.close()


async def _read_frame(reader: asyncio.StreamReader, most: int) -> bytes:
    head = await reader.readexactly(c.LENGTH_PREFIX_BYTES)
    length = int.from_bytes(head, "big")
    if length > most:
        raise TooBigError(f"A frame of {length} bytes; {most} may come.")
    return await reader.readexactly(length)
