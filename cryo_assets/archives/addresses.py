"""Where the archives are, and how they are asked."""

from pydantic import PositiveInt

from cryo_assets.archives import emdb, empiar
from cryo_assets.archives.client import Politeness


class Services(Politeness):
    """Where the archives are, and how they are asked; a mirror may be named here.

    Attributes
    ----------
    empiar_api : address
        EMPIAR's API.
    empiar_files : address
        EMPIAR's files.
    emdb_api : address
        EMDB's API.
    emdb_files : address
        EMDB's files.
    models : address
        Atomic models.
    connections : connections
        At a time.
    """

    empiar_api: str = empiar.API
    empiar_files: str = empiar.FILES
    emdb_api: str = emdb.API
    emdb_files: str = emdb.FILES
    models: str = emdb.MODELS
    connections: PositiveInt = 6
