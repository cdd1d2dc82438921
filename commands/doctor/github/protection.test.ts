import { holdsAll } from './protection';

describe('a ruleset holds all tags of a pattern', () => {
  it.each<[string, string, boolean]>([
    ['~ALL', 'v*.*.*', true],
    ['refs/tags/v*', 'v*.*.*', true],
    ['refs/tags/*', 'v*.*.*', true],
    ['refs/tags/**/*', 'v*.*.*', true],
    ['refs/tags/**', 'sdk/v*', true],
    ['refs/tags/v*.*.*', 'v*.*.*', true],
    ['refs/tags/v1', 'v1', true],
    ['refs/tags/v1.*', 'v*.*.*', false],
    ['refs/tags/v?.?.?', 'v*.*.*', false],
    ['refs/tags/v*.*.*', 'v*', false],
    ['refs/tags/*', 'sdk/v*', false],
    ['refs/heads/v*', 'v*', false],
    ['refs/tags/v+', 'vv', false],
  ])('%s, %s: %s', (wider, pattern, expected) => {
    expect(holdsAll(wider, `refs/tags/${pattern}`)).toBe(expected);
  });
});
