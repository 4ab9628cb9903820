"""How likely it is that a municipality could use a call at all: a generic word must not lift a trial of a medicine.

By the beginning of the call's identifier, the longest that fits, and by whether the text speaks of local government.
Nothing is left out: what is meant for others only needs a better match.
"""

import re

STANDING = {
    "EDF": 0.4,  # defence
    "EURATOM": 0.4,
    "HORIZON-EURATOM": 0.4,
    "RFCS": 0.5,  # coal and steel
    "EuropeAid": 0.5,  # in countries outside Europe, by organisations there
    "EUAF": 0.6,  # against fraud with the Union's money
    "EUBA": 0.6,
    "EP-LINC": 0.5,  # interpreters
    "PERI": 0.4,
    "AGRIP": 0.7,
    "ERC": 0.5,
    "HORIZON-MSCA": 0.7,
    "HORIZON-EIC": 0.6,
    "HORIZON-JU": 0.65,
    "HORIZON-EUROHPC": 0.5,
    "DIGITAL-JU": 0.5,
    "HORIZON-INFRA": 0.6,
    "HORIZON-RAISE": 0.6,
    "HORIZON-WIDERA": 0.7,
    "HORIZON-CL4": 0.75,
    "HORIZON-HLTH": 0.85,
    "HORIZON-MISS": 1.1,
    "HORIZON-NEB": 1.1,
    "LIFE": 1.1,
    "CERV": 1.1,
    "UCPM": 1.1,
}
PARTS = {"SPACE": 0.6, "CLEAN-AVIATION": 0.5, "CANCER": 0.75, "TOOL": 0.7, "MAT-PROD": 0.9, "EDCTP3": 0.6}
LOCAL = re.compile(
    r"\b(municipal\w*|local (?:and regional )?authorit\w*|regional (?:and local )?authorit\w*|cit(?:y|ies)|towns?"
    r"|local government\w*|neighbourhoods?|public administrations?|rural areas)\b",
    re.IGNORECASE,
)
SPEAKS_OF_LOCAL = 1.2
# in a title: medicine in the laboratory, weapons, spacecraft, engines, chips and reactors, and other parts of the world
FOR_OTHERS = re.compile(
    r"\b(clinical|therap\w*|biomarker\w*|immun\w*|medicinal|pharma\w*|genom\w*|in vitro"
    r"|weapon\w*|missile\w*|munition\w*|warfare|combat|naval|spacecraft|launchers?|orbit\w*|in-space|aircraft|helicopter\w*|propulsion|fuselage|turbofan|engines?"
    r"|semiconductor\w*|photonic\w*|qubits?|exascale|fission|fusion|reactors?|accelerator beams?|customs|interpreters?"
    r"|africa\w*|caribbean|latin america|central asia|middle east|pacific|western balkans|south mediterranean"
    r"|third countries|low-?(?:and )?(?:middle-)?income countries)\b",
    re.IGNORECASE,
)
FITS_OTHERS = 0.65


def standing(identifier: str, text: str, title: str = "") -> float:
    """1 for most; less for what others are meant for, a little more for what local government is."""
    begins = max((start for start in STANDING if identifier.startswith(start)), key=len, default="")
    made = STANDING.get(begins, 1.0)
    for part, factor in PARTS.items():
        if f"-{part}-" in f"{identifier}-":
            made *= factor
    if FOR_OTHERS.search(title):
        made *= FITS_OTHERS
    return made * (SPEAKS_OF_LOCAL if LOCAL.search(text) else 1.0)
