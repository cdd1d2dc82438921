import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AFTER_REFUSAL } from '../../../../../src/workflow/jobs/scripts/sign-in/after-refusal';
import { runScript } from '../../../support/bash';
import { newFolder, removeFolders } from '../../../support/cli';

afterAll(removeFolders);

function say(env: Record<string, string> = {}) {
  const folder = newFolder();
  const result = runScript(AFTER_REFUSAL, folder, {
    ROLE_ARN: 'arn:aws:iam::111111111111:role/acme/publish',
    AUDIENCE: 'sts.amazonaws.com',
    ISSUER: 'token.actions.githubusercontent.com',
    TRUSTED_REPOSITORY: 'repo:acme/orders-sdk',
    GITHUB_REPOSITORY: 'acme/orders-sdk',
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    ...env,
  });
  return { ...result, folder, rows: readFileSync(join(folder, 'summary'), 'utf8').trim().split('\n') };
}

test('one error leads to the summary, which has what is left in the order in which to look', () => {
  const { status, log, rows } = say();
  expect(status).toBe(0);
  expect(log).toMatch(/^::error title=Sign-in refused::[^\n]*\n$/);
  expect(rows.slice(4).map((row) => row.split(' | ')[0])).toEqual([
    '| Provider missing',
    '| Provider without the audience',
    '| Role missing',
    '| Trust not deployed yet',
  ]);
});

test('each has the command that shows it, with the names of this role', () => {
  const provider = 'arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com';
  const commands = say()
    .rows.slice(4)
    .map((row) => /`(.*)` \|$/.exec(row)?.[1]);
  expect(commands).toEqual([
    `aws iam get-open-id-connect-provider --open-id-connect-provider-arn ${provider} --query Url`,
    `aws iam get-open-id-connect-provider --open-id-connect-provider-arn ${provider} --query ClientIDList`,
    'aws iam get-role --role-name publish --query Role.Arn',
    'aws iam get-role --role-name publish --query Role.AssumeRolePolicyDocument',
  ]);
});

test('where the caller has no entry, the repository comes first', () => {
  const [first] = say({ TRUSTED_REPOSITORY: '' }).rows.slice(4);
  expect(first).toContain(
    '| Repository not trusted | The role trusts the repositories that the CDK app names. |',
  );
  expect(first).toContain("`gh api repos/acme/orders-sdk --jq '{ownerId: (.owner.id \\| tostring), ");
});

test('what is in a variable is not run', () => {
  const { folder, rows } = say({
    ROLE_ARN: 'arn:aws:iam::1:role/$(touch made)`touch made`|<img src=x>\n| x',
    TRUSTED_REPOSITORY: '',
  });
  expect(existsSync(join(folder, 'made'))).toBe(false);
  expect(rows.join()).toContain('--role-name ??touch?made??touch?made???img?src=x????x ');
  expect(rows.slice(5).filter((row) => !/^[^`]*`[^`<]*` \|$/.test(row))).toEqual([]);
});
