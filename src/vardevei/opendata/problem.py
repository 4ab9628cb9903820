"""One error, three voices: the web, the terminal and the API all show the same three sentences."""


class Problem(Exception):
    """Something the reader can act on.

    `code` is stable and short ("file-truncated"); `what` says what happened, `why` the cause, `todo` what to do now.
    `values` are the facts the sentences were made from, so that another language can be put together from the code.
    """

    def __init__(self, code: str, what: str, why: str = "", todo: str = "", **values: object) -> None:
        self.code, self.what, self.why, self.todo, self.values = code, what, why, todo, values
        super().__init__(" ".join(part for part in (what, why, todo) if part))

    def as_dict(self) -> dict[str, object]:
        return {"code": self.code, "what": self.what, "why": self.why, "todo": self.todo, "values": self.values}
