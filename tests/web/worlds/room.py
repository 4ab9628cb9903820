from tests.web.worlds import each


def values(made, workspace) -> dict[str, object]:
    return each(("workspace",), "key", workspace.pk)
