import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const seed = (name: string) => JSON.parse(readFileSync(resolve('test/seed', `${name}.json`), 'utf8'));

/** The policies of the page that this library began with, as somebody wrote them by hand. */
export function originalPage() {
  return {
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: 'publish',
          AssumeRolePolicyDocument: seed('trust-policy'),
          Policies: [{ PolicyName: 'publish', PolicyDocument: seed('permissions-policy') }],
        },
      },
      Domain: {
        Type: 'AWS::CodeArtifact::Domain',
        Properties: { DomainName: 'acme', PermissionsPolicyDocument: seed('domain-policy') },
      },
      Repository: {
        Type: 'AWS::CodeArtifact::Repository',
        Properties: {
          DomainName: 'acme',
          RepositoryName: 'python',
          PermissionsPolicyDocument: seed('repository-policy'),
        },
      },
    },
  };
}

/** The same with a trust policy that hangs on a parameter, and with names that want to be HTML. */
export function hostilePage() {
  const { Role, Domain, Repository } = originalPage().Resources;
  const name = '</title><script>document.title="run"</script><img src=x onerror=alert(1)>';
  const [statement] = Role.Properties.AssumeRolePolicyDocument.Statement;
  const condition = {
    StringLike: {
      'token.actions.githubusercontent.com:sub': { 'Fn::Sub': 'repo:acme/x:ref:refs/tags/${Tag}' },
    },
    'ForAnyValue:StringNotEqualsIfExists': { 'aws:PrincipalTag/<b>': [name, '"\u202e&'] },
  };
  const trust = {
    Version: '2012-10-17',
    Statement: [
      statement,
      { ...statement, Condition: condition },
      { ...statement, Effect: 'Deny', NotPrincipal: name },
    ],
  };
  return {
    Parameters: { Tag: { Type: 'String', Default: 'v*' } },
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          ...Role.Properties,
          RoleName: name,
          AssumeRolePolicyDocument: trust,
          ManagedPolicyArns: [name],
        },
      },
      Domain,
      Repository,
    },
  };
}
