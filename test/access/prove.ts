import fc from 'fast-check';
import { changes } from '../../commands/access/changes';
import { readAccess } from '../../commands/access/setup';
import { ACME } from '../support/stacks';
import { rolesOf, wrongPermissions, wrongTrust } from './proof';
import { setups } from './setups';

/*
 * All generated set-ups, proved: what each role trusts and may do is what its props say. And how long the commands
 * take for one pipeline and for many repositories. `npm run prove:access` runs it.
 */
const SETUPS = Number(process.argv[2] ?? 10_000);
const SEED = Number(process.env.FAST_CHECK_SEED ?? 20260715);
const CHUNK = 250;

function prove(): boolean {
  const began = Date.now();
  const wrong: string[] = [];
  const sample = fc.sample(setups, { numRuns: SETUPS, seed: SEED });
  for (let first = 0; first < sample.length; first += CHUNK) {
    const chunk = sample.slice(first, first + CHUNK);
    const access = rolesOf(chunk);
    for (const [index, setup] of chunk.entries()) {
      wrong.push(...wrongTrust(access, index, setup), ...wrongPermissions(access, index, setup));
    }
    const seconds = Math.round((Date.now() - began) / 1000);
    process.stderr.write(
      `${first + chunk.length} of ${sample.length} set-ups in ${seconds} s, ${wrong.length} wrong\n`,
    );
  }
  for (const one of wrong) console.log(one);
  console.log(`${SETUPS} set-ups (seed ${SEED}): ${wrong.length} differ from their props`);
  return wrong.length === 0;
}

const KEY = 'token.actions.githubusercontent.com';

/** A role for some repositories, by hand, since no trust policy is so long. */
function template(repositories: number): object {
  const sub = Array.from(
    { length: repositories },
    (_, index) => `repo:acme/service-${index}:ref:refs/tags/v*`,
  );
  const statement = (Action: string | string[], Resource: string) => ({ Effect: 'Allow', Action, Resource });
  const arn = (rest: string) => `arn:aws:codeartifact:${ACME.region}:${ACME.account}:${rest}`;
  return {
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: 'publish',
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: {
              Effect: 'Allow',
              Principal: { Federated: `arn:aws:iam::${ACME.account}:oidc-provider/${KEY}` },
              Action: 'sts:AssumeRoleWithWebIdentity',
              Condition: {
                StringLike: { [`${KEY}:sub`]: sub },
                StringEquals: { [`${KEY}:aud`]: 'sts.amazonaws.com' },
              },
            },
          },
          Policies: [
            {
              PolicyName: 'publish',
              PolicyDocument: {
                Version: '2012-10-17',
                Statement: [
                  statement('codeartifact:PublishPackageVersion', arn('package/acme/python/pypi//acme-*')),
                  statement('codeartifact:GetAuthorizationToken', arn('domain/acme')),
                  statement('sts:GetServiceBearerToken', '*'),
                ],
              },
            },
          ],
        },
      },
    },
  };
}

function times(): void {
  const read = (count: number) => readAccess([{ template: template(count) as never, environment: ACME }]);
  for (const count of [1, 100, 10_000]) {
    const [before, same, after] = [read(count), read(count), read(count + 1)];
    const unchanged = timeOf(() => changes(before, same));
    const added = timeOf(() => changes(before, after));
    console.log(`${count} repositories: nothing changed ${unchanged} ms, one more ${added} ms`);
  }
}

function timeOf(run: () => unknown): number {
  const began = Date.now();
  run();
  return Date.now() - began;
}

times();
if (!prove()) process.exitCode = 1;
