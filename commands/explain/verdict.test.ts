import { assert, asyncProperty, constant, constantFrom, oneof, option, record, string } from 'fast-check';
import { evaluateTrust } from '../../evaluation/authorization';
import { readSetup, resolveTemplate } from '../../evaluation/template';
import { GitHubPublisher, PublishTrigger } from '../../src';
import { openAssembly } from '../assembly';
import { CATALOG } from '../catalog';
import { ExitCode } from '../command';
import { ACCOUNT, assemblyOfPipeline, claimsOf, ORDERS, tokenOf } from '../testing/pipeline';
import { runCommand } from '../testing/run';

const PROVIDER = `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`;
const APPS = [
  assemblyOfPipeline(),
  assemblyOfPipeline({
    publishOn: PublishTrigger.environment('release'),
    publishers: [
      ORDERS,
      GitHubPublisher.repository('acme/billing-sdk', { ownerId: '1234', repositoryId: '9012' }),
    ],
    requiredClaims: { actorIds: ['1', '2'] },
  }),
  assemblyOfPipeline({ publishers: [GitHubPublisher.organization('acme', { ownerId: '1234' })] }),
  assemblyOfPipeline({ publishers: [ORDERS] }, (pipeline) => {
    pipeline.addPublisher('Second', {
      publishers: [GitHubPublisher.repository('acme/other-sdk')],
      publishOn: PublishTrigger.branch('main'),
      packages: ['other'],
    });
  }),
];

/** Mostly the first, since a run is trusted only where all of its claims are right. */
const value = (first: string, ...others: string[]) =>
  oneof(
    { weight: 15, arbitrary: constant(first) },
    { weight: 4, arbitrary: constantFrom(...others) },
    { weight: 1, arbitrary: string() },
  );
const CLAIMS = record({
  repository: value('acme/orders-sdk', 'acme/billing-sdk', 'Acme/orders-sdk', 'acme/other-sdk'),
  repository_id: value('5678', '9012', '6670'),
  repository_owner_id: value('1234', '99'),
  ref: value('refs/tags/v1.2.3', 'refs/heads/main', 'refs/tags/v1'),
  event_name: value('push', 'pull_request'),
  environment: option(value('release', 'Release'), { freq: 1, nil: undefined }),
  actor_id: value('1', '3'),
  aud: value('sts.amazonaws.com', 'https://github.com/acme'),
  job_workflow_ref: value(
    'acme/platform/.github/workflows/codeartifact_python.yml@refs/heads/main',
    'acme/platform/.github/workflows/codeartifact_python.yml@refs/heads/next',
  ),
});
const IMMUTABLE = constantFrom(true, false);

/** Whether some role lets the bearer in, by the evaluator over the template that is deployed. */
function isGranted(folder: string, claims: object): boolean {
  const [stack] = openAssembly(folder, '/');
  const setup = readSetup(
    resolveTemplate(stack?.template as never, {
      account: ACCOUNT,
      region: 'us-east-1',
      stackName: stack?.stackName,
    }),
  );
  return setup.roles.some(
    ({ trust }) =>
      evaluateTrust(trust, {
        catalog: CATALOG,
        providerArn: PROVIDER,
        claims: claims as Record<string, unknown>,
      }).allowed,
  );
}

test('the verdict is that of the evaluator, and what is refused has a cause', async () => {
  const verdicts = new Set<string>();
  await assert(
    asyncProperty(constantFrom(...APPS), CLAIMS, IMMUTABLE, async (folder, change, isImmutable) => {
      const { sub, ...claims } = claimsOf(change) as Record<string, string>;
      const [owner, name] = change.repository.split('/');
      const ids = `repo:${owner}@${change.repository_owner_id}/${name}@${change.repository_id}`;
      const token = { ...claims, sub: isImmutable ? sub?.replace(/^repo:[^:]*/, ids) : sub };

      const { code, stdout } = await runCommand(['explain', '--claims', '-', '--json', '--app', folder], {
        input: tokenOf(token),
      });

      const { verdict, roles } = JSON.parse(stdout);
      verdicts.add(verdict);
      expect([verdict, code]).toEqual(
        isGranted(folder, token) ? ['granted', ExitCode.YES] : ['refused', ExitCode.NO],
      );
      if (verdict === 'refused') expect(roles[0].causes).not.toEqual([]);
    }),
    { numRuns: 300 },
  );
  expect([...verdicts].sort()).toEqual(['granted', 'refused']);
});
