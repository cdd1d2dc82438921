import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Prints what `cdk synth` made of app.ts, read from the template and nowhere else. */
const STACK = 'PythonArtifacts';
const root = join(__dirname, '..');
const template = readJson(`${STACK}.template.json`);
const [account, region] = environment();
const resources: [string, Resource][] = Object.entries(template.Resources);

interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template has no types
  readonly Properties: any;
}

const pseudoParameters: Record<string, string> = {
  'AWS::AccountId': account,
  'AWS::Region': region,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** The text that CloudFormation will make of a value. */
function text(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[intrinsic, operand]] = Object.entries(value);
  if (intrinsic === 'Ref') return pseudoParameters[operand] ?? operand;
  if (intrinsic === 'Fn::Join') return operand[1].map(text).join(operand[0]);
  if (intrinsic === 'Fn::GetAtt') return attribute(template.Resources[operand[0]], operand[1]);
  throw new Error(`The summary can't read ${intrinsic}`);
}

function attribute({ Properties, Type }: Resource, name: string): string {
  const ownName = Properties.RepositoryName ?? Properties.DomainName ?? Properties.RoleName;
  if (name === 'Name') return ownName;
  if (name === 'Arn' && Type === 'AWS::IAM::Role') {
    return `arn:aws:iam::${account}:role/${ownName ?? 'A-NAME-THAT-CLOUDFORMATION-MAKES-UP'}`;
  }
  throw new Error(`The summary can't read ${name} of ${Type}`);
}

function ofType(type: string): Resource[] {
  return resources.map(([, resource]) => resource).filter((resource) => resource.Type === type);
}

function nameOf({ Properties }: Resource): string {
  const name = Properties.Pattern ?? Properties.RepositoryName ?? Properties.DomainName;
  return name ?? Properties.RoleName ?? Properties.Url ?? Properties.PolicyName ?? '';
}

function output(suffix: string): string {
  const [, found] =
    Object.entries<{ Value: unknown }>(template.Outputs).find(([id]) => id.includes(suffix)) ?? [];
  return text(found?.Value);
}

/** The values of a condition key, in all statements of a policy. */
function conditionValues(policy: { Statement: { Condition?: object }[] }, key: string): string[] {
  const values = policy.Statement.flatMap(({ Condition = {} }) =>
    Object.values(Condition).flatMap((operator) =>
      Object.entries(operator as Record<string, unknown>)
        .filter(([name]) => name.endsWith(key))
        .flatMap(([, value]) => [value].flat().map(text)),
    ),
  );
  return [...new Set(values)];
}

/** The last parts of the package ARNs that the role may publish to. */
function publishable(): string[] {
  const statements = ofType('AWS::IAM::Policy').flatMap(
    ({ Properties }) => Properties.PolicyDocument.Statement,
  );
  return statements
    .filter(({ Action }) => [Action].flat().includes('codeartifact:PublishPackageVersion'))
    .flatMap(({ Resource }) => [Resource].flat().map(text))
    .map((arn) => arn.replace(/^.*\/pypi\/+/, ''));
}

function readJson(file: string) {
  return JSON.parse(readFileSync(join(__dirname, 'cdk.out', file), 'utf8'));
}

/** Account and Region of the stack, or words for what only deployment knows. */
function environment(): [string, string] {
  const [, known, knownRegion] =
    /^aws:\/\/(.*)\/(.*)$/.exec(readJson('manifest.json').artifacts[STACK].environment) ?? [];
  return [known.replace('unknown-account', 'ACCOUNT'), knownRegion.replace('unknown-region', 'REGION')];
}

function section(title: string, lines: string[]): void {
  console.log(`\n${title}`);
  for (const line of lines) console.log(`  ${line}`);
}

const [role] = ofType('AWS::IAM::Role');
const [domain] = ofType('AWS::CodeArtifact::Domain');
const trust = role.Properties.AssumeRolePolicyDocument;
const files = ['.github/workflows', 'workflow-templates']
  .filter((folder) => existsSync(join(__dirname, folder)))
  .flatMap((folder) => readdirSync(join(__dirname, folder)).map((file) => join('examples', folder, file)));

console.log(`${STACK}, synthesized for account ${account} in ${region}; nothing was deployed.`);
section(
  `Resources (${relative(root, join(__dirname, 'cdk.out'))})`,
  resources
    .filter(([, { Type }]) => Type !== 'AWS::CDK::Metadata')
    .map(([, resource]) => `${resource.Type.padEnd(32)} ${text(nameOf(resource))}`),
);
section('Workflow files', files);
section('Publish role', [output('PublishRoleArn')]);
section('Index URL', [output('IndexUrl')]);
section('May publish', [
  ...conditionValues(trust, ':sub'),
  ...conditionValues(trust, ':job_workflow_ref').map((ref) => `and only by ${ref}`),
]);
section('What they may publish', publishable());
section(
  'May install',
  conditionValues(domain.Properties.PermissionsPolicyDocument, 'aws:PrincipalOrgID').map(
    (id) => `the accounts of the organization ${id}, by their identity policies`,
  ),
);
section('To install', [output('PipLoginCommand'), 'pip install acme-orders-sdk']);
section('Report for a reviewer', [relative(root, join(__dirname, 'cdk.out', 'report.html'))]);
section('Next steps', [
  'in examples/app.ts, write the number of your account and the id of your organization',
  'cd examples && npx cdk deploy, with credentials, in an account and Region that `npx cdk bootstrap` was run for',
  'commit the workflow files, and give each repository that publishes the calling one',
]);
