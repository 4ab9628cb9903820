"""An example's own word in addresses, made from its title once and never changed."""

from django.utils.text import slugify

from vardevei.library.models import Example

# Addresses under /eksempler/ that are pages of their own.
TAKEN = {"nytt", "sendt", "forslag", "vis", "vurder", "importer", "import", "liste", "sok"}
LETTERS = str.maketrans({"å": "a", "ø": "o", "æ": "ae", "Å": "a", "Ø": "o", "Æ": "ae"})


def free(title: str) -> str:
    """ "Slik ble Time synlig i Europa" -> "slik-ble-time-synlig-i-europa", with a number when it is taken."""
    bare = slugify(title.translate(LETTERS))[:70].strip("-") or "eksempel"
    taken = {*Example.objects.filter(slug__startswith=bare).values_list("slug", flat=True), *TAKEN}
    number, slug = 1, bare
    while slug in taken:
        number += 1
        slug = f"{bare}-{number}"
    return slug
