import type { PolicyDocument } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { policySizeOver } from '../../private/policy-size';

/**
 * The largest resource policy of a domain or repository, in characters.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-codeartifact-domain.html
 */
const RESOURCE_POLICY_LIMIT = 5120;

/** Fails synthesis where the resource policy would be refused for its size. */
export function limitResourcePolicy(scope: IConstruct, owner: string, policy: PolicyDocument): void {
  scope.node.addValidation({
    validate: () => {
      const size = policySizeOver(RESOURCE_POLICY_LIMIT, scope, policy);
      if (size === undefined) return [];
      return [
        `The resource policy of ${owner} is ${size} characters; the limit is ${RESOURCE_POLICY_LIMIT}. ` +
          'Name fewer organizations, or grant to principals of this account by their identity policy.',
      ];
    },
  });
}
