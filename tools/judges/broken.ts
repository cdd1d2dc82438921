import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../python/environment';

const GOOD = join(ROOT, 'test/workflow/golden/without-host/codeartifact_python.yml');

/** A generated workflow with one change, which has to be there to be changed. */
export function brokenWorkflow(from: RegExp | string, to: string): string {
  const text = readFileSync(GOOD, 'utf8');
  const broken = text.replace(from, to);
  if (broken === text) throw new Error(`${GOOD} has no ${from}`);
  return broken;
}

/** A domain that CloudFormation would refuse, and a policy that permits everything. */
export const BROKEN_TEMPLATE = JSON.stringify(
  {
    Resources: {
      Domain: { Type: 'AWS::CodeArtifact::Domain', Properties: { DomainName: 'Not a name' } },
      Policy: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: {
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
          },
        },
      },
    },
  },
  undefined,
  1,
);

/** Publishing is a permission on packages, not on their repository. */
export const BROKEN_POLICY = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: ['codeartifact:PublishPackageVersion'],
      Resource: 'arn:aws:codeartifact:us-east-1:111111111111:repository/acme/python',
    },
  ],
};
