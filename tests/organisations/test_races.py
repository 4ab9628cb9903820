"""Two presses at the same moment, in threads with connections of their own, on a database file as a site has it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = """
import threading
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("createcachetable", verbosity=0)
from django.db import connections
from tests import people
from vardevei.core.domain import sign_in_links
from vardevei.core.models import Letter
from vardevei.opendata.problem import Problem
from vardevei.organisations import imports, roles as kinds
from vardevei.organisations.domain import invitations, joining, mailings, roles
from vardevei.organisations.models import Invitation, JoinRequest, Mailing, Role
imports.load()


def at_once(*verbs):
    gate, came = threading.Barrier(len(verbs)), []

    def press(verb):
        gate.wait()
        try:
            verb()
            came.append("done")
        except Problem as problem:
            came.append(problem.code)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=press, args=(verb,)) for verb in verbs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return " ".join(sorted(came))


ola, kari, anne, bo = people.adviser(), people.contact(), people.administrator(), people.administrator("Bo Admin")
fosen, county = people.place("5054"), people.place("50")
guests = [people.somebody("Per Lund"), people.somebody("Liv Lie")]

invited = invitations.send("gjest@eksempel.no", kinds.MEMBER, fosen, by=kari).pk
print(at_once(*[lambda who=who: invitations.accept(Invitation.objects.get(pk=invited), by=who) for who in guests]))
print(Role.objects.filter(person__in=guests).count())

asked = joining.ask(people.somebody("Nora Ny"), fosen, kinds.MEMBER).pk
yes = lambda: joining.accept(JoinRequest.objects.get(pk=asked), by=kari)
no = lambda: joining.decline(JoinRequest.objects.get(pk=asked), by=ola, answer="Nei")
print(at_once(yes, no, yes))

mailing = mailings.begin(county, by=ola, code="contact-confirm")
mailing.save()
print(at_once(*[lambda: mailings.send(Mailing.objects.get(pk=mailing.pk), by=ola)] * 3))
print(Letter.objects.about(mailing).count())

token = sign_in_links.make("gjest@eksempel.no")
print(at_once(*[lambda: sign_in_links.use(token)] * 3))

anne, bo = (Role.objects.get(person=who).pk for who in (anne, bo))
print(at_once(*[lambda key=key: roles.end(Role.objects.get(pk=key), by=None) for key in (anne, bo)]))
"""
WANTED = """\
done invitation-ended
1
done step-overtaken step-overtaken
done done done
1
done link-used link-used
done last-administrator
"""


def test_of_two_presses_at_once_one_counts(tmp_path: Path) -> None:
    ours = {
        "VARDEVEI_DATA": str(tmp_path),
        "VARDEVEI_DATABASE": "",
        "DJANGO_SETTINGS_MODULE": "vardevei.config.settings",
    }
    ours["PYTHONPATH"] = f"{ROOT / 'src'}{os.pathsep}{ROOT}"

    done = subprocess.run([sys.executable, "-c", SCRIPT], env={**os.environ, **ours}, capture_output=True, text=True)

    # Whoever comes so late that the answer stands already is told it in other words; she is told it all the same.
    said = done.stdout.replace("step-not-now", "step-overtaken")
    assert (said, done.returncode) == (WANTED, 0), done.stderr[-2000:]
