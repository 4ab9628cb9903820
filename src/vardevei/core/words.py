"""Words that are put together when somebody reads them, in the language in use then."""

from collections.abc import Sequence

from django.utils.functional import Promise, lazystr
from django.utils.translation import gettext_lazy as _

Words = str | Promise
AND = _("og")
AND = _("og")


def listed(words: Sequence[Words], last: Words = AND) -> Promise:
    """ "a, b og c", in the reader's language; `last` is the word before the last one."""
    return lazystr(_Listed(words, last))


class _Listed:
    def __init__(self, words: Sequence[Words], last: Words) -> None:
        self.words, self.last = words, last

    def __str__(self) -> str:
        said = [str(word) for word in self.words]
        return f" {self.last} ".join([", ".join(said[:-1]), said[-1]]) if len(said) > 1 else "".join(said)
