import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ExitCode } from '../command';
import { hostilePage, originalPage } from '../testing/original-page';
import { assemblyOfPipeline } from '../testing/pipeline';
import { folderWith, runCommand } from '../testing/run';

const folder = folderWith({
  'by-hand.json': JSON.stringify(originalPage()),
  'hostile.json': JSON.stringify(hostilePage()),
  'empty.json': '{}',
});
const report = (...args: string[]) => runCommand(['report', ...args], { cwd: folder });

/** Lines of text without the tags, as somebody reads them. */
const textOf = (page: string) =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/\n/g, ' ')
    .replace(/<\/(tr|p|li|h\d|caption|title)>/g, '\n')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ (?=[.,]\s)/g, '');

describe('of a pipeline', () => {
  const app = assemblyOfPipeline();
  const examples = resolve('examples');
  const read = () => report(app, '--git-root', examples);

  it('says who may publish what, when, by which workflow and as whom, in a row', async () => {
    const { code, stdout } = await read();
    expect(textOf(stdout)).toContain(
      'acme/orders-sdk (id 5678) workflow codeartifact_python.yml of acme/platform at main on tags v*.*.* acme-* in acme/python the role PythonArtifacts-Python-Publisher-F12B0B83-us-east-1',
    );
    expect(code).toBe(ExitCode.YES);
  });

  it('says who may install', async () => {
    expect(textOf((await read()).stdout)).toContain(
      'every principal of the organization o-a1b2c3d4e5 no workflow at any time acme/python themselves',
    );
  });

  it.each([
    'Allows sts:AssumeRoleWithWebIdentity on the role PythonArtifacts-Python-Publisher-F12B0B83-us-east-1 to whoever has a token of token.actions.githubusercontent.com.',
    'token.actions.githubusercontent.com:sub is like repo:acme/orders-sdk:ref:refs/tags/v*.*.* or repo:acme@1234/orders-sdk@5678:ref:refs/tags/v*.*.*',
    'sts:DurationSeconds is at least 900, where it is given at all',
    'Allows sts:GetServiceBearerToken on everything to the role PythonArtifacts-Python-Publisher-F12B0B83-us-east-1. sts:AWSServiceName is codeartifact.amazonaws.com',
    'codeartifact:PutPackageMetadata on acme-* in acme/python to the role PythonArtifacts-Python-Publisher-F12B0B83-us-east-1. none',
    'codeartifact:ListRepositoriesInDomain on the domain acme to every principal of AWS. aws:PrincipalOrgID is o-a1b2c3d4e5',
    'Allows codeartifact:PublishPackageVersion, codeartifact:PutPackageMetadata on the repository acme/python and its packages to whoever account 111111111111 lets do so. none',
    '/pypi//acme-* of acme let into python alone kept out let in',
  ])('says %j', async (sentence) => {
    expect(textOf((await read()).stdout)).toContain(sentence);
  });

  it('has each statement of the template', async () => {
    const template = JSON.parse(readFileSync(join(app, 'PythonArtifacts.template.json'), 'utf8'));
    const count = JSON.stringify(template).match(/"Effect":/g)?.length;
    const said = (await read()).stdout.match(/>(Allows|Denies) /g)?.length;
    expect([said, count]).toEqual([count, 8]);
  });

  it('draws the way of a package and the jobs of the workflow', async () => {
    const { stdout } = await read();
    expect(stdout).toContain(
      'acme/orders-sdk (id 5678) to workflow codeartifact_python.yml of acme/platform at main;',
    );
    expect(stdout).toContain('acme/python to every principal of the organization o-a1b2c3d4e5;');
    expect(stdout).toContain('public:pypi to acme/pypi-store');
    expect(stdout).toContain('<desc id="jobs-1-says">Build to Verify; Verify to Publish.</desc>');
    expect(stdout).toContain('rights: id-token: write');
  });

  it('is the same bytes for the same templates in another folder', async () => {
    const other = folderWith();
    const { stdout } = await runCommand(['report', app, '--git-root', examples], { cwd: other });
    expect(stdout).toBe((await read()).stdout);
    expect(stdout).not.toContain(app);
  });
});

describe('of the original page', () => {
  it('says that anybody may be who it is by a name, from any branch, and that no group keeps names out', async () => {
    const { code, stdout } = await report('by-hand.json');
    const text = textOf(stdout);
    expect(text).toContain(
      'acme/orders-sdk (whoever has that name) for any audience that the provider takes any workflow on any branch, tag, pull request or environment every package in acme/python the role publish',
    );
    expect(text).toContain('whoever takes over the name of the repository once it is given up');
    expect(text).toContain('No package group keeps any name out');
    expect(text).toContain('No workflow file of these templates is in this checkout');
    expect(code).toBe(ExitCode.YES);
  });

  it('says of a template without any role that nobody may', async () => {
    const text = textOf((await report('empty.json')).stdout);
    expect(text).toContain('In the account that it is deployed to, nobody of whom it can be told.');
    expect(text).toContain('No role, user, domain or repository is in the templates.');
  });
});

describe('of a hostile template', () => {
  it('says what could not be told, with the reason, and ends with 3', async () => {
    const { code, stdout } = await report('hostile.json');
    expect(stdout).toContain('<strong class="open">Some of it could not be told</strong>');
    expect(textOf(stdout)).toContain('parameter Tag is known only at deployment');
    expect(textOf(stdout)).toContain('NotPrincipal is not in the model');
    expect(stdout).toContain('repo:acme/x:ref:refs/tags/<em>parameter Tag</em>');
    expect(textOf(stdout)).toContain('what it says is in no template.');
    expect(code).toBe(ExitCode.UNDECIDED);
  });

  it('escapes everything, and shows what hides or turns text around', async () => {
    const { stdout } = await report('hostile.json');
    const tags = [...new Set([...stdout.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, tag]) => tag))];
    expect(tags).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(script|img|b|link|iframe)$/)]));
    expect(stdout).toContain('&lt;script&gt;document.title=&quot;run&quot;&lt;/script&gt;');
    expect(stdout).toContain('&quot;\\u202e&amp;');
    expect(stdout.match(/<\/title>/g)?.length).toBe(1 + (stdout.match(/<svg/g)?.length ?? 0));
  });
});

test('the page may load and run nothing', async () => {
  const { stdout } = await report('by-hand.json');
  expect(stdout).toContain('default-src &#39;none&#39;; style-src &#39;sha256-');
  expect(stdout).not.toMatch(/<(script|img|link|iframe|object)|\s(src|style|on\w+)=|url\((?!#)|@import/);
  expect([...stdout.matchAll(/href="([^"]+)"/g)].every(([, to]) => to?.startsWith('#'))).toBe(true);
});

test('--output writes the file, and says nothing on the standard output', async () => {
  const { code, stdout, stderr } = await report('by-hand.json', '--output', 'report.html');
  expect([code, stdout, stderr]).toEqual([ExitCode.YES, '', 'report.html is written.\n']);
  expect(readFileSync(join(folder, 'report.html'), 'utf8')).toBe((await report('by-hand.json')).stdout);
});

test.each([
  [['by-hand.json', 'more'], 'more is one operand too many.'],
  [['nothing'], 'nothing is no cloud assembly: it has no manifest.json.'],
  [['by-hand.json', '--output', 'no/folder/x.html'], "no/folder/x.html can't be written: ENOENT."],
])('%j is refused', async (args, message) => {
  const { code, stderr } = await report(...args);
  expect(code).toBe(ExitCode.MISUSE);
  expect(stderr).toContain(message);
  expect(existsSync(join(folder, 'no'))).toBe(false);
});
