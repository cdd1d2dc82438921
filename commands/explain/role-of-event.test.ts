import type { Caller } from './caller/caller';
import type { TrustedRole } from './deployed';
import { rolesNamed } from './role-of-event';

const caller = (roleArn?: string): Caller => ({
  claims: {},
  source: 'event',
  isComplete: false,
  notes: [],
  roleArn,
});
const role = (logicalId: string, stackName: string, name?: string, account?: string) =>
  ({
    logicalId,
    name: name ?? `${stackName}-${logicalId}`,
    isNamed: name !== undefined,
    stack: { stackName, account },
  }) as TrustedRole;

const LONG = 'TheStackOfTheTeamThatKeepsTheArtifactsOfAllTheOthers';
const ROLES = [
  role('Publish', 'Python', 'publish'),
  role('Publish', 'Python', 'publish', '222222222222'),
  role('PublisherRole', 'Python'),
  role('ReaderRole1234ABCD', LONG),
];

test.each([
  ['nothing', undefined, ROLES],
  ['a name that is given', 'arn:aws:iam::111111111111:role/path/publish', [ROLES[0]]],
  ['a name in its own account', 'arn:aws:iam::222222222222:role/publish', [ROLES[0], ROLES[1]]],
  [
    'a name that CloudFormation made',
    'arn:aws:iam::111111111111:role/Python-PublisherRole-AbCdEfGh1234',
    [ROLES[2]],
  ],
  [
    'a name that CloudFormation cut',
    `arn:aws:iam::111111111111:role/${LONG.slice(0, 24)}-ReaderRole1234ABCD-AbCdEfGh1234`,
    ROLES,
  ],
  [
    'a name that CloudFormation cut at 64 characters',
    `arn:aws:iam::111111111111:role/${LONG.slice(0, 36)}-ReaderRole1234-AbCdEfGh1234`,
    [ROLES[3]],
  ],
  ['another name', 'arn:aws:iam::111111111111:role/other', ROLES],
])('%s', (_, arn, expected) => {
  const { roles, note } = rolesNamed(ROLES, caller(arn));
  expect(roles).toEqual(expected);
  expect(note !== undefined).toBe(arn !== undefined && expected === ROLES);
});
