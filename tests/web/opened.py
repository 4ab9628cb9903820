"""A form as somebody has it open: its ticket is sent back with it."""

import re

from django.test import Client


def ticket(client: Client, address: str) -> str:
    found = re.search(r'name="_form" value="([^"]+)"', client.get(address).content.decode())
    assert found is not None
    return found[1]
