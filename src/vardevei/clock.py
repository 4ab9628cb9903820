"""The timetable: what runs by itself, and when. `vardevei work` follows it; `vardevei clock` prints it."""

import logging
import threading

from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.db import DatabaseError, close_old_connections, connection

from vardevei.core import tasks
from vardevei.core.domain import files, runs, sending
from vardevei.core.domain.timetable import Every, Line, Nightly, run_due
from vardevei.guide import tasks as guide
from vardevei.library import tasks as library
from vardevei.library.domain import strategy_reminders as strategies
from vardevei.organisations import tasks as organisations
from vardevei.programmes import tasks as programmes
from vardevei.projects.imports import uploads
from vardevei.workspaces import tasks as workspaces


def tidy_queue() -> None:
    call_command("prune_db_task_results", verbosity=0)


LINES = [
    Line("letters", Every(1), "Send the letters that wait.", sending.send_waiting),
    Line("runs", Every(1), "Take up work whose worker is gone.", tasks.take_up),
    Line("places", Every(5), "Pass offered places at events on when the time to answer is out.", workspaces.places),
    Line("event-reminders", Every(15), "Remind of events that are near, and of invitations.", workspaces.reminders),
    Line("deletion", Nightly(3), "Let go of personal data whose time is out.", organisations.expire.call),
    Line("run-files", Nightly(3, 10), "Remove the files of long work that ended 30 days ago.", runs.clear_files),
    Line("uploads", Nightly(3, 15), "Remove uploaded source files after 30 days.", uploads.clear),
    Line("files", Nightly(3, 20), "Remove kept files that nothing points to any longer.", files.clear),
    Line("sessions", Nightly(3, 30), "Remove sign-ins that have expired.", SessionStore.clear_expired),
    Line("followups", Nightly(6), "Remind of what is due within a week or overdue.", workspaces.remind.call),
    Line("surveys-over", Nightly(0, 5), "Close the surveys whose last day is over.", workspaces.close_surveys.call),
    Line(
        "survey-reminders",
        Nightly(7),
        "Remind those who have not answered a survey.",
        workspaces.remind_of_surveys.call,
    ),
    Line("talk", Nightly(6, 10), "Tell once a day of what was said in workspaces.", workspaces.tell_of_talk.call),
    Line("examples", Nightly(6, 20), "Ask once a year whether an example still holds.", library.ask_owners.call),
    Line("proposals", Nightly(3, 35), "Remove proposals nobody confirmed in 30 days.", library.forget_unconfirmed.call),
    Line(
        "partner-requests",
        Nightly(3, 37),
        "Remove partner requests nobody confirmed in 30 days.",
        guide.forget_unconfirmed_partner_requests.call,
    ),
    Line("strategies", Nightly(6, 30), "Remind of strategies that run out within half a year.", strategies.remind),
    Line("calls", Nightly(4), "Take in the EU's calls, where VARDEVEI_CALLS says yes.", programmes.update_calls),
    Line("alerts", Nightly(6, 40), "Tell those who asked of new and changed calls.", guide.send_alerts.call),
    Line("alerts-over", Nightly(3, 38), "Ask about alerts of two years, and end them.", guide.end_alerts.call),
    Line("queue", Nightly(3, 40), "Remove finished tasks from the queue.", tidy_queue),
]
LOOKS_EACH = 10  # seconds
logger = logging.getLogger(__name__)


def follow(until: threading.Event) -> None:
    """Look at the timetable every few seconds, until told to stop. A database that is away or busy is tried again."""
    while not until.is_set():
        try:
            run_due(LINES)
        except DatabaseError:
            logger.exception("the timetable could not be followed just now")
        close_old_connections()
        until.wait(LOOKS_EACH)
    connection.close()


def start() -> threading.Event:
    """Follow the timetable beside other work, in a thread of its own: long work never delays a letter."""
    until = threading.Event()
    threading.Thread(target=follow, args=(until,), name="clock", daemon=True).start()
    return until
