import { inReadersLanguage } from '../../src/private/readers-language';

const python = (text: string) => inReadersLanguage(text, 'Python/3.11.7');

test.each([undefined, 'Java/17.0.15', 'node/v20.20.2'])('%s reads the names as they are', (agent) => {
  expect(inReadersLanguage('domainName is missing', agent)).toBe('domainName is missing');
});

describe('Python', () => {
  test.each([
    [
      'a property',
      'domainName "Acme" has an upper-case letter.',
      'domain_name "Acme" has an upper-case letter.',
    ],
    ['an element', 'organizationIds[0] "acme" is no id.', 'organization_ids[0] "acme" is no id.'],
    ['a factory', 'PublishTrigger.anyRef() opens', 'PublishTrigger.any_ref() opens'],
    ['a property of a property', 'workflow.pythonVersion "3.1" is', 'workflow.python_version "3.1" is'],
    [
      'named arguments',
      "Write instead: GitHubPublisher.repository('acme/x', { ownerId: '1', repositoryId: '2' }).",
      "Write instead: GitHubPublisher.repository('acme/x', owner_id='1', repository_id='2').",
    ],
    [
      'an argument by itself',
      "Name them, as in packages: ['acme-*'].",
      "Name them, as in packages=['acme-*'].",
    ],
    ['a constructor', "new OrganizationPrincipal('o-...')", "OrganizationPrincipal('o-...')"],
    ['a truth', 'privateDependencies true lets builds', 'private_dependencies True lets builds'],
    ['a truth to write', 'Write instead: writeFiles: false.', 'Write instead: write_files: False.'],
    [
      'the scope',
      'scope "x" is no construct. Write instead: this.',
      'scope "x" is no construct. Write instead: self.',
    ],
  ])('%s', (_, given, read) => {
    expect(python(given)).toBe(read);
  });

  test.each([
    ['what was given', 'packages[0] "ordersSdk" is not normalized.'],
    ['a value to write', "Write instead: 'ordersSdk'."],
    ['an action of AWS', 'codeartifact:PublishPackageVersion on what sts:AWSServiceName says'],
    ['an ARN', 'arn:aws:iam::111111111111:role/publishRole can not be read'],
    ['an address', 'See https://docs.example/rest/getDomain#domainName'],
    ['the path of a construct', 'scope (not given) is no construct. (construct Stack/publishRole)'],
    ['an apostrophe', "The domain's policy can't be read"],
    ['names of the field', 'CodeArtifact, GitHub, macOS and PyPI'],
  ])('%s stays as it is', (_, text) => {
    expect(python(text)).toBe(text);
  });
});
