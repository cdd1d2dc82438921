import { Annotations, type CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { lastWord } from '../../private/last-word/last-word';
import { whenWhole } from '../../private/last-word/when-whole';
import { pathOf } from '../../private/one-of-a-kind/named-resources';
import { stsAudiences } from './audience';
import type { TrustedProvider } from './trusted-provider';

/**
 * Warns of a provider that somebody else's class makes in the app without an audience of AWS STS: a role can trust it,
 * and nobody can assume the role.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html
 */
export function warnOfMissingAudience(role: IConstruct, { resource }: TrustedProvider): void {
  if (!resource) return;
  whenWhole(role, () => {
    const audiences = audiencesOf(resource);
    const wanted = stsAudiences(role);
    if (audiences === undefined || wanted.some((audience) => audiences.includes(audience))) return;
    Annotations.of(role).addWarningV2(
      'cdk-python-artifact-pipeline:provider-without-audience',
      `Nobody can assume this role: the provider ${pathOf({ resource })} takes no tokens for ${wanted.join(' or ')}, which the workflows ` +
        `ask for. Write there: clientIds: ${JSON.stringify([wanted[0], ...audiences]).replaceAll('"', "'")}.`,
    );
  });
}

/** The audiences of a provider, which are none where it says none; nothing where only deployment knows them. */
function audiencesOf(resource: CfnResource): string[] | undefined {
  // The provider that a Lambda function makes calls them by the name that IAM has for them.
  const given = lastWord(resource, 'ClientIdList') ?? lastWord(resource, 'ClientIDList') ?? [];
  const audiences: unknown = resource.stack.resolve(given);
  if (!Array.isArray(audiences) || audiences.some((audience) => typeof audience !== 'string'))
    return undefined;
  return audiences;
}
