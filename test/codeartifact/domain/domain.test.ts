import {
  App,
  Aspects,
  CfnParameter,
  CfnResource,
  RemovalPolicies,
  RemovalPolicy,
  Stack,
  Stage,
} from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import {
  AccountPrincipal,
  AccountRootPrincipal,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import { Key, type KeySpec } from 'aws-cdk-lib/aws-kms';
import type { IConstruct } from 'constructs';
import { Domain } from '../../../src';
import { deploy } from '../../support/deployed';
import { expectRefusal } from '../../support/refusals';
import { ACME, newStack } from '../../support/stacks';
import { identityStatements, only, statementsIn } from '../../support/statements';
import { warningsOf } from '../../support/warnings';

const TYPE = 'AWS::CodeArtifact::Domain';
const ARN = 'arn:aws:codeartifact:us-east-1:111111111111:domain/acme';
const ORGANIZATION = 'o-a1b2c3d4e5';

function roleIn(stack: Stack): Role {
  return new Role(stack, 'Role', { assumedBy: new ServicePrincipal('codebuild.amazonaws.com') });
}

function allowDescribe(account: string): PolicyStatement {
  return new PolicyStatement({
    principals: [new AccountPrincipal(account)],
    actions: ['codeartifact:DescribeDomain'],
    resources: ['*'],
  });
}

describe('a new domain', () => {
  test('has its name, and neither key nor policy unless asked', () => {
    const stack = newStack();
    new Domain(stack, 'Domain', { domainName: 'acme' });
    expect(only(deploy(stack), TYPE).properties).toEqual({ DomainName: 'acme' });
  });

  test('says its ARN and name by reference, so that what uses them comes after it', () => {
    const stack = newStack();
    const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
    const { logicalId } = only(deploy(stack), TYPE);
    expect(stack.resolve(domain.domainArn)).toEqual({ 'Fn::GetAtt': [logicalId, 'Arn'] });
    expect(stack.resolve(domain.domainName)).toEqual({ 'Fn::GetAtt': [logicalId, 'Name'] });
    expect(stack.resolve(domain.domainOwner)).toEqual({ Ref: 'AWS::AccountId' });
  });

  test('is owned by the account of a stack that knows it', () => {
    expect(new Domain(newStack(ACME), 'Domain', { domainName: 'acme' }).domainOwner).toBe(ACME.account);
  });

  test('is retained, unless its creation fails', () => {
    const stack = newStack();
    new Domain(stack, 'Domain', { domainName: 'acme' });
    Template.fromStack(stack).hasResource(TYPE, {
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('is deleted where that is asked', () => {
    const stack = newStack();
    new Domain(stack, 'Domain', { domainName: 'acme', removalPolicy: RemovalPolicy.DESTROY });
    Template.fromStack(stack).hasResource(TYPE, { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
  });

  test('is deleted where the whole stack is to be', () => {
    const stack = newStack();
    new Domain(stack, 'Domain', { domainName: 'acme' });
    RemovalPolicies.of(stack).destroy();
    expect(only(deploy(stack), TYPE).deletionPolicy).toBe('Delete');
  });

  test('does not change the object that it is made of', () => {
    const stack = newStack();
    const organizationIds = Object.freeze([ORGANIZATION]) as string[];
    new Domain(stack, 'Domain', Object.freeze({ domainName: 'acme', organizationIds }));
    expect(() => deploy(stack)).not.toThrow();
  });

  test('stands beside another in one stack, and in a nested stage', () => {
    const stack = new Stack(new Stage(new Stage(new App(), 'Outer'), 'Inner'), 'Stack');
    new Domain(stack, 'First', { domainName: 'acme' });
    new Domain(stack, 'Second', { domainName: 'acme-test' });
    expect(deploy(stack).map(({ properties }) => properties.DomainName)).toEqual(['acme', 'acme-test']);
  });

  test('gives the same template twice', () => {
    const template = () => {
      const stack = newStack();
      const domain = new Domain(stack, 'Domain', { domainName: 'acme', organizationIds: [ORGANIZATION] });
      domain.grantAuthorizationToken(roleIn(stack));
      return JSON.stringify(Template.fromStack(stack).toJSON());
    };
    expect(template()).toBe(template());
  });
});

describe('the policy of a domain for organizations', () => {
  test('lets every principal of the organizations log in and look around, and nobody else', () => {
    const stack = newStack();
    new Domain(stack, 'Domain', { domainName: 'acme', organizationIds: [ORGANIZATION, 'o-f6g7h8i9j0'] });
    expect(statementsIn(deploy(stack), TYPE)).toEqual([
      {
        effect: 'Allow',
        principal: { AWS: ['*'] },
        actions: [
          'codeartifact:DescribeDomain',
          'codeartifact:GetAuthorizationToken',
          'codeartifact:GetDomainPermissionsPolicy',
          'codeartifact:ListRepositoriesInDomain',
        ],
        resources: [ARN],
        conditions: { StringEquals: { 'aws:PrincipalOrgID': [ORGANIZATION, 'o-f6g7h8i9j0'] } },
      },
    ]);
  });

  test('names the domain by its name in any partition, since a policy can not refer to its own resource', () => {
    const stack = newStack();
    new Domain(stack, 'Domain', { domainName: 'acme', organizationIds: [ORGANIZATION] });
    const deployment = { partition: 'aws-us-gov', region: 'us-gov-west-1' };
    const [statement] = statementsIn(deploy(stack, deployment), TYPE);
    expect(statement.resources).toEqual([
      'arn:aws-us-gov:codeartifact:us-gov-west-1:111111111111:domain/acme',
    ]);
    Template.fromStack(stack); // refuses a resource that depends on itself
  });

  test('is not there for an empty list', () => {
    const stack = newStack();
    new Domain(stack, 'Domain', { domainName: 'acme', organizationIds: [] });
    expect(only(deploy(stack), TYPE).properties).toEqual({ DomainName: 'acme' });
  });

  test('takes further statements, those of an aspect included', () => {
    const stack = newStack();
    const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
    const result = domain.addToResourcePolicy(allowDescribe('222222222222'));
    expect(result).toEqual({ statementAdded: true, policyDependable: domain });
    Aspects.of(stack).add({
      visit(node: IConstruct) {
        if (node instanceof Domain) node.addToResourcePolicy(allowDescribe('333333333333'));
      },
    });
    expect(statementsIn(deploy(stack), TYPE).map(({ principal }) => principal)).toEqual([
      { AWS: ['arn:aws:iam::222222222222:root'] },
      { AWS: ['arn:aws:iam::333333333333:root'] },
    ]);
  });
});

describe('the encryption key of a domain', () => {
  test('encrypts it', () => {
    const stack = newStack(ACME);
    new Domain(stack, 'Domain', { domainName: 'acme', encryptionKey: new Key(stack, 'Key') });
    const resources = deploy(stack);
    const key = only(resources, 'AWS::KMS::Key').logicalId;
    expect(only(resources, TYPE).properties.EncryptionKey).toContain(key);
  });

  test('may have a purpose that only deployment knows', () => {
    const stack = newStack();
    const keySpec = new CfnParameter(stack, 'Spec').valueAsString as KeySpec;
    const encryptionKey = new Key(stack, 'Key', { keySpec });
    expect(() => new Domain(stack, 'Domain', { domainName: 'acme', encryptionKey })).not.toThrow();
  });

  test('may be of another stack', () => {
    const app = new App();
    const keys = new Stack(app, 'Keys', { env: ACME });
    const stack = new Stack(app, 'Stack', { env: ACME });
    new Domain(stack, 'Domain', { domainName: 'acme', encryptionKey: new Key(keys, 'Key') });
    Template.fromStack(keys).resourceCountIs('AWS::KMS::Key', 1);
    Template.fromStack(stack).resourceCountIs(TYPE, 1);
  });
});

describe('a grant on a domain', () => {
  test('is a statement in the identity policy, on the ARN of the domain', () => {
    const stack = newStack();
    const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
    domain.grant(roleIn(stack), 'codeartifact:DescribeDomain').assertSuccess();
    expect(identityStatements(stack)).toEqual([
      { effect: 'Allow', actions: ['codeartifact:DescribeDomain'], resources: [ARN], conditions: {} },
    ]);
    expect(statementsIn(deploy(stack), TYPE)).toEqual([]);
  });

  test('of the authorization token brings the bearer token, for CodeArtifact only', () => {
    const stack = newStack();
    new Domain(stack, 'Domain', { domainName: 'acme' }).grantAuthorizationToken(roleIn(stack));
    expect(identityStatements(stack)).toEqual([
      { effect: 'Allow', actions: ['codeartifact:GetAuthorizationToken'], resources: [ARN], conditions: {} },
      {
        effect: 'Allow',
        actions: ['sts:GetServiceBearerToken'],
        resources: ['*'],
        conditions: { StringEquals: { 'sts:AWSServiceName': ['codeartifact.amazonaws.com'] } },
      },
    ]);
  });

  test('to another account is in the policy of the domain, which refers to nothing of its own', () => {
    const stack = newStack(ACME);
    const domain = new Domain(stack, 'Domain', { domainName: 'acme' });
    domain.grantAuthorizationToken(new AccountPrincipal('222222222222'));
    expect(statementsIn(deploy(stack), TYPE)).toEqual([
      {
        effect: 'Allow',
        principal: { AWS: ['arn:aws:iam::222222222222:root'] },
        actions: ['codeartifact:GetAuthorizationToken'],
        resources: [ARN],
        conditions: {},
      },
    ]);
    Template.fromStack(stack); // refuses a resource that depends on itself
  });

  test('to a role of another stack and account is in both policies', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack', { env: ACME });
    const other = new Stack(app, 'Other', { env: { account: '222222222222', region: 'us-east-1' } });
    const role = new Role(other, 'Role', { assumedBy: new AccountRootPrincipal(), roleName: 'reader' });
    new Domain(stack, 'Domain', { domainName: 'acme' }).grantAuthorizationToken(role);
    const statements = identityStatements(other, { account: '222222222222' });
    expect(statements.map(({ actions, resources }) => [actions, resources])).toEqual([
      [['codeartifact:GetAuthorizationToken'], [ARN]],
      [['sts:GetServiceBearerToken'], ['*']],
    ]);
    const [statement] = statementsIn(deploy(stack), TYPE);
    expect(statement.principal).toEqual({ AWS: ['arn:aws:iam::222222222222:role/reader'] });
    expect(statement.actions).toEqual(['codeartifact:GetAuthorizationToken']);
  });
});

describe('an imported domain', () => {
  test('has the account and Region that stand in its ARN', () => {
    const arn = 'arn:aws:codeartifact:eu-west-1:222222222222:domain/acme';
    const domain = Domain.fromDomainArn(newStack(ACME), 'Domain', arn);
    expect({ ...domain.env }).toEqual({ account: '222222222222', region: 'eu-west-1' });
    expect([domain.domainArn, domain.domainName, domain.domainOwner]).toEqual([arn, 'acme', '222222222222']);
  });

  test('may have an ARN that only deployment knows', () => {
    const stack = newStack();
    const domain = Domain.fromDomainArn(stack, 'Domain', new CfnParameter(stack, 'Arn').valueAsString);
    const properties = { name: domain.domainName, owner: domain.domainOwner, region: domain.env.region };
    new CfnResource(stack, 'Seen', { type: 'Test::Seen', properties });
    expect(only(deploy(stack, { parameters: { Arn: ARN } }), 'Test::Seen').properties).toEqual({
      name: 'acme',
      owner: '111111111111',
      region: 'us-east-1',
    });
  });

  test('by its name is of the account and Region of the stack', () => {
    const stack = newStack(ACME);
    const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' });
    expect({ ...domain.env }).toEqual(ACME);
    expect([domain.domainName, domain.domainOwner]).toEqual(['acme', '111111111111']);
    domain.grantAuthorizationToken(roleIn(stack));
    expect(identityStatements(stack)[0].resources).toEqual([ARN]);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('by its name in a stack for any account has its name as text', () => {
    const stack = newStack();
    const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' });
    expect(domain.domainName).toBe('acme');
    expect(stack.resolve(domain.domainOwner)).toEqual({ Ref: 'AWS::AccountId' });
    expect(stack.resolve(domain.env.region)).toEqual({ Ref: 'AWS::Region' });
  });

  test('by attributes may be of another account and Region, in the partition of that Region', () => {
    const stack = newStack();
    const domain = Domain.fromDomainAttributes(stack, 'Domain', {
      domainName: 'acme',
      domainOwner: '222222222222',
      region: 'eu-west-1',
    });
    expect(domain.domainArn).toBe('arn:aws:codeartifact:eu-west-1:222222222222:domain/acme');
  });

  test('by attributes is in the partition of the stack where its Region is in none that is known', () => {
    const stack = newStack();
    const domain = Domain.fromDomainAttributes(stack, 'Domain', {
      domainName: 'acme',
      region: 'eusc-de-east-1',
    });
    domain.grant(roleIn(stack), 'codeartifact:DescribeDomain');
    expect(identityStatements(stack, { partition: 'aws-eusc' })[0].resources).toEqual([
      'arn:aws-eusc:codeartifact:eusc-de-east-1:111111111111:domain/acme',
    ]);
  });

  test('may have attributes that only deployment knows', () => {
    const stack = newStack();
    const domain = Domain.fromDomainAttributes(stack, 'Domain', {
      domainName: new CfnParameter(stack, 'Name').valueAsString,
      domainOwner: new CfnParameter(stack, 'Owner').valueAsString,
      region: new CfnParameter(stack, 'Region').valueAsString,
    });
    domain.grant(roleIn(stack), 'codeartifact:DescribeDomain');
    const parameters = { Name: 'acme', Owner: '222222222222', Region: 'eu-west-1' };
    expect(identityStatements(stack, { parameters })[0].resources).toEqual([
      'arn:aws:codeartifact:eu-west-1:222222222222:domain/acme',
    ]);
  });

  test('may stand beside another in one scope', () => {
    const stack = newStack();
    Domain.fromDomainArn(stack, 'First', ARN);
    Domain.fromDomainArn(stack, 'Second', ARN);
    Domain.fromDomainAttributes(stack, 'Third', { domainName: 'acme' });
    expect(deploy(stack)).toEqual([]);
  });

  test.each([
    ['acme'],
    [''],
    ['arn:aws:codeartifact:us-east-1:111111111111:repository/acme/python'],
    ['arn:aws:s3:us-east-1:111111111111:domain/acme'],
    ['arn:aws:codeartifact:us-east-1:111111111111:domain/acme/python'],
    ['arn:aws:codeartifact:us-east-1:111111111111:domain/'],
    ['arn:aws:codeartifact:us-east-1:111111111111:domain'],
    ['arn:aws:codeartifact:us-east-1:111111111111:domain/*'],
    ['arn:aws:codeartifact:us-east-1:*:domain/acme'],
    ['arn:aws:codeartifact:*:111111111111:domain/acme'],
    ['arn:aws:codeartifact:us-east-1::domain/acme'],
    ['arn:aws:codeartifact:us-east-1:111111111111:domain/${aws:PrincipalTag/domain}'],
  ])('may not have the ARN %j', (domainArn) => {
    expectRefusal(
      () => Domain.fromDomainArn(newStack(), 'Domain', domainArn),
      `domainArn ${JSON.stringify(domainArn)} is not the ARN of a CodeArtifact domain.`,
      'Allowed: arn:PARTITION:codeartifact:REGION:ACCOUNT:domain/NAME.',
      '(construct Stack/Domain)',
    );
  });

  test('may not have an ARN of tokens with a wildcard between them', () => {
    const stack = newStack();
    const arn = stack.formatArn({ service: 'codeartifact', resource: 'domain', resourceName: '*' });
    expect(() => Domain.fromDomainArn(stack, 'Domain', arn)).toThrow(
      'is not the ARN of a CodeArtifact domain.',
    );
  });

  test('may not have a name that no domain has', () => {
    expectRefusal(
      () => Domain.fromDomainAttributes(newStack(), 'Domain', { domainName: 'acme-*' }),
      'domainName "acme-*" is not a name that CodeArtifact accepts.',
      'Allowed: 2 to 50 characters, lower-case letters, digits and hyphens, a letter first, a letter or digit last.',
      "Write instead: 'acme'.",
      'See https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-codeartifact-domain.html',
      '(construct Stack/Domain)',
    );
  });

  test.each(['*', '1111', '', '11111111111x'])('may not have the owner %j', (domainOwner) => {
    expectRefusal(
      () => Domain.fromDomainAttributes(newStack(), 'Domain', { domainName: 'acme', domainOwner }),
      `domainOwner ${JSON.stringify(domainOwner)} is not the id of an AWS account.`,
      'Allowed: 12 digits.',
      '(construct Stack/Domain)',
    );
  });

  test.each(['*', '', 'us east'])('may not have the Region %j', (region) => {
    expectRefusal(
      () => Domain.fromDomainAttributes(newStack(), 'Domain', { domainName: 'acme', region }),
      `region ${JSON.stringify(region)} is not an AWS Region.`,
      "Allowed: lower-case letters, digits and hyphens, as in 'eu-west-1'.",
      '(construct Stack/Domain)',
    );
  });
});
