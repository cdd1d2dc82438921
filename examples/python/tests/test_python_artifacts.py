"""What a team holds in its own CI: the template as a snapshot, and what matters by itself."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from aws_cdk import App, Stack
from aws_cdk.assertions import Annotations, Match, Template
from cdk_python_artifact_pipeline import GitHubPublisher, PublishTrigger, PythonArtifactPipeline

from python_artifacts import PythonArtifacts

SNAPSHOT = Path(__file__).parent / "template.json"


@pytest.fixture(scope="module")
def stack() -> Stack:
    return PythonArtifacts(App(), "PythonArtifacts", git_root=".")


@pytest.fixture(scope="module")
def template(stack: Stack) -> Template:
    return Template.from_stack(stack)


def test_the_template_is_as_committed(template: Template) -> None:
    actual = template.to_json()
    if "UPDATE_SNAPSHOT" in os.environ:
        SNAPSHOT.write_text(json.dumps(actual, indent=1) + "\n")
    assert actual == json.loads(SNAPSHOT.read_text())


def test_only_tags_of_the_two_repositories_publish(template: Template) -> None:
    roles = template.find_resources("AWS::IAM::Role", {"Properties": {"Description": Match.any_value()}})
    trusted = json.dumps([role["Properties"]["AssumeRolePolicyDocument"] for role in roles.values()])
    assert "acme@1234/orders-sdk@5678:ref:refs/tags/v*.*.*" in trusted
    assert "acme@1234/billing-sdk@9012:ref:refs/tags/v*.*.*" in trusted


def test_the_acknowledged_warning_is_silent(stack: Stack) -> None:
    assert not Annotations.from_stack(stack).find_warning("*", Match.string_like_regexp("any-ref"))


def wrong(**properties: Any) -> str:
    settings: dict[str, Any] = {
        "domain_name": "acme",
        "repository_name": "python",
        "organization_ids": ["o-a1b2c3d4e5"],
        "publishers": [GitHubPublisher.repository("acme/orders-sdk")],
        "publish_on": PublishTrigger.tags("v*.*.*"),
    }
    with pytest.raises(RuntimeError) as error:
        PythonArtifactPipeline(Stack(App(), "Wrong"), "Python", **{**settings, **properties})
    return str(error.value)


@pytest.mark.parametrize(
    ("properties", "beginning"),
    [
        ({"domain_name": "Acme"}, 'domain_name "Acme" '),
        ({"domain_name": None}, "domain_name (not given) "),
        ({"organization_ids": ["acme"]}, 'organization_ids[0] "acme" '),
        ({"workflow": {"python_version": "3.1"}}, 'python_version "3.1" '),
    ],
)
def test_an_error_is_one_line_with_the_names_of_python(properties: dict[str, Any], beginning: str) -> None:
    message = wrong(**properties)
    assert "\n" not in message
    assert message.removeprefix("Error: ").startswith(beginning)
    assert "(construct Wrong/Python" in message
