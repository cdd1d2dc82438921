import { CfnParameter } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { Domain, Repository } from '../../../src';
import { deploy } from '../../support/deployed';
import { accepted, anyText } from '../../support/inputs';
import { expectRefusal } from '../../support/refusals';
import { newStack } from '../../support/stacks';
import { statementsIn } from '../../support/statements';

function domainOf(...organizationIds: string[]): Domain {
  return new Domain(newStack(), 'Domain', { domainName: 'acme', organizationIds });
}

describe('organization ids', () => {
  test.each(['o-a1b2c3d4e5', `o-${'a'.repeat(32)}`])('may be %p', (id) => {
    expect(() => domainOf(id)).not.toThrow();
  });

  test('may be left to deployment, one by one or as a list', () => {
    const stack = newStack();
    const one = new CfnParameter(stack, 'One').valueAsString;
    const list = new CfnParameter(stack, 'List', { type: 'CommaDelimitedList' }).valueAsList;
    const domain = new Domain(stack, 'Domain', { domainName: 'acme', organizationIds: list });
    const organizationIds = [one, 'o-a1b2c3d4e5'];
    new Repository(stack, 'Repository', { domain, repositoryName: 'python', organizationIds });
    const parameters = { One: 'o-1111111111', List: ['o-2222222222', 'o-3333333333'] };
    const resources = deploy(stack, { parameters });
    const [ofDomain] = statementsIn(resources, 'AWS::CodeArtifact::Domain');
    const [ofRepository] = statementsIn(resources, 'AWS::CodeArtifact::Repository');
    expect(ofDomain.conditions.StringEquals).toEqual({ 'aws:PrincipalOrgID': parameters.List });
    expect(ofRepository.conditions.StringEquals).toEqual({
      'aws:PrincipalOrgID': ['o-1111111111', 'o-a1b2c3d4e5'],
    });
  });

  test.each([
    '*',
    'o-*',
    'o-a1b2c3d4e?',
    'o-A1B2C3D4E5',
    'o-a1b2c3d4e',
    `o-${'a'.repeat(33)}`,
    'r-a1b2',
    'ou-a1b2-c3d4e5f6',
    '111111111111',
    ' o-a1b2c3d4e5',
    'o-a1b2c3d4e5\n',
    'o-a1b2c3d4e5,o-f6g7h8i9j0',
    '',
  ])('may not be %j', (id) => {
    expectRefusal(
      () => domainOf('o-a1b2c3d4e5', id),
      `organizationIds[1] ${JSON.stringify(id)} is not the id of an AWS organization.`,
      "Allowed: 'o-' and 10 to 32 lower-case letters or digits; no wildcard, no root or unit id.",
      'Write instead: what `aws organizations describe-organization --query Organization.Id` prints.',
      'See https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html',
      '(construct Stack/Domain)',
    );
  });

  test('are refused by a repository as well', () => {
    const stack = newStack();
    const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' });
    const props = { domain, repositoryName: 'python', organizationIds: ['*'] };
    expect(() => new Repository(stack, 'Repository', props)).toThrow(
      /^organizationIds\[0\].*Stack\/Repository\)$/,
    );
  });

  test('may have no wildcard beside a token', () => {
    const stack = newStack();
    const organizationIds = [`o-*${new CfnParameter(stack, 'Id').valueAsString}`];
    expect(() => new Domain(stack, 'Domain', { domainName: 'acme', organizationIds })).toThrow(
      'is not the id of an AWS organization.',
    );
  });

  test('are plain text for IAM, whatever is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          anyText.map((text) => `o-a1b2c3d4e5${text}`),
        ),
        (id) => {
          if (accepted(() => domainOf(id))) expect(id).toMatch(/^o-[a-z0-9]+$/);
        },
      ),
    );
  });
});
