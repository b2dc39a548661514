"""The list of all assets: `ALL` holds their steps, upstream first."""

from cryo_assets.assets.enhanced import b_factor as enhanced_b_factor
from cryo_assets.assets.enhanced import local_resolution as enhanced_local_resolution
from cryo_assets.assets.enhanced import locscale as enhanced_locscale
from cryo_assets.assets.enhanced import report as enhanced_report
from cryo_assets.assets.enhanced import sharpened as enhanced_sharpened
from cryo_assets.assets.enhanced import superres as enhanced_superres
from cryo_assets.assets.maps import confidence as maps_confidence
from cryo_assets.assets.maps import fsc as maps_fsc
from cryo_assets.assets.maps import local_fsc as maps_local_fsc
from cryo_assets.assets.maps import model_map as maps_model_map
from cryo_assets.assets.maps import profiles as maps_profiles
from cryo_assets.assets.maps import resampled as maps_resampled
from cryo_assets.assets.maps import source as maps_source
from cryo_assets.assets.models import profiles as models_profiles
from cryo_assets.assets.models import resolution as models_resolution
from cryo_assets.assets.models import superres as models_superres
from cryo_assets.assets.particles import consensus as particles_consensus
from cryo_assets.assets.particles import source as particles_source
from cryo_assets.assets.particles import stack as particles_stack
from cryo_assets.assets.posefree import model as posefree_model
from cryo_assets.assets.posefree import volumes as posefree_volumes
from cryo_assets.assets.posefree import walk as posefree_walk
from cryo_assets.assets.results import classes as results_classes
from cryo_assets.assets.results import deposited as results_deposited
from cryo_assets.assets.results import export as results_export
from cryo_assets.assets.results import local_resolution as results_local_resolution
from cryo_assets.assets.results import report as results_report
from cryo_assets.assets.results import sharpened as results_sharpened
from cryo_assets.assets.rounds.steps import ROUND_STEPS
from cryo_assets.assets.states import density as states_density
from cryo_assets.assets.states import maps as states_maps
from cryo_assets.assets.states import separation as states_separation
from cryo_assets.assets.training import profiles as training_profiles
from cryo_assets.assets.training import resolution as training_resolution
from cryo_assets.assets.training import superres as training_superres
from cryo_assets.engine.step import Step

ALL: tuple[Step, ...] = (
    particles_source.STEP,
    particles_stack.STEP,
    particles_consensus.STEP,
    posefree_model.STEP,
    posefree_volumes.STEP,
    posefree_walk.STEP,
    *ROUND_STEPS,
    states_density.STEP,
    states_separation.STEP,
    states_maps.STEP,
    maps_source.STEP,
    maps_resampled.STEP,
    maps_fsc.STEP,
    maps_profiles.STEP,
    maps_confidence.STEP,
    maps_model_map.STEP,
    maps_local_fsc.STEP,
    training_resolution.STEP,
    models_resolution.STEP,
    enhanced_local_resolution.STEP,
    enhanced_b_factor.STEP,
    training_profiles.STEP,
    models_profiles.STEP,
    enhanced_locscale.STEP,
    enhanced_sharpened.STEP,
    enhanced_report.STEP,
    training_superres.STEP,
    models_superres.STEP,
    enhanced_superres.STEP,
    results_classes.STEP,
    results_deposited.STEP,
    results_local_resolution.STEP,
    results_sharpened.STEP,
    results_report.STEP,
    results_export.STEP,
)
