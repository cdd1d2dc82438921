import { SIGN_IN_CAUSES } from '../../src/github/trust/refusal-causes';
import { repositoryEntry } from '../../src/github/trust/repository-entry';
import type { JobResult } from '../runner/job';
import type { Case } from './case';
import { Refused } from './door';
import { type OtherApp, publisherOf } from './other-app';
import { ASSUME, signIn } from './sign-in-run';
import { SITUATIONS, type Situation } from './situations';

/** The titles of the errors, and what else is said. */
function refused(job: JobResult): Refused {
  if (job.failedStep !== ASSUME) throw new Error(`it ended at ${job.failedStep}`);
  const titles = job.log.lines.flatMap((line) => /^::error title=(.*?)::/.exec(line)?.[1] ?? []);
  const rows = (job.summary ?? '').split('\n').flatMap((line) => /^\| ([A-Z][^|]*) \|/.exec(line)?.[1] ?? []);
  const answer = job.log.lines.find((line) => line.includes('Could not assume role'));
  return new Refused('job', `${titles.join()} | ${rows.join()} | ${answer}`);
}

const SETUP = ['provider-missing', 'provider-audience', 'role-missing', 'trust-not-deployed'] as const;
const IN_ORDER = SETUP.map((id) => SIGN_IN_CAUSES[id].title).join();

/** What AWS says where the run can't see more than that. */
const ANSWERS: Partial<Record<string, string>> = {
  'provider-missing': 'No OpenIDConnect provider found in your account for ',
  'provider-audience': 'Incorrect token audience',
};

function expected({ cause }: Situation): RegExp {
  const { title } = SIGN_IN_CAUSES[cause];
  const answer =
    ANSWERS[cause] ??
    (cause === 'audience'
      ? 'Incorrect token audience'
      : 'Not authorized to perform sts:AssumeRoleWithWebIdentity');
  const said = IN_ORDER.includes(title) ? `Sign-in refused | ${IN_ORDER}` : `${title} | ${title}`;
  const literal = `${said} | ##[error]Could not assume role with OIDC: ${answer}`;
  return new RegExp(`^${literal.replace(/[|.[\]()]/g, '\\$&')}`);
}

const entryOf = (app: OtherApp = {}) => repositoryEntry(publisherOf(app)._publisherIdentity());

const CASES: readonly Case[] = [
  ...SITUATIONS.map(
    (situation): Case => ({
      says: `a sign-in is refused, since ${situation.says}`,
      expect: ['job', expected(situation)],
      because: `the run says so: ${SIGN_IN_CAUSES[situation.cause].title}`,
      run: async (scene) => {
        throw refused(await signIn(scene, situation, entryOf(situation.app)));
      },
    }),
  ),
  {
    says: 'a sign-in is refused whose repository nobody named, and its caller has no entry',
    expect: ['job', /^Sign-in refused \| Repository not trusted,Provider missing,/],
    because: 'the shared file knows no repository, and says that it compared none',
    run: async (scene) => {
      const repository = { name: 'acme/website', ownerId: '1234', repositoryId: '7777' };
      throw refused(await signIn(scene, { repository }, undefined));
    },
  },
  {
    says: 'a sign-in is refused for a branch, and the caller has no entry',
    expect: ['job', /^Ref not trusted \| Ref not trusted \|/],
    because: 'the rest is judged without it',
    run: async (scene) => {
      const event = { name: 'push', ref: 'refs/heads/feature' } as const;
      const job = await signIn(scene, { event }, undefined);
      if (!job.summary?.includes('Whether the role trusts this repository was not compared'))
        throw new Error('it says nothing of that');
      throw refused(job);
    },
  },
  {
    says: 'a sign-in that AWS lets in is explained',
    expect: ['job', /nothing to explain/],
    because: 'where all is right, nothing is said',
    run: async (scene) => {
      const job = await signIn(scene, {}, entryOf());
      const said = job.log.lines.filter((line) => /^::(error|warning|notice)|not compared/.test(line));
      if (job.result === 'success' && said.length === 0 && job.summary === '') {
        throw new Refused('job', 'nothing to explain');
      }
    },
  },
];

/** The sign-in of the publish job, by the steps that do it. */
export const SIGN_IN_CASES = CASES.map((one): Case => ({ ...one, slow: true }));
