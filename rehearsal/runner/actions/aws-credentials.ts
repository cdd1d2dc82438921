import { signed } from '../../aws/client';
import type { Credentials } from '../../aws/cloud';
import type { Action } from './action';

/**
 * Makes the calls of aws-actions/configure-aws-credentials: GitHub's token endpoint, then STS
 * AssumeRoleWithWebIdentity, then GetCallerIdentity, through HTTP each.
 */
export const configureAwsCredentials: Action = {
  inputs: [
    'aws-region',
    'role-to-assume',
    'role-session-name',
    'role-duration-seconds',
    'audience',
    'mask-aws-account-id',
    'allowed-account-ids',
    'retry-max-attempts',
    'output-credentials',
    'output-env-credentials',
    'unset-current-credentials',
  ],
  async run(inputs, { env, log, setEnv, machine }) {
    const region = inputs['aws-region'];
    if (!region) throw new Error('Input required and not supplied: aws-region');
    const token = await idToken(env, inputs.audience ?? 'sts.amazonaws.com');
    log.mask(token);
    const form = new URLSearchParams({
      Action: 'AssumeRoleWithWebIdentity',
      Version: '2011-06-15',
      RoleArn: inputs['role-to-assume'] ?? '',
      RoleSessionName: inputs['role-session-name'] ?? 'GitHubActions',
      DurationSeconds: inputs['role-duration-seconds'] ?? '3600',
      WebIdentityToken: token,
    });
    const response = await fetch(machine.endpoints.sts, { method: 'POST', body: form });
    const text = await response.text();
    if (!response.ok) throw new Error(`Could not assume role with OIDC: ${element(text, 'Message')}`);
    const session = {
      accessKeyId: element(text, 'AccessKeyId'),
      secretAccessKey: element(text, 'SecretAccessKey'),
      sessionToken: element(text, 'SessionToken'),
    };
    for (const secret of Object.values(session)) log.mask(secret);
    const account = await callerAccount(machine.endpoints.sts, region, session);
    const allowed = inputs['allowed-account-ids']?.split(/[\s,]+/).filter(Boolean);
    if (allowed?.length && !allowed.includes(account)) {
      throw new Error(
        `The account ID of the provided credentials (${account}) does not match the allowed ones`,
      );
    }
    if (inputs['mask-aws-account-id'] === 'true') log.mask(account);
    const exported = {
      AWS_DEFAULT_REGION: region,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: session.accessKeyId,
      AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
      AWS_SESSION_TOKEN: session.sessionToken,
    };
    if (inputs['output-env-credentials'] !== 'false') {
      for (const [name, value] of Object.entries(exported)) setEnv(name, value);
    }
    const outputs = {
      'aws-access-key-id': session.accessKeyId,
      'aws-secret-access-key': session.secretAccessKey,
      'aws-session-token': session.sessionToken,
    };
    return { 'aws-account-id': account, ...(inputs['output-credentials'] === 'true' && outputs) };
  },
};

type Session = Omit<Credentials, 'expires'>;

async function idToken(env: Readonly<Record<string, string>>, audience: string): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: secret } = env;
  if (!url || !secret) {
    throw new Error(
      'Credentials could not be loaded, please check your action inputs: Could not load credentials from any providers. It looks like you might be trying to authenticate with OIDC. Did you mean to set the `id-token` permission?',
    );
  }
  const headers = { authorization: `Bearer ${secret}` };
  const response = await fetch(`${url}&audience=${encodeURIComponent(audience)}`, { headers });
  if (!response.ok) throw new Error(`GitHub's token endpoint answered ${response.status}`);
  return ((await response.json()) as { value: string }).value;
}

/** GetCallerIdentity with the new session. */
async function callerAccount(sts: string, region: string, session: Session): Promise<string> {
  const body = 'Action=GetCallerIdentity&Version=2011-06-15';
  const response = await fetch(signed({ url: sts, region }, 'sts', session, { method: 'POST', body }));
  const text = await response.text();
  if (!response.ok) throw new Error(element(text, 'Message'));
  return element(text, 'Account');
}

const element = (xml: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
