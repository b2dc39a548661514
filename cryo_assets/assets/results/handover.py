"""The README of an export: what lies in the folder, and the next command of each program."""

from collections.abc import Iterable, Mapping, Sequence

from cryo_assets.entries.manifest import Dataset
from cryo_assets.store.class_results import class_file
from cryo_core.data import Particles

_DARK = """
> **THE PROTEIN IS DARK IN THESE IMAGES.** RELION expects it white, and a map that it makes of these tables as they
> are is INVERTED. Ask for an inverted stack: `settings: {{results: {{export: {{images: true}}}}}}` in
> `dataset.yaml`, then `cryo run {name} --to results/export`; or `cryo convert particles.star white.star --stack-out
> white.mrcs`. cryoSPARC reads the sign in `particles.cs`; cryoDRGN inverts images unless it is told not to.
"""

_UNKNOWN = """
> Nobody has said whether the protein is dark or white in these images; RELION expects it white.
"""

_ELSEWHERE = "Images stay where they are, and tables name them by their full paths."
_IMAGES = (
    "`particles.mrcs` holds the images, white, in the order of `particles.star`; all tables name it relative to this "
    "folder, those in `refused/` too: start the programs here."
)


def readme(
    manifest: Dataset,
    particles: Particles,
    accepted: Mapping[int, int],
    skipped: Mapping[str, str],
    lost: Mapping[str, Sequence[str]],
    with_images: bool,
) -> str:
    """Text of the README.

    Parameters
    ----------
    manifest
        The entry's.
    particles
        The joint table.
    accepted
        Classes that the guard accepted, and how wide each is, Å.
    skipped
        Why a file was not written, by file.
    lost
        What a file does not hold, by file.
    with_images
        Whether the images were written too, into the folder.
    """
    parts = [f"# {manifest.name}: classes for other programs\n"]
    parts.append({"dark": _DARK.format(name=manifest.name), None: _UNKNOWN}.get(particles.contrast, ""))
    parts.append(_contents(accepted, _IMAGES if with_images else _ELSEWHERE))
    parts.append(_commands(manifest, particles, accepted, skipped))
    if skipped:
        parts.append("\n## Not written\n")
        parts += [f"- `{file}`: {why}" for file, why in skipped.items()]
    if any(lost.values()):
        parts.append("\n## What the files do not hold\n")
        parts += [f"- `{file}`: {', '.join(what)}" for file, what in lost.items() if what]
    return "\n".join(parts) + "\n"


def _contents(accepted: Iterable[int], images: str) -> str:
    named = ", ".join(f"`{class_file(name, '')}`" for name in accepted) or "none"
    return (
        f"Accepted classes: {named}. Of each: tables (`.star`, `.csg` with `.cs`), map, half maps, mask, FSC, the "
        "sharpened map, the local resolution, and a ChimeraX script (`.cxc`). `particles.*` hold all particles. Maps "
        "and tables of classes that the guard refused, and the table of particles of no class, lie in `refused/`. "
        f"{images}\n\n## Next\n"
    )


def _commands(
    manifest: Dataset, particles: Particles, accepted: Mapping[int, int], skipped: Mapping[str, str]
) -> str:
    name, diameter = next(iter(accepted.items()), (0, 0))
    first = class_file(name, "") if accepted else "particles"
    reference = (
        f"--ref {first}.mrc --particle_diameter {diameter} --solvent_mask {first}_mask.mrc --flatten_solvent"
        if accepted
        else "--ref MAP.mrc --particle_diameter D"
    )
    symmetry, white = manifest.symmetry, particles.contrast != "dark"
    optics = particles.optics
    microscope = (
        f"{float(optics.pixel_angstrom[0]):g} Å pixels, {float(optics.voltage_kilovolt[0]):g} kV, Cs "
        f"{float(optics.spherical_aberration_mm[0]):g} mm, amplitude contrast {float(optics.amplitude_contrast[0]):g}"
    )
    lines = {
        "particles.star": f"RELION: `mkdir -p refine; mpirun -n 3 relion_refine_mpi --i {first}.star {reference} "
        f"--ini_high 20 --ctf --auto_refine --split_random_halves --zero_mask --sym {symmetry} --o refine/run`"
        + ("" if white else " (after the images were inverted)"),
        "particles.csg": f"cryoSPARC: *Import Result Group* with `{first}.csg` (or `particles.csg`), or *Import "
        f"Particle Stack* with the `.cs` as the metadata; data sign {1 if white else -1}",
        "particles.par": f"Frealign, cisTEM: `particles.par`, with the stack that `particles.star` names; {microscope}",
        "poses.pkl": "cryoDRGN: `cryodrgn train_vae particles.star --poses poses.pkl --ctf ctf.pkl --zdim 8 "
        f"{'--uninvert-data ' if white else ''}-o vae`",
    }
    told = [f"- {text}" for file, text in lines.items() if file not in skipped]
    if accepted:
        told.append(
            f"- ChimeraX: `chimerax classes.cxc`, all side by side; `chimerax {first}.cxc`, by local resolution"
        )
    told.append(
        f"- Here: `cryo info {first}.star`, `cryo orientations {first}.star`, `cryo reconstruct {first}.star -o again`"
        "; in a copy of this folder add `--stack-dir` with the folder of the images"
    )
    return "\n".join(told)
