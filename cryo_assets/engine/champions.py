"""The champion of a trained model: the version that assets of all entries compute with, and how it changes.

A new version becomes the champion once its gate has passed and it is no try, unless it was judged on the same examples
as the present champion and is worse. MLflow's alias `champion` points to it. Whoever moves the alias on MLflow's page
moves the champion: the next plan takes it up, and says what becomes out of date.
"""

from cryo_assets.engine import mlflow_models
from cryo_assets.engine.step import Step
from cryo_assets.entries.manifest import TRAINING, Training
from cryo_assets.home import Home
from cryo_assets.store.champion import before, champion, note_alias, noted_alias, promote
from cryo_assets.store.store import Artifact, Store
from cryo_core.errors import SettingsError, StoreError


def ended(home: Home, store: Store, step: Step, artifact: Artifact, manifest: object) -> None:
    """Register the models of a version that was just made, and promote it if the rule says so."""
    models = step.registers(artifact)
    if not models:
        return
    tried = artifact.made.tried
    if not step.champion:  # a data set's own: its champion is the version that it uses
        mlflow_models.register(home, artifact, models, "try" if tried else mlflow_models.ALIAS)
        return
    by_hand = isinstance(manifest, Training) and manifest.promote == "by hand"
    why = "" if tried or by_hand else reason_to_promote(store, step, artifact)
    if why:
        promote(store, artifact.recipe, why)
    alias = "try" if tried else mlflow_models.ALIAS if why else ""
    mlflow_models.register(home, artifact, models, alias)
    if why:
        _note_alias(home, store, artifact)


def reason_to_promote(store: Store, step: Step, artifact: Artifact) -> str:
    """Why a new version is to be the champion, in words; "" if it is not."""
    if not artifact.passed():
        return ""
    now = champion(store, step.key, artifact.recipe.partition)
    if now is None or not now.passed():
        return "the first that passed its gate"
    new, old = score_of(step, artifact), score_of(step, now)
    if artifact.recipe.inputs != now.recipe.inputs:
        return "it learnt from other examples, so that its score and the champion's do not compare"
    better = new <= old if step.champion == "lower" else new >= old
    said = f"{artifact.headline} {new:.4g}, the champion's {old:.4g}, on the same structures"
    return f"not worse: {said}" if better else ""


def score_of(step: Step, artifact: Artifact) -> float:
    """The number that versions of a trained model are compared by; the worst possible where it was not measured."""
    value = artifact.numbers.get(artifact.headline)
    worst = float("inf") if step.champion == "lower" else float("-inf")
    return float(value) if isinstance(value, int | float) else worst


def promote_by_hand(home: Home, store: Store, step: Step, artifact: Artifact) -> None:
    """Make a version the champion; StoreError if its gate failed, SettingsError if it is a try."""
    failed = [check for check in artifact.checks if check.blocking and not check.passed]
    if failed:
        raise StoreError(f"{step.key} {artifact.version[:8]}: failed {failed[0].name}: {failed[0].detail}")
    if not artifact.has_its_files():
        raise StoreError(
            f"{step.key} {artifact.version[:8]}: its files are gone; `cryo run training` makes them"
        )
    promote(store, artifact.recipe, "promoted by hand")
    _move_alias(home, store, step, artifact)


def roll_back(home: Home, store: Store, step: Step) -> Artifact:
    """Make the champion before the present one the champion again; SettingsError if there was none."""
    folder = store.root / step.key / TRAINING
    version = before(folder)
    earlier = store.whole(step.key, TRAINING, version) if version else None
    if earlier is None:
        raise SettingsError(
            f"{step.key}: no champion before this one is in the store; `cryo models` lists the versions, "
            "`cryo models promote` chooses one"
        )
    promote(store, earlier.recipe, "rolled back", back=True)
    _move_alias(home, store, step, earlier)
    return earlier


def follow_aliases(home: Home, store: Store) -> None:
    """Take up champions that were moved on MLflow's page since the alias was last set here."""
    try:
        aliased = mlflow_models.aliased(home)
    except StoreError:  # MLflow's database is locked or damaged: the champions stay as they are noted
        return
    for asset, version in aliased.items():
        folder = store.root / asset / TRAINING
        if noted_alias(folder) in ("", version):
            continue
        moved = store.whole(asset, TRAINING, version)
        if moved and moved.passed():
            promote(store, moved.recipe, "the alias was moved in MLflow")
            note_alias(store, asset, TRAINING, version)


def _move_alias(home: Home, store: Store, step: Step, artifact: Artifact) -> None:
    mlflow_models.register(home, artifact, step.registers(artifact), mlflow_models.ALIAS)
    _note_alias(home, store, artifact)


def _note_alias(home: Home, store: Store, artifact: Artifact) -> None:
    """Note where the alias points, if it could be set: an alias that differs later was moved by a person."""
    asset = artifact.recipe.asset
    if mlflow_models.aliased(home).get(asset) == artifact.version:
        note_alias(store, asset, artifact.recipe.partition, artifact.version)
