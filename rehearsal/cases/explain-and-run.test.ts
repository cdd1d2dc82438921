import { Template } from 'aws-cdk-lib/assertions';
import fc from 'fast-check';
import { readCaller } from '../../commands/explain/caller/read-caller';
import { readDeployed } from '../../commands/explain/deployed';
import { explain } from '../../commands/explain/explain';
import { GitHubPublisher, PublishTrigger, WorkflowHost } from '../../src';
import { repositoryEntry } from '../../src/github/trust/repository-entry';
import { sharedTrust } from '../../src/github/trust/shared-trust';
import { publishRole } from '../../test/support/publish-role';
import { ACME, newStack } from '../../test/support/stacks';
import { Judge } from '../../test/workflow/support/judge';
import { claimsOf } from '../github/claims';

const HOST_FILE = 'acme/platform/.github/workflows/codeartifact_python.yml';
const PUBLISHERS = [
  GitHubPublisher.repository('acme/orders-sdk'),
  GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234' }),
  GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' }),
];
const TRIGGERS = [
  PublishTrigger.tags('v*.*.*'),
  PublishTrigger.branch('main'),
  PublishTrigger.environment('release'),
  PublishTrigger.anyOf(PublishTrigger.tags('v*.*.*'), PublishTrigger.branch('main')),
];
const HOSTS = [undefined, WorkflowHost.branch('acme/platform', 'main')];

const often = <T>(right: T, ...others: T[]) => fc.constantFrom(...Array<T>(6).fill(right), ...others);
const RUNS = fc
  .record({
    owner: often('acme', 'Acme', 'acme-evil'),
    name: often('orders-sdk', 'website', 'Orders-SDK', 'renamed'),
    ownerId: often('1234', '6666'),
    repositoryId: often('5678', '6670'),
    immutableSubject: fc.boolean(),
    ref: often('refs/tags/v1.2.3', 'refs/heads/main', 'refs/tags/nightly'),
    event: often('push' as const, 'pull_request' as const),
    environment: fc.constantFrom(undefined, undefined, 'release', 'Release'),
    jobWorkflowRef: often(
      `${HOST_FILE}@refs/heads/main`,
      `${HOST_FILE}@refs/heads/next`,
      'acme/x/y.yml@refs/heads/main',
    ),
    aud: often('sts.amazonaws.com', 'https://github.com/acme'),
    isCustomized: often(false, true),
  })
  .map(({ owner, name, ownerId, repositoryId, immutableSubject, event, aud, isCustomized, ...rest }) => {
    const repository = { name: `${owner}/${name}`, ownerId, repositoryId, immutableSubject };
    const workflowRef = `${owner}/${name}/.github/workflows/publish.yml@${rest.ref}`;
    const claims = claimsOf({ ...rest, repository, event: { name: event, ref: rest.ref }, workflowRef });
    return { ...claims, aud, sub: isCustomized ? `repository_owner:${owner}` : claims.sub };
  });

test('explain names the causes that the step of the workflow names, over generated runs', async () => {
  const judge = new Judge();
  const seen = new Set<string>();
  try {
    for (const publisher of PUBLISHERS) {
      for (const publishOn of TRIGGERS) {
        for (const workflowHost of HOSTS) {
          const stack = newStack(ACME);
          const role = publishRole(stack, { publishers: [publisher], publishOn, workflowHost });
          const trust = sharedTrust(role._trust);
          const entry = repositoryEntry(publisher._publisherIdentity());
          const template = Template.fromStack(stack).toJSON();
          const placed = {
            path: 'S',
            stackName: 'S',
            templateFile: 't.json',
            template,
            account: ACME.account,
          };
          const deployed = readDeployed([placed], { parameters: {} });
          await fc.assert(
            fc.asyncProperty(RUNS, async (claims) => {
              const ofRun = Object.keys(await judge.ask(trust, entry, claims)).sort();
              const [explained] = explain(deployed, readCaller(JSON.stringify(claims), 'claims'), {
                wish: undefined,
              }).roles;
              const ofCommand = explained?.causes.map(({ id }) => id).sort();
              for (const cause of ofRun) seen.add(cause);
              expect(ofCommand).toEqual(ofRun);
            }),
            { numRuns: 40 },
          );
        }
      }
    }
  } finally {
    judge.close();
  }
  expect(seen.size).toBeGreaterThan(10);
});
