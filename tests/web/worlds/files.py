from tests.web.worlds import each
from vardevei.workspaces.domain import files

# A square of four points, and a page of nothing.
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def picture() -> bytes:
    from io import BytesIO

    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (2, 2), "red").save(out, "PNG")
    return out.getvalue()


def values(made, workspace) -> dict[str, object]:
    file = files.add(workspace, PDF, "Hemmelig.pdf", by=made.adviser)
    drawn = files.add(workspace, picture(), "Hemmelig.png", by=made.adviser)
    acts = ("", "-download", "-show", "-version", "-change", "-remove")
    return {
        **each(("workspace-files", "workspace-file-new"), "key", workspace.pk),
        **each([f"workspace-file{act}" for act in acts], "key", file.pk),
        **each(("workspace-file-download", "workspace-file-show", "workspace-file-picture"), "number", 1),
        "workspace-file-picture.key": drawn.pk,
    }
