# SPDX-License-Identifier: GPL-3.0-or-later
"""Every number of the wire: first what the specification fixes, then our own choices.

Source: docs/spec/wire.md.
"""

from typing import Final

# --- Specification: both ends must agree on these -------------------------------------

ALPN: Final = "inzage/1"
ENROL_ALPN: Final = "inzage-enrol/1"
VERSION: Final = 1

ID_BYTES: Final = 16
HASH_BYTES: Final = 32
SIG_BYTES: Final = 64
SALT_BYTES: Final = 32
KEY_BYTES: Final = 32
NONCE_BYTES: Final = 32

LENGTH_PREFIX_BYTES: Final = 4
FIRST_FRAME_BYTES: Final = 4_096  # anything before WELCOME has been checked
CONTROL_FRAME_BYTES: Final = 16_384
PART_FRAME_BYTES: Final = 61_440  # a part, file, paper, Sync, LogCopy, Heads
PICTURE_BYTES: Final = 524_288
PICTURE_PARTS: Final = 9
OVERVIEW_BYTES: Final = 16_384
OVERVIEW_PAD_BYTES: Final = 4_096  # so that a length says nothing about a page
ANSWER_PAD_BYTES: Final = 8_192  # Accepted and NotShared look alike
PAD_LEAST_BYTES: Final = 256  # below it msgpack spells a length another way

SOFTWARE_CHARS: Final = 32
TITLE_CHARS: Final = 80
REASON_CHARS: Final = 140
MESSAGE_CHARS: Final = 280
PAPERS_LISTED: Final = 16
PAPER_BYTES: Final = 262_144
PAPER_SIGNATURES: Final = 3
COMMAND_BYTES: Final = 4_096
ENTRY_BODY_BYTES: Final = 6_144
CHECKPOINT_BYTES: Final = 1_024
INCLUSION_HASHES: Final = 40
CONSISTENCY_HASHES: Final = 64
WANTED_ACCESSES: Final = 64
LOG_ENTRIES_ASKED: Final = 50
ERASED_LEAVES: Final = 50
HEADS_SHOWN: Final = 16
CERTIFICATE_BYTES: Final = 2_048
FILE_BYTES: Final = 26_214_400

U8_MAX: Final = 2**8 - 1
U16_MAX: Final = 2**16 - 1
U32_MAX: Final = 2**32 - 1
U53_MAX: Final = 2**53 - 1  # the largest integer JSON readers agree on

PING_EVERY_S: Final = 5.0
SILENCE_S: Final = 15.0  # a link, a lease and a ping are dead after this
HANDSHAKE_S: Final = 5.0  # OPENING and GREETED
SYNC_S: Final = 10.0
PENALTY_S: Final = 30.0
TWIN_HEARD_WITHIN_S: Final = 5.0
UNPROVEN_S: Final = 10.0  # after this an unproven entry is a debt

ANSWER_AFTER_S: Final = 0.25  # lesson_start, overview, attention, share
VIEW_ANSWER_AFTER_S: Final = 3.25
SHOW_ANSWER_AFTER_S: Final = 20.0
CURTAIN_FAILED_AFTER_S: Final = 2.0

COMMANDS_PER_S: Final = 10.0
COMMANDS_BURST: Final = 20
HAND_EVERY_S: Final = 2.0
PAPER_BYTES_PER_MIN: Final = 4 * 1_048_576

AGENT_PORT: Final = 47_310
CONSOLE_PORT: Final = 47_311
ENROL_PORT: Final = 47_312
MDNS_TYPE: Final = "_inzage._tcp.local."

# --- Implementation: ours alone to change ---------------------------------------------

READ_BYTES: Final = 16_384  # taken from a socket at once
WRITE_WAITING_BYTES: Final = 2_097_152  # a peer that reads less is cut off
FLUSH_S: Final = 2.0  # a last word gets this long to leave
WAKE_AT_LEAST_S: Final = 5.0  # boot time runs in suspend, a loop's own timers do not
PINGS_REMEMBERED: Final = 8
MESSAGES_PER_S: Final = 100.0  # small ones, all kinds together
MESSAGES_BURST: Final = 400
SYNC_PARTS: Final = 400  # of a Sync or a Synced, as long as a link lives
ERASES_PER_S: Final = 2.0  # each is a search of all trees and a write
ERASES_BURST: Final = 400
PARTS_PER_S: Final = 400.0  # of pictures and files
PARTS_BURST: Final = 800
TLS_HANDSHAKE_S: Final = 4.0
DIAL_S: Final = 8.0  # connecting and the handshake
REDIAL_FIRST_S: Final = 1.0
REDIAL_LONGEST_S: Final = 30.0
REDIAL_JITTER: Final = 0.5  # plus or minus this share
DIALS_AT_ONCE: Final = 4
CANDIDATES_KEPT: Final = 256
PORT_LEAST: Final = 1_024  # a candidate below it is a router's or printer's page
HALF_OPEN_MOST: Final = 256  # handshakes at once
HALF_OPEN_A_SOURCE: Final = 48
PENALTY_FAILED_S: Final = 5.0  # a source that failed one handshake
PENALTY_FELT_S: Final = 15.0  # below this sum nobody waits
PENALTY_MOST_S: Final = 600.0
PENALTY_SOURCES: Final = 1_024
