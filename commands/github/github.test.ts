import { complaint, type Said } from '../programs';
import { GitHub } from './github';

const answering = (said: Partial<Said>) => {
  const calls: string[][] = [];
  const github = new GitHub(async (_program, args) => {
    calls.push([...args]);
    return { code: 0, stdout: '', stderr: '', ...said };
  }, 'acme.ghe.com');
  return { github, calls };
};
const http = (status: string, headers: string, body: string) =>
  `HTTP/2.0 ${status}\n${headers}\r\n\r\n${body}`;

describe('gh api', () => {
  it('is asked of a host, once for each path', async () => {
    const { github, calls } = answering({ stdout: http('200 OK', 'Etag: x\r\nX-A: b', '{"id":1}') });
    expect(await github.get('repos/a/b')).toEqual({
      status: 200,
      headers: { etag: 'x', 'x-a': 'b' },
      body: { id: 1 },
    });
    await github.get('repos/a/b');
    expect(calls).toEqual([
      [
        ...['api', '--include', '--hostname', 'acme.ghe.com', '--method', 'GET'],
        ...[
          '--header',
          'Accept: application/vnd.github+json',
          '--header',
          'X-GitHub-Api-Version: 2022-11-28',
        ],
        'repos/a/b',
      ],
    ]);
  });

  it.each<[string, Partial<Said>, string]>([
    [
      'no login',
      { code: 4, stderr: 'run gh auth login' },
      'gh is not logged in to acme.ghe.com. Run `gh auth login --hostname acme.ghe.com`.',
    ],
    [
      'no connection',
      { code: 1, stderr: 'error connecting to acme.ghe.com\n' },
      'gh has no answer of acme.ghe.com: error connecting to acme.ghe.com',
    ],
    [
      'a login that is not taken',
      { code: 1, stdout: http('401 Unauthorized', 'A: b', '{}') },
      'GitHub does not take the login of gh. Run `gh auth login`.',
    ],
    [
      'too many requests',
      {
        code: 1,
        stdout: http('403 Forbidden', 'X-Ratelimit-Remaining: 0\r\nX-Ratelimit-Reset: 1795624800', '{}'),
      },
      'GitHub takes no more requests of this account until 2026-11-25T16:40:00.000Z.',
    ],
    [
      'no right',
      { code: 1, stdout: http('403 Forbidden', 'A: b', '{"message":"Must have admin rights"}') },
      'GitHub refuses x: Must have admin rights',
    ],
    [
      'a fault of its own',
      { code: 1, stdout: http('502 Bad Gateway', 'A: b', '<html>') },
      'GitHub answers 502 to x.',
    ],
  ])('has no answer: %s', async (_says, said, message) => {
    await expect(answering(said).github.get('x')).rejects.toThrow(message);
  });

  it('has one where there is no such thing', async () => {
    const { github } = answering({
      code: 1,
      stdout: http('404 Not Found', 'A: b', '{"message":"Not Found"}'),
    });
    expect((await github.get('x')).status).toBe(404);
  });
});

it.each([
  [`token ghp_${'a'.repeat(36)} is bad`, 'token [token] is bad'],
  [`github_pat_${'a'.repeat(40)}`, '[token]'],
  ['eyJhbGciOiJSUzI1NiIsInR5cCI6.eyJzdWIi.x-y is bad', '[token] is bad'],
  ['\n\n  An error occurred\nmore', 'An error occurred'],
  ['', 'exit code 1'],
])('what a program complained of holds no token: %j', (stderr, said) => {
  expect(complaint({ code: 1, stdout: '', stderr })).toBe(said);
});
