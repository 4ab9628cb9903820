"""Who may change what is told of participation."""

from django.utils.translation import gettext_lazy as _

from vardevei.organisations.permission import Act
from vardevei.organisations.rules import ADVISERS

RECORD = Act("record-participation", _("legge inn en deltakelse for hånd."), ADVISERS)
CORRECT = Act("correct-participation", _("rette det en kilde sier om en deltakelse."), ADVISERS)
JUDGE_NAMES = Act("judge-names", _("avgjøre hvilken kommune et tvilsomt navn gjelder."), ADVISERS)
UPLOAD_SOURCES = Act("upload-sources", _("laste opp en kildefil og ta den i bruk."), ADVISERS)

ACTS = (RECORD, CORRECT, JUDGE_NAMES, UPLOAD_SOURCES)
