import { ApiDescription } from './description';

const description = new ApiDescription();
const PUT = 'PUT /repos/{owner}/{repo}/contents/{path}';

describe("GitHub's description", () => {
  it('is of a version of the package that has it', () => {
    expect(description.source).toMatch(/^@octokit\/openapi@\d+\.\d+\.\d+$/);
  });

  it('knows operations by method and path, and files and refs with slashes', () => {
    expect(description.match('GET', '/repos/acme/x/contents/.github/workflows/a.yml')).toEqual({
      operation: 'GET /repos/{owner}/{repo}/contents/{path}',
      path: { owner: 'acme', repo: 'x', path: '.github/workflows/a.yml' },
    });
    expect(description.match('DELETE', '/repos/acme/x')).toBeUndefined();
  });

  it('tells a request that it does not know', () => {
    const matched = description.match('PUT', '/repos/acme/x/contents/a') as {
      operation: string;
      path: object;
    };
    const faults = (query: string, body: object) =>
      description.requestFaults(
        { operation: PUT, path: { owner: 'acme', repo: 'x', path: 'a' } },
        new URLSearchParams(query),
        body,
      );
    expect(matched.operation).toBe(PUT);
    expect(faults('', { message: 'm', content: 'Yg==' })).toEqual([]);
    expect(faults('page=1', { message: 'm', content: 'Yg==' })).toEqual([
      `${PUT}: no parameter page is described`,
    ]);
    expect(faults('', { content: 1 })).toEqual([
      expect.stringContaining("must have required property 'message'"),
    ]);
  });

  it('tells an answer that it does not know', () => {
    const operation = 'GET /repos/{owner}/{repo}/actions/permissions';
    expect(description.answerFaults(operation, 200, { enabled: true })).toEqual([]);
    expect(description.answerFaults(operation, 200, { enabled: 'yes' })).toEqual([
      `${operation} 200: data/enabled must be boolean`,
    ]);
    expect(description.answerFaults(operation, 204, {})).toEqual([
      `${operation}: no answer 204 is described`,
    ]);
    expect(description.answerFaults(operation, 404, {})).toEqual([
      expect.stringContaining("property 'message'"),
    ]);
  });
});
