"""Reading the letters that sign-in sends, as the receiver would."""

import re

from vardevei.core.models import Letter


def path_sent_to(email: str) -> str:
    """The path of the link in the newest letter to the address."""
    body = Letter.objects.filter(address=email).first().body
    return re.search(r"https?://[^/\s]+(/\S+)", body)[1]
