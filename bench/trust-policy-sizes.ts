import { App, Stack } from 'aws-cdk-lib';
import {
  Domain,
  GitHubOidcProvider,
  GitHubPublisher,
  GitHubPublishRole,
  Repository,
  SubjectFormat,
  WorkflowHost,
} from '../src';
import { trustPolicySize } from '../src/github/trust/trust-policy-size';

/** Prints how large the trust policy of a publish role is, in characters as IAM counts them. */
const OWNER = { name: 'acme-engineering', id: '123456789' };
const COUNTS = [1, 10, 26, 100];

function sizeOf(publishers: GitHubPublisher[], workflowHost?: WorkflowHost): number {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111111111111', region: 'us-east-1' } });
  const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' });
  const repository = Repository.fromRepositoryAttributes(stack, 'Repository', {
    domain,
    repositoryName: 'python',
  });
  const oidcProvider = GitHubOidcProvider.fromAccount(stack, 'GitHub');
  const role = new GitHubPublishRole(stack, 'Role', { repository, oidcProvider, publishers, workflowHost });
  return trustPolicySize(role, oidcProvider);
}

function repositories(count: number, subjectFormat: SubjectFormat, withIds = true): GitHubPublisher[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `${OWNER.name}/python-package-${String(index).padStart(5, '0')}`;
    const ids = withIds ? { ownerId: OWNER.id, repositoryId: String(900_000_000 + index) } : {};
    return GitHubPublisher.repository(name, { ...ids, subjectFormat });
  });
}

const forms: [string, (count: number) => number][] = [
  ['classic, without ids', (count) => sizeOf(repositories(count, SubjectFormat.CLASSIC, false))],
  ['classic', (count) => sizeOf(repositories(count, SubjectFormat.CLASSIC))],
  ['immutable', (count) => sizeOf(repositories(count, SubjectFormat.IMMUTABLE))],
  ['both', (count) => sizeOf(repositories(count, SubjectFormat.BOTH))],
];

console.log('\ntrust policy, characters; IAM takes 2048, and 8192 on request');
console.log(`${'repositories'.padEnd(24)}${COUNTS.map((count) => String(count).padStart(8)).join('')}`);
for (const [form, size] of forms) {
  console.log(`${form.padEnd(24)}${COUNTS.map((count) => String(size(count)).padStart(8)).join('')}`);
}
const host = WorkflowHost.branch(`${OWNER.name}/platform`, 'main');
const organization = GitHubPublisher.organization(OWNER.name, { ownerId: OWNER.id });
const constant = sizeOf([organization], host);
console.log(
  `organization by a host  ${String(constant).padStart(8)} for any number of repositories, 10,000 too`,
);
