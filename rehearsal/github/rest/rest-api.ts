import { type Incoming, json, type Reply, type Service, serve } from '../../net/serve';
import { asRuleset, type Body, paged, pullAnswer, repositoryAnswer, shaOf, variables } from './answers';
import { ApiDescription, type Matched } from './description';
import type { RestRepository } from './repository';

interface Request {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Body;
  readonly example: Body;
}

/** An error as GitHub answers it. */
class RestError extends Error {
  public constructor(
    public readonly status: number,
    message = 'Not Found',
  ) {
    super(message);
  }
}

/** Read and compiled once. */
const DESCRIPTION = new ApiDescription();

/** GitHub's REST API, as far as the commands use it. Each request and each answer is held against its description. */
export class RestApi {
  /** What was asked or answered otherwise than described. */
  public readonly violations: string[] = [];
  /** Each request that was answered, as in `GET /repos/acme/orders-sdk`. */
  public readonly requests: string[] = [];
  /** Names that repositories had before. */
  public readonly renamed: Record<string, string> = {};
  public organizationVariables: Record<string, string> = {};
  /** What the login of `gh` may do. */
  public scopes = 'gist, repo, workflow';
  /** How many requests the account has left. */
  public remaining = 5000;

  public constructor(
    public readonly repositories: RestRepository[],
    public readonly organizations: { readonly login: string; readonly id: number; template?: string[] }[],
    private readonly token: string,
  ) {}

  public serve(): Promise<Service> {
    return serve(async (request) => this.answer(request));
  }

  public repository(name: string): RestRepository {
    const wanted = (this.renamed[name] ?? name).toLowerCase();
    const found = this.repositories.find((repository) => repository.name.toLowerCase() === wanted);
    if (!found) throw new RestError(404);
    return found;
  }

  private answer({ method, url, headers, body: sent }: Incoming): Reply {
    const limits = {
      'x-ratelimit-remaining': String(Math.max(0, --this.remaining)),
      'x-oauth-scopes': this.scopes,
    };
    if (headers.authorization !== `token ${this.token}`) return json(401, { message: 'Bad credentials' });
    if (this.remaining < 0) return json(403, { message: 'API rate limit exceeded' }, limits);
    const matched = DESCRIPTION.match(method, url.pathname);
    if (!matched) {
      this.violations.push(`${method} ${url.pathname} is none of the operations`);
      return json(404, { message: 'Not Found' }, limits);
    }
    this.requests.push(`${method} ${url.pathname}`);
    const body = sent.length > 0 ? JSON.parse(sent.toString()) : undefined;
    this.violations.push(...DESCRIPTION.requestFaults(matched, url.searchParams, body));
    const [status, given, more] = this.play(matched, url.searchParams, body);
    this.violations.push(...DESCRIPTION.answerFaults(matched.operation, status, given));
    return json(status, given, { ...limits, ...more });
  }

  private play(
    { operation, path }: Matched,
    query: URLSearchParams,
    body: Body,
  ): [status: number, body: Body, headers?: Record<string, string>] {
    try {
      const play = this.operations[operation];
      if (!play) throw new RestError(404);
      const given = play({ path, query, body, example: DESCRIPTION.example(operation) });
      if (operation.startsWith('POST')) return [201, given];
      if (operation.startsWith('PUT')) return [body.sha ? 200 : 201, given];
      return Array.isArray(given) ? paged(given, query) : [200, given];
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      return [error.status, { message: error.message, documentation_url: 'https://docs.github.com/rest' }];
    }
  }

  private at({ path }: Request): RestRepository {
    return this.repository(`${path.owner}/${path.repo}`);
  }

  /** What only those see who administer the repository. */
  private administered(request: Request): RestRepository {
    const repository = this.at(request);
    if (!repository.admin) throw new RestError(403, 'Must have admin rights to Repository.');
    return repository;
  }

  private readonly operations: Readonly<Record<string, (request: Request) => Body>> = {
    'GET /repos/{owner}/{repo}': (request) => repositoryAnswer(this.at(request), request.example),
    'GET /orgs/{org}/repos': ({ path, example }) => {
      if (!this.organizations.some(({ login }) => login === path.org)) throw new RestError(404);
      const own = this.repositories.filter(({ name }) => name.startsWith(`${path.org}/`));
      return own.map((repository) => repositoryAnswer(repository, structuredClone(example[0])));
    },
    'GET /user/{account_id}': ({ path, example }) => {
      const found = this.organizations.find(({ id }) => String(id) === path.account_id);
      if (!found) throw new RestError(404);
      return { ...example, login: found.login, id: found.id, type: 'Organization' };
    },
    'GET /repos/{owner}/{repo}/actions/oidc/customization/sub': (request) => this.at(request).subject,
    'GET /orgs/{org}/actions/oidc/customization/sub': ({ path }) => {
      const found = this.organizations.find(({ login }) => login === path.org);
      if (!found) throw new RestError(404);
      return { include_claim_keys: found.template ?? ['repo', 'context'] };
    },
    'GET /repos/{owner}/{repo}/contents/{path}': (request) => {
      const branch = this.at(request).branches[request.query.get('ref') ?? 'main'];
      const text = branch?.files[request.path.path ?? ''];
      if (text === undefined) throw new RestError(404);
      const content = Buffer.from(text).toString('base64').replaceAll(/.{60}/g, '$&\n');
      const names = { name: request.path.path?.split('/').pop(), path: request.path.path };
      return { ...request.example, ...names, type: 'file', encoding: 'base64', content, sha: shaOf(text) };
    },
    'PUT /repos/{owner}/{repo}/contents/{path}': (request) => {
      const { branch = 'main', content, sha } = request.body;
      const files = this.at(request).branches[branch]?.files;
      if (!files) throw new RestError(404);
      const path = request.path.path ?? '';
      const before = files[path];
      if (before !== undefined && sha !== shaOf(before))
        throw new RestError(409, `${path} does not match ${sha}`);
      files[path] = Buffer.from(content, 'base64').toString();
      return request.example;
    },
    'GET /repos/{owner}/{repo}/environments/{environment_name}': (request) => {
      const found = this.at(request).environments[request.path.environment_name ?? ''];
      if (!found) throw new RestError(404);
      const protection_rules = found.protection_rules.map((type, id) => ({ id, node_id: `R${id}`, type }));
      return { ...request.example, name: request.path.environment_name, protection_rules };
    },
    'GET /repos/{owner}/{repo}/rulesets': (request) =>
      this.at(request).rulesets.map((ruleset) => {
        const { rules: _rules, conditions: _conditions, ...listed } = asRuleset(ruleset);
        return listed;
      }),
    'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}': (request) => {
      const found = this.at(request).rulesets.find(({ id }) => String(id) === request.path.ruleset_id);
      if (!found) throw new RestError(404);
      return asRuleset(found);
    },
    'GET /repos/{owner}/{repo}/branches/{branch}': (request) => {
      const name = request.path.branch ?? '';
      const found = this.at(request).branches[name];
      if (!found) throw new RestError(404, 'Branch not found');
      return { ...request.example, name, protected: found.protected };
    },
    'GET /repos/{owner}/{repo}/rules/branches/{branch}': (request) => {
      const rules = this.at(request).branches[request.path.branch ?? '']?.rules ?? [];
      return rules.map((type) => ({
        type,
        ruleset_source_type: 'Repository',
        ruleset_source: 'x',
        ruleset_id: 1,
      }));
    },
    'GET /repos/{owner}/{repo}/actions/permissions': (request) => {
      const { enabled, allowed_actions } = this.administered(request).actions;
      return { enabled, ...(enabled && { allowed_actions }) };
    },
    'GET /repos/{owner}/{repo}/actions/permissions/selected-actions': (request) => {
      const { selected } = this.administered(request).actions;
      if (!selected) throw new RestError(409, 'Conflict');
      return selected;
    },
    'GET /repos/{owner}/{repo}/actions/permissions/access': (request) => ({
      access_level: this.administered(request).access,
    }),
    'GET /repos/{owner}/{repo}/actions/variables': (request) =>
      variables(this.administered(request).variables),
    'GET /repos/{owner}/{repo}/actions/organization-variables': (request) => {
      this.administered(request);
      return variables(this.organizationVariables);
    },
    'GET /repos/{owner}/{repo}/git/ref/{ref}': (request) => {
      const name = request.path.ref?.replace(/^heads\//, '') ?? '';
      if (!this.at(request).branches[name]) throw new RestError(404);
      return { ...request.example, ref: `refs/heads/${name}` };
    },
    'POST /repos/{owner}/{repo}/git/refs': (request) => {
      const { branches } = this.at(request);
      const name = request.body.ref.replace('refs/heads/', '');
      if (branches[name]) throw new RestError(422, 'Reference already exists');
      branches[name] = { files: { ...branches.main?.files }, protected: false, rules: [] };
      return { ...request.example, ref: request.body.ref };
    },
    'GET /repos/{owner}/{repo}/pulls': (request) => {
      const wanted = request.query.get('head')?.split(':')[1];
      const { pulls } = this.at(request);
      return pulls
        .filter(({ head }) => head === wanted)
        .map(({ number }) => pullAnswer(this.at(request), number, request.example[0]));
    },
    'POST /repos/{owner}/{repo}/pulls': (request) => {
      const { pulls } = this.at(request);
      const { head, title, body } = request.body;
      const number = pulls.length + 1;
      pulls.push({ number, head, title, body });
      return pullAnswer(this.at(request), number, request.example);
    },
  };
}
