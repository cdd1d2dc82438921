import type { Stack } from 'aws-cdk-lib';
import { type Deployment, deploy } from './deployed';
import { only, type Statement, statementsIn } from './statements';

const OPERATORS: Record<string, (pattern: string, value: string) => boolean> = {
  StringEquals: (expected, value) => expected === value,
  StringLike: (pattern, value) => likeToRegExp(pattern).test(value),
};

/** The statements of the trust policy of the only role of a stack. */
export function trustOf(stack: Stack, deployment?: Deployment): Statement[] {
  return statementsIn(deploy(stack, deployment), 'AWS::IAM::Role', 'AssumeRolePolicyDocument');
}

/** The size of the trust policy of the only role of a stack, without white space. */
export function trustSizeOf(stack: Stack, deployment?: Deployment): number {
  const { AssumeRolePolicyDocument } = only(deploy(stack, deployment), 'AWS::IAM::Role').properties;
  return JSON.stringify(AssumeRolePolicyDocument).length;
}

/** Whether IAM would let a token with these claims assume a role with this trust policy. */
export function trusts(
  statements: Statement[],
  claims: Record<string, string>,
  issuer = 'token.actions.githubusercontent.com',
): boolean {
  const token: Record<string, string> = { aud: 'sts.amazonaws.com', ...claims };
  return statements.some(({ conditions }) =>
    Object.entries(conditions).every(([operator, keys]) =>
      Object.entries(keys).every(([key, expected]) => {
        if (!key.startsWith(`${issuer}:`)) return false;
        const value = token[key.slice(issuer.length + 1)];
        return value !== undefined && expected.some((pattern) => OPERATORS[operator](pattern, value));
      }),
    ),
  );
}

function likeToRegExp(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '[^]*').replaceAll('?', '[^]')}$`);
}
