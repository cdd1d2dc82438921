import { AccountPrincipal, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { statementText } from '../../src/private/statement-text';
import { ACME, newStack } from '../support/stacks';
import { tokenText } from '../support/tokens';

function textIn(region: string | undefined, resource: string): string {
  const stack = newStack(region ? { ...ACME, region } : undefined);
  const principals = [new AccountPrincipal('222222222222')];
  return statementText(stack, new PolicyStatement({ principals, actions: ['a:B'], resources: [resource] }));
}

describe('a statement to add by hand', () => {
  test.each([
    ['us-east-1', 'aws'],
    ['cn-north-1', 'aws-cn'],
  ])('says the partition of %s', (region, partition) => {
    expect(textIn(region, '*')).toBe(
      `{"Action":"a:B","Effect":"Allow","Principal":{"AWS":"arn:${partition}:iam::222222222222:root"},"Resource":"*"}`,
    );
  });

  test('names a role that has a name, so that it can be added in another account', () => {
    const principalOf = (roleName?: string) => {
      const stack = newStack(ACME);
      const role = new Role(stack, 'Role', { roleName, assumedBy: new AccountPrincipal('222222222222') });
      const statement = new PolicyStatement({ principals: [role], actions: ['a:B'], resources: ['*'] });
      return JSON.parse(statementText(stack, statement)).Principal.AWS;
    };
    expect(principalOf('publisher')).toBe('arn:aws:iam::111111111111:role/publisher');
    expect(principalOf()).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^Role/), 'Arn'] });
  });

  test('refers to a role that CDK was told not to make', () => {
    const stack = newStack(ACME);
    Role.customizeRoles(stack, { usePrecreatedRoles: { 'Stack/Role': 'precreated' } });
    const role = new Role(stack, 'Role', { assumedBy: new AccountPrincipal('222222222222') });
    const statement = new PolicyStatement({ principals: [role], actions: ['a:B'], resources: ['*'] });
    expect(JSON.parse(statementText(stack, statement)).Principal.AWS).toBe(
      'arn:aws:iam::111111111111:role/precreated',
    );
  });

  test('leaves open what only CloudFormation knows', () => {
    expect(JSON.parse(textIn(undefined, '*')).Principal.AWS).toEqual({
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::222222222222:root']],
    });
    expect(JSON.parse(textIn('us-east-1', `arn:${tokenText()}`)).Resource).toEqual({
      'Fn::Join': ['', ['arn:', { Ref: 'Parameter' }]],
    });
  });
});
