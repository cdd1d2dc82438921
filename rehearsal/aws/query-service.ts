import { type Service, serve } from '../net/serve';
import type { Cloud } from './cloud';
import { AwsError } from './errors';
import { accessKeyOf } from './signature';
import { elements, xml } from './xml';

type Lookups = Readonly<Record<string, (parameters: URLSearchParams) => Record<string, unknown>>>;

/**
 * IAM and CloudFormation over HTTP: forms in, XML out.
 *
 * @param refused the actions that the caller has no right to
 */
export function serveQuery(
  cloud: Cloud,
  lookups: Lookups,
  refused: ReadonlySet<string> = new Set(),
): Promise<Service> {
  return serve(async (request) => {
    const parameters = new URLSearchParams(request.body.toString());
    const action = parameters.get('Action') ?? '';
    try {
      const { identity } = accessKeyOf(request, cloud);
      if (refused.has(action)) {
        const who = identity.principal.sessionArn ?? identity.principal.arn;
        throw new AwsError(403, 'AccessDenied', `User: ${who} is not authorized to perform: ${action}`);
      }
      const lookup = lookups[action];
      if (!lookup) throw new AwsError(400, 'InvalidAction', `Could not find operation ${action}`);
      const body = elements(`${action}Result`, lookup(parameters));
      return xml(200, `<${action}Response>${body}</${action}Response>`);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      const body = elements('Error', { Type: 'Sender', Code: error.code, Message: error.message });
      return xml(error.status, `<ErrorResponse>${body}</ErrorResponse>`);
    }
  });
}
