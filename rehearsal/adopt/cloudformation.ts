import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One resource of a change set that imports. */
export interface ResourceToImport {
  readonly logicalId: string;
  readonly type: string;
  readonly identifier: Readonly<Record<string, string>>;
}

/**
 * As much of STS and CloudFormation as `cdk import --no-execute` asks for, on loopback. It keeps what it is asked to
 * import, and imports nothing.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html
 */
export class CloudFormation {
  public static async start(identifiers: Readonly<Record<string, string[]>>): Promise<CloudFormation> {
    const started = new CloudFormation(identifiers);
    await new Promise<void>((done) => started.server.listen(0, '127.0.0.1', done));
    return started;
  }

  public readonly imported: ResourceToImport[] = [];
  private readonly server: Server;

  private constructor(private readonly identifiers: Readonly<Record<string, string[]>>) {
    this.server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text) => {
        body += text;
      });
      request.on('end', () => {
        const { status = 200, xml } = this.answer(new URLSearchParams(body));
        response.writeHead(status, { 'content-type': 'text/xml' }).end(xml);
      });
    });
  }

  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  public stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(request: URLSearchParams): { status?: number; xml: string } {
    const action = request.get('Action') ?? '';
    switch (action) {
      case 'GetCallerIdentity':
        return result(
          action,
          '<Account>111111111111</Account><UserId>u</UserId><Arn>arn:aws:iam::111111111111:user/u</Arn>',
        );
      case 'DescribeStacks':
        return error(`Stack with id ${request.get('StackName')} does not exist`);
      case 'GetTemplateSummary':
        return result(
          action,
          `<ResourceIdentifierSummaries>${Object.entries(this.identifiers).map(summary).join('')}</ResourceIdentifierSummaries>`,
        );
      case 'CreateChangeSet':
        this.imported.push(...resourcesIn(request));
        return result(
          action,
          '<Id>arn:aws:cloudformation:us-east-1:111111111111:changeSet/c/1</Id><StackId>s</StackId>',
        );
      case 'DescribeChangeSet':
        return result(
          action,
          '<ChangeSetName>c</ChangeSetName><Status>CREATE_COMPLETE</Status><ExecutionStatus>AVAILABLE</ExecutionStatus><Changes/>',
        );
      default:
        return error(`${action} is not played here`);
    }
  }
}

function summary([type, properties]: [string, string[]]): string {
  const members = properties.map((property) => `<member>${property}</member>`).join('');
  return `<member><ResourceType>${type}</ResourceType><ResourceIdentifiers>${members}</ResourceIdentifiers></member>`;
}

function result(action: string, xml: string): { xml: string } {
  return { xml: `<${action}Response><${action}Result>${xml}</${action}Result></${action}Response>` };
}

function error(message: string): { status: number; xml: string } {
  return {
    status: 400,
    xml: `<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code><Message>${message}</Message></Error></ErrorResponse>`,
  };
}

function resourcesIn(request: URLSearchParams): ResourceToImport[] {
  const resources: ResourceToImport[] = [];
  for (let number = 1; request.has(`ResourcesToImport.member.${number}.ResourceType`); number += 1) {
    const start = `ResourcesToImport.member.${number}`;
    const identifier: Record<string, string> = {};
    for (let entry = 1; request.has(`${start}.ResourceIdentifier.entry.${entry}.key`); entry += 1) {
      const at = `${start}.ResourceIdentifier.entry.${entry}`;
      identifier[request.get(`${at}.key`) ?? ''] = request.get(`${at}.value`) ?? '';
    }
    resources.push({
      logicalId: request.get(`${start}.LogicalResourceId`) ?? '',
      type: request.get(`${start}.ResourceType`) ?? '',
      identifier,
    });
  }
  return resources;
}
