"""What one says of a file."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain.files import MEGABYTE
from vardevei.web.forms import Form
from vardevei.workspaces.domain import files
from vardevei.workspaces.enums import MeetingState, SeenBy
from vardevei.workspaces.models import AgendaItem, Workspace

ALL_AT_ONCE = 200 * MEGABYTE  # what the site takes in one sending, see web/bodies.py


class Several(forms.FileInput):
    """Where several files can be chosen. The words are for the script that shows how far the sending has come."""

    allow_multiple_selected = True

    def __init__(self) -> None:
        words = {
            "data-upload": True,
            "data-largest": files.LIMIT,
            "data-all": ALL_AT_ONCE,
            "data-sending": _("Sender: {n} prosent"),
            "data-storing": _("Alt er sendt. Nå lagres det."),
            "data-broken": _("Forbindelsen ble brutt, og ingenting er lagret. Filene er fortsatt valgt: send på nytt."),
            "data-too-large": _("{name} er for stor. En fil kan være høyst {n} MB."),
            "data-too-much": _("Filene er for store til å sendes samtidig: høyst {n} MB. Send noen om gangen."),
            "data-stop": _("Stopp sendingen"),
            "data-stopped": _("Sendingen er stoppet, og ingenting er lagret."),
        }
        super().__init__(attrs={**words, **({"multiple": True} if self.allow_multiple_selected else {})})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return files.getlist(name) if hasattr(files, "getlist") else []


class One(Several):
    allow_multiple_selected = False

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return files.get(name)


class Files(forms.FileField):
    """One or several files; cleaned to a list."""

    widget = Several

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        given = data or [None]
        return [super(Files, self).clean(one, initial) for one in given]


class ItemField(forms.ModelChoiceField):
    """An item on the agenda of a meeting in the workspace. Minutes that are approved are not added to."""

    def __init__(self) -> None:
        text = _("De som åpner møtet, finner filen ved saken.")
        super().__init__(AgendaItem.objects.none(), label=_("Sak på et møte"), help_text=text, required=False)
        self.empty_label = _("Ingen")

    def offer(self, workspace: Workspace, now: AgendaItem | None) -> bool:
        open_ones = Q(meeting__workspace=workspace) & ~Q(meeting__state=MeetingState.APPROVED)
        found = AgendaItem.objects.on().filter(open_ones | Q(pk=now and now.pk)).select_related("meeting")
        self.queryset = found.order_by("-meeting", "order")
        return self.queryset.exists()

    def label_from_instance(self, item: AgendaItem) -> str:
        return f"{item.meeting.title}: {item.title}"


class OnAgenda(Form):
    """What may be said of a file: that it goes with an item. Left out where no meeting has any."""

    item = ItemField()

    def of_meetings(self, workspace: Workspace, now: AgendaItem | None = None) -> None:
        if not self.fields["item"].offer(workspace, now):  # type: ignore[attr-defined]
            del self.fields["item"]


class AddForm(OnAgenda):
    code, field_order = "workspace-files", ("chosen", "item", "seen_by")

    chosen = Files(
        label=_("Filer"),
        help_text=_(
            "Du kan velge flere. PDF, Word, Excel, PowerPoint, OpenDocument, tekst og bilder, høyst 50 MB hver."
        ),
    )
    seen_by = forms.ChoiceField(
        label=_("Hvem kan se?"), choices=SeenBy.choices, widget=forms.RadioSelect, initial=SeenBy.ROOM
    )

    def for_members(self) -> None:
        """Only those who lead hide a file, or show it to the world."""
        del self.fields["seen_by"]


class VersionForm(Form):
    code = "workspace-file-version"

    file = forms.FileField(label=_("Fil"), widget=One)
    note = forms.CharField(label=_("Hva er nytt?"), required=False, max_length=200)


class ChangeForm(OnAgenda):
    code, field_order = "workspace-file-change", ("title", "description", "item", "seen_by")

    title = forms.CharField(label=_("Tittel"), max_length=200)
    description = forms.CharField(
        label=_("Beskrivelse"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
    )
    seen_by = forms.ChoiceField(label=_("Hvem kan se?"), choices=SeenBy.choices, widget=forms.RadioSelect)

    def for_members(self) -> None:
        self.fields["seen_by"].disabled = True
        self.fields["seen_by"].widget = forms.HiddenInput()


class RemoveForm(Form):
    code = "workspace-file-remove"

    why = forms.CharField(label=_("Hvorfor tas filen bort?"), max_length=200)
