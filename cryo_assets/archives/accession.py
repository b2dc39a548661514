"""Accessions: EMPIAR-10076 is an entry of EMPIAR, EMD-3186 one of EMDB."""

import re
from typing import TypeGuard

from cryo_assets.archives.client import ServiceError
from cryo_core.errors import SettingsError

PREFIXES = {"empiar": "EMPIAR-", "emdb": "EMD-"}
"""What the accessions of each archive begin with."""

_DIGITS = {"empiar": "[0-9]{5,6}", "emdb": "[0-9]{4,6}"}

_FORMS = {
    "empiar": "EMPIAR- and five digits, as EMPIAR-10076",
    "emdb": "EMD- and four or five digits, as EMD-3186",
}


def number(accession: str, archive: str) -> str:
    """Number of an accession, which may come without its prefix: EMPIAR-10076 → 10076, EMD-3186 → 3186."""
    digits = re.sub(f"^{PREFIXES[archive]}", "", accession.strip(), flags=re.IGNORECASE)
    if not re.fullmatch(_DIGITS[archive], digits):
        raise ServiceError(f"{accession!r}: should be {_FORMS[archive]}")
    return digits


def is_accession(value: object, archive: str) -> TypeGuard[str]:
    """Whether a value is an accession of an archive, with its prefix."""
    pattern = PREFIXES[archive] + _DIGITS[archive]
    return isinstance(value, str) and bool(re.fullmatch(pattern, value, re.IGNORECASE))


def archive_of(accession: str) -> str:
    """Name of an accession's archive: empiar or emdb."""
    return "empiar" if accession.startswith(PREFIXES["empiar"]) else "emdb"


def normal(accession: str) -> str:
    """Accession as the archives write it; SettingsError for what is none."""
    text = accession.strip().upper()
    if not any(is_accession(text, archive) for archive in PREFIXES):
        raise SettingsError(f"{accession!r}: should be an accession, as EMPIAR-10076 or EMD-3186")
    return text
