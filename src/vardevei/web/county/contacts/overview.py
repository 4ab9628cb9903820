"""The county's contacts: every municipality with those it has, vacant ones and addresses that do not work."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.organisations import rules
from vardevei.organisations.domain import contacts
from vardevei.organisations.domain.contacts import Contacts
from vardevei.organisations.models import Organisation
from vardevei.web import access
from vardevei.web.county import frame
from vardevei.web.county.contacts import files, rows

SHOWN = {
    "alle": lambda one: True,
    "ledige": lambda one: one.vacant,
    "retur": lambda one: any(role.person.bounced_at for role in one.roles),
}


def page(request: HttpRequest, number: str, show: str = "alle") -> HttpResponse:
    """?q= finds in names and addresses, ?sorter= and ?ned=1 say the order."""
    who, county = access.county(request, number, rules.SEE_CONTACTS)
    there = contacts.of_county(county)
    sought = request.GET.get("q", "").strip()
    chosen = [one for one in there if SHOWN[show](one) and rows.holds(one, sought)]
    edits = rules.may(who, rules.EDIT_CONTACTS, county)
    somebody = any(one.roles for one in chosen)
    writes = somebody and rules.may(who, rules.WRITE_LETTERS, county)
    letters = reverse("county-letters", args=[county.number]) if writes else ""
    context = {
        "filled": sum(not one.vacant for one in there),
        "whole": len(there),
        "filters": _filters(county, there, show),
        "show": show,
        "sought": sought,
        "table": rows.table(chosen, county, request, edits=edits, picks=bool(letters)),
        "picks": bool(letters) and not all(one.vacant for one in chosen),
        "vacant": [one for one in there if one.vacant],
        "edits": edits,
        "imports": rules.may(who, rules.IMPORT_CONTACTS, county),
        "letters": letters,
        "files": files.links(county),
        "nobody": not any(one.roles for one in there),
    }
    return frame.page(request, "county/contacts/overview.html", county, "county-contacts", context)


def _filters(county: Organisation, there: list[Contacts], show: str) -> list[tuple[str, str, bool]]:
    names = {"alle": "county-contacts", "ledige": "county-contacts-vacant", "retur": "county-contacts-bounced"}
    words = {"alle": _("Alle {n}"), "ledige": _("Uten kontakt {n}"), "retur": _("I retur {n}")}
    return [
        (words[code].format(n=sum(map(SHOWN[code], there))), reverse(names[code], args=[county.number]), code == show)
        for code in words
    ]
