"""Work that the queue does for this room."""

from django_tasks import task

from vardevei.figures.domain import mart


@task()
def build_mart() -> str:
    """After an import or a correction: the figures follow the database. Harmless to run twice."""
    return mart.build().build
