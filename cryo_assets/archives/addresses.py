"""Where the archives are, and how they are asked."""

from pydantic import BaseModel, ConfigDict, PositiveFloat, PositiveInt

from cryo_assets.archives import emdb, empiar
from cryo_assets.archives.client import Politeness


class Strict(BaseModel):
    """A model of pydantic that refuses fields it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Services(Strict):
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
    contact : e-mail
        Sent with each request, so that an archive can reach you.
    connections : connections
        At a time.
    per_second : requests
        In a second.
    tries : tries
        Of a request.
    first_wait : seconds
        Before the second try; doubled each time.
    timeout : seconds
        Of a request.
    """

    empiar_api: str = empiar.API
    empiar_files: str = empiar.FILES
    emdb_api: str = emdb.API
    emdb_files: str = emdb.FILES
    models: str = emdb.MODELS
    contact: str = ""
    connections: PositiveInt = 6
    per_second: PositiveFloat = 5.0
    tries: PositiveInt = 5
    first_wait: PositiveFloat = 1.0
    timeout: PositiveFloat = 30.0

    def politeness(self) -> Politeness:
        """How the services are asked."""
        return Politeness(
            tries=self.tries,
            first_wait=self.first_wait,
            timeout=self.timeout,
            per_second=self.per_second,
            contact=self.contact,
        )
