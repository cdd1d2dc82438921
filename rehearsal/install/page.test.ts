import { namedBlocks, runsOf } from './page';

test('blocks of a page are found by the comment before them, and no others', () => {
  const page =
    '# A\n\n<!-- pip token -->\n```bash\na\nb\n```\n\n```bash\nc\n```\n<!-- not -->\n\n```bash\nd\n```\n';
  expect([...namedBlocks(page)]).toEqual([['pip token', 'a\nb\n']]);
});

test('what an image runs is its RUN lines with its arguments, and secrets from a folder', () => {
  const dockerfile = `FROM python
ARG URL=https://x/
COPY a b
RUN --mount=type=secret,id=token \\
    TOKEN="$(cat /run/secrets/token)" \\
    pip install "$URL"
`;
  expect(runsOf(dockerfile, '~/secrets')).toBe(
    'URL=https://x/\nTOKEN="$(cat ~/secrets/token)" pip install "$URL"',
  );
});
