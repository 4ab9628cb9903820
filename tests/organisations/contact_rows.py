"""A county's own list of contacts as people keep it: 60 rows for Trøndelag, messy in every way we have thought of.

The same list as a spreadsheet, as CSV from an old Excel, and as cells copied and pasted.
"""

import csv
import io

from openpyxl import Workbook

HEADER = ["Kommune", "Kontaktperson", "Stilling", "E-post", "Tlf.", "Notat"]

# What stands in the row, and what shall come of it the first time, before anything is decided.
ROWS: list[tuple[list[str], str]] = [
    (["Trondheim", "Kari Nes", "næringssjef", "kari.nes@trondheim.kommune.no", "91122333", "ringt i mars"], "new"),
    (["Steinkjær", "Nes, Per", "rådgiver", "per.nes@steinkjer.kommune.no", "+47 922 33 444", ""], "new"),
    (["Namsos kommune", "Anne Lund", "", "anne.lund@namsos.kommune.no", "74 21 71 00", ""], "new"),
    (["FRØYA", "Tor Vik", "rektor", "tor.vik@froya.kommune.no", "0047 933 44 555", "ny"], "new"),
    (["Hitra", "", "", "", "", "venter på svar"], "vacant"),
    (["Orkdal", "Siri Moen", "plansjef", "siri.moen@orkland.kommune.no", "944-55-666", ""], "new"),
    (["Meldal", "Siri Moen", "plansjef", "siri.moen@orkland.kommune.no", "944 55 666", ""], "double"),
    (["Leksvik", "Odd Berg", "rådgiver", "odd.berg@indrefosen.kommune.no", "95566777", ""], "new"),
    (["Rissa", "Odd Bergh", "rådgiver", "odd.bergh@indrefosen.kommune.no", "95566778", ""], "doubtful"),
    (["Snillfjord", "Liv Dahl", "", "liv.dahl@eksempel.no", "", ""], "doubtful"),
    (["Snillfjord", "Jon Aune", "", "jon.aune@heim.kommune.no", "", ""], "new"),
    (["Roan", "Kari Nes og Ola Vik", "", "kari@afjord.kommune.no; ola.vik@afjord.kommune.no", "", ""], "new new"),
    (["Åfjords kommune", "Ledig", "", "", "", ""], "vacant"),
    (["Vikna", "Nina Hauge <nina.hauge@naroysund.kommune.no>", "", "", "90011222", ""], "new"),
    (["5007", "Geir Sund", "", "geir.sund@eksempel.no", "", ""], "doubtful"),
    (["5020", "Ida Strand", "leder", "ida.strand@osen.kommune.no", "", ""], "new"),
    (["Oppdal", "Eva Rønning", "", "", "72 40 10 00", "mangler e-post"], "new"),
    (["Rennebu", "Arne Haug", "", "arne.haug(at)rennebu.kommune.no", "", ""], "new"),
    (["Røros", "Mari Tangen", "", "mari.tangen@roros.kommune.no", "ring sentralbordet", ""], "new"),
    (["Roros", "Mari Tangen", "", "mari.tangen@roros.kommune.no", "", ""], "double"),
    (["Holtålen", "Per Olsen", "", "per.olsen@holtalen.kommune.no", "", ""], "new"),
    (["Midtre Gauldal", "Gro Lien", "", "gro.lien@mgk.no", "", ""], "new"),
    (["Melhus", "Unni Bakke", "", "unni.bakke@melhus.kommune.no", "", ""], "new"),
    (["Melhus", "Terje Foss", "", "terje.foss@melhus.kommune.no", "", ""], "doubtful"),
    (["Skaun", "Rolf Eide", "", "rolf.eide@skaun.kommune.no", "", ""], "new"),
    (["Klæbu", "Hanne Krogh", "", "hanne.krogh@trondheim.kommune.no", "", ""], "doubtful"),
    (["Malvik", "Stian Ness", "", "stian.ness@malvik.kommune.no", "", ""], "new"),
    (["Selbu", "Berit Sæther", "", "berit.saether@selbu.kommune.no", "", ""], "new"),
    (["Tydal", "Berit Sæther", "", "berit.saether@selbu.kommune.no", "", "felles"], "doubtful"),
    (["Meråker", "Knut Moe", "", "knut.moe@meraker.kommune.no", "", ""], "new"),
    (["Stjørdal", "Ellen Holm", "", "ellen.holm@stjordal.kommune.no", "", ""], "new"),
    (["Stjordal kommune", "Holm, Ellen", "rådgiver", "ellen.holm@stjordal.kommune.no", "", ""], "double"),
    (["Frosta", "Pål Ås", "", "pal.as@frosta.kommune.no", "", ""], "new"),
    (["Levanger", "Randi Lie", "", "randi.lie@levanger.kommune.no", "", ""], "new"),
    (["Verdal", "Jens By", "", "jens.by@verdal.kommune.no", "", ""], "new"),
    (["Verdalen", "Jens By", "", "jens.by@verdal.kommune.no", "", ""], "double"),
    (["Snåase", "Aslak Joma", "", "aslak.joma@snasa.kommune.no", "", ""], "new"),
    (["Lierne", "Marit Devik", "", "marit.devik@lierne.kommune.no", "", ""], "new"),
    (["Raarvihke", "Jo Kvelia", "", "jo.kvelia@royrvik.kommune.no", "", ""], "new"),
    (["Namskogan", "Vidar Grong", "", "vidar.grong@namsskogan.kommune.no", "", ""], "new"),
    (["Grong", "-", "", "", "", "ny tilsettes i høst"], "vacant"),
    (["Høylandet", "Lise Ryan", "", "lise.ryan@hoylandet.kommune.no", "", ""], "new"),
    (["Overhalla", "Trond Amdal", "", "trond.amdal@overhalla.kommune.no", "", ""], "new"),
    (["Fosnes", "Kristin Ekker", "", "kristin.ekker@namsos.kommune.no", "", ""], "doubtful"),
    (["Flatanger", "Ole Lauvsnes", "", "ole.lauvsnes@flatanger.kommune.no", "", ""], "new"),
    (["Leka", "Wenche Holm", "", "wenche.holm@leka.kommune.no", "", ""], "new"),
    (["Municipality of Inderøy", "Sara Lyng", "", "sara.lyng@inderoy.kommune.no", "", ""], "new"),
    (["Verran", "Bjørn Follafoss", "", "bjorn.follafoss@steinkjer.kommune.no", "", ""], "doubtful"),
    (["Agdenes", "Svein Mork", "", "svein.mork@orkland.kommune.no", "", ""], "doubtful"),
    (["Heim", "Tove Kyrksæter", "", "tove.k@heim.kommune.no", "", ""], "doubtful"),
    (["Ørland", "Bente Brekstad", "", "bente.brekstad@orland.kommune.no", "", ""], "new"),
    (["Bjugn", "Bente Brekstad", "", "bente.b@orland.kommune.no", "", ""], "doubtful"),
    (["Rindal", "Egil Bolme", "", "egil.bolme@rindal.kommune.no, post@rindal.kommune.no", "", ""], "doubtful"),
    (["Våler", "Hege Solør", "", "hege.solor@valer-hedmark.eksempel.no", "", ""], "rejected"),
    (["Våler kommune", "Finn Kirkeby", "", "finn.kirkeby@eksempel.no", "", ""], "rejected"),
    (["Bergen", "Rune Bryggen", "", "rune@bergen.kommune.no", "", ""], "rejected"),
    (["Fjordvik", "Åse Ukjent", "", "ase@eksempel.no", "", ""], "rejected"),
    (["", "Turid Eggen", "", "turid.eggen@osen.kommune.no", "", ""], "doubtful"),
    (["", "Nils Nilsen", "", "nils@gmail.eksempel", "", ""], "rejected"),
    (["Hitra og Frøya", "", "", "felles@hitra.kommune.no", "", ""], "new doubtful"),
]  # fmt: skip
assert len(ROWS) == 60
TITLE = ["Kontakter internasjonalt arbeid, sist oppdatert mars", "", "", "", "", ""]
LINES = [TITLE, [""] * 6, HEADER, *(cells for cells, _kind in ROWS[:30]), [""] * 6, *(cells for cells, _ in ROWS[30:])]


def as_xlsx() -> bytes:
    """With a title over the header, an empty row, numbers as numbers, and a hidden sheet that is not the list."""
    book = Workbook()
    page = book.active
    page.title = "Kontakter"
    for cells in LINES:
        page.append([int(cell) if cell.isdigit() else cell or None for cell in cells])
    page.merge_cells("A1:F1")
    hidden = book.create_sheet("Gammel liste")
    hidden.append(["Kommune", "Navn"])
    hidden.append(["Trondheim", "Gamle Erik"])
    hidden.sheet_state = "hidden"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def as_text(delimiter: str) -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter, lineterminator="\r\n").writerows(LINES)
    return file.getvalue()


def as_csv() -> bytes:
    """As an older Excel in Norwegian saves it."""
    return as_text(";").encode("cp1252")


def pasted() -> str:
    return as_text("\t")
