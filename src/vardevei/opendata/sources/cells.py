"""One cell at a time: text to a date, an amount, an organisation number. Each says why when it cannot."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

LONGEST_CELL = 5_000
FIRST_YEAR, LAST_YEAR = 1980, 2100
LARGEST_AMOUNT = Decimal(10) ** 12
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
# = always starts a formula; + - @ only before a call or a command, since a project may well be named "+CityxChange".
_FORMULA = re.compile(r"\s*(=|[+\-@][\w.]+[(|!])")
_DATE_SHAPES = [
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[T ][\d:.+Z]*)?"),
    re.compile(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?: [\d:.]*)?"),
    re.compile(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
]
ROLES = {
    "coordinator": [
        "coordinator",
        "koordinator",
        "lead partner",
        "lead",
        "prosjektleder",
        "prosjekteier",
        "hovedpartner",
    ],
    "participant": [
        "participant",
        "partner",
        "deltaker",
        "deltakar",
        "beneficiary",
        "prosjektpartner",
        "project partner",
    ],
    "third-party": ["thirdparty", "third party", "tredjepart", "affiliatedentity"],
    "international-partner": ["internationalpartner", "international partner", "internasjonal partner"],
    "associated": ["associatedpartner", "associated", "associated partner", "assosiert", "assosiert partner"],
}
_ROLE = {word: role for role, words in ROLES.items() for word in words}


class Unreadable(Exception):
    """This row cannot be understood: a stable code and a sentence."""

    def __init__(self, reason: str, detail: str) -> None:
        self.reason, self.detail = reason, detail
        super().__init__(detail)


def storable(value: str) -> str:
    """Without what no database takes: control characters and halves of letters."""
    return value if value.isprintable() else _CONTROL.sub(" ", value)


def shown(value: str, length: int = 60) -> str:
    """A value inside a sentence: short, and with control characters visible."""
    return repr(value if len(value) <= length else value[:length] + "…")


def checked(value: str, column: str) -> str:
    """A cell that is safe to look at. A formula is never evaluated: the row is refused."""
    if len(value) > LONGEST_CELL:
        raise Unreadable("cell-too-long", f"{column} has {len(value)} characters; the limit is {LONGEST_CELL}.")
    if _FORMULA.match(value):
        raise Unreadable(
            "cell-formula", f"{column} holds a formula ({shown(value)}). Paste it as a value and run again."
        )
    return value


def text(value: str) -> str:
    """The text with its spaces tidied and control characters left out."""
    if value.isascii() and value.isprintable() and "  " not in value:
        return value.strip()
    return " ".join(_CONTROL.sub(" ", value).split())


def has_control_characters(value: str) -> bool:
    return not value.isprintable() and any(not mark.isspace() for mark in _CONTROL.findall(value))


def day(value: str, column: str) -> date | None:
    if not value:
        return None
    match = next((fits for shape in _DATE_SHAPES if (fits := shape.fullmatch(value))), None)
    try:
        found = date(int(match["y"]), int(match["m"]), int(match["d"])) if match else None
    except ValueError:
        found = None
    if not found:
        raise Unreadable("date-unreadable", f"{column} is {shown(value)}, which is no date (expected 31.12.2020).")
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Unreadable(
            "date-out-of-range", f"{column} is {found}; dates from {FIRST_YEAR} to {LAST_YEAR} are accepted."
        )
    return found


def amount(value: str, column: str, *, grouped: bool = False) -> Decimal | None:
    """Money, rounded to cents. `grouped`: dots may part the thousands, as people write in spreadsheets."""
    bare = re.sub(r"[\s\u00a0\u202f]|EUR|NOK|kr\.?|€", "", value)
    if not bare:
        return None
    if grouped and re.fullmatch(r"-?\d{1,3}[.,]\d{3}", bare):
        detail = f"{column} is {shown(value)}: thousands or decimals? Write it without separators."
        raise Unreadable("amount-ambiguous", detail)
    found = _number(bare, grouped)
    if found is None:
        raise Unreadable("amount-unreadable", f"{column} is {shown(value)}, which is no amount.")
    if found < 0:
        raise Unreadable("amount-negative", f"{column} is {shown(value)}; an amount cannot be negative.")
    if found >= LARGEST_AMOUNT:
        raise Unreadable("amount-out-of-range", f"{column} is {shown(value)}; the limit is {LARGEST_AMOUNT:,}.")
    return found.quantize(Decimal("0.01"))


def _number(bare: str, grouped: bool) -> Decimal | None:
    if grouped and re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?", bare):
        bare = bare.replace(".", "")
    if grouped and re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", bare):
        bare = bare.replace(",", "")
    if not re.fullmatch(r"[+-]?[0-9]{1,20}([.,][0-9]{0,20})?", bare):
        return None
    try:
        return Decimal(bare.replace(",", "."))
    except InvalidOperation:
        return None


def organisation_number(value: str) -> str:
    """Nine digits that pass modulus 11, from a bare number or a VAT number (NO#########MVA); "" when it is not one."""
    digits = re.sub(r"[\s.\-]", "", value).upper().removeprefix("NO").removesuffix("MVA")
    return digits if re.fullmatch(r"[0-9]{9}", digits) and _control_digit(digits) == digits[8] else ""


def _control_digit(digits: str) -> str:
    rest = sum(int(digit) * weight for digit, weight in zip(digits, (3, 2, 7, 6, 5, 4, 3, 2), strict=False)) % 11
    return "0" if rest == 0 else str(11 - rest)  # "10" equals no digit: such numbers are not given out


def padded(value: str, width: int = 4) -> str:
    """A number whose leading zero a spreadsheet has eaten (301 is 0301); "" when it is not one."""
    return value.zfill(width) if re.fullmatch(rf"[0-9]{{1,{width}}}", value) else ""


def role(value: str) -> str:
    return _ROLE.get(value.casefold().strip(), "")
