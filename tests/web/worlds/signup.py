"""An event in the room with one who is signed up, one who is invited, and a question about allergies."""

from datetime import timedelta

from django.utils import timezone

from tests.web.worlds import each
from vardevei.workspaces.domain import events, sign_up_keys, sign_up_options, sign_up_questions, signups

ONE = ("sign-up", "sign-up-colleague", "sign-up-received", "sign-up-options", "sign-up-question-new", "sign-ups")
MORE = ("sign-ups-letter", "event-invite", "event-invite-remind", "attendance", "attendance-walk-in")
ASKED = ("sign-up-question", "sign-up-question-drop")
PEOPLE = ("sign-up-off", "attendance-mark")
MINE = ("my-sign-up", "my-sign-up-change", "my-sign-up-come", "my-sign-up-stay-away")


def values(made, workspace) -> dict[str, object]:
    begins = timezone.now() + timedelta(days=30)
    times = {"starts_at": begins, "ends_at": begins + timedelta(hours=2)}
    event = events.begin(workspace, title="Hemmelig kurs", open=False, by=made.adviser, **times)
    events.publish(event, by=made.adviser)
    sign_up_options.set_up(event, limit=5, by=made.adviser)
    asked = sign_up_questions.ask(event, words="Hemmelig spørsmål?", sensitive=True, by=made.adviser)
    mine = signups.sign_up(event, name="Hemmelig Gjest", email="gjest@eksempel.no", by=made.adviser)
    return {
        **each((*ONE, *MORE, *ASKED, *PEOPLE, "sign-ups-file"), "key", event.pk),
        **each(ASKED, "question", asked.pk),
        **each(PEOPLE, "pk", mine.pk),
        **each(MINE, "token", sign_up_keys.token(mine)),
        "sign-ups-file.kind": "csv",
    }
