"""Problems of events."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "event-is-a-draft": Told(
        409,
        _("En kladd kan ikke avlyses."),
        _("Ingen andre enn de som lager den, har sett den."),
        _("Slett den i stedet."),
    ),
    "event-is-published": Told(
        409,
        _("Et publisert arrangement kan ikke slettes."),
        _("Andre har sett det, og kan ha meldt seg på."),
        _("Avlys det i stedet."),
    ),
    "event-is-cancelled": Told(
        409,
        _("Et avlyst arrangement kan ikke endres."),
        _("De påmeldte har fått vite at det er avlyst."),
        _("Kopier det til et nytt, og publiser det."),
    ),
    "event-ends-before-it-begins": Told(
        400,
        _("Arrangementet slutter før det begynner."),
        _("Enten varer det til over midnatt, eller så er et av klokkeslettene feil."),
        _("Fyll inn siste dag, eller rett klokkeslettene."),
    ),
    "block-outside-event": Told(
        400,
        _("Dette punktet er utenfor tiden til arrangementet."),
        _("Det begynner før arrangementet, eller slutter etter det, eller slutter før det begynner."),
        _("Rett klokkeslettene, eller endre tiden til arrangementet først."),
    ),
    "block-ends-before-it-begins": Told(
        400,
        _("Dette punktet slutter før det begynner."),
        _("Et av klokkeslettene er feil."),
        _("Rett klokkeslettene."),
    ),
}
