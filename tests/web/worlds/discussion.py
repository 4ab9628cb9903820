from tests.web.worlds import each
from vardevei.core.models.log import subject_of
from vardevei.workspaces.domain import discussion, files, notices
from vardevei.workspaces.models import Notices


def values(made, workspace) -> dict[str, object]:
    thread = discussion.begin(workspace, title="Hemmelig", text="Hemmelig", by=made.adviser)
    file = files.add(workspace, b"%PDF-1.7", "Hemmelig.pdf", by=made.adviser)
    notices.choose(made.contact, workspace, "daily", by=made.contact)
    return {
        **each(("workspace-discussion", "thread-new", "workspace-notices"), "key", workspace.pk),
        "discussion-thread.key": thread.pk,
        "thread-about.about": subject_of(file),
        **each(("contribution-edit", "contribution-withdraw"), "key", thread.contributions.get().pk),
        "notices-link.token": Notices.objects.get(person=made.contact).key,
    }
