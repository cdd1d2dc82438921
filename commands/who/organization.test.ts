import { Role, WebIdentityPrincipal } from 'aws-cdk-lib/aws-iam';
import { GitHubReader } from '../../src';
import { assemblyOf, assemblyOfPipeline } from '../testing/pipeline';
import { runCommand } from '../testing/run';

const ORGANIZATION = [GitHubReader.organization('acme', { ownerId: '1234' })];
const folder = assemblyOfPipeline({}, (pipeline) => {
  pipeline.addReader('Ci', {
    repositories: ORGANIZATION,
    readRoleName: 'plain',
    dependabot: { roleName: 'bots' },
  });
  pipeline.addReader('Cd', { repositories: ORGANIZATION, readRoleName: 'cd', environments: ['production'] });
});
const EVERYBODY = 'any workflow of every repository of acme, the owner with the id 1234';

async function whoCanAssume(role: string, app = folder) {
  const { stdout } = await runCommand(['who', 'assume', role, app]);
  const [, first, , , ...widening] = stdout.split('\n').map((line) => line.trim());
  return [first, widening.slice(0, widening.indexOf(''))];
}

test('of an organization without a host, says when it is let in', async () => {
  expect(await whoCanAssume('plain')).toEqual([
    `${EVERYBODY} for pull requests or on any branch or tag (not in the environment pull_request)`,
    [
      'whoever can change a workflow there',
      'whoever can make a repository that it is about',
      'whoever can open a pull request from within the repository',
      'whoever can push such a tag',
      'whoever can push to such a branch, or merge into it',
    ],
  ]);
});

test('says the environments of its jobs', async () => {
  const [who, widening] = await whoCanAssume('cd');
  expect(who).toBe(
    `${EVERYBODY} for pull requests or in the environment production or on any branch or tag (not in the environment pull_request)`,
  );
  expect(widening).toContain(
    'whoever may approve a deployment in the environment production, and whoever can make one without protection rules where it is missing',
  );
});

test('says the branches of Dependabot, and no tag or pull request', async () => {
  expect(await whoCanAssume('bots')).toEqual([
    `${EVERYBODY} on branch main`,
    [
      'whoever can change a workflow there',
      'whoever can make a repository that it is about',
      'whoever can push to such a branch, or merge into it',
    ],
  ]);
});

test('takes no wildcard for pull requests where it lets in environments of that name', async () => {
  const byHand = assemblyOf((stack) => {
    const provider = `arn:aws:iam::${stack.account}:oidc-provider/token.actions.githubusercontent.com`;
    new Role(stack, 'Role', {
      roleName: 'by-hand',
      assumedBy: new WebIdentityPrincipal(provider, {
        StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
        StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:acme/*:pull_request' },
      }),
    });
  });
  const [who] = await whoCanAssume('by-hand', byHand);
  expect(who).toBe('any workflow of whatever has a subject like repo:acme/*:pull_request');
});
