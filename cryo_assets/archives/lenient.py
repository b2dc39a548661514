"""Reading an archive's JSON without trusting it: fields of mixed types, missing, or wrong become None, by name.

A field of the types below that cannot be read is None and is named among the faults that `parse` returns; a
field that has to be there is an error with the field's name.
"""

import re
from typing import Annotated, Any, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)

from cryo_assets.archives.client import ServiceError

_M = TypeVar("_M", bound=BaseModel)

_TEXT_LIMIT = 20_000


class Loose(BaseModel):
    """A part of an archive's JSON: what is not named here is ignored."""

    model_config = ConfigDict(extra="ignore", frozen=True)


def _forgive(value: Any, read: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
    if value is None or value == "":
        return None
    try:
        return read(value)
    except ValidationError as error:
        fault = error.errors()[0]
        _fault(info, [str(part) for part in fault["loc"]], value)
        return None


def _fault(info: ValidationInfo, inside: list[str], value: Any) -> None:
    if info.context is not None:
        shown = repr(value)
        where = ".".join([*([info.field_name] if info.field_name else []), *inside])
        info.context["faults"].append(f"{where}: cannot use {shown[:60]}{'…' if len(shown) > 60 else ''}")


_NUMBER = re.compile(r"\s*([-+]?[0-9]{1,30}(?:\.[0-9]{0,30})?(?:[eE][-+]?[0-9]{1,3})?)\s*[^0-9.]{0,10}")


def _number(value: Any) -> Any:
    """Read 1.31, "1.31", "1.31 Å", {"valueOf_": "300", "units": "kV"}; booleans are no numbers."""
    if isinstance(value, dict):
        value = value.get("valueOf_")
    if isinstance(value, str):
        match = _NUMBER.fullmatch(value)
        value = float(match[1]) if match else value
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < float("inf"):
        raise ValueError("not a number")
    return float(value)


def _text(value: Any) -> Any:
    if isinstance(value, dict) and "valueOf_" in value:
        value = value["valueOf_"]
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError("not a text")
    return str(value)[:_TEXT_LIMIT]


_FORGIVEN = WrapValidator(_forgive)

Number = Annotated[float | None, BeforeValidator(_number), _FORGIVEN]
"""A finite number, or None where there is none to be read."""

Text = Annotated[str | None, BeforeValidator(_text), _FORGIVEN]
"""A text, or None."""

_L = TypeVar("_L")
Part = Annotated[_L | None, _FORGIVEN]
"""A part of the document, or None where it is of another form."""


def _each(value: Any, read: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
    """Read the members of a list one by one: one that cannot be read does not cost the others."""
    members: list[Any] = []
    for number, member in enumerate(_listed(value)):
        try:
            members += read([member])
        except ValidationError as error:
            _fault(info, [str(number), *map(str, error.errors()[0]["loc"][1:])], member)
    return members


def _listed(value: Any) -> list[Any]:
    """Members of a list; one thing alone, where a list should be, is a list of one."""
    return value if isinstance(value, list) else [] if value in (None, "") else [value]


Parts = Annotated[list[_L], WrapValidator(_each)]
"""Parts of the document; those that cannot be read are left out and named."""


def values_at(document: Any, place: str, info: ValidationInfo) -> list[Any]:
    """Values at a place (`a.b[].c`: of each member of b) of a document; None where only the last name is missing.

    A part that should be an object and is none is left out and named among the faults.
    """
    parts, names = [document], place.split(".")
    for depth, name in enumerate(names):
        field = name.removesuffix("[]")
        values: list[Any] = []
        for part in parts:
            if isinstance(part, dict):
                value = part.get(field)
                values += _listed(value) if name != field else [value]
            elif part not in (None, ""):
                _fault(info, names[:depth], part)
        parts = values
    return parts


def parse(model: type[_M], document: Any, where: str) -> tuple[_M, list[str]]:
    """A document as a model, and what in it could not be read; ServiceError names a field that has to be there."""
    faults: list[str] = []
    try:
        return model.model_validate(document, context={"faults": faults}), list(dict.fromkeys(faults))
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(str(part) for part in fault["loc"]) or "the document"
        raise ServiceError(f"{where}: field {field}: {fault['msg']}") from error
    except RecursionError as error:
        raise ServiceError(f"{where}: nested without end") from error


_SIZES = {"": 1, "b": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9, "tb": 10**12, "pb": 10**15}


def bytes_of(size: str | None) -> float | None:
    """Bytes of a size as the archives write it ("260 GB", "1.5TB"); None where it cannot be read."""
    match = re.fullmatch(r"\s*([0-9]{1,15}(?:\.[0-9]{0,10})?)\s*([a-zA-Z]{0,2})\s*", size or "")
    factor = _SIZES.get(match[2].lower()) if match else None
    return float(match[1]) * factor if match and factor else None
