from tests.people import somebody
from tests.web.worlds import each
from vardevei.guide.domain import alert_keys, subscriptions
from vardevei.guide.domain.subscriptions import Choice


def values(made, workspace) -> dict[str, object]:
    """An alert that somebody has said yes to, and one that waits for it."""
    mona = somebody("Mona Varsel")
    one = subscriptions.subscribe(Choice(), to=mona, signed_in=True)
    waits = subscriptions.subscribe(Choice(wanted={"text": "skog"}), to=mona)
    assert one
    assert waits
    token = alert_keys.token_of(mona)
    return {
        **each(("alert-calendar", "alert-atom"), "secret", one.secret),
        **each(("alerts-mine", "alert-change"), "token", token),
        "alert-change.pk": one.pk,
        "alert-confirm.token": alert_keys.confirm(waits).split("/")[3],
        "alert-stop.token": alert_keys.stop(waits).split("/")[3],
    }
