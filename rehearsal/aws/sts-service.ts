import { type Incoming, type Service, serve } from '../net/serve';
import type { Cloud } from './cloud';
import { AwsError } from './errors';
import { accessKeyOf } from './signature';
import type { Sts } from './sts';
import { escapeXml, xml } from './xml';

/** STS over HTTP: forms in, XML out. */
export function serveSts(sts: Sts, cloud: Cloud): Promise<Service> {
  return serve(async (request) => {
    try {
      return xml(200, await act(sts, cloud, request));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      const type = error.status < 500 ? 'Sender' : 'Receiver';
      const body = `<Type>${type}</Type><Code>${error.code}</Code><Message>${escapeXml(error.message)}</Message>`;
      return xml(error.status, `<ErrorResponse><Error>${body}</Error></ErrorResponse>`);
    }
  });
}

async function act(sts: Sts, cloud: Cloud, request: Incoming): Promise<string> {
  const form = new URLSearchParams(request.body.toString());
  const action = form.get('Action');
  if (action === 'GetCallerIdentity') {
    const { identity } = accessKeyOf(request, cloud);
    const { arn, sessionArn, account } = identity.principal;
    return result(
      action,
      `<Arn>${escapeXml(sessionArn ?? arn)}</Arn><UserId>AROAREHEARSAL</UserId><Account>${account}</Account>`,
    );
  }
  if (action !== 'AssumeRoleWithWebIdentity')
    throw new AwsError(400, 'InvalidAction', `Could not find operation ${action}`);
  const known = ['Action', 'Version', 'RoleArn', 'RoleSessionName', 'WebIdentityToken', 'DurationSeconds'];
  for (const name of form.keys()) {
    if (!known.includes(name))
      throw new AwsError(400, 'ValidationError', `parameter ${name} is not known to the rehearsal`);
  }
  const session = await sts.assumeRoleWithWebIdentity({
    roleArn: form.get('RoleArn') ?? '',
    sessionName: form.get('RoleSessionName') ?? '',
    token: form.get('WebIdentityToken') ?? '',
    seconds: form.has('DurationSeconds') ? Number(form.get('DurationSeconds')) : undefined,
  });
  const credentials =
    `<AccessKeyId>${session.accessKeyId}</AccessKeyId><SecretAccessKey>${session.secretAccessKey}</SecretAccessKey>` +
    `<SessionToken>${session.sessionToken}</SessionToken><Expiration>${new Date(session.expires).toISOString()}</Expiration>`;
  return result(
    action,
    `<Credentials>${credentials}</Credentials><AssumedRoleUser><Arn>${escapeXml(session.arn)}</Arn></AssumedRoleUser>`,
  );
}

const result = (action: string, body: string) =>
  `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>${body}</${action}Result></${action}Response>`;
