"""What is printed into the docs about people: roles, rights, and the register of processing."""

from tools import rights


def _table(*rows: tuple[str, ...]) -> str:
    from tools.printed import table

    return table(*rows)


def _ready():
    import django
    from django.utils.translation import override

    from vardevei.web import translations

    translations.compile()
    django.setup()
    return override("en")


def roles() -> str:
    """Each role with its sentence and where it is held."""
    with _ready():
        from vardevei.organisations.roles import ROLES

        rows = [(f"**{kind.name}** `{kind.code}`", kind.at or "the whole site", str(kind.sentence)) for kind in ROLES]
        return _table(("role", "held at", "what it is"), *rows)


def acts() -> str:
    """Act by role, with how far it reaches."""
    with _ready():
        from vardevei.organisations.roles import ROLES

        rows = [
            (f"`{act.code}` {act.sentence}", *(str(act.may[kind].value) if kind in act.may else "" for kind in ROLES))
            for _room, act in rights.acts()
        ]
        return _table(("may …", *(kind.name for kind in ROLES)), *rows)


def relations() -> str:
    """Act by relation: who of them may, as the program itself answers."""
    with _ready():
        rows = [
            (f"`{act.code}`", *(", ".join(codes) or "no" for codes in rights.may_by_relation(act).values()))
            for _room, act in rights.acts()
        ]
        return _table(("act", *rights.RELATIONS), *rows)


def inside() -> str:
    """Acts in a workspace by how one stands to it."""
    with _ready():
        from vardevei.workspaces.enums import Standing
        from vardevei.workspaces.rules import INSIDE

        rows = [
            (f"`{act.code}` {act.sentence}", *("yes" if one in act.may else "" for one in Standing), _closed(act))
            for act in INSIDE
        ]
        return _table(("may …", *(str(one.label) for one in Standing), "when archived"), *rows)


def _closed(act) -> str:
    return "yes" if act.always else ""


def limits() -> str:
    """How long things are kept."""
    with _ready():
        from vardevei.core.personal import holding

        used = {limit: limit for personal in holding().values() for limit in personal.limits}
        rows = [
            (f"`{one.code}`", str(one.sentence), str(one.days or "–")) for one in sorted(used, key=lambda x: x.code)
        ]
        return _table(("limit", "how long", "days"), *rows)


def personal() -> str:
    """The register of processing: every table with personal data, its fields, why they are kept and how long."""
    with _ready():
        from vardevei.core.personal import holding

        return "\n\n".join(_holding(model, personal) for model, personal in holding().items())


def _holding(model, personal) -> str:
    rows = [
        (name.replace("_", " "), str(kept.purpose), f"`{kept.limit.code}`") for name, kept in personal.fields.items()
    ]
    gone = f"When the time is out, or the person is erased: {personal.gone.value}."
    since = f" The days run from `{personal.since}`." if personal.since else ""
    return f"### {model._meta.label}\n\n{_table(('field', 'why', 'limit'), *rows)}\n\n{gone}{since}"
