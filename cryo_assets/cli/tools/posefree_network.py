"""`cryo posefree --setting method=network`: the published network."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryo_assets.cli.output import print_note
from cryo_assets.cli.tools.posefree_files import write_maps, write_tables

if TYPE_CHECKING:
    from cryo_assets.progress import Reporter
    from cryo_core.data import ImageStack, Particles, Poses
    from cryo_core.posefree.model import NetworkSettings


def learned(
    out: Path,
    particles: "Particles",
    images: "ImageStack",
    settings: "NetworkSettings",
    scratch: Path,
    bars: "Reporter",
) -> "tuple[Poses, dict[str, Any]]":
    """Train the network on every GPU there is; write map, poses and its latent space; give poses and report."""
    from cryo_core.devices import choose_device
    from cryo_core.posefree.model import latent_statistics
    from cryo_core.posefree.processes import devices_of
    from cryo_core.posefree.report import HAND
    from cryo_core.posefree.space import write_network
    from cryo_core.posefree.train import infer, split, train_network_on, volumes_of

    found = train_network_on(
        devices_of(choose_device()),
        *(images, settings, scratch),
        lambda epoch, metrics: print_note(
            f"  epoch {epoch}: {metrics['entropy']:.1f} nats an image, {metrics['validation_entropy']:.1f} of the test"
        ),
        bars.stage("pose-free network"),
    )
    posterior = infer(found, images, bars.stage("poses"))
    volume = next(volumes_of(found, posterior.mean.mean(0, keepdim=True)))
    write_maps(out, {"map": volume})
    write_tables(out, replace(particles, poses=posterior.poses))
    (out / "motion").mkdir(exist_ok=True)
    write_network(out / "motion", found, posterior)
    last = {name: float(value) for name, value in found.history[-1].items()}
    trained = len(split(len(images), settings)[0])
    return posterior.poses, {
        "method": "network",
        "particles": len(particles),
        "box": settings.box,
        "pixel_angstrom": found.pixel_angstrom,
        "epochs": len(found.history),
        "steps": len(found.history) * -(-trained // settings.batch),
        **last,
        "history": [dict(metrics) for metrics in found.history],
        "axes": latent_statistics(posterior.mean, posterior.log_variance),
        "motion": str(out / "motion"),
        "gap": "A network was trained once: there are no restarts to compare.",
        "hand": HAND,
    }
