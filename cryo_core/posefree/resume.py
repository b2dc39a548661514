"""State of a search kept on disk: one that was killed goes on where it stopped, to the same answer."""

import hashlib
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import numpy as np
from jaxtyping import Int

from cryo_core.data import Poses, Volume
from cryo_core.errors import FormatError
from cryo_core.learning.checkpoint import read_checkpoint, write_checkpoint
from cryo_core.posefree.images import Power, Spectra
from cryo_core.posefree.polish import Pass, Polished
from cryo_core.posefree.restarts import Start
from cryo_core.reconstruction.solve import Reconstruction, References
from cryo_core.refinement.refine import Refined
from cryo_core.validation.fsc import FscCurve

SEARCH = "search.pt"
_KIND = "pose-free search"
_MAPS = ("half1", "half2", "full")


class Journal:
    """Restarts and passes that are done, in the file `search.pt` of a folder; without a folder, in memory.

    The file's content counts only if it was written under the same `key`. Each restart and each pass is
    written at once, and a file is whole or not there.
    """

    def __init__(self, folder: Path | None, key: str) -> None:
        self._path = None if folder is None else folder / SEARCH
        self._key = key
        self.starts: list[Start] = []
        self.polished: Polished | None = None
        if self._path is not None and self._path.exists():
            self._read(self._path)

    def restart(self, start: Start) -> None:
        """Add a restart that ended."""
        self.starts.append(start)
        self._write()

    def passed(self, polished: Polished) -> None:
        """Keep the state after all passes so far."""
        self.polished = polished
        self._write()

    def _write(self) -> None:
        if self._path is None:
            return
        content: dict[str, Any] = {
            "key": self._key,
            "starts": [
                {"density": s.density, "told": s.evidence, "curve": list(s.curve)} for s in self.starts
            ],
        }
        if self.polished is not None:
            content["polished"] = _plain(self.polished)
        write_checkpoint(self._path, _KIND, content)

    def _read(self, path: Path) -> None:
        content = read_checkpoint(path, _KIND)
        if content.get("key") != self._key:
            return
        try:
            self.starts = [Start(s["density"], s["told"], tuple(s["curve"])) for s in content["starts"]]
            self.polished = _polished(content["polished"]) if "polished" in content else None
        except (KeyError, TypeError, AttributeError) as error:
            raise FormatError(f"{path}: not a state of a search ({error}): remove it to begin anew") from None


def key_of(spectra: Spectra, power: Power, half_set: Int[np.ndarray, " n"], settings: object) -> str:
    """Digest that differs where images, half sets or settings do.

    Parameters
    ----------
    spectra : Spectra
        Coefficients of n images.
    power : Power
        Their noise and signal.
    half_set : (n,)
        1 or 2 for each.
    settings : SearchSettings
        The settings of the search.
    """
    digest = hashlib.sha256()
    band = spectra.band
    digest.update(repr((settings, len(spectra), band.box, band.pixel_angstrom)).encode())
    digest.update(power.noise.double().numpy().tobytes() + power.signal.double().numpy().tobytes())
    digest.update(spectra.values[:: max(1, len(spectra) // 64), ::7].cpu().numpy().tobytes())
    digest.update(np.ascontiguousarray(half_set, dtype=np.int64).tobytes())
    return digest.hexdigest()


def _plain(polished: Polished) -> dict[str, Any]:
    made, refined = polished.reconstruction, polished.refined
    return {
        "refined": asdict(refined),
        "left_out": polished.left_out,
        "maps": {name: getattr(made, name).density for name in _MAPS},
        "voxel_angstrom": made.full.voxel_angstrom,
        "fsc": asdict(made.fsc),
        "references": [half.density for half in polished.references.maps],
        "references_fsc": asdict(polished.references.fsc),
        "passes": [asdict(step) for step in polished.passes],
    }


def _polished(plain: dict[str, Any]) -> Polished:
    refined = Refined(**plain["refined"] | {"poses": Poses(**plain["refined"]["poses"])})
    half1, half2, full = (Volume(plain["maps"][name], plain["voxel_angstrom"]) for name in _MAPS)
    made = Reconstruction(half1, half2, full, FscCurve(**plain["fsc"]))
    first, second = (Volume(density, plain["voxel_angstrom"]) for density in plain["references"])
    seen = References(first, second, FscCurve(**plain["references_fsc"]))
    names = {f.name for f in fields(Pass)}
    passes = [
        Pass(**{k: v for k, v in step.items() if k in names} | {"fsc": FscCurve(**step["fsc"])})
        for step in plain["passes"]
    ]
    return Polished(refined, plain["left_out"], made, seen, tuple(passes))
