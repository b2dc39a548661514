"""The error tree of the project.

`CryoError` is what the command line turns into one line. Under it, `FormatError` (a file or a field of it
is not what it should be), `SettingsError` (a setting, a manifest field or a call is wrong) and
`ShapeError` (arrays that do not belong together) end a command with 2, `StoreError` (the store cannot be
read or written) with 1.
"""


class CryoError(Exception):
    """An error a person can act on: one line that names file, row and field, and the way out."""


class FormatError(CryoError):
    """A file is not what it claims to be: the message starts with its path."""


class SettingsError(CryoError):
    """A setting, a manifest field or an argument is missing or wrong."""


class ShapeError(CryoError):
    """Arrays that should belong together differ in shape, voxel size or origin."""


class StoreError(CryoError):
    """An artifact is missing, damaged, or cannot be written."""
