"""The stack of the README, with what a team adds to it in its second week."""

from typing import Any

from aws_cdk import Annotations, Environment, Stack
from cdk_python_artifact_pipeline import (
    GitHubPublisher,
    GitHubReader,
    JsonPatch,
    PublishTrigger,
    PythonArtifactPipeline,
    WorkflowHost,
)
from constructs import Construct


class PythonArtifacts(Stack):
    def __init__(self, scope: Construct, construct_id: str, *, git_root: str, **kwargs: Any) -> None:
        super().__init__(
            scope,
            construct_id,
            env=Environment(account="111111111111", region="us-east-1"),
            **kwargs,
        )

        pipeline = PythonArtifactPipeline(
            self,
            "Python",
            domain_name="acme",
            repository_name="python",
            organization_ids=["o-a1b2c3d4e5"],  # who may install
            publishers=[  # who may publish
                GitHubPublisher.repository("acme/orders-sdk", owner_id="1234", repository_id="5678"),
                GitHubPublisher.repository("acme/billing-sdk", owner_id="1234", repository_id="9012"),
            ],
            publish_on=PublishTrigger.tags("v*.*.*"),  # when
            packages=["acme-*"],  # what
            workflow={
                "python_version": "3.13",
                "host": WorkflowHost.branch("acme/platform", "main"),
                "git_root": git_root,
            },
        )

        nightly = pipeline.add_publisher(
            "Nightly",
            publishers=[GitHubPublisher.repository("acme/ml", owner_id="1234", repository_id="3456")],
            publish_on=PublishTrigger.any_ref(),
            packages=["ml-*"],
            workflow={
                "file_name": "nightly_python.yml",
                "caller_file_name": "nightly.yml",
                "git_root": git_root,
            },
        )
        Annotations.of(nightly).acknowledge_warning(
            "cdk-python-artifact-pipeline:any-ref", "Every branch of acme/ml is built at night"
        )

        pipeline.add_reader(
            "Deployments", repositories=[GitHubReader.repository("acme/shop")], environments=["production"]
        )

        pipeline.workflow.caller.patch(JsonPatch.add("/on/schedule", [{"cron": "0 3 * * 1"}]))
