"""A published example of Indre Fosen with a question under it, and a proposal that its writer has not confirmed."""

from tests.library.examples import content, published
from tests.web.worlds import each
from vardevei.library.domain import comments, examples, proposal_keys

ONE = ("example", "example-revise", "example-translate", "example-history", "example-review")
MORE = ("example-withdraw", "example-confirm", "example-comment")
MINE = ("example-proposal", "example-proposal-confirm", "example-proposal-revise", "example-proposal-pull")


def values(made, workspace) -> dict[str, object]:
    shown = published("Et kurs for alle")
    asked = comments.write(shown, "Hvor lenge varte det?", by=made.adviser)
    hidden = examples.propose(content("Hemmelig forslag"), by=shown.by, signed_in=False)
    return {
        **each((*ONE, *MORE), "slug", shown.slug),
        **each(MINE, "token", proposal_keys.token(hidden, hidden.by)),
        "example-translate.form": "en",
        "example-comment-remove.key": asked.pk,
    }
