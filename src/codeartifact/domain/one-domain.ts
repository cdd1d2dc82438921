import { Stage } from 'aws-cdk-lib';
import { pathOf } from '../../private/one-of-a-kind/named-resources';
import type { UniqueKind } from '../../private/one-of-a-kind/one-of-a-kind';

/** @see https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_CreateDomain.html */
export const ONE_DOMAIN: UniqueKind = {
  types: ['AWS::CodeArtifact::Domain'],
  property: 'DomainName',
  isRegional: true,
  what: (name) => `the domain ${name}`,
  rule: 'an account has one of each name in a Region',
  instead: (givesWay, stays) => {
    const byName = `Domain.fromDomainAttributes(this, 'Domain', { domainName: '${stays.name}' })`;
    const isInReach = Stage.of(stays.resource) === Stage.of(givesWay.resource);
    return `in place of ${pathOf(givesWay)}, domain: ${isInReach ? `the one at ${pathOf(stays)}, or ` : ''}${byName}`;
  },
  see: 'https://docs.aws.amazon.com/codeartifact/latest/APIReference/API_CreateDomain.html',
};
