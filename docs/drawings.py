"""Draw the pictures of the documentation: `python docs/drawings.py` writes docs/pictures/*.svg.

The floors are read from the contracts in pyproject.toml, so that the drawing shows what import-linter holds.
"""

import tomllib
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"

WORDS = {
    # cryo_assets
    "cli": "the command cryo",
    "definitions": "what Dagster loads",
    "upkeep": "what runs by itself",
    "graph": "all that knows Dagster's runs",
    "archives": "EMPIAR and EMDB",
    "assets": "one file an asset",
    "lineage": "where a file came from",
    "engine": "steps, plans, making",
    "entries": "what a person writes",
    "store": "what was made",
    "pictures": "PNG, HTML, GIF",
    "home": "where things lie",
    "progress": "how far the work is",
    "processes": "children and locks",
    # cryo_core
    "posefree": "poses from images alone",
    "refinement": "poses, rounds, the guard",
    "sharpening": "local amplitudes",
    "resolution": "local resolution",
    "superres": "predicted detail",
    "heterogeneity": "latent models, classes",
    "reconstruction": "images to maps",
    "imaging": "slices, noise, simulation",
    "validation": "FSC and scores",
    "formats": "the one door for files",
    "optics": "CTF, aberrations, resampling",
    "fourier": "transforms, shells",
    "geometry": "rotations, masks, tiles",
    "learning": "the one training loop",
    "data": "volumes, poses, optics",
    "devices": "CPU or GPU, one rule",
    "errors": "one small tree",
}

INK, LINE, PAPER = "#1d2b2a", "#5f7a78", "#ffffff"
ASSETS, CORE, WARM, COOL = "#e3f1ef", "#fdf1dc", "#f7dcc8", "#dce6f7"


class Drawing:
    """An SVG in the making."""

    def __init__(self, width: int, height: int, title: str) -> None:
        self.parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
            f'height="{height}" font-family="Helvetica, Arial, sans-serif" role="img">',
            f"<title>{escape(title)}</title>",
            '<defs><marker id="a" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
            f'orient="auto"><path d="M0 0 8 4 0 8z" fill="{LINE}"/></marker></defs>',
            f'<rect width="{width}" height="{height}" rx="8" fill="{PAPER}"/>',
        ]

    def box(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        name: str,
        words: str = "",
        fill: str = ASSETS,
        size: int = 13,
    ) -> None:
        """A box with a name, and words below it; lines are split at `|`."""
        self.parts.append(
            f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" rx="5" fill="{fill}" stroke="{LINE}"/>'
        )
        lines = [line for line in words.split("|") if line]
        top = y + h / 2 - 7 * len(lines) + size / 3
        self.text(x + w / 2, top, name, size, bold=True)
        for number, line in enumerate(lines):
            self.text(x + w / 2, top + 14 * (number + 1), line, 11)

    def text(
        self, x: float, y: float, words: str, size: int = 12, bold: bool = False, anchor: str = "middle"
    ) -> None:
        """One line of text."""
        weight = ' font-weight="bold"' if bold else ""
        self.parts.append(
            f'<text x="{x:g}" y="{y:g}" font-size="{size}" fill="{INK}" text-anchor="{anchor}"{weight}>'
            f"{escape(words)}</text>"
        )

    def arrow(self, *points: tuple[float, float], dashed: bool = False) -> None:
        """A line through points, with a head at its end."""
        way = " ".join(f"{'M' if i == 0 else 'L'}{x:g} {y:g}" for i, (x, y) in enumerate(points))
        dash = ' stroke-dasharray="4 3"' if dashed else ""
        self.parts.append(
            f'<path d="{way}" fill="none" stroke="{LINE}" stroke-width="1.4" marker-end="url(#a)"{dash}/>'
        )

    def svg(self) -> str:
        """The whole file."""
        return "\n".join([*self.parts, "</svg>"]) + "\n"


def layers(container: str) -> list[list[str]]:
    """Floors of a package, top first, each a list of rooms, as pyproject.toml has them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    for contract in contracts:
        if contract["type"] == "layers" and contract.get("containers") == [container]:
            return [[room.strip(" ()") for room in floor.split("|")] for floor in contract["layers"]]
    raise SystemExit(f"pyproject.toml: no contract of layers for {container}")


def floors() -> str:
    """The floors of both packages; a room imports downward only."""
    high, gap, width = 36, 5, 780
    both = (("cryo_assets", "the platform", ASSETS), ("cryo_core", "the science", CORE))
    count = sum(len(layers(name)) for name, _, _ in both)
    d = Drawing(
        width, count * (high + gap) + 86, "Floors of the code: a room imports only from the floors below it"
    )
    y = 12
    for name, words, fill in both:
        d.text(14, y + 15, name, 14, bold=True, anchor="start")
        d.text(22 + 8.2 * len(name), y + 15, words, 12, anchor="start")
        y += 24
        for rooms in layers(name):
            wide = (width - 28 - gap * (len(rooms) - 1)) / len(rooms)
            for number, room in enumerate(rooms):
                d.box(14 + number * (wide + gap), y, wide, high, room, WORDS.get(room, ""), fill, 12)
            y += high + gap
        y += 6
    d.text(width / 2, y + 8, "A room imports only from floors below it. import-linter holds this.", 11)
    return d.svg()


def recipe() -> str:
    """What goes into a recipe, and what comes of its hash."""
    d = Drawing(780, 250, "A recipe and its version")
    inputs = ("code version", "settings", "facts of the entry", "digests of files", "versions of inputs")
    for number, name in enumerate(inputs):
        y = 14 + number * 45
        d.box(14, y, 150, 36, name, "", COOL, 12)
        d.arrow((164, y + 18), (206, 125))
    d.box(208, 95, 110, 60, "recipe", "asset and entry", CORE)
    d.arrow((318, 125), (368, 125))
    d.text(343, 117, "SHA-256", 10)
    d.box(370, 95, 110, 60, "version", "20 hex digits", WARM)
    d.arrow((480, 115), (560, 60))
    d.arrow((480, 135), (560, 190))
    d.text(520, 72, "in the store", 11, anchor="end")
    d.text(520, 186, "not in the store", 11, anchor="end")
    d.box(562, 30, 204, 60, "use it", "nothing is computed", ASSETS)
    d.box(
        562,
        150,
        204,
        84,
        "compute, check, store",
        "store/asset/entry/version/|files and artifact.json",
        ASSETS,
    )
    return d.svg()


def rounds() -> str:
    """The assets of a particle set."""
    d = Drawing(780, 300, "The rounds of a particle set")
    d.box(14, 20, 130, 46, "particles/source", "the table, checked", COOL, 12)
    d.box(14, 86, 130, 46, "particles/stack", "grey scale of images", COOL, 12)
    d.box(14, 152, 130, 46, "particles/consensus", "one map of all", COOL, 12)
    d.arrow((79, 66), (79, 84))
    d.arrow((79, 132), (79, 150))
    names = (
        ("model", "what differs"),
        ("latents", "place of each"),
        ("embedding", "UMAP"),
        ("clusters", "states"),
    )
    for number, (name, words) in enumerate(names):
        x = 186 + number * 108
        d.box(x, 86, 94, 46, name, words, CORE, 12)
        if number:
            d.arrow((x - 14, 109), (x - 2, 109))
    d.arrow((144, 109), (184, 109))
    for number, (name, words) in enumerate(
        (("fsc", "the guard"), ("maps", "each class"), ("poses", "by class"))
    ):
        x = 294 + number * 108
        d.box(x, 170, 94, 46, name, words, CORE, 12)
    d.arrow((557, 132), (557, 168))
    d.arrow((510, 193), (498, 193))
    d.arrow((402, 193), (390, 193))
    d.arrow((294, 193), (233, 193), (233, 134))
    d.text(180, 186, "next round", 11, anchor="start")
    d.text(395, 66, "round_*", 13, bold=True)
    d.box(650, 86, 116, 46, "results/classes", "best round of each", WARM, 11)
    d.arrow((604, 193), (628, 193), (628, 109), (648, 109))
    for number, name in enumerate(("local_resolution", "sharpened", "report, export")):
        d.box(650, 146 + 44 * number, 116, 34, name, "", WARM, 11)
    d.arrow((708, 132), (708, 144))
    d.text(
        390,
        266,
        "Half sets are fixed in particles/source. Each half set is aligned to its own half map alone.",
        12,
    )
    d.text(390, 284, "If the guard refuses a round, the results keep the last round that it accepted.", 12)
    return d.svg()


def planner() -> str:
    """How a plan and a run follow from the same recipes."""
    d = Drawing(780, 268, "Plan and run")
    d.box(14, 20, 150, 50, "inbox", "dataset.yaml, map.yaml", COOL)
    d.box(14, 100, 150, 50, "steps", "one for each asset", COOL)
    d.box(14, 180, 150, 50, "store", "versions that exist", COOL)
    d.box(236, 92, 140, 66, "planner", "recipes, upstream first;|needs no Dagster", CORE)
    for y in (45, 125, 205):
        d.arrow((164, y), (234, 125))
    d.box(448, 20, 150, 50, "cryo plan", "what, and why", ASSETS)
    d.box(448, 100, 150, 50, "cryo run, Dagster", "makes what is missing", ASSETS)
    d.box(448, 180, 150, 50, "reprocess", "by budget, each hour", ASSETS)
    for y in (45, 125, 205):
        d.arrow((376, 125), (446, y))
    d.box(650, 100, 116, 50, "checks", "gates", WARM)
    d.arrow((598, 125), (648, 125))
    d.arrow((598, 205), (708, 205), (708, 152))
    d.arrow((708, 100), (708, 8), (4, 8), (4, 205), (12, 205), dashed=True)
    d.text(390, 256, "A failed gate stops what lies downstream; what is finished stays in the store.", 12)
    return d.svg()


def gates() -> str:
    """What the guard asks of a class's FSC."""
    d = Drawing(780, 230, "The guard's questions")
    d.box(14, 70, 140, 60, "half maps", "of a class, each from|its own half set", COOL)
    d.arrow((154, 100), (188, 100))
    d.box(
        190,
        62,
        170,
        76,
        "agree beyond",
        "the limit of alignment?|(three shells that the|alignment did not use)",
        CORE,
    )
    d.arrow((360, 100), (394, 100))
    d.box(396, 62, 176, 76, "agree more than noise?", "the same refinement with|fine detail made noise", CORE)
    d.arrow((572, 100), (606, 100))
    d.box(608, 62, 158, 76, "believed", "the coarser of both|resolutions", ASSETS)
    d.arrow((275, 138), (275, 178))
    d.arrow((484, 138), (484, 178))
    d.box(190, 180, 170, 36, "refused: over-fitting", "", WARM, 12)
    d.box(396, 180, 176, 36, "believed to less", "", WARM, 12)
    d.text(390, 30, "What resolution of a class may be believed", 14, bold=True)
    d.text(375, 92, "yes", 11)
    d.text(587, 92, "yes", 11)
    d.text(290, 162, "no", 11)
    d.text(512, 162, "partly", 11)
    return d.svg()


DRAWINGS = {"floors": floors, "recipe": recipe, "rounds": rounds, "planner": planner, "gates": gates}


def main() -> None:
    """Write every drawing."""
    for name, draw in DRAWINGS.items():
        (PICTURES / f"{name}.svg").write_text(draw())


if __name__ == "__main__":
    main()
