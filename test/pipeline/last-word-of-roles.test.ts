import { App, Aspects, Fn, type IPropertyInjector, PropertyInjectors, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnRole, Role } from 'aws-cdk-lib/aws-iam';
import { parse } from 'yaml';
import { GitHubReader } from '../../src';
import { aspect, prefixNames } from '../support/aspects';
import { deployedText, mentionsIn } from '../support/mentions';
import { allOf, filesOf, IDS, newPython, type Python, resourceOf, rolesIn } from '../support/python';
import { ACME } from '../support/stacks';

describe('a role is called in the files', () => {
  const published = ({ pipeline }: Python): unknown =>
    parse(pipeline.workflow.reusable.text).jobs.publish.steps.find(
      ({ name }: { name: string }) => name === 'Assume the publish role',
    ).with['role-to-assume'];

  test.each<[string, (python: Python) => void]>([
    [
      'as an Aspect says that sets paths',
      ({ stack }) =>
        Aspects.of(stack).add(
          aspect((node) => {
            if (node instanceof CfnRole) node.path = '/teams/python/';
          }),
        ),
    ],
    ['as an Aspect says that prefixes names', ({ stack }) => Aspects.of(stack).add(prefixNames('acme-'))],
    [
      'as overrides say',
      ({ pipeline }) => {
        resourceOf(pipeline.publishRole).addPropertyOverride('RoleName', 'acme-publish');
        resourceOf(pipeline.publishRole).addPropertyOverride('Path', '/teams/');
      },
    ],
    [
      'as it was, where only its logical id is another',
      ({ pipeline }) => resourceOf(pipeline.publishRole).overrideLogicalId('Publish'),
    ],
  ])('%s', (_, change) => {
    const python = newPython();
    change(python);
    expect(allOf(python).roles).toEqual(rolesIn(python.stack));
  });

  test('as a PropertyInjector says', () => {
    const app = new App();
    const injector: IPropertyInjector = {
      constructUniqueId: Role.PROPERTY_INJECTION_ID,
      inject: (props) => ({ ...props, path: '/boundary/', roleName: `injected-${props.roleName}` }),
    };
    PropertyInjectors.of(app).add(injector);
    const python = newPython(new Stack(app, 'Artifacts', { env: ACME }));
    expect(allOf(python).roles).toEqual(rolesIn(python.stack));
    expect(rolesIn(python.stack)).toContain('boundary/injected-publish');
  });

  test('as rolePath says, of all roles of a pipeline and of one', () => {
    const stack = new Stack(new App(), 'Artifacts', { env: ACME });
    const python = newPython(stack, { rolePath: '/python/' });
    const other = python.pipeline.addReader('Audit', {
      repositories: [GitHubReader.repository('acme/audit', IDS)],
      readRoleName: 'audit',
      rolePath: '/audit/',
    });
    expect(mentionsIn(deployedText(stack), ...filesOf(python), other.workflowSteps).roles).toEqual(
      rolesIn(stack),
    );
    expect(rolesIn(stack)).toEqual([
      'audit/audit',
      expect.stringMatching(/^python\/Artifacts-.*-read-us-east-1$/),
      'python/install',
      'python/publish',
    ]);
  });

  test('as the one that was made before, where CDK makes none', () => {
    const stack = new Stack(new App(), 'Artifacts', { env: ACME });
    Role.customizeRoles(stack, {
      usePrecreatedRoles: {
        'Artifacts/Python/Publisher/Role': 'by-hand-publish',
        'Artifacts/Python/Publisher/ReadRole': 'teams/by-hand-read',
        'Artifacts/Python/Ci/Role': 'by-hand-install',
      },
    });
    const python = newPython(stack);
    expect(rolesIn(stack)).toEqual([]);
    expect(mentionsIn(...filesOf(python)).roles).toEqual([
      'by-hand-install',
      'by-hand-publish',
      'teams/by-hand-read',
    ]);
    const outputs = JSON.stringify(Template.fromStack(stack).findOutputs('*'));
    expect(outputs).toContain(':iam::111111111111:role/by-hand-publish"');
    expect(outputs).toContain(':iam::111111111111:role/teams/by-hand-read"');
  });

  test.each<[string, (role: CfnRole) => void]>([
    [
      'imported',
      (role) => {
        role.roleName = Fn.importValue('role');
      },
    ],
    ['an intrinsic function', (role) => role.addPropertyOverride('RoleName', { 'Fn::Sub': 'x' })],
    ['a part of one', (role) => role.addPropertyOverride('RoleName.Fn::Sub', 'x')],
    ['no text', (role) => role.addPropertyOverride('RoleName', 42)],
    ['left to CloudFormation', (role) => role.addPropertyDeletionOverride('RoleName')],
    [
      'undefined',
      (role) => {
        role.roleName = undefined;
      },
    ],
    [
      'in a path that only CloudFormation knows',
      (role) => {
        role.path = Fn.importValue('path');
      },
    ],
  ])('by an input where its name is %s', (_, change) => {
    const python = newPython();
    const { publishRole, workflow } = python.pipeline;
    expect(published(python)).toBe('arn:aws:iam::111111111111:role/publish');
    change(resourceOf<CfnRole>(publishRole));
    Template.fromStack(python.stack);
    expect(published(python)).toBe('${{ inputs.role_to_assume }}');
    expect(parse(workflow.caller.text).jobs.publish.with.role_to_assume).toBe(
      '${{ vars.CODEARTIFACT_ROLE_TO_ASSUME }}',
    );
  });
});
