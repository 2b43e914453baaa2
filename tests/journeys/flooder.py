# SPDX-License-Identifier: GPL-3.0-or-later
"""A stranger on the switch who announces laptops that are not there.

    python -m tests.journeys.flooder ADDRESS COUNT

Each of them is described in full, at a neighbour's address where nobody answers.
"""

import socket
import sys
import time
from ipaddress import ip_address

from zeroconf import ServiceInfo
from zeroconf._protocol.outgoing import DNSOutgoing

from protocol import constants as c

RESPONSE = 0x8400
EVERYBODY = ("224.0.0.251", 5353)
FIRST, LAST = 100, 250  # of the network's addresses, none of them taken
PORT_LEAST = 20_000
AT_ONCE, BREATH_S = 20, 0.01  # what a listener's buffer holds, and has read


def packet(number: int, network: str) -> bytes:
    """Describe one laptop."""
    host = FIRST + number % (LAST - FIRST)
    info = ServiceInfo(
        c.MDNS_TYPE,
        f"{number:016x}.{c.MDNS_TYPE}",
        addresses=[ip_address(f"{network}.{host}").packed],
        port=PORT_LEAST + number,
        properties={"v": "1"},
        server=f"{number:016x}.local.",
    )
    said = DNSOutgoing(RESPONSE)
    records = [info.dns_pointer(), info.dns_service(), info.dns_text()]
    for record in [*records, *info.dns_addresses()]:
        said.add_answer_at_time(record, 0)
    return said.packets()[0]


def main(own: str, count: int) -> None:
    """Announce so many, and say when it is done."""
    network = own.rpartition(".")[0]
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as mouth:
        here = socket.inet_aton(own)
        mouth.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, here)
        for number in range(count):
            mouth.sendto(packet(number, network), EVERYBODY)
            if number % AT_ONCE == 0:
                time.sleep(BREATH_S)
    sys.stdout.write("done\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
