"""The cairn: one stone for each traveller. The newest stone is lichen-yellow; one not yet laid is an outline."""

import random
from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

Point = tuple[float, float]
# A stone's outline around (0, 0) in a box of one by one. Each stone is turned and shaken a little by its seed.
OUTLINE: Sequence[Point] = [
    (-0.5, 0.2),
    (-0.42, -0.26),
    (-0.14, -0.5),
    (0.27, -0.42),
    (0.5, 0),
    (0.44, 0.42),
    (0.08, 0.5),
    (-0.36, 0.47),
]
WIDTH, HEIGHT = 46.0, 17.0


def _points(centre: Point, width: float, height: float, seed: int) -> list[Point]:
    shake = random.Random(seed)
    facing = -1 if shake.random() < 0.5 else 1
    return [
        (
            centre[0] + facing * width * (x + shake.uniform(-0.035, 0.035)),
            centre[1] + height * (y + shake.uniform(-0.06, 0.06)),
        )
        for x, y in OUTLINE
    ]


def stone(centre: Point, width: float, height: float, seed: int, kind: str) -> str:
    """The outline is drawn as thick as it takes to make the corners round."""
    edge = height * (0.16 if kind == "st-wait" else 0.42)
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in _points(centre, width - edge, height - edge, seed))
    thick = "" if kind == "st-wait" else f' stroke-width="{edge:.1f}"'
    return f'<path class="{kind}"{thick} d="M{path}z"/>'


def pile(stones: int, foot: Point, scale: float = 1, seed: int = 1, newest: str = "st-top", waiting: int = 0) -> str:
    """`waiting` stones are drawn as outlines on top; the newest laid stone is the yellow one."""
    drawn, y, total = [], foot[1], max(stones + waiting, 5)
    for place in range(stones + waiting):
        width = (WIDTH - place * 27 / (total - 1) + (2.5 if place % 2 else -1)) * scale
        height = (HEIGHT - place * 0.5) * scale
        x = foot[0] + random.Random(seed * 31 + place).uniform(-2.2, 2.2) * scale
        kind = "st-wait" if place >= stones else newest if place == stones - 1 else "st"
        drawn.append(stone((x, y - height / 2), width, height, seed * 17 + place, kind))
        y -= height * 0.99
    return "".join(drawn)


def cairn(stones: int, waiting: int = 0, seed: int = 1) -> SafeString:
    count = stones + waiting
    height = sum((HEIGHT - place * 0.5) * 0.99 for place in range(count)) + 3
    return format_html(
        '<svg class="cairn" viewBox="0 0 54 {}" aria-hidden="true">{}</svg>',
        round(height),
        mark_safe(pile(stones, (27, height - 1.5), seed=seed, waiting=waiting)),
    )


# The ridge over the foot of every page: x, y and size of each cairn, and whether its top stone is new.
ON_THE_RIDGE = [
    (5, 1008, 51, 0.6, "st-top"),
    (4, 640, 94, 0.4, "st"),
    (4, 366, 77, 0.28, "st"),
    (3, 190, 87, 0.2, "st"),
]
FAR = "M0 120V74C120 62 190 30 300 36s150 40 250 34 190-58 300-52 220 42 350 30v72z"
NEAR = "M0 120v-18c130-4 240-30 360-26s190 24 320 14 230-46 320-38 140 26 200 22v46z"


def ridge() -> SafeString:
    piles = "".join(
        pile(count, (x, y), size, 4 + place, top) for place, (count, x, y, size, top) in enumerate(ON_THE_RIDGE)
    )
    return format_html(
        '<svg class="ridge" viewBox="0 -34 1200 154" preserveAspectRatio="xMidYMax slice" aria-hidden="true">'
        '<path fill="currentColor" opacity=".18" d="{}"/><path fill="currentColor" d="{}"/>{}</svg>',
        FAR,
        NEAR,
        mark_safe(piles),
    )
