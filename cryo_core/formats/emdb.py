"""The EMDB's FSC curve in XML, as OneDep takes it for a deposition.

The form (EMDB `fsc` schema; Bsoft `rwFSC_XML`): `<fsc title xaxis yaxis>` with one `<coordinate>` of `<x>`,
1/Å, and `<y>`, the correlation, for each shell.
"""

from pathlib import Path
from xml.sax.saxutils import quoteattr

import numpy as np
from jaxtyping import Float
from torch import Tensor

from cryo_core.errors import FormatError
from cryo_core.formats.relion import Blocks
from cryo_core.formats.star import numbers

_CORRELATIONS = ("rlnFourierShellCorrelationCorrected", "rlnFourierShellCorrelation")


def write_fsc_xml(
    path: Path,
    frequency_per_angstrom: Float[Tensor, " s"],
    correlation: Float[Tensor, " s"],
    title: str = "Fourier shell correlation",
) -> None:
    """Write a curve for deposition; FormatError where it is empty, not finite, or its frequencies do not rise.

    Parameters
    ----------
    path : the file, .xml
    frequency_per_angstrom : of each shell, 1/Å, rising
    correlation : of each shell
    title : of the curve
    """
    x = frequency_per_angstrom.detach().cpu().double().numpy()
    y = correlation.detach().cpu().double().numpy()
    if not x.size or not (np.isfinite(x).all() and np.isfinite(y).all()):
        raise FormatError(f"{path}: an FSC curve needs shells, and finite values")
    if (np.diff(x) <= 0).any() or x[0] < 0:
        raise FormatError(f"{path}: the frequencies of an FSC curve must rise from 0")
    attributes = 'xaxis="Resolution (A-1)" yaxis="Correlation Coefficient"'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<fsc title={quoteattr(title)} {attributes}>"]
    for frequency, value in zip(x.tolist(), y.tolist(), strict=True):
        lines += [
            "  <coordinate>",
            f"    <x>{frequency:.8f}</x>",
            f"    <y>{value:.8f}</y>",
            "  </coordinate>",
        ]
    path.write_text("\n".join([*lines, "</fsc>"]) + "\n", encoding="utf-8")


def fsc_of_star(path: Path, blocks: Blocks) -> tuple[Float[np.ndarray, " s"], Float[np.ndarray, " s"]]:
    """Frequency (1/Å) and correlation of each shell, from the data_fsc block of RELION's postprocess.star."""
    table = blocks.get("fsc")
    if table is None:
        raise FormatError(f"{path}: no block data_fsc, so no FSC curve in it")
    name = next((name for name in _CORRELATIONS if name in table), _CORRELATIONS[0])
    return numbers(path, "fsc", table, "rlnResolution").copy(), numbers(path, "fsc", table, name).copy()
