import * as fc from 'fast-check';
import { checkId, checkOwner, parseRepository } from '../../../src/github/names/names';
import { accepted, anyText } from '../../support/inputs';
import { expectRefusal } from '../../support/refusals';
import { newStack } from '../../support/stacks';
import { tokenText } from '../../support/tokens';

const OWNER_ALLOWED =
  'Allowed: up to 39 letters, digits and hyphens; no wildcard, since that would trust owners who are not there yet.';

describe('an owner', () => {
  test.each([
    'acme',
    'Acme',
    'a',
    '0-9',
    'acme-',
    'a--b',
    'mona_acme',
    'a'.repeat(39),
  ])('may be %p', (owner) => {
    expect(() => checkOwner('owner', owner)).not.toThrow();
  });

  test('may be left to deployment', () => {
    expect(() => checkOwner('owner', tokenText())).not.toThrow();
  });

  test.each([
    '',
    '*',
    'acme*',
    'acme-?',
    'acme@1234',
    '@acme',
    '-acme',
    'acme/x',
    'acme:x',
    'acme x',
    ' acme',
    'acme\n',
    'acme.x',
    '${aws:username}',
    'acme%2Fevil',
    '\u0430cme',
    'a'.repeat(40),
  ])('may not be %j', (owner) => {
    expectRefusal(
      () => checkOwner('GitHubPublisher.organization', owner),
      `GitHubPublisher.organization ${JSON.stringify(owner)} is not the name of a GitHub user or organization.`,
      OWNER_ALLOWED,
    );
  });

  test('may have no wildcard beside a token', () => {
    expect(() => checkOwner('owner', `${tokenText()}*`)).toThrow('is not the name of a GitHub user');
  });
});

describe('a repository', () => {
  test.each([
    ['acme/orders-sdk', 'acme', 'orders-sdk'],
    ['Acme/Orders.SDK_2', 'Acme', 'Orders.SDK_2'],
    ['acme/.github', 'acme', '.github'],
    ['acme/-', 'acme', '-'],
    [`acme/${'r'.repeat(100)}`, 'acme', 'r'.repeat(100)],
  ])('may be %p', (repository, owner, name) => {
    expect(parseRepository('repository', repository)).toEqual({ owner, name });
  });

  test('may be left to deployment in its halves', () => {
    const [owner, name] = [tokenText(), tokenText()];
    expect(parseRepository('repository', `${owner}/${name}`)).toEqual({ owner, name });
    expect(parseRepository('repository', `acme/${name}`)).toEqual({ owner: 'acme', name });
  });

  test('may be left to deployment as a whole, and is taken apart there', () => {
    const stack = newStack();
    const { owner, name } = parseRepository('repository', tokenText());
    const half = (index: number) => ({
      'Fn::Select': [index, { 'Fn::Split': ['/', { Ref: 'Parameter' }] }],
    });
    expect(stack.resolve([owner, name])).toEqual([half(0), half(1)]);
  });

  test.each([
    ['acme', undefined],
    ['', undefined],
    ['acme/orders/sdk', undefined],
    ['https://github.com/acme/orders-sdk', 'acme/orders-sdk'],
    ['https://github.com/acme/orders-sdk/', 'acme/orders-sdk'],
    ['https://github.com/acme/orders-sdk.git', 'acme/orders-sdk'],
    ['git@github.acme.example:/acme/orders-sdk', undefined],
    ['github.com/acme/orders-sdk', 'acme/orders-sdk'],
    ['acme/orders-sdk/', 'acme/orders-sdk'],
    ['git@github.com:acme/orders-sdk.git', 'acme/orders-sdk'],
    ['acme/orders-sdk.git', 'acme/orders-sdk'],
    [' acme/orders-sdk', 'acme/orders-sdk'],
    ['acme/orders-sdk\n', 'acme/orders-sdk'],
  ])('may not be %j', (repository, instead) => {
    expectRefusal(
      () => parseRepository('GitHubPublisher.repository', repository),
      `GitHubPublisher.repository ${JSON.stringify(repository)} is not a repository.`,
      "Allowed: the owner and the name, as in 'acme/orders-sdk'.",
      ...(instead ? [`Write instead: '${instead}'.`] : []),
    );
  });

  test.each([
    '',
    'orders-*',
    'orders-?',
    'orders sdk',
    'orders@5678',
    'orders:sdk',
    'orders%2Fsdk',
    '.',
    '..',
    'orders.GIT',
    'ord\u0435rs',
    'r'.repeat(101),
  ])('may not be named %j', (name) => {
    expectRefusal(
      () => parseRepository('GitHubPublisher.repository', `acme/${name}`),
      `GitHubPublisher.repository ${JSON.stringify(name)} is not the name of a GitHub repository.`,
      'Allowed: up to 100 letters, digits, dots, hyphens and underscores; no wildcard, and not ending in .git.',
    );
  });

  test.each([
    '/orders-sdk',
    '*/orders-sdk',
    'acme@1234/orders-sdk@5678',
    'acme evil/orders-sdk',
  ])('may not have such an owner: %j', (repository) => {
    expectRefusal(
      () => parseRepository('GitHubPublisher.repository', repository),
      `GitHubPublisher.repository "${repository.split('/')[0]}" is not the name of a GitHub user or organization.`,
      OWNER_ALLOWED,
    );
  });

  test.each([
    ['before a token', () => `acme*/${tokenText()}`],
    ['after a token', () => `${tokenText()}/*`],
    ['in the half of a token', () => `acme/${tokenText()}*`],
    ['in a token of both halves', () => `${tokenText()}*`],
    ['of a policy variable', () => `\${aws:username}/${tokenText()}`],
    ['of a third part', () => `acme/orders/${tokenText()}`],
  ])('may have no wildcard %s', (_where, repository) => {
    expect(() => parseRepository('GitHubPublisher.repository', repository())).toThrow(
      /^GitHubPublisher\.repository .* is not /,
    );
  });

  test('is plain text for IAM, whatever is given', () => {
    const nearly = fc.oneof(
      anyText,
      fc.tuple(anyText, anyText).map((halves) => halves.join('/')),
      anyText.map((text) => `acme/${text}`),
      anyText.map((text) => `${text}/orders-sdk`),
    );
    fc.assert(
      fc.property(nearly, (repository) => {
        const parsed = accepted(() => parseRepository('GitHubPublisher.repository', repository));
        if (!parsed) return;
        expect(repository).toMatch(/^[A-Za-z0-9_-]+\/[A-Za-z0-9._-]+$/);
        expect(`${parsed.owner}/${parsed.name}`).toBe(repository);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an id', () => {
  test.each(['1', '1234', '9007199254740993'])('may be %p', (id) => {
    expect(() => checkId('ownerId', id)).not.toThrow();
  });

  test('may be left to deployment', () => {
    expect(() => checkId('ownerId', tokenText())).not.toThrow();
  });

  test.each([
    '',
    '0',
    '01234',
    '-1',
    '1.5',
    '1e3',
    '0x10',
    ' 1',
    '1\n',
    '*',
    '12?4',
    'acme',
    '\u0661',
  ])('may not be %j', (id) => {
    expectRefusal(
      () => checkId('GitHubPublisher.repository ownerId', id),
      `GitHubPublisher.repository ownerId ${JSON.stringify(id)} is not an id that GitHub gives.`,
      "Allowed: digits in quotes, as in '1234'.",
      'Write instead: what `npx cdk-python-artifact-pipeline ids OWNER/REPO` prints.',
      'See https://docs.github.com/en/rest/repos/repos#get-a-repository',
    );
  });

  test('may not be missing', () => {
    expect(() => checkId('ownerId', undefined)).toThrow(
      'ownerId (not given) is not an id that GitHub gives.',
    );
  });

  test('may not be a number, which JavaScript would let in', () => {
    expect(() => checkId('ownerId', 1234 as never)).toThrow(
      "ownerId 1234 is not an id that GitHub gives. Allowed: digits in quotes, as in '1234'.",
    );
  });

  test('may have no wildcard beside a token', () => {
    expect(() => checkId('ownerId', `${tokenText()}*`)).toThrow('is not an id that GitHub gives.');
  });
});

test('all repositories of an owner are no repository, and the refusal says what they are', () => {
  expect(() => parseRepository('WorkflowHost.branch', 'acme/*')).toThrow(/not ending in \.git\.$/);
  expectRefusal(
    () => parseRepository('GitHubPublisher.repository', 'acme/*'),
    'GitHubPublisher.repository "*" is not the name of a GitHub repository.',
    'Allowed: up to 100 letters, digits, dots, hyphens and underscores; no wildcard, and not ending in .git.',
    'Write instead: each repository, or GitHubPublisher.organization.',
  );
});
