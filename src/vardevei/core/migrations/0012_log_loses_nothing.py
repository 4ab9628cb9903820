"""The database refuses that a line of the log is deleted, except what the demonstration has made.

On SQLite a later change of core_logentry takes the trigger away: make it again in that migration. A later change of
core_madeup must take it away first. The tests' `flush` of a SQLite database does so too, see tests/conftest.py.
"""

from django.db import migrations

REAL = "NOT EXISTS (SELECT 1 FROM core_madeup WHERE model = 'core.logentry' AND key = CAST(OLD.id AS text))"
SAYS = "The log loses nothing."
SQLITE = f"""
CREATE TRIGGER log_loses_nothing BEFORE DELETE ON core_logentry WHEN {REAL}
BEGIN SELECT RAISE(ABORT, '{SAYS}'); END
"""
# A condition of PostgreSQL's own may not ask another table, so the function does.
POSTGRESQL = f"""
CREATE FUNCTION log_loses_nothing() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN IF {REAL} THEN RAISE EXCEPTION '{SAYS}' USING ERRCODE = 'integrity_constraint_violation'; END IF;
RETURN OLD; END $$;
CREATE TRIGGER log_loses_nothing BEFORE DELETE ON core_logentry FOR EACH ROW EXECUTE FUNCTION log_loses_nothing()
"""
MAKE = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
AWAY = {
    "sqlite": "DROP TRIGGER log_loses_nothing",
    "postgresql": "DROP TRIGGER log_loses_nothing ON core_logentry; DROP FUNCTION log_loses_nothing()",
}


def make(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(MAKE[schema_editor.connection.vendor])


def take_away(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(AWAY[schema_editor.connection.vendor])


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0011_log_only_grows'),
    ]

    operations = [migrations.RunPython(make, take_away, elidable=False)]
