import { Lazy } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { PublishTrigger } from '../../../src';
import { accepted, anyText } from '../../support/inputs';
import { expectRefusal } from '../../support/refusals';
import { callerOf, newWorkflow } from '../support/publish-workflow';

test.each([
  ['an expression', 'a-${{github.actor}}', 'has an expression, which GitHub takes in no filter'],
  ['what is no branch', 'a b', 'has a character that Git allows in no ref'],
  ['nothing', '', 'is empty'],
  ['the full name', 'refs/heads/a', "begins with 'refs/', which is added where it belongs"],
  ['what publishes', 'main', 'is published already'],
])('a dry run of %s is refused', (_what, branch, reason) => {
  expectRefusal(
    () =>
      newWorkflow({ publishOn: PublishTrigger.branch('main'), dryRun: { branches: ['feature', branch] } }),
    `dryRun branches "${branch}" ${reason}.`,
    "Allowed: the name of a branch that does not publish, in which '*' stands for any characters.",
    '(construct Acme/Workflow)',
  );
});

test('a dry run of a branch that only CloudFormation knows is refused', () => {
  const branch = Lazy.string({ produce: () => 'x' });
  expect(() => newWorkflow({ dryRun: { branches: [branch] } })).toThrow('is known to CloudFormation only.');
});

test.each([
  {},
  { pullRequests: false },
  { branches: [] },
])('a dry run of nothing is refused: %j', (dryRun) => {
  expectRefusal(
    () => newWorkflow({ dryRun }),
    `dryRun ${JSON.stringify(dryRun)} names nothing to try.`,
    'Allowed: pullRequests, branches or both.',
    '(construct Acme/Workflow)',
  );
});

test('a branch stands in the filter as GitHub reads it, whatever it is', () => {
  expect(
    callerOf(newWorkflow({ dryRun: { branches: ['a+b', 'feature/**', 'a+b'] } })).on.push?.branches,
  ).toEqual(['a\\+b', 'feature/**']);
  fc.assert(
    fc.property(anyText, (branch) => {
      const on = accepted(() => callerOf(newWorkflow({ dryRun: { branches: [branch] } })).on);
      if (on) expect(on.push?.branches?.[0]).toMatch(/^([^[\]+!?]|\\[[\]+!])+$/);
    }),
    { numRuns: 100 },
  );
});
