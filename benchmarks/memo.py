"""Seconds for the memo as PDF and Word, at the length it has and at about sixty pages, on this machine.

    python -m benchmarks.memo

The content is the built-in parts, repeated; neither a database nor a mart is needed.
"""

import io
import time

import django

PAGES = 60


def content(parts: int) -> dict:
    """So many parts of the memo, each under a name of its own, with their figures."""
    from vardevei.library.domain import memo_figures
    from vardevei.library.imports import memo

    files = memo.read()
    told = []
    for spot in range(parts):
        file = files[spot % len(files)]
        figure = file.facts.get("figure", "")
        table = memo_figures.now(figure, file.facts.get("choice", {})) if figure in memo_figures.TABLES else None
        told.append(
            {
                **file.words,
                "slug": f"{file.slug}-{spot}",
                "original": "nb",
                "kind": file.facts.get("kind", "text"),
                "level": file.facts.get("level", 1),
                "sources": file.facts.get("sources", []),
                "examples": [],
                "figure": table,
            }
        )
    words = {"nb": "Notatet", "nn": "Notatet", "en": "The memo"}
    return {"title": words, "lead": words, "as_of": "2026-11-24", "sections": told}


def main() -> None:
    django.setup()
    import pypdf

    from vardevei.library.domain import memo_documents

    for parts in (22, 110):
        told = content(parts)
        for kind in memo_documents.KINDS:
            memo_documents.draft(told, kind, "nb")  # fonts are read once for each process
            start = time.perf_counter()
            made = memo_documents.draft(told, kind, "nb")
            took = time.perf_counter() - start
            pages = f"{len(pypdf.PdfReader(io.BytesIO(made)).pages)} pages" if kind == "pdf" else "Word"
            print(f"{parts:4} parts, {pages:>9}: {took:.2f} s, {len(made) // 1024} kB")


if __name__ == "__main__":
    main()
