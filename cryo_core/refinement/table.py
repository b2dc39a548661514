"""A particle table with what a refinement found, in the columns that other programs look at."""

from dataclasses import replace

import numpy as np
import pandas as pd

from cryo_core.data import Particles
from cryo_core.refinement.refine import Refined


def with_refined(particles: Particles, refined: Refined) -> Particles:
    """Give the table new poses, defoci and scores.

    `score` is a hundredth of Frealign's, as `data.Particles` has it. LOGP, SIGMA and CHANGE (of the score, 0
    where there was none) go to the columns a .par file is written from, and the log-likelihood to RELION's
    rlnLogLikeliContribution.
    """
    optics = particles.optics
    change = refined.defocus_change_angstrom.to(optics.defocus_u_angstrom)
    score = refined.score.double().numpy()
    before = 100.0 * particles.score
    likelihood = refined.log_likelihood.double().numpy()
    found = pd.DataFrame(
        {
            "rlnLogLikeliContribution": likelihood,
            "parLOGP": likelihood,
            "parSIGMA": refined.sigma.double().numpy(),
            "parCHANGE": np.where(np.isfinite(before), score - before, 0.0),
        }
    )
    kept = particles.extra.drop(columns=list(found), errors="ignore").reset_index(drop=True)
    return replace(
        particles,
        poses=refined.poses,
        optics=replace(
            optics,
            defocus_u_angstrom=optics.defocus_u_angstrom + change,
            defocus_v_angstrom=optics.defocus_v_angstrom + change,
        ),
        score=score / 100.0,
        extra=pd.concat([kept, found], axis=1),
    )
