module example.com/consumer

go 1.23

require (
	github.com/acme/cdk-python-artifact-pipeline-go/cdkpythonartifactpipeline v0.0.0
	github.com/aws/aws-cdk-go/awscdk/v2 v2.276.0
	github.com/aws/constructs-go/constructs/v10 v10.8.1
	github.com/aws/jsii-runtime-go v1.142.0
)
