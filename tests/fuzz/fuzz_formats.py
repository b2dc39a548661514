"""A plain mutational fuzzer over every reader of `cryo_core.formats`: seeded, so that a run can be repeated.

    nice -n 19 python tests/fuzz/fuzz_formats.py 8000 --seed 1 [--kind par]

makes that many inputs a kind out of small valid files, by flipping, cutting, doubling and splicing bytes and by
putting nasty numbers and words where tokens stand. Each must be read or refused with FormatError; anything
else (another exception, a warning, more than ten seconds, 200 MB of growth) is a finding, and its input is kept.
"""

import argparse
import bz2
import gzip
import pickle  # noqa: TID251
import random
import re
import resource
import struct
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import torch

from cryo_core.data import Optics, Particles, Poses, Volume
from cryo_core.errors import FormatError, ShapeError
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.cryodrgn import (
    read_ctf,
    read_indices,
    read_latents,
    write_cryodrgn,
    write_indices,
)
from cryo_core.formats.describe import describe
from cryo_core.formats.fields import Companions, Layout, Overrides
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.formats.mrc_stack import StackWriter
from cryo_core.formats.particles import open_stack, read_images, read_particles, write_particles
from cryo_core.geometry.rotations import euler_to_matrix

OVERRIDES = Overrides(2.0, 300.0, 2.7, 0.1)
SLOWEST_SECONDS = 10.0
MOST_GROWTH_BYTES = 200_000_000
WORDS = [
    *[
        b"nan",
        b"inf",
        b"-inf",
        b"1e308",
        b"1e999",
        b"-1",
        b"0",
        b"",
        b"None",
        b"1_000",
        b"999999999999999999999",
    ],
    *[
        b"-0.0",
        b"0x10",
        b"'",
        b'"',
        b"#",
        b"data_",
        b"loop_",
        b"_rlnImageName",
        b"C",
        b"\x00",
        b"\xff",
        b"1e-320",
    ],
    *[
        b"000000@a.mrcs",
        b"1@../../etc/passwd",
        b"1@/etc/passwd",
        b"\n",
        b"\t",
        b"2147483648",
        b"-2147483649",
        b"<i4",
    ],
    *[
        b"|O",
        b">f8",
        b"(1000000000000,)",
        b"()",
        b"}",
        b"{",
        b"[",
        b"*a",
        b"&a",
        b"!!python/object:os.system",
    ],
]
INTEGERS = [0, 1, -1, 2, 3, 4, 6, 12, 127, 255, 1024, 65535, 2**20, 2**31 - 1, -(2**31), 10**9]
FLOATS = [float("nan"), float("inf"), 1e30, -1.0, 0.0]
CISTEM = """data_

loop_
_cisTEMPositionInStack #1
_cisTEMAnglePsi #2
_cisTEMAngleTheta #3
_cisTEMAnglePhi #4
_cisTEMXShift #5
_cisTEMYShift #6
_cisTEMDefocus1 #7
_cisTEMDefocus2 #8
_cisTEMDefocusAngle #9
_cisTEMPhaseShift #10
_cisTEMImageActivity #11
_cisTEMScore #12
_cisTEMPixelSize #13
_cisTEMMicroscopeVoltagekV #14
_cisTEMMicroscopeCsMM #15
_cisTEMAmplitudeContrast #16
_cisTEMStackFilename #17
#    POS     PSI   THETA     PHI
   1 151.40 125.40 237.00 1.00 2.00 8884.8 9067.5 161.78 0.00 1 50.00 1.06 300.00 2.7 0.07 'a.mrcs'
   2 134.00 26.70 5.25 0.00 0.00 8984.8 9167.5 161.78 90.00 1 40.00 1.06 300.00 2.7 0.07 'a.mrcs'
"""
PDB = """CRYST1   10.000   10.000   10.000  90.00  90.00  90.00 P 1
ATOM      1  N   ALA A   1      11.104   6.134  -6.504  1.00 10.00           N
ATOM      2  CA  ALA A   1      11.639   6.071  -5.147  0.50 20.00           C
HETATM    3  O   HOH A   2       1.000   2.000   3.000  1.00 30.00           O
END
"""
CIF = """data_x
loop_
_atom_site.group_PDB
_atom_site.id
_atom_site.type_symbol
_atom_site.label_atom_id
_atom_site.label_comp_id
_atom_site.label_asym_id
_atom_site.label_seq_id
_atom_site.Cartn_x
_atom_site.Cartn_y
_atom_site.Cartn_z
_atom_site.occupancy
_atom_site.B_iso_or_equiv
_atom_site.label_alt_id
_atom_site.label_entity_id
_atom_site.auth_seq_id
_atom_site.auth_asym_id
_atom_site.pdbx_PDB_model_num
ATOM 1 N N ALA A 1 11.1 6.1 -6.5 1.0 10.0 . 1 1 A 1
ATOM 2 C CA ALA A 1 11.6 6.0 -5.1 1.0 20.0 . 1 1 A 1
"""


def particles(count: int = 4, box: int = 8) -> Particles:
    """Make a small table of two optics groups with everything known."""
    euler = torch.tensor([[10.0 * i, 20.0 + i, 30.0 - i] for i in range(count)], dtype=torch.float64)
    group = torch.tensor([1 + i % 2 for i in range(count)])
    ones = torch.ones(count, dtype=torch.float64)
    return Particles(
        poses=Poses(euler_to_matrix(euler), torch.stack([ones * 1.5, -ones], -1)),
        optics=Optics(
            pixel_angstrom=2 * ones,
            voltage_kilovolt=300 * ones,
            spherical_aberration_mm=2.7 * ones,
            amplitude_contrast=0.1 * ones,
            defocus_u_angstrom=15000 * ones,
            defocus_v_angstrom=14000 * ones,
            defocus_angle_degrees=45 * ones,
            phase_shift_degrees=0 * ones,
            b_factor_angstrom2=0 * ones,
            group=group,
        ),
        stacks=(Path("a.mrcs"),),
        stack_number=np.zeros(count, np.int64),
        image_number=np.arange(count),
        half_set=1 + np.arange(count) % 2,
        class_number=1 + np.arange(count) % 3,
        score=np.linspace(0.1, 0.9, count),
        extra=pd.DataFrame({"rlnMicrographName": [f"m{i}.mrc" for i in range(count)]}, dtype="str"),
        optics_extra=pd.DataFrame(
            {"rlnOpticsGroup": ["1", "2"], "rlnImageSize": [str(box)] * 2}, dtype="str"
        ),
    )


def cistem_binary() -> bytes:
    """Make a small .cistem file with a text column."""
    columns = [
        (1, 9),
        (4, 3),
        (4194304, 3),
        (8388608, 3),
        (8, 3),
        (16, 3),
        (32, 3),
        (64, 3),
        (128, 3),
        (256, 3),
    ]
    columns += [(2, 2), (16384, 3), (32768, 3), (65536, 3), (131072, 3), (16777216, 8)]
    raw = struct.pack("<ii", len(columns), 2) + b"".join(struct.pack("<qb", *c) for c in columns)
    for i in (1, 2):
        numbers = (i, 10.0, 20.0, 30.0, 1.0, -2.0, 15000.0, 14000.0, 45.0, 0.5)
        raw += struct.pack("<I9f", *numbers) + struct.pack("<i4fi", 1, 2.0, 300.0, 2.7, 0.1, 6) + b"a.mrcs"
    return raw


def make_seeds(folder: Path) -> dict[str, tuple[str, bytes]]:
    """Write small valid files of every kind; give suffix and bytes by kind."""
    table = particles()
    layout = Layout(box=8)
    names = {"relion": "a.star", "cryosparc": "a.cs", "par17": "a.par", "poses": "poses.pkl"}
    for name in names.values():
        write_particles(folder / name, table, layout)
    write_particles(folder / "b.par", table, Layout(par_columns=16))
    write_particles(folder / "g.csg", table, layout)
    write_cryodrgn(folder / "poses.pkl", folder / "ctf.pkl", table, 8)
    write_indices(folder / "ind.pkl", np.array([3, 1]))
    means, variances = np.ones((4, 2), np.float32), np.zeros((4, 2), np.float32)
    (folder / "z.pkl").write_bytes(pickle.dumps(means) + pickle.dumps(variances))
    volume = Volume(torch.arange(60.0).reshape(3, 4, 5), 1.5, (1.0, 2.0, 3.0))
    write_volume(folder / "v.mrc", volume)
    write_volume(folder / "h.mrc", volume, 12)
    with StackWriter(folder / "a.mrcs", 8, 2.0) as writer:
        writer.append(torch.arange(4.0).reshape(-1, 1, 1).expand(-1, 8, 8))
    raw = (folder / "v.mrc").read_bytes()
    relion30 = re.sub(
        rb"(?s)\n# version.*?data_optics.*?(?=\n# version)", b"", (folder / "a.star").read_bytes()
    )
    read = {kind: (Path(name).suffix, (folder / name).read_bytes()) for kind, name in names.items()}
    return read | {
        "relion30": (".star", relion30),
        "par16": (".par", (folder / "b.par").read_bytes()),
        "group": (".csg", (folder / "g.csg").read_bytes()),
        "cistem": (".star", CISTEM.encode()),
        "cistem_binary": (".cistem", cistem_binary()),
        "ctf": (".pkl", (folder / "ctf.pkl").read_bytes()),
        "indices": (".pkl", (folder / "ind.pkl").read_bytes()),
        "latents": (".pkl", (folder / "z.pkl").read_bytes()),
        "map": (".mrc", raw),
        "map_half": (".mrc", (folder / "h.mrc").read_bytes()),
        "map_gz": (".map.gz", gzip.compress(raw)),
        "map_bz2": (".map.bz2", bz2.compress(raw)),
        "stack": (".mrcs", (folder / "a.mrcs").read_bytes()),
        "pdb": (".pdb", PDB.encode()),
        "cif": (".cif", CIF.encode()),
        "cif_gz": (".cif.gz", gzip.compress(CIF.encode())),
    }


def readers(folder: Path) -> dict[str, Callable[[Path], object]]:
    """Give what reads each kind; `folder` holds the valid files that others need."""
    stack = folder / "a.mrcs"
    beside = Companions(stack=stack, ctf=folder / "ctf.pkl")
    with_ctf = {"overrides": OVERRIDES, "companions": Companions(stack=stack)}

    def opened(path: Path) -> object:
        table = read_images(path, folder)
        try:
            return open_stack(table).read(np.arange(len(table))) if len(table) < 100 else table
        except ShapeError:  # pixel sizes that differ, which is no fault of the file
            return table

    def read_stack(path: Path) -> object:
        from cryo_core.formats.mrc_stack import MrcStack

        return MrcStack((path,), np.zeros(4, np.int64), np.arange(4), 2.0).read(np.arange(4))

    return {
        "relion": opened,
        "relion30": lambda path: read_particles(path, folder, OVERRIDES),
        "cryosparc": opened,
        "group": lambda path: read_images(path, folder),
        "par17": lambda path: read_particles(path, **with_ctf),
        "par16": lambda path: read_particles(path, **with_ctf),
        "cistem": lambda path: read_particles(path, folder),
        "cistem_binary": lambda path: read_particles(path, folder),
        "poses": lambda path: read_particles(path, companions=beside),
        "ctf": read_ctf,
        "indices": read_indices,
        "latents": read_latents,
        "map": read_volume,
        "map_half": read_volume,
        "map_gz": read_volume,
        "map_bz2": read_volume,
        "stack": read_stack,
        "pdb": read_atoms,
        "cif": read_atoms,
        "cif_gz": read_atoms,
    }


def mutated(random_: random.Random, seed: bytes, other: bytes) -> bytes:
    """Change a file in one to six places."""
    data = bytearray(seed)
    for _ in range(random_.choice((1, 1, 1, 2, 3, 6))):
        at = random_.randrange(len(data) + 1)
        if random_.random() < 0.4:
            at = min(at, random_.randrange(1, 1100))  # headers are where the damage is
        random_.choice((_cut, _splice, _replace, _replace))(random_, data, at, other)
        data = data or bytearray(b"\n")
    return bytes(data)


def _cut(random_: random.Random, data: bytearray, at: int, other: bytes) -> None:
    length = random_.choice((1, 1, 2, 4, 8, 64, 512, len(data)))
    del data[at : at + length]


def _splice(random_: random.Random, data: bytearray, at: int, other: bytes) -> None:
    length = random_.choice((1, 1, 2, 4, 8, 64, 512))
    start = random_.randrange(len(other) + 1)
    added = random_.choice((random_.randbytes(length), data[at : at + length], other[start : start + length]))
    data[at : at + random_.choice((0, length))] = added


def _replace(random_: random.Random, data: bytearray, at: int, other: bytes) -> None:
    """Put a bit, a byte, a word of nasty bits or a nasty token where something stands."""
    at = min(at, len(data) - 1)
    order = random_.choice("<>")
    word = at - at % 4
    match random_.randrange(5):
        case 0:
            data[at] ^= 1 << random_.randrange(8)
        case 1:
            data[at] = random_.randrange(256)
        case 2:
            data[word : word + 4] = struct.pack(order + "i", random_.choice(INTEGERS))
        case 3:
            data[word : word + 4] = struct.pack(order + "f", random_.choice(FLOATS))
        case _:
            if tokens := list(re.finditer(rb"[^\s]+", data)):
                token = random_.choice(tokens)
                data[token.start() : token.end()] = random_.choice(WORDS)


def complaint(read: Callable[[Path], object], path: Path) -> str | None:
    """Read a file twice over, and describe it; give what went wrong, None if all is as it should be."""
    for call in (read, describe):
        before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
        try:
            call(path)
        except FormatError as error:
            if "\n" in str(error) or str(path.parent) not in str(error):
                return f"the message is not one line with the file's name: {str(error)!r}"
        except Exception:
            return traceback.format_exc()
        grown = 1024 * (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
        if grown > MOST_GROWTH_BYTES:
            return f"{grown} bytes of memory"
        if time.monotonic() - started > SLOWEST_SECONDS:
            return f"{time.monotonic() - started:.1f} s"
    return None


def fuzz(
    count: int, seed: int, kinds: list[str] | None = None, keep: Path | None = None
) -> list[tuple[str, str]]:
    """Try `count` inputs a kind; give the findings (kind, complaint), and keep their inputs."""
    findings: list[tuple[str, str]] = []
    with tempfile.TemporaryDirectory() as name, warnings.catch_warnings():
        warnings.simplefilter("error")
        folder = Path(name)
        seeds, calls = make_seeds(folder), readers(folder)
        for kind in kinds or sorted(seeds):
            random_ = random.Random(f"{kind} {seed}")
            suffix, valid = seeds[kind]
            path = folder / f"fuzzed{suffix}"
            path.write_bytes(valid)
            calls[kind](path)
            for number in range(count):
                data = mutated(random_, valid, seeds[random_.choice(sorted(seeds))][1])
                path.write_bytes(data)
                finding = complaint(calls[kind], path)
                if finding is not None:
                    findings.append((kind, finding))
                    if keep is not None:
                        (keep / f"{kind}-{seed}-{number}{suffix}").write_bytes(data)
            if keep is not None:
                sys.stdout.write(f"{kind}: {count} inputs, {sum(k == kind for k, _ in findings)} findings\n")
                sys.stdout.flush()
    return findings


def main() -> None:
    """Run from the command line; keep what breaks in ./fuzz_findings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--kind", action="append")
    parser.add_argument("--keep", type=Path, default=Path("fuzz_findings"))
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    arguments.keep.mkdir(exist_ok=True)
    findings = fuzz(arguments.count, arguments.seed, arguments.kind, arguments.keep)
    for kind, finding in findings:
        sys.stdout.write(f"--- {kind}\n{finding}\n")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
