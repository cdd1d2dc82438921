import { possibleCauses } from '../../../src/github/trust/possible-causes';
import type { SharedTrust } from '../../../src/github/trust/shared-trust';

const TAGS: SharedTrust = {
  issuer: 'https://token.actions.githubusercontent.com',
  claims: { aud: ['sts.amazonaws.com'] },
  repositories: { forms: ['classic', 'immutable'], contexts: ['ref:refs/tags/v*'], claims: {} },
};
const ALWAYS = ['token-missing', 'audience', 'subject-template', 'issuer'];
const OF_ENTRY = [
  'immutable-subject',
  'classic-subject',
  'renamed',
  'recreated',
  'repository',
  'letter-case',
];

// That none is missing is held against IAM, with many runs, where the judge of the workflow is tested.
describe('the causes that a run may have to say', () => {
  const ofRepositories = (change: Partial<SharedTrust['repositories'] & object>) => ({
    ...TAGS,
    repositories: { forms: [], contexts: [], claims: {}, ...TAGS.repositories, ...change },
  });

  it.each<[string, SharedTrust, string[]]>([
    ['tags', TAGS, ['ref', 'event', 'environment-unexpected']],
    [
      'an environment',
      ofRepositories({ contexts: ['environment:release'], claims: { ref: ['refs/tags/v*'] } }),
      ['ref', 'event', 'environment-missing', 'environment'],
    ],
    ['any ref', ofRepositories({ contexts: ['*'] }), []],
    [
      'what readers are trusted on',
      ofRepositories({ contexts: ['ref:refs/*', 'pull_request'] }),
      ['environment-unexpected'],
    ],
    [
      'a host',
      { ...TAGS, claims: { ...TAGS.claims, job_workflow_ref: ['a/b/c@d'] } },
      ['ref', 'event', 'environment-unexpected', 'letter-case', 'workflow', 'workflow-ref'],
    ],
    [
      'further claims',
      { ...TAGS, claims: { ...TAGS.claims, actor_id: ['1'] } },
      ['ref', 'event', 'environment-unexpected', 'claim'],
    ],
    [
      'classic subjects alone',
      ofRepositories({ forms: ['classic'] }),
      ['ref', 'event', 'environment-unexpected', 'immutable-subject'],
    ],
  ])('follow from %s', (_what, trust, causes) => {
    expect([...possibleCauses(trust, false)].sort()).toEqual([...ALWAYS, ...causes].sort());
    expect([...possibleCauses(trust, true)].sort()).toEqual(
      [...new Set([...ALWAYS, ...causes, ...OF_ENTRY])].sort(),
    );
  });

  it('of an organization without a host follow from how its subjects end', () => {
    const subjects = { contexts: ['ref:refs/*', 'pull_request', 'environment:production'], excluded: [] };
    const { issuer, claims } = TAGS;
    const trust = { issuer, claims, organizations: { claims: {}, subjects } };
    expect([...possibleCauses(trust, false)].sort()).toEqual([...ALWAYS, 'environment'].sort());
  });
});
