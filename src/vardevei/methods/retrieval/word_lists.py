"""Words that carry no meaning of their own: in Norwegian queries, and in calls."""

SMALL = frozenset(
    """
    alle alt altså andre annen annet anna at av bare berre ble blei blir bli bør både båe da de dei deg dem den
    denne der dere deres desse det dette di din disse ditt då du dykk eg ein eit ei eigen eiga eige eigne eit
    ellers elles eller en enn er et ett etter finne finnes finst flere fleire folk for fordi fra frå få får fått
    før først gang gi gir gjer gjere gjør gjøre gjort gå går ha hadde han har hans hatt heile heilt hele helt
    hennar henne hennes her hjå ho hos hun hva hvem hver hverandre hvilke hvilken hvis hvor hvordan hvorfor i
    ikke ikkje inn innan innen ingen inkje ja jeg kan kjem kom komme kommer korleis kor kva kvar kvarandre
    kvarhjå kven kvifor kunne la lage lager laga like litt man mange med meg meir mellom men mens mer mest mi
    min mindre mitt mot mye mykje må måtte måten ned nei noe noen noka noko nokon nokre ny nye nytt nå når og
    også om opp oppe oss over på saman same samme sammen se sei seie seier seg selv ser si sia siden sidan sin
    sine sitt sier sjå sjølv skal skulle slik slike som stad sted står større stort store svært så til ta tar
    tek ti under unna ut ute uten utan vart var vart ved veldig vere vera være vil ville vår vårt våre vore vært
    vi å åra år året årene trenger treng trenge trengs ønsker ønskjer ønske ynskjer ynskje vil skal prøve prøver
    sliter slit strever leter leitar hjelp hjelpe hjelper hjelpa finnes bruke bruker brukar bruk brukt gjerne
    ved blant mellom ennå enno ofte oftare oftere lenger lengre lett vanskelig vanskeleg god godt gode bedre
    betre beste best dårlig dårlege dårligere dårlegare mister misser mangler manglar øker aukar auke øke blitt
    vorte derfor difor nesten ganske nok mer gammel gamle gamalt gammelt hvert kvart dag dager dagar uke veke
    fjor borte tida tid tiden vegne vegner
    """.split()  # noqa: SIM905
)
OFFICE = frozenset(
    """
    kommune kommunen kommunar kommunane kommuner kommunene kommunal kommunale fylke fylket fylkeskommune
    fylkeskommunen region regionen regional regionale lokal lokale lokalt prosjekt prosjekter prosjekta
    prosjektet prosjekt søke søker søkje søkjer søknad søknaden midler midlar penger pengar støtte stønad
    tilskudd tilskot utlysning utlysing partner partnere partnerar partnarar samarbeid samarbeide samarbeider
    land landa landene europa europeisk europeiske eu tiltak løsning løsninger løysing løysingar problem
    problemer problema utfordring utfordringer utfordringar ordning tjeneste tjenester teneste tenester utvikle
    utvikling vidareutvikle innbygger innbyggere innbyggerne innbyggjar innbyggjarar innbyggjarane nettverk
    erfaring erfaringer erfaringar lære lærer kjøpe betale finansiere finansiering internasjonal internasjonale
    internasjonalt
    """.split()  # noqa: SIM905
)
FALSE_FRIENDS = frozenset(
    """
    fart gift barn hand land by art bad rate sent tide most dress rest brand lies side fare pose time slip gang
    stand last hold grave ring steg ways mark kart fire brann eller over under rent hell host hove lever love
    male mane mine mote nord null rare rope rose same sine sole stem stor tale tank tone tore vest verden ville
    more form gard dame
    """.split()  # noqa: SIM905
)
ENGLISH_SMALL = frozenset(
    """
    the of and to in for a an on with by or as at be is are from that this their its it such including into
    through between within which will should can may also not more other all any than these those under across
    well where
    """.split()  # noqa: SIM905
)
# said in most calls, and in most challenges: it tells little even where it is rare in a small collection
GENERIC = frozenset(
    """
    local develop development innov innovation cooperation collaboration partner project support action measure
    region solution challeng knowledg skill network strategi polici public servic citizen stakehold sustain
    communit community europe european eu union manag social econom societ societi resili approach tool method
    capac govern
    """.split()  # noqa: SIM905
)


def tells(token: str) -> bool:
    """Whether a word of a query says what it is about."""
    return len(token) > 2 and not token.isdigit() and token not in SMALL and token not in OFFICE


# everyday words that no call is about: what they are near to is near to everything
NEUTRAL = tuple(
    """
    bord stol kopp vindu dør gate mandag tirsdag lørdag morgen kveld natt vinter sommer regn sol hund katt hest ku fugl
    fisk brød melk ost eple kaffe te sukker salt jakke sko lue hanske briller klokke nøkkel penn papir bok brev avis
    bilde farge rød blå grønn gul svart hvit stor liten lang kort tung lett varm kald snill glad trist sint redd trøtt
    sulten mor far bror søster onkel tante nabo venn gutt jente navn tall dag uke måned år time minutt høyre venstre opp
    ned ute inne her der alltid aldri kanskje litt mye først sist spille løpe sitte stå ligge sove spise drikke
    lese skrive
    """.split()  # noqa: SIM905
)
