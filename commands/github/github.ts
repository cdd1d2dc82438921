import { CannotLook, complaint, type Programs, type Said } from '../programs';

/** What GitHub answered. */
export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: T;
}

type Method = 'GET' | 'POST' | 'PUT';

/** GitHub's REST API, as the account sees it that `gh` is logged in to. */
export class GitHub {
  /** How many requests were made. */
  public requests = 0;
  private readonly asked = new Map<string, Promise<Answer<unknown>>>();

  public constructor(
    private readonly programs: Programs,
    /** The host, where it is not github.com. */
    private readonly hostname?: string,
  ) {}

  /** The address of its pages. */
  public get url(): string {
    return `https://${this.hostname ?? 'github.com'}`;
  }

  /** Asks once for each path. Throws `CannotLook` for what is no answer: no login, no right, no connection. */
  public get<T>(path: string): Promise<Answer<T>> {
    const asked = this.asked.get(path) ?? this.call('GET', path);
    this.asked.set(path, asked);
    return asked as Promise<Answer<T>>;
  }

  /** Changes something. */
  public send<T>(method: 'POST' | 'PUT', path: string, body: object): Promise<Answer<T>> {
    this.asked.clear();
    return this.call(method, path, JSON.stringify(body)) as Promise<Answer<T>>;
  }

  /** The entries of a list, page by page; `pick` finds them in an answer. Throws `CannotLook` where a page can't be had. */
  public async *pages<T>(
    path: string,
    pick: (body: unknown) => readonly T[] = (body) => body as T[],
  ): AsyncGenerator<readonly T[]> {
    for (let page = 1; ; page++) {
      const separator = path.includes('?') ? '&' : '?';
      const { status, headers, body } = await this.get(`${path}${separator}per_page=100&page=${page}`);
      if (status !== 200) throw new CannotLook(`GitHub answers ${status} to ${path}.`);
      yield pick(body);
      if (!/<[^>]*>; rel="next"/.test(headers.link ?? '')) return;
    }
  }

  /** All of them. */
  public async all<T>(path: string, pick?: (body: unknown) => readonly T[]): Promise<T[]> {
    const found: T[] = [];
    for await (const page of this.pages(path, pick)) found.push(...page);
    return found;
  }

  private async call(method: Method, path: string, input?: string): Promise<Answer<unknown>> {
    this.requests++;
    const said = await this.programs(
      'gh',
      [
        'api',
        '--include',
        ...(this.hostname ? ['--hostname', this.hostname] : []),
        ...['--method', method],
        ...['--header', 'Accept: application/vnd.github+json'],
        ...['--header', 'X-GitHub-Api-Version: 2022-11-28'],
        ...(input === undefined ? [] : ['--input', '-']),
        path,
      ],
      input,
    );
    const answer = read(said);
    if (!answer) throw new CannotLook(this.noAnswer(said));
    refuse(answer, path);
    return answer;
  }

  private noAnswer(said: Said): string {
    const host = this.hostname ?? 'github.com';
    // https://cli.github.com/manual/gh_help_exit-codes
    if (said.code === 4 || said.stderr.includes('gh auth login')) {
      return `gh is not logged in to ${host}. Run \`gh auth login --hostname ${host}\`.`;
    }
    return `gh has no answer of ${host}: ${complaint(said)}`;
  }
}

/** With `--include`, `gh api` prints the status line and the headers before the body, of errors as well. */
function read({ stdout }: Said): Answer<unknown> | undefined {
  const [, status, head, text = ''] = /^HTTP\/[\d.]+ (\d{3})[^\n]*\n(.*?)\r?\n\r?\n(.*)$/s.exec(stdout) ?? [];
  if (status === undefined || head === undefined) return undefined;
  const headers = head.split(/\r?\n/).map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { status: Number(status), headers: Object.fromEntries(headers), body: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function refuse({ status, headers, body }: Answer<unknown>, path: string): void {
  const { message = '' } = body as { message?: string };
  const isLimit = headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined;
  if ((status === 403 || status === 429) && (isLimit || /rate limit/i.test(message))) {
    const reset = Number(headers['x-ratelimit-reset']);
    const when = reset ? ` until ${new Date(reset * 1000).toISOString()}` : ' for now';
    throw new CannotLook(`GitHub takes no more requests of this account${when}.`);
  }
  if (status === 401) throw new CannotLook('GitHub does not take the login of gh. Run `gh auth login`.');
  if (status === 403) throw new CannotLook(`GitHub refuses ${path}: ${message || 'no reason is given'}`);
  if (status >= 500) throw new CannotLook(`GitHub answers ${status} to ${path}.`);
}
