import { readPairs, takeLine } from './commands';
import { holds, interpolate } from './expressions';
import { Log } from './log';
import { requireWithin } from './permissions';
import { filterExpression, starts } from './trigger';
import { readWorkflow } from './workflow';

describe('expressions', () => {
  const contexts = { inputs: { python_version: '3.13' }, needs: { build: { result: 'success' } }, steps: {} };

  it("are evaluated by GitHub's rules", () => {
    expect(interpolate(`a \${{ inputs.python_version }} b \${{ 'it''s }}' }}`, contexts)).toBe(
      "a 3.13 b it's }}",
    );
    expect(interpolate(`\${{ inputs.missing }}|\${{ INPUTS.PYTHON_VERSION == '3.13' }}`, contexts)).toBe(
      '|true',
    );
    expect(() => interpolate(`\${{ secrets.X }}`, contexts)).toThrow('secrets');
  });

  it.each<[string | undefined, boolean, boolean]>([
    [undefined, true, true],
    [undefined, false, false],
    ['always()', false, true],
    ['failure()', false, true],
    ['failure()', true, false],
    ["needs.build.result == 'success'", true, true],
    ["needs.build.result == 'success'", false, false],
    [`\${{ inputs.python_version }}`, true, true],
    ['inputs.missing', true, false],
  ])('if: %s after success %s holds: %s', (condition, success, expected) => {
    expect(holds(condition, contexts, { success })).toBe(expected);
  });
});

describe('triggers', () => {
  it.each([
    ['v*.*.*', 'v1.2.3', true],
    ['v*.*.*', 'v1.2', false],
    ['v*.*.*', 'v1.2/3.4', false],
    ['**', 'a/b', true],
    ['release-[0-9]+', 'release-12', true],
    ['v1.2', 'v1x2', false],
  ])('%s against %s: %s', (pattern, name, expected) => {
    expect(filterExpression(pattern).test(name)).toBe(expected);
  });

  const workflow = (on: string) =>
    readWorkflow('w.yml', `on: ${on}\njobs: { a: { uses: x/y/z.yml@main } }\n`);
  const push = (ref: string) => ({ name: 'push', ref }) as const;

  it('tell tags from branches, and take the last pattern that matches', () => {
    const tags = workflow('{ push: { tags: ["v*", "!v0*"] } }');
    expect(starts(tags, push('refs/tags/v1'))).toBe(true);
    expect(starts(tags, push('refs/tags/v0'))).toBe(false);
    expect(starts(tags, push('refs/heads/v1'))).toBe(false);
    expect(starts(workflow('push'), push('refs/heads/v1'))).toBe(true);
    expect(starts(workflow('[push]'), { name: 'pull_request', ref: 'refs/pull/1/merge' })).toBe(false);
    expect(() => starts(workflow('{ push: { paths: [a] } }'), push('refs/tags/v1'))).toThrow(
      'on.push.paths is not known',
    );
  });
});

describe('workflow files', () => {
  it.each([
    ['jobs: { a: { uses: x, env: {} } }', 'key env is not known'],
    ['jobs: { a: { steps: [{ run: x, uses: y }] } }', 'one of uses and run'],
    ['jobs: { a: { needs: b, steps: [{ run: x }] } }', 'needs b, which is no job'],
    ['jobs: { a: { runs-on: x } }', 'has no steps'],
    ['jobs: { a: { steps: [{ run: x, continue-on-error: true }] } }', 'key continue-on-error is not known'],
  ])('%s is refused', (jobs, message) => {
    expect(() => readWorkflow('w.yml', `on: push\n${jobs}\n`)).toThrow(message);
  });

  it('can not ask for more than their caller grants', () => {
    expect(() => requireWithin('b', { 'id-token': 'write' }, { contents: 'read' })).toThrow(
      "'id-token: none'",
    );
    expect(() => requireWithin('b', { contents: 'write' }, { contents: 'read' })).toThrow("'contents: read'");
    expect(() => requireWithin('b', { contents: 'read' }, { contents: 'write' })).not.toThrow();
  });
});

describe('what a step says', () => {
  it('is masked from the moment a mask is set', () => {
    const log = new Log();
    for (const line of ['key s3cret', '::add-mask::s3cret', 'key s3cret', 'a%0Ab']) takeLine(line, log);
    expect(log.lines).toEqual(['key s3cret', '::add-mask::***', 'key ***', 'a%0Ab']);
    expect([log.hides('has s3cret in it'), log.hides('nothing')]).toEqual([true, false]);
  });

  it('hands on outputs of one line and of many', () => {
    expect(readPairs('a=1=2\nb<<END\nx\ny\nEND\nc=\n')).toEqual({ a: '1=2', b: 'x\ny', c: '' });
    expect(() => readPairs('b<<END\nx\n')).toThrow("Matching delimiter not found 'END'");
    expect(() => readPairs('nonsense\n')).toThrow("Invalid format 'nonsense'");
  });
});
