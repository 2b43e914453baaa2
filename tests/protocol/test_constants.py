# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers of the wire fit each other."""

from protocol import constants as c


def test_a_picture_fits_in_its_parts_and_a_part_in_its_frame() -> None:
    assert c.PICTURE_PARTS * c.PART_FRAME_BYTES >= c.PICTURE_BYTES
    assert c.OVERVIEW_BYTES + 2 * c.OVERVIEW_PAD_BYTES <= c.PART_FRAME_BYTES


def test_a_paper_comes_through_in_a_minute() -> None:
    assert c.PAPER_BYTES * c.PAPERS_LISTED <= c.PAPER_BYTES_PER_MIN


def test_a_link_survives_two_lost_pings_and_not_three() -> None:
    assert 2 * c.PING_EVERY_S < c.SILENCE_S == 3 * c.PING_EVERY_S


def test_a_stranger_is_gone_before_a_session_gives_up() -> None:
    assert c.TLS_HANDSHAKE_S < c.HANDSHAKE_S < c.SYNC_S < c.SILENCE_S


def test_a_view_is_answered_after_its_notice() -> None:
    assert c.ANSWER_AFTER_S < 3 < c.VIEW_ANSWER_AFTER_S < c.SHOW_ANSWER_AFTER_S


def test_redials_stay_within_their_bounds() -> None:
    assert c.REDIAL_FIRST_S < c.REDIAL_LONGEST_S
    assert 0 < c.REDIAL_JITTER < 1


def test_ports_and_names_are_those_of_the_specification() -> None:
    assert (c.AGENT_PORT, c.CONSOLE_PORT, c.ENROL_PORT) == (47310, 47311, 47312)
    assert (c.ALPN, c.MDNS_TYPE) == ("inzage/1", "_inzage._tcp.local.")
