import { elements, xml } from '../aws/xml';
import { type Reply, type Service, serve } from '../net/serve';

/** One resource of a change set that imports. */
export interface ResourceToImport {
  readonly logicalId: string;
  readonly type: string;
  readonly identifier: Readonly<Record<string, string>>;
}

/** As much of STS and CloudFormation as `cdk import --no-execute` asks for. */
export interface CloudFormation extends Service {
  /** What it was asked to import. Nothing is imported. */
  readonly imported: readonly ResourceToImport[];
}

/**
 * @param identifiers what each type of resource is identified by
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html
 */
export async function serveCloudFormation(
  identifiers: Readonly<Record<string, string[]>>,
): Promise<CloudFormation> {
  const imported: ResourceToImport[] = [];
  const results: Readonly<Record<string, (request: URLSearchParams) => object>> = {
    GetCallerIdentity: () => ({
      Account: '111111111111',
      UserId: 'u',
      Arn: 'arn:aws:iam::111111111111:user/u',
    }),
    GetTemplateSummary: () => ({
      ResourceIdentifierSummaries: Object.entries(identifiers).map(([ResourceType, ResourceIdentifiers]) => ({
        ResourceType,
        ResourceIdentifiers,
      })),
    }),
    CreateChangeSet: (request) => {
      imported.push(...resourcesIn(request));
      return { Id: 'arn:aws:cloudformation:us-east-1:111111111111:changeSet/c/1', StackId: 's' };
    },
    DescribeChangeSet: () => ({
      ChangeSetName: 'c',
      Status: 'CREATE_COMPLETE',
      ExecutionStatus: 'AVAILABLE',
      Changes: [],
    }),
  };
  const service = await serve(async ({ body }) => {
    const request = new URLSearchParams(body.toString());
    const action = request.get('Action') ?? '';
    if (action === 'DescribeStacks')
      return refusal(`Stack with id ${request.get('StackName')} does not exist`);
    const result = results[action];
    if (!result) return refusal(`${action} is not played here`);
    return xml(200, elements(`${action}Response`, { [`${action}Result`]: result(request) }));
  });
  return { ...service, imported };
}

function refusal(Message: string): Reply {
  return xml(400, elements('ErrorResponse', { Error: { Type: 'Sender', Code: 'ValidationError', Message } }));
}

function resourcesIn(request: URLSearchParams): ResourceToImport[] {
  return numbered(request, 'ResourcesToImport.member', 'ResourceType').map((start) => ({
    logicalId: request.get(`${start}.LogicalResourceId`) ?? '',
    type: request.get(`${start}.ResourceType`) ?? '',
    identifier: Object.fromEntries(
      numbered(request, `${start}.ResourceIdentifier.entry`, 'key').map((entry) => [
        request.get(`${entry}.key`) ?? '',
        request.get(`${entry}.value`) ?? '',
      ]),
    ),
  }));
}

/** Where the entries of a list stand in a form, counted from one. */
function numbered(request: URLSearchParams, list: string, name: string): string[] {
  const starts: string[] = [];
  while (request.has(`${list}.${starts.length + 1}.${name}`)) starts.push(`${list}.${starts.length + 1}`);
  return starts;
}
