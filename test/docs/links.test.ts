import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const pages = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  encoding: 'utf8',
})
  .stdout.split('\n')
  .filter((page) => page && page !== 'API.md');

/** Where pages are read that are not in the checkout, as on npm: links to this repository, which are looked up here. */
const OWN =
  /^https:\/\/(?:github\.com\/acme\/cdk-python-artifact-pipeline\/(?:blob|tree)|raw\.githubusercontent\.com\/acme\/cdk-python-artifact-pipeline)\/main\//;

const linksIn = (text: string) => [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target);

/** The ids that GitHub gives to headings. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ +(.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

test('there are pages', () => {
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/architecture.md']));
});

test.each(pages)('the links of %s lead somewhere', (page) => {
  const broken = linksIn(readFileSync(page, 'utf8'))
    .filter((target) => OWN.test(target) || !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [path, anchor] = target.replace(OWN, '').split('#');
      const file = path ? join(OWN.test(target) ? '.' : dirname(page), path) : page;
      if (!existsSync(file)) return true;
      return anchor !== undefined && !anchorsOf(readFileSync(file, 'utf8')).includes(anchor);
    });
  expect(broken).toEqual([]);
});

test('the README is short, and each of its links works where it is read', () => {
  const text = readFileSync('README.md', 'utf8');
  expect(text.split('\n').length).toBeLessThanOrEqual(250);
  for (const target of linksIn(text)) expect(target).toMatch(/^https:/);
  expect(linksIn(text).filter((target) => OWN.test(target)).length).toBeGreaterThan(10);
});
