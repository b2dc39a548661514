"""The core as a library: a blurred, noisy map is sharpened without a model, and its local resolution measured.

python examples/one_map.py
"""

import argparse
import tempfile
from pathlib import Path

import torch

from cryo_core.data import Volume
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.fourier.filters import apply_b_factor
from cryo_core.imaging.simulate import density, phantom_complex
from cryo_core.resolution.local_fsc import local_fsc
from cryo_core.sharpening.predict import sharpen
from cryo_core.validation.fsc import fsc
from cryo_core.validation.maps import auto_mask, real_space_correlation


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--box", type=int, default=64, help="voxels")
    parser.add_argument("--out", type=Path, help="keep the maps here")
    arguments = parser.parse_args()

    # 1. The truth: a phantom protein at rest. The measurement: blurred by B = 120 Å², with noise in each half map.
    voxel = 1.5
    truth = density(phantom_complex(2, 3, 120), (arguments.box,) * 3, voxel)
    blurred = apply_b_factor(truth, 120.0)
    generator = torch.Generator().manual_seed(1)
    sigma = 0.1 * float(blurred.density.max())
    half1, half2 = (
        blurred.with_density(
            blurred.density + sigma * torch.randn(blurred.density.shape, generator=generator)
        )
        for _ in range(2)
    )
    measured = blurred.with_density((half1.density + half2.density) / 2)

    # 2. How far may it be believed? The resolution of the half maps, over all and at each voxel.
    resolution = fsc(half1, half2).resolution_angstrom(0.143)
    mask = auto_mask(measured) >= 0.5
    local = local_fsc(half1, half2)
    inside = local.density[mask]
    print(f"resolution of the half maps at FSC 0.143: {resolution:.2f} Å")
    print(f"local resolution in the molecule: {inside.min():.2f} to {inside.max():.2f} Å")

    # 3. Sharpen by the profiles that proteins have; only amplitudes change, and what is finer is damped.
    sharpened = sharpen(measured, mask, resolution_angstrom=resolution)
    for name, volume in (("as measured", measured), ("sharpened", sharpened)):
        value = real_space_correlation(volume.density, truth.density, mask)
        print(f"correlation with the truth, {name}: {value:.3f}")

    # 4. Maps carry their voxel size and origin into the file and back.
    with tempfile.TemporaryDirectory() as scratch:
        out = arguments.out or Path(scratch)
        out.mkdir(parents=True, exist_ok=True)
        write_volume(out / "sharpened.mrc", sharpened)
        again: Volume = read_volume(out / "sharpened.mrc")
        print(f"written and read again: {tuple(again.density.shape)} voxels of {again.voxel_angstrom} Å")


if __name__ == "__main__":
    main()
