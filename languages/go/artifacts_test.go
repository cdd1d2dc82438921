package consumer

import (
	"fmt"
	"strings"
	"testing"

	pipelines "github.com/acme/cdk-python-artifact-pipeline-go/cdkpythonartifactpipeline"
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/assertions"
	"github.com/aws/jsii-runtime-go"
)

func stack() awscdk.Stack {
	return awscdk.NewStack(awscdk.NewApp(nil), jsii.String("PythonArtifacts"), &awscdk.StackProps{
		Env: &awscdk.Environment{Account: jsii.String("111111111111"), Region: jsii.String("us-east-1")},
	})
}

func pipelineOf(scope awscdk.Stack, domainName string) pipelines.PythonArtifactPipeline {
	return pipelines.NewPythonArtifactPipeline(scope, jsii.String("Python"), &pipelines.PythonArtifactPipelineProps{
		DomainName:      jsii.String(domainName),
		RepositoryName:  jsii.String("python"),
		OrganizationIds: jsii.Strings("o-a1b2c3d4e5"),
		Publishers: &[]pipelines.GitHubPublisher{
			pipelines.GitHubPublisher_Repository(jsii.String("acme/orders-sdk"), &pipelines.GitHubRepositoryOptions{
				OwnerId: jsii.String("1234"), RepositoryId: jsii.String("5678"),
			}),
		},
		PublishOn: pipelines.PublishTrigger_Tags(jsii.String("v*.*.*")),
		Packages:  jsii.Strings("acme-*"),
		Workflow: &pipelines.PublishWorkflowOptions{
			PythonVersion: jsii.String("3.13"),
			Host:          pipelines.WorkflowHost_Branch(jsii.String("acme/platform"), jsii.String("main")),
		},
	})
}

func TestTrustsTheTagsOfTheRepositoryAndNothingElse(t *testing.T) {
	scope := stack()
	pipeline := pipelineOf(scope, "acme")
	template := assertions.Template_FromStack(scope, nil)
	template.ResourceCountIs(jsii.String("AWS::CodeArtifact::Domain"), jsii.Number(1))
	template.HasResourceProperties(jsii.String("AWS::IAM::Role"), map[string]any{
		"AssumeRolePolicyDocument": map[string]any{
			"Statement": assertions.Match_ArrayWith(&[]any{
				assertions.Match_ObjectLike(&map[string]any{
					"Condition": assertions.Match_ObjectLike(&map[string]any{
						"StringLike": assertions.Match_ObjectLike(&map[string]any{
							"token.actions.githubusercontent.com:sub": assertions.Match_AnyValue(),
						}),
					}),
				}),
			}),
		},
	})
	if text := *pipeline.Workflow().Reusable().Text(); !strings.Contains(text, "python-version: \"3.13\"") {
		t.Error(text)
	}
	if files := *pipeline.Workflow().Files(); len(files) != 3 {
		t.Error(files)
	}
}

func TestRefusesANameInOneSentence(t *testing.T) {
	defer func() {
		if message := fmt.Sprint(recover()); !strings.Contains(message, `domainName "Acme"`) {
			t.Error(message)
		}
	}()
	pipelineOf(stack(), "Acme")
	t.Error("taken")
}
