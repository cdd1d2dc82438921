import { Aspects, CfnParameter, Fn, Lazy, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { CfnDomain, type CfnRepository } from 'aws-cdk-lib/aws-codeartifact';
import { AccountPrincipal } from 'aws-cdk-lib/aws-iam';
import { parse } from 'yaml';
import { aspect } from '../support/aspects';
import { allOf, newPython, type Python, resourceOf } from '../support/python';
import { newStack } from '../support/stacks';

const VARIABLES = { domain: 'CODEARTIFACT_DOMAIN', repository: 'CODEARTIFACT_REPOSITORY' };

function notesOf(stack: Stack): string[] {
  return Annotations.fromStack(stack)
    .findInfo('*', Match.stringLikeRegexp('What only CloudFormation knows'))
    .map(({ entry }) => /variables (.*?)\./.exec(String(entry.data))?.[1] ?? '');
}

/** What the policies of a stack name as resources. */
function resourcesIn(stack: Stack, type = 'AWS::IAM::Policy', property = 'PolicyDocument'): string {
  const resources = Object.values(Template.fromStack(stack).findResources(type));
  return JSON.stringify(
    resources.flatMap(({ Properties }) =>
      Properties[property].Statement.map((statement: { Resource: unknown }) => statement.Resource),
    ),
  );
}

describe.each<[string, (resource: CfnDomain | CfnRepository, property: string) => void]>([
  [
    'imported by its property',
    (resource, property) =>
      Object.assign(resource, { [property[0].toLowerCase() + property.slice(1)]: Fn.importValue('n') }),
  ],
  [
    'imported by an override',
    (resource, property) => resource.addPropertyOverride(property, Fn.importValue('n')),
  ],
  [
    'an intrinsic function in JSON',
    (resource, property) => resource.addPropertyOverride(property, { 'Fn::ImportValue': 'n' }),
  ],
  [
    'a part of one',
    (resource, property) => resource.addOverride(`Properties.${property}.Ref`, 'AWS::StackName'),
  ],
  [
    'a parameter',
    (resource, property) =>
      resource.addPropertyOverride(property, new CfnParameter(Stack.of(resource), 'N').valueAsString),
  ],
  ['a number', (resource, property) => resource.addPropertyOverride(property, 42)],
  ['null', (resource, property) => resource.addPropertyOverride(property, null)],
])('a name that is %s', (_, put) => {
  test.each<['domain' | 'repository', string]>([
    ['domain', 'DomainName'],
    ['repository', 'RepositoryName'],
  ])('of the %s is an input of the workflow, a variable of the steps, and a reference in policies', (which, property) => {
    const python = newPython();
    const { stack, pipeline, reader } = python;
    pipeline.repository.grantPublish(new AccountPrincipal('222222222222'), ['acme-tool']);
    const resource = resourceOf<CfnDomain | CfnRepository>(pipeline[which]);
    put(resource, property);
    const logicalId = stack.getLogicalId(resource);

    expect(resourcesIn(stack)).toContain(`{"Fn::GetAtt":["${logicalId}","Name"]}`);
    expect(resourcesIn(stack)).not.toMatch(which === 'domain' ? /\/acme["/]/ : /\/python["/]/);
    expect(resourcesIn(stack, 'AWS::CodeArtifact::Domain', 'PermissionsPolicyDocument')).not.toContain(
      'GetAtt',
    );
    const ofRepository = resourcesIn(stack, 'AWS::CodeArtifact::Repository', 'PermissionsPolicyDocument');
    expect(ofRepository).toContain('/pypi//acme-tool');
    expect(ofRepository).not.toContain(`["${stack.getLogicalId(resourceOf(pipeline.repository))}","Name"]`);
    expect(ofRepository).not.toMatch(which === 'domain' ? /\/acme\// : /\/python\//);
    expect(parse(pipeline.workflow.reusable.text).on.workflow_call.inputs).toHaveProperty(which);
    expect(parse(pipeline.workflow.caller.text).jobs.publish.with[which]).toBe(
      `\${{ vars.${VARIABLES[which]} }}`,
    );
    expect(parse(reader.workflowSteps).steps[3].env[which.toUpperCase()]).toBe(
      `\${{ vars.${VARIABLES[which]} }}`,
    );
    expect(notesOf(stack)).toEqual([VARIABLES[which]]);
    const outputs = JSON.stringify(Template.fromStack(stack).findOutputs('*'));
    expect(outputs).not.toMatch(which === 'domain' ? /acme/ : /pypi\/python|repository python/);
  });
});

describe('the note of variables to set', () => {
  test.each<[string, (python: Python) => void, string[]]>([
    ['is not there where all is text', () => undefined, []],
    [
      'is not there where an Aspect puts text in the place of a token',
      ({ stack, pipeline }) => {
        resourceOf<CfnDomain>(pipeline.domain).domainName = Fn.importValue('n');
        Aspects.of(stack).add(
          aspect((node) => {
            if (node instanceof CfnDomain) node.domainName = 'globex';
          }),
        );
      },
      [],
    ],
    [
      'is there where an Aspect puts a token in the place of text',
      ({ stack }) =>
        Aspects.of(stack).add(
          aspect((node) => {
            if (node instanceof CfnDomain) node.domainName = Fn.importValue('n');
          }),
        ),
      ['CODEARTIFACT_DOMAIN'],
    ],
  ])('%s', (_, change, notes) => {
    const python = newPython();
    change(python);
    expect(notesOf(python.stack)).toEqual(notes);
  });
});

test('a token that proves to be text is that text in the files', () => {
  const python = newPython();
  resourceOf(python.pipeline.domain).addPropertyOverride(
    'DomainName',
    Lazy.string({ produce: () => 'globex' }),
  );
  Template.fromStack(python.stack);
  expect(parse(python.reader.workflowSteps).steps[3].env.DOMAIN).toBe('globex');
});

test('a name is in the policies of an environment-agnostic stack what it is in the tree', () => {
  const python = newPython(newStack(undefined, 'Artifacts'));
  resourceOf<CfnDomain>(python.pipeline.domain).domainName = 'globex';
  resourceOf<CfnRepository>(python.pipeline.repository).repositoryName = 'snakes';
  expect(allOf(python)).toMatchObject({ domains: ['globex'], repositories: ['snakes'] });
});

test.each([
  ['GitHub would read as an expression', '/${{github.token}}/'],
  ['begins like one', '/${{/'],
])('a path that %s is written into no file', (_, rolePath) => {
  const python = newPython(undefined, { rolePath });
  expect(python.pipeline.workflow.reusable.text).not.toContain(rolePath);
  expect(parse(python.reader.workflowSteps).steps[1].with['role-to-assume']).toBe(
    '${{ vars.CODEARTIFACT_ROLE_TO_READ }}',
  );
});

describe('what CodeArtifact or IAM would refuse fails the synthesis, whoever put it there', () => {
  test.each<[string, (python: Python) => void, string]>([
    [
      'a name of a domain',
      ({ pipeline }) => resourceOf(pipeline.domain).addPropertyOverride('DomainName', 'Acme Prod'),
      'domainName "Acme Prod" is not a name that CodeArtifact accepts.',
    ],
    [
      'a line break in the name of a repository',
      ({ pipeline }) => resourceOf(pipeline.repository).addPropertyOverride('RepositoryName', 'a\nenv: {}'),
      'repositoryName "a\\nenv: {}" is not a name that CodeArtifact accepts.',
    ],
    [
      'a name of a role',
      ({ pipeline }) => resourceOf(pipeline.publishRole).addPropertyOverride('RoleName', 'a b'),
      'roleArn "arn:aws:iam::111111111111:role/a b" has another form.',
    ],
    [
      'one name for the role that publishes and the one of builds',
      ({ stack }) =>
        Aspects.of(stack).add(
          aspect((node) => {
            if ('roleName' in node && node.node.id === 'Resource')
              Object.assign(node, { roleName: 'python' });
          }),
        ),
      'readRoleArn "arn:aws:iam::111111111111:role/python" is the role that publishes.',
    ],
    [
      'another domain for the repository alone',
      ({ pipeline }) => resourceOf(pipeline.repository).addPropertyOverride('DomainName', 'globex'),
      '[Artifacts/Python/Repository] The resource of the repository Artifacts/Python/Repository is put into another ' +
        'domain than Artifacts/Python/Domain, which its files, outputs and grants are for. Rename the domain instead, ' +
        'or give the repository a domain by Domain.fromDomainAttributes.',
    ],
  ])('%s', (_, change, message) => {
    const python = newPython();
    change(python);
    expect(() => Template.fromStack(python.stack)).toThrow(message);
  });

  test('but a repository may say the name of its domain as text', () => {
    const python = newPython();
    resourceOf<CfnDomain>(python.pipeline.domain).domainName = 'globex';
    resourceOf(python.pipeline.repository).addPropertyOverride('DomainName', 'globex');
    expect(allOf(python).domains).toEqual(['globex']);
  });
});
