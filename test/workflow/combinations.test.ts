import { Aws } from 'aws-cdk-lib';
import { BuildCommand, PublishTrigger, type PublishWorkflowProps, WorkflowHost } from '../../src';
import { allProblems } from './support/all-problems';
import { newWorkflow } from './support/publish-workflow';

type Props = Partial<PublishWorkflowProps>;

/** The values of each option that make a difference to the files. */
const OPTIONS: Props[][] = [
  [{}, { host: WorkflowHost.branch('acme/platform', 'main') }],
  [{}, { buildCommand: BuildCommand.setupPySdist() }, { buildCommand: BuildCommand.custom('make dist\nls') }],
  [
    {},
    { publishOn: PublishTrigger.branch('main') },
    { publishOn: PublishTrigger.environment('release') },
    { publishOn: PublishTrigger.anyRef() },
  ],
  [{}, { region: Aws.REGION, domainOwner: Aws.ACCOUNT_ID, roleArn: `arn:aws:iam::${Aws.ACCOUNT_ID}:role/a` }],
  [{}, { pythonVersion: '3.9' }],
];

const combinations = OPTIONS.reduce<Props[]>(
  (found, values) => found.flatMap((props) => values.map((value) => ({ ...props, ...value }))),
  [{}],
);

test(`no check finds anything in any of ${combinations.length} combinations of options`, async () => {
  for (const props of combinations) {
    const { files } = newWorkflow(props);
    for (const [path, text] of Object.entries(files)) {
      if (path.endsWith('.json')) expect(JSON.parse(text)).toBeDefined();
      else expect([path, props, await allProblems(text, files)]).toEqual([path, props, []]);
    }
  }
}, 120_000);
