"""Problems with files, steps of a case, and long work."""

from django.utils.translation import gettext_lazy as _

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {
    "too-much-sent": Told(
        413,
        _("Det du sendte, er for stort."),
        _("Nettstedet stanser før det leser noe så stort. Ingenting er endret."),
        _("Logg inn først, eller send en mindre fil."),
    ),
    "upload-empty": Told(
        400,
        _("Filen er tom."),
        _("Det står ingenting i den."),
        _("Velg en annen fil."),
    ),
    "upload-too-large": Told(
        413,
        _("Filen er større enn {limit} MB."),
        _("Vi tar imot filer på inntil {limit} MB her. Ingenting er lagret."),
        _("Gjør filen mindre, for eksempel ved å ta ut bilder, og prøv på nytt."),
    ),
    "upload-kind": Told(
        400,
        _("Vi kan ikke ta imot filen {name}."),
        _("Vi ser på hva som står i filen, ikke på hva den heter. Ingenting er lagret."),
        _("Lagre den som {kinds}, og prøv på nytt."),
    ),
    "kept-file-gone": Told(
        404,
        _("Filen {name} er ikke her lenger."),
        _("Vi vet om den, men innholdet mangler."),
        _("Be den som driver nettstedet om å hente filen fra sikkerhetskopien."),
    ),
    "disk-full": Told(
        507,
        _("Det er ikke plass til mer på nettstedet."),
        _("Disken er full. Ingenting er endret."),
        _("Si fra til den som driver nettstedet, og prøv igjen senere."),
    ),
    "step-not-now": Told(
        409,
        _("«{verb}» kan ikke gjøres nå."),
        _("Saken står i «{state}»."),
        _("Dette kan du gjøre nå: {possible}."),
    ),
    "step-not-yours": Told(
        403,
        _("Du kan ikke gjøre «{verb}»."),
        _("Det kan {who}."),
        _("Be en av dem om å gjøre det."),
    ),
    "step-without-why": Told(
        400,
        _("«{verb}» trenger en begrunnelse."),
        _("Den det gjelder, skal kunne lese hvorfor."),
        _("Skriv begrunnelsen, og prøv på nytt."),
    ),
    "step-overtaken": Told(
        409,
        _("«{verb}» ble ikke gjort, for noen andre var raskere."),
        _("Saken står nå i «{state}»."),
        _("Last siden på nytt, og se om det er noe igjen å gjøre."),
    ),
    "run-unknown": Told(
        410,
        _("Dette arbeidet finnes ikke i programmet lenger."),
        _("Det ble bedt om før en oppdatering."),
        _("Be om det på nytt fra siden det hører til."),
    ),
    "run-gave-up": Told(
        500,
        _("Arbeidet ble begynt {times} ganger, og hver gang ble det borte midt i."),
        _("Maskinen kan mangle minne, eller den ble slått av."),
        _("Si fra til den som driver nettstedet, og be om arbeidet på nytt."),
    ),
    "run-broke": Told(
        500,
        _("Arbeidet stoppet på grunn av en feil i programmet."),
        _("Hva som gikk galt, står i loggen til den som driver nettstedet."),
        _("Si fra til den som driver nettstedet. Det som var gjort før feilen, er beholdt."),
    ),
    "not-set-up": Told(
        503,
        _("Databasen er ikke satt opp, eller er eldre enn programmet."),
        _("Tabellene i den er ikke de programmet venter. Ingenting er endret."),
        _("Si fra til den som driver nettstedet."),
    ),
    "database-busy": Told(
        503,
        _("Nettstedet var for opptatt til å lagre."),
        _("Annet arbeid skriver til databasen akkurat nå. Ingenting er endret."),
        _("Prøv igjen om et minutt."),
    ),
}
