package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.acme.cdk.pythonartifacts.GitHubPublisher;
import io.github.acme.cdk.pythonartifacts.GitHubRepositoryOptions;
import io.github.acme.cdk.pythonartifacts.PublishTrigger;
import io.github.acme.cdk.pythonartifacts.PublishWorkflowOptions;
import io.github.acme.cdk.pythonartifacts.PythonArtifactPipeline;
import io.github.acme.cdk.pythonartifacts.WorkflowHost;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class PythonArtifactsTest {
    private static Stack stack() {
        Environment env = Environment.builder().account("111111111111").region("us-east-1").build();
        return new Stack(new App(), "PythonArtifacts", StackProps.builder().env(env).build());
    }

    private static PythonArtifactPipeline pipelineOf(Stack stack, String domainName) {
        return PythonArtifactPipeline.Builder.create(stack, "Python")
                .domainName(domainName)
                .repositoryName("python")
                .organizationIds(List.of("o-a1b2c3d4e5"))
                .publishers(List.of(GitHubPublisher.repository(
                        "acme/orders-sdk",
                        GitHubRepositoryOptions.builder().ownerId("1234").repositoryId("5678").build())))
                .publishOn(PublishTrigger.tags("v*.*.*"))
                .packages(List.of("acme-*"))
                .workflow(PublishWorkflowOptions.builder()
                        .pythonVersion("3.13")
                        .host(WorkflowHost.branch("acme/platform", "main"))
                        .build())
                .build();
    }

    @Test
    void trustsTheTagsOfTheRepositoryAndNothingElse() {
        Stack stack = stack();
        PythonArtifactPipeline pipeline = pipelineOf(stack, "acme");
        Template template = Template.fromStack(stack);
        template.resourceCountIs("AWS::CodeArtifact::Domain", 1);
        template.hasResourceProperties("AWS::IAM::Role", Match.objectLike(Map.of(
                "AssumeRolePolicyDocument", Match.objectLike(Map.of(
                        "Statement", Match.arrayWith(List.of(Match.objectLike(Map.of(
                                "Condition", Match.objectLike(Map.of(
                                        "StringLike", Match.objectLike(Map.of(
                                                "token.actions.githubusercontent.com:sub",
                                                Match.anyValue())))))))))))));
        assertTrue(pipeline.getWorkflow().getReusable().getText().contains("python-version: \"3.13\""));
        assertEquals(3, pipeline.getWorkflow().getFiles().size());
    }

    @Test
    void refusesANameInOneSentence() {
        RuntimeException error = assertThrows(RuntimeException.class, () -> pipelineOf(stack(), "Acme"));
        assertTrue(error.getMessage().contains("domainName \"Acme\""), error.getMessage());
    }
}
