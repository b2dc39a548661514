"""Files of the field: read, checked and refused here, and written; inside, `cryo_core.data` is trusted.

=========== ==================================================================================================
particles   particle tables of RELION, cryoSPARC, cisTEM, Frealign and cryoDRGN (.star .cs .csg .par .cistem
            .pkl): `read_particles`, `read_images`, `open_stack`, `write_particles`
mrc         maps: `read_volume`, `write_volume`
mrc_stack   image stacks, batch by batch: `MrcStack`, `StackWriter`; `mrc_header` reads the header of both
atomic      atomic models (PDB, mmCIF): `read_atoms`; `sequences` compares their proteins
cryodrgn    poses, CTF, selections and latents in cryoDRGN's pickles
star        tables of text in STAR files: `read_star`, `write_star`
stack_table a table for a stack of images without metadata
describe    what any of these files holds: `describe`
emdb        FSC curves for a deposition
chimerax    scripts that ChimeraX opens
fields      what a caller may say in place of a file: `Overrides`, `Companions`, `Layout`
=========== ==================================================================================================

Everything wrong with a file is a `FormatError` that starts with the file's path and names row or field. The modules
that are not in the table hold one program's conventions each, in their docstrings.
"""

__all__ = [
    "atomic",
    "chimerax",
    "cryodrgn",
    "describe",
    "emdb",
    "fields",
    "mrc",
    "mrc_header",
    "mrc_stack",
    "particles",
    "sequences",
    "stack_table",
    "star",
]
