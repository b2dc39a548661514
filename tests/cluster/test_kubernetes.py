"""Steps as jobs of Kubernetes: what Dagster's own executor would ask of a cluster, for every step, without one."""

from types import SimpleNamespace
from typing import Any

import dagster as dg
import kubernetes
import pytest
from dagster_k8s import client, executor

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.graph.cluster import cluster_of
from cryo_assets.graph.executor import executor_of
from cryo_assets.graph.kubernetes import _seconds
from cryo_assets.home import Home
from cryo_assets.processes import STEP_JOB_VARIABLE
from cryo_core.errors import SettingsError

SITE = """
scheduler: kubernetes
kubernetes:
  job_image: lab/cryo:0.2
  job_namespace: cryo
  service_account_name: cryo
  instance_config_map: cryo-dagster
  env_secrets: [cryo-database]
  env_vars: [CRYO_HOME=/home/cryo]
  volumes: [{name: home, persistentVolumeClaim: {claimName: cryo-home}}]
  volume_mounts: [{name: home, mountPath: /home/cryo}]
  per_step_k8s_config:
    enhanced__superres: {pod_spec_config: {node_selector: {gpu: a100}}}
jobs:
- {of: cpu, cpus: 2, memory: 8G}
- {of: gpu, cpus: 4, memory: 32G}
- {of: "round_*/model", gpus: 2, time: "1-12:00:00", environment: {OMP_PROC_BIND: "false"}}
"""


def _rendered(home: Home, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The job of each step, by asset, as it is sent to the cluster."""
    sent: dict[str, Any] = {}

    def create(body: Any, namespace: str) -> None:
        assert namespace == "cryo"
        plain = kubernetes.client.ApiClient().sanitize_for_serialization(body)
        sent[plain["spec"]["template"]["metadata"]["labels"]["dagster/op"]] = plain

    api = SimpleNamespace(create_namespaced_job_with_retries=create)
    monkeypatch.setattr(kubernetes.config, "load_incluster_config", lambda: None)
    monkeypatch.setattr(client.DagsterKubernetesClient, "production_client", lambda **_: api)
    monkeypatch.setattr(executor.DagsterEvent, "step_worker_starting", lambda *_, **__: None)
    home.create()
    with dg.DagsterInstance.from_config(str(home.dagster)) as instance:
        definition = executor_of(home)
        configured = definition.apply_config_mapping({"config": {}}).value["config"]
        made = definition.executor_creation_fn(
            SimpleNamespace(instance=instance, executor_config=configured, job=None)
        )
        for key in STEPS:
            op = key.replace("/", "__")
            arguments = SimpleNamespace(
                step_keys_to_execute=[op], run_id="0123abcd", known_state=None, job_origin=None,
                get_command_args=lambda **_: ["dagster", "api", "execute_step"],
                get_command_env=lambda: [{"name": "DAGSTER_COMPRESSED_EXECUTE_STEP_ARGS", "value": "x"}],
            )  # fmt: skip
            context = SimpleNamespace(
                execute_step_args=arguments, instance=instance, step_tags={op: {}},
                dagster_run=dg.DagsterRun("maps", run_id="0123abcd"),
                get_step_context=lambda name: SimpleNamespace(step=SimpleNamespace(op_name=name)),
            )  # fmt: skip
            list(made._step_handler.launch_step(context))
    return {key: sent[key.replace("/", "__")] for key in STEPS}


def test_every_steps_job_asks_for_what_the_site_says(
    home: Any, monkeypatch: pytest.MonkeyPatch, cryo: Any
) -> None:
    (home / "cluster.yaml").write_text(SITE)
    jobs = _rendered(Home(home), monkeypatch)
    assert jobs.keys() == STEPS.keys()
    assert len({job["metadata"]["name"] for job in jobs.values()}) == len(STEPS), "one name a step"
    for key, job in jobs.items():
        pod = job["spec"]["template"]["spec"]
        (container,) = pod["containers"]
        gpu, model = STEPS[key].pool == "gpu", key.endswith("/model") and key.startswith("round_")
        gpus = {"nvidia.com/gpu": "2" if model else "1"} if gpu else {}
        assert container["resources"]["limits"] == {"memory": "32G" if gpu else "8G"} | gpus
        assert container["resources"]["requests"]["cpu"] == ("4" if gpu else "2")
        said = {one["name"]: one.get("value") for one in container["env"]}
        assert said[STEP_JOB_VARIABLE] and said["CRYO_HOME"] == "/home/cryo"
        assert said["OMP_NUM_THREADS"] == ("4" if gpu else "2")
        assert ("OMP_PROC_BIND" in said) == model
        assert job["spec"].get("activeDeadlineSeconds") == (36 * 3600 if model else None)
        assert job["spec"]["backoffLimit"] == 0 and pod["restartPolicy"] == "Never"
        assert container["image"] == "lab/cryo:0.2" and {
            "name": "home",
            "mountPath": "/home/cryo",
        }.items() <= (container["volumeMounts"][-1].items())
        assert (pod.get("nodeSelector") == {"gpu": "a100"}) == (key == "enhanced/superres")
    assert "scheduler is kubernetes" in cryo("slurm", "check", code=2)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("scheduler: kubernetes\njobs:\n- {of: gpu, partition: a}\n", "jobs.0.partition: is Slurm's"),
        ("kubernetes: {job_image: a}\n", "kubernetes: needs scheduler: kubernetes"),
    ],
)
def test_what_is_of_the_other_scheduler_is_refused(home: Any, text: str, words: str) -> None:
    (home / "cluster.yaml").write_text(text)
    with pytest.raises(SettingsError, match=words):
        cluster_of(Home(home))


def test_times_are_read_as_slurm_does() -> None:
    said = {"90": 5400, "90:30": 5430, "4:00:00": 14400, "2-3": 183600, "1-12:00:00": 129600, "1-0:30": 88200}
    assert {time: _seconds(time) for time in said} == said
