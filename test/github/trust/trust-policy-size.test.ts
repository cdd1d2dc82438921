import { CfnParameter, type Stack } from 'aws-cdk-lib';
import {
  GitHubOidcProvider,
  GitHubPublisher,
  type GitHubPublishRoleProps,
  PublishTrigger,
} from '../../../src';
import { deploy } from '../../support/deployed';
import { publishRole } from '../../support/publish-role';
import { expectRefusal } from '../../support/refusals';
import { ACME, newStack } from '../../support/stacks';
import { trustSizeOf } from '../../support/trust';

/** A role whose trust policy is made longer, by one character for each of the name of a branch. */
function stackWith(
  extra: number,
  props: Partial<GitHubPublishRoleProps> = {},
  publishers = 16,
  stack = newStack(ACME),
): Stack {
  const names = Array.from(
    { length: publishers },
    (_, index) => `acme/repository-${String(index).padStart(3, '0')}`,
  );
  publishRole(stack, {
    publishers: [
      ...names.map((name) => GitHubPublisher.repository(name)),
      GitHubPublisher.repository(`acme/x${'x'.repeat(extra)}`),
    ],
    publishOn: PublishTrigger.branch('a-branch-with-a-name-so-long-that-it-makes-up-for-the-size'),
    ...props,
  });
  return stack;
}

function message(size: number, limit: number): string[] {
  return [
    'Validation failed with the following errors:\n  [Stack/Role]',
    `The trust policy of Stack/Role is ${size} characters; the limit is ${limit}. Either raise the quota of the`,
    'account (L-C07B4B0D, up to 8192) and say so with trustPolicyQuota, or split the repositories over several roles',
    'with addPublisher, or trust the organization with GitHubPublisher.organization and a WorkflowHost.',
    'See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  ];
}

describe('the trust policy', () => {
  const room = 2048 - trustSizeOf(stackWith(0));

  test('may be 2,048 characters', () => {
    expect(trustSizeOf(stackWith(room))).toBe(2048);
  });

  test('may not be 2,049', () => {
    expectRefusal(() => deploy(stackWith(room + 1)), ...message(2049, 2048));
  });

  test('may be larger where the account has a larger quota', () => {
    expect(trustSizeOf(stackWith(room + 1, { trustPolicyQuota: 2049 }))).toBe(2049);
    expectRefusal(() => deploy(stackWith(room + 2, { trustPolicyQuota: 2049 })), ...message(2050, 2049));
  });

  test('is measured with the ARN of a new provider as it is deployed', () => {
    const over = (extra: number) => {
      const other = newStack(ACME);
      const oidcProvider = new GitHubOidcProvider(other, 'NewProvider');
      return stackWith(extra, { oidcProvider }, 16, other);
    };
    expect(trustSizeOf(over(room))).toBe(2048);
    expectRefusal(() => deploy(over(room + 1)), ...message(2049, 2048));
  });

  test('is measured where neither account nor Region is known', () => {
    expect(trustSizeOf(stackWith(room, {}, 16, newStack()))).toBe(2048);
    expectRefusal(() => deploy(stackWith(room + 1, {}, 16, newStack())), ...message(2049, 2048));
  });

  test('is measured at its shortest where only deployment knows it, so that nothing is refused in vain', () => {
    const stack = newStack();
    const name = new CfnParameter(stack, 'Name').valueAsString;
    const publishers = Array.from({ length: 100 }, (_, index) =>
      GitHubPublisher.repository(`acme/repository-${index}${name}`),
    );
    publishRole(stack, { publishers, trustPolicyQuota: 8192 });
    expect(trustSizeOf(stack, { parameters: { Name: 'x'.repeat(60) } })).toBeGreaterThan(8192);
  });
});

describe('the quota', () => {
  test.each([2048, 4096, 8192])('may be %d', (trustPolicyQuota) => {
    expect(() => publishRole(newStack(), { trustPolicyQuota })).not.toThrow();
  });

  test('may be left to deployment, and is then not held against the size', () => {
    const trustPolicyQuota = new CfnParameter(newStack(), 'Quota', { type: 'Number' }).valueAsNumber;
    expect(() => deploy(stackWith(0, { trustPolicyQuota }, 100))).not.toThrow();
  });

  test.each([0, -1, 2047, 8193, Number.NaN])('may not be %d', (trustPolicyQuota) => {
    expectRefusal(
      () => publishRole(newStack(), { trustPolicyQuota }),
      `trustPolicyQuota ${trustPolicyQuota} is not a quota that IAM grants.`,
      'Allowed: 2048 to 8192 characters.',
      'See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
      '(construct Stack/Role)',
    );
  });
});
