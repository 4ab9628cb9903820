"""The database itself refuses that a line of the log is changed; only the key of an erased person may be emptied.

On SQLite a later change of the table takes the trigger away: make it again in that migration. A test tells.
"""

from django.db import migrations, models

COLUMNS = ("id", "at", "act", "text", "values", "why", "subject", "place")
DIFFERS = {"sqlite": "IS NOT", "postgresql": "IS DISTINCT FROM"}
SQLITE = """
CREATE TRIGGER log_is_only_added_to BEFORE UPDATE ON core_logentry WHEN {changed}
BEGIN SELECT RAISE(ABORT, 'The log is only added to.'); END
"""
POSTGRESQL = """
CREATE FUNCTION log_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'The log is only added to.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER log_is_only_added_to BEFORE UPDATE ON core_logentry FOR EACH ROW WHEN ({changed})
EXECUTE FUNCTION log_is_only_added_to()
"""
AWAY = {
    "sqlite": "DROP TRIGGER log_is_only_added_to",
    "postgresql": "DROP TRIGGER log_is_only_added_to ON core_logentry; DROP FUNCTION log_is_only_added_to()",
}


def _changed(vendor):
    differs = DIFFERS[vendor]
    # JSON has no "differs" of its own in PostgreSQL's type json, so it is compared as text.
    others = [f'CAST(NEW."{name}" AS text) {differs} CAST(OLD."{name}" AS text)' for name in COLUMNS]
    return " OR ".join([*others, f"(NEW.by_id IS NOT NULL AND NEW.by_id {differs} OLD.by_id)"])


def make(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    text = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[vendor].format(changed=_changed(vendor))
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(text)


def take_away(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(AWAY[schema_editor.connection.vendor])


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0010_made_up'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='logentry',
            index=models.Index(fields=['by', 'at'], name='core_logent_by_id_9df3b0_idx'),
        ),
        migrations.AddIndex(
            model_name='logentry',
            index=models.Index(fields=['-at', '-id'], name='log_newest_first'),
        ),
        migrations.RunPython(make, take_away, elidable=False),
    ]
