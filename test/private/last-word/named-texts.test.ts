import { Lazy, Token } from 'aws-cdk-lib';
import {
  AccountRootPrincipal,
  PolicyDocument,
  PolicyStatement,
  Role,
  ServicePrincipal,
  User,
} from 'aws-cdk-lib/aws-iam';
import { NamedTexts, NamedTokens, sayTo } from '../../../src/private/last-word/named-texts';
import { ACME, newStack } from '../../support/stacks';

const START = 'arn:aws:codeartifact:us-east-1:111111111111:domain/';
const codebuild = new ServicePrincipal('codebuild.amazonaws.com');

function policyOn(...resources: string[]): PolicyDocument {
  const statement = { actions: ['a:B'], resources, principals: [new AccountRootPrincipal()] };
  return new PolicyDocument({ statements: [new PolicyStatement(statement)] });
}

describe('a policy with names', () => {
  test('is itself while they are the same', () => {
    const texts = new NamedTexts();
    const policy = policyOn(texts.say(START, () => 'acme'));
    expect(texts.renew(policy)).toBe(policy);
  });

  test('is written with the names that there are by then, and nothing else in it changes', () => {
    const stack = newStack();
    const texts = new NamedTexts();
    let name = 'acme';
    const other = Lazy.string({ produce: () => 'lazy' });
    const policy = policyOn(
      texts.say(START, () => name),
      `${START}acme-other`,
      other,
    );
    name = 'globex';
    const renewed = texts.renew(policy);
    expect(stack.resolve(renewed)).toEqual({
      Statement: [
        {
          Action: 'a:B',
          Effect: 'Allow',
          Principal: stack.resolve({ AWS: new AccountRootPrincipal().arn }),
          Resource: [`${START}globex`, `${START}acme-other`, 'lazy'],
        },
      ],
      Version: '2012-10-17',
    });
    expect(JSON.stringify(renewed)).toContain('domain/globex"');
    expect(renewed.isEmpty).toBe(false);
    expect(stack.resolve(`${renewed}`)).toEqual(stack.resolve(renewed));
    name = 'initech';
    expect(JSON.stringify(stack.resolve(renewed))).toContain('domain/initech"');
  });
});

describe('the identity policy of a principal says names', () => {
  const tokens = () => new NamedTokens().say;

  test('as text where it is of a role that CDK makes', () => {
    const role = new Role(newStack(ACME), 'Role', { assumedBy: codebuild });
    expect(sayTo(role, tokens())(START, () => 'acme')).toBe(`${START}acme`);
    expect(sayTo(role, tokens())).toBe(sayTo(role, tokens()));
  });

  test.each([
    ['a user', () => new User(newStack(ACME), 'User')],
    ['an imported role', () => Role.fromRoleName(newStack(ACME), 'Role', 'role')],
    ['a service', () => codebuild],
    [
      'a role that CDK is to report only',
      () => {
        const stack = newStack(ACME);
        Role.customizeRoles(stack, { preventSynthesis: false });
        return new Role(stack, 'Role', { assumedBy: codebuild });
      },
    ],
  ])('as a token where it is of %s', (_, principal) => {
    const say = tokens();
    const text = sayTo(principal(), say)(START, () => 'acme');
    expect(Token.isUnresolved(text)).toBe(true);
    expect(newStack().resolve(text)).toBe(`${START}acme`);
    expect(say(START, () => 'acme')).toBe(text);
  });
});
