# SPDX-License-Identifier: GPL-3.0-or-later
"""Made-up pupils have names of their own, and short socket paths."""

from pathlib import Path

from installer.demo.options import MOST
from installer.demo.places import NAMES, Places, Pupil


def test_there_is_a_name_for_each_pupil_and_no_two_look_alike_on_the_wall() -> None:
    shown = {Pupil(number).shown_as for number in range(1, MOST + 1)}
    assert len(shown) == len(set(NAMES)) == MOST
    assert Pupil(1).shown_as == "Amina B."


def test_folders_of_two_pupils_are_apart_and_the_socket_fits_the_kernel() -> None:
    places = Places(Path("/home/somebody/inzage-demo-12345678"), Path("/out"))
    one, two = Pupil(1), Pupil(40)
    assert places.state(one) != places.state(two)
    assert places.profile(one) != places.state(one)
    assert len(str(places.socket(two))) < 107
    assert one.tag == "pupil-01"
    assert places.log("console").name == "console.log"
    folders = {places.office, places.dpo, places.console}
    assert len(folders) == 3
