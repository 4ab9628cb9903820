"""The built-in memo with an edition, and a contribution from Indre Fosen."""

from tests.web.worlds import each
from vardevei.library.domain import contributions, editions, memo_sections
from vardevei.library.imports import memo as built_in


def values(made, workspace) -> dict[str, object]:
    built_in.load()
    memo = memo_sections.memo()
    assert memo is not None
    editions.first(memo, decided={"nb": "Ingen"})
    section = memo.sections.get(slug="bakgrunn")
    given = contributions.give(section, text="Et innspill", form="nb", by=made.contact)
    parts = ("", "-set-up", "-move", "-remove", "-put-back")
    of_section = ("memo-contribute", *(f"memo-section{part}" for part in parts))
    return {
        **each(("memo-edition", "memo-download"), "number", 1),
        **each(("memo-download", "memo-draft"), "kind", "pdf"),
        **each(of_section, "slug", section.slug),
        **each(("memo-contribution", "memo-contribution-answer"), "key", given.pk),
    }
