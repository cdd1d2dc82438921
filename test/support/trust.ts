import type { Stack } from 'aws-cdk-lib';
import { type Catalog, evaluateTrust, readPolicy } from '../../evaluation/authorization';
import { loadCatalog } from '../../evaluation/authorization/load-catalog';
import { type Deployment, deploy } from './deployed';
import { ACME } from './stacks';
import { documentOf, only, type Statement, statementsIn } from './statements';

const PROVIDER = `arn:aws:iam::${ACME.account}:oidc-provider/token.actions.githubusercontent.com`;

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog('sts');
});

/** The statements of the trust policy of the only role of a stack. */
export function trustOf(stack: Stack, deployment?: Deployment): Statement[] {
  return statementsIn(deploy(stack, deployment), 'AWS::IAM::Role', 'AssumeRolePolicyDocument');
}

/** The size of the trust policy of the only role of a stack, without white space. */
export function trustSizeOf(stack: Stack, deployment?: Deployment): number {
  const { AssumeRolePolicyDocument } = only(deploy(stack, deployment), 'AWS::IAM::Role').properties;
  return JSON.stringify(AssumeRolePolicyDocument).length;
}

/** Whether IAM would let a token of GitHub with these claims assume a role with this trust policy. */
export function trusts(statements: Statement[], claims: Record<string, string>): boolean {
  const trust = readPolicy('the trust policy', documentOf(statements));
  const token = { aud: 'sts.amazonaws.com', ...claims };
  return evaluateTrust(trust, { catalog, providerArn: PROVIDER, claims: token }).allowed;
}
