"""My county: every municipality with what is known, and one municipality's page for staff."""
