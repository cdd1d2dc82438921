import type { CfnDomain, CfnRepository } from 'aws-cdk-lib/aws-codeartifact';
import type { PolicyDocument } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { afterAspects } from '../../private/last-word/after-aspects';
import type { NamedTexts } from '../../private/last-word/named-texts';
import { policySizeOver } from '../../private/policy-size';

/**
 * The largest resource policy of a domain or repository, in characters.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-codeartifact-domain.html
 */
const RESOURCE_POLICY_LIMIT = 5120;

/** Fails synthesis where the resource policy would be refused for its size. */
export function limitResourcePolicy(
  scope: IConstruct,
  kind: 'domain' | 'repository',
  policy: PolicyDocument,
): void {
  scope.node.addValidation({
    validate: () => {
      const size = policySizeOver(RESOURCE_POLICY_LIMIT, scope, policy);
      if (size === undefined) return [];
      return [
        `The resource policy of ${kind} ${scope.node.path} is ${size} characters; the limit is ${RESOURCE_POLICY_LIMIT}. ` +
          'Name fewer organizations, or grant to principals of this account by their identity policy.',
      ];
    },
  });
}

/** Has a resource policy say the names that the tree has at synthesis, unless somebody put another in its place. */
export function renewResourcePolicy(
  resource: CfnDomain | CfnRepository,
  policy: PolicyDocument,
  texts: NamedTexts,
): void {
  afterAspects(resource, () => {
    if (resource.permissionsPolicyDocument === policy)
      resource.permissionsPolicyDocument = texts.renew(policy);
  });
}
