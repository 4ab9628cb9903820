"""Every component is shown, and none takes an argument it does not know."""

import re

import pytest
from django.template import engines

from vardevei.web import gallery
from vardevei.web.components import FOLDER, component, names
from vardevei.web.templatetags.components import put


def test_gallery_shows_every_component_with_every_argument() -> None:
    shown = gallery.examples()

    assert sorted(shown) == names()
    for name, examples in shown.items():
        given = {argument for example in examples for argument in example}
        known = {argument.name for argument in component(name).arguments}
        assert known - given == set(), name


@pytest.mark.parametrize("name", names())
def test_component_lists_its_arguments_and_uses_them(name: str) -> None:
    listed = {argument.name for argument in component(name).arguments}
    source = (FOLDER / f"{name}.html").read_text().split("{% endcomment %}")[1]

    assert [argument for argument in listed if not re.search(rf"\b{argument}\b", source)] == []
    assert "style=" not in source


def test_misspelt_argument_is_refused() -> None:
    with pytest.raises(TypeError, match=r"tag: unknown \['colour'\], missing \[\]"):
        put("tag", text="funnet", colour="accent")


def test_missing_argument_is_refused() -> None:
    with pytest.raises(TypeError, match=r"tag: unknown \[\], missing \['text'\]"):
        put("tag", color="accent")


def test_tags_put_in_a_component_and_wrap_one_around_content() -> None:
    template = engines["django"].from_string(
        '{% load components %}{% slot "plate" title=title %}{% c "tag" text=title %}{% endslot %}'
    )

    html = template.render({"title": "a < b"})

    assert html.count("a &lt; b") == 2
    assert re.search(r'<section class="plate stack">.*<span class="ds-tag".*</section>', html, re.DOTALL)
