"""From a challenge in Norwegian to texts in English: `Index.build(docs)`, `index.search(text)`."""

from vardevei.methods.retrieval.documents import Doc
from vardevei.methods.retrieval.hits import Because, Hit
from vardevei.methods.retrieval.index import Index

__all__ = ["Because", "Doc", "Hit", "Index"]
