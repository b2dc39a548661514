#!/bin/bash
# The job of one step. {{ … }} is filled in from cluster.yaml; a line of #SBATCH whose place is empty is left out.
#SBATCH --partition={{ partition }}
#SBATCH --account={{ account }}
#SBATCH --cpus-per-task={{ cpus }}
#SBATCH --mem={{ memory }}
#SBATCH --time={{ time }}
#SBATCH --gres=gpu:{{ gpus }}
{{ options }}
{{ modules }}
{{ environment }}
exec {{ command }}
