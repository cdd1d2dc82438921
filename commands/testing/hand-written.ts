import { claimsOf, tokenOf } from './pipeline';
import { folderWith, runCommand } from './run';

export const ISSUER = 'token.actions.githubusercontent.com';
export const PROVIDER = `arn:aws:iam::111111111111:oidc-provider/${ISSUER}`;

/** A cloud assembly with one stack that nobody's construct made. */
export function assembly(template: object, environment = 'aws://111111111111/us-east-1'): string {
  return folderWith({
    'manifest.json': JSON.stringify({
      artifacts: {
        Hand: {
          type: 'aws:cloudformation:stack',
          environment,
          properties: { templateFile: 'Hand.template.json' },
        },
      },
    }),
    'Hand.template.json': JSON.stringify(template),
  });
}

export const statement = (Condition: object, Federated: unknown = PROVIDER) => ({
  Sid: '',
  Effect: 'Allow',
  Principal: { Federated },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition,
});

export const role = (statements: object | object[], more: object = {}) => ({
  Type: 'AWS::IAM::Role',
  Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: statements }, ...more },
});

export const sub = (value: unknown, operator = 'StringLike') => ({
  [operator]: { [`${ISSUER}:sub`]: value },
});

/** What the command says of a template as JSON, and its exit code. */
export async function explained(template: object, claims: object = claimsOf(), ...more: string[]) {
  const folder = assembly(template);
  const input = tokenOf(claims);
  const { code, stdout } = await runCommand(
    ['explain', '--claims', '-', '--json', '--app', folder, ...more],
    { input },
  );
  return { code, ...JSON.parse(stdout) };
}
