import { createHash } from 'node:crypto';
import type { RestRepository, RestRuleset } from './repository';

// biome-ignore lint/suspicious/noExplicitAny: answers of every form, which the description checks
export type Body = any;

export function repositoryAnswer(
  { name, id, ownerId, visibility, admin, createdAt, archived }: RestRepository,
  example: Body,
): Body {
  const [login, short] = name.split('/');
  const { source: _source, parent: _parent, template_repository: _template, ...own } = example;
  return {
    ...own,
    id,
    name: short,
    full_name: name,
    owner: { ...example.owner, login, id: ownerId, type: 'Organization' },
    private: visibility !== 'public',
    visibility,
    archived,
    language: 'Python', // which GitHub's own example lacks
    default_branch: 'main',
    created_at: createdAt,
    permissions: { admin, push: true, pull: true },
  };
}

export function paged(entries: Body[], query: URLSearchParams): [number, Body, Record<string, string>] {
  const size = Number(query.get('per_page') ?? 30);
  const page = Number(query.get('page') ?? 1);
  const isLast = page * size >= entries.length;
  const link = isLast ? {} : { link: `<https://api.github.com/x?page=${page + 1}>; rel="next"` };
  return [200, entries.slice((page - 1) * size, page * size), link as Record<string, string>];
}

export function variables(values: Readonly<Record<string, string>>): Body {
  const at = '2026-01-01T00:00:00Z';
  const entries = Object.entries(values).map(([name, value]) => ({
    name,
    value,
    created_at: at,
    updated_at: at,
  }));
  return { total_count: entries.length, variables: entries };
}

export function asRuleset({ id, name, enforcement, include, exclude = [], rules }: RestRuleset): Body {
  return {
    id,
    name,
    target: 'tag',
    source_type: 'Repository',
    source: 'x',
    enforcement,
    conditions: { ref_name: { include, exclude } },
    rules: rules.map((type) => ({ type })),
  };
}

export function shaOf(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

/** GitHub's own example has a team that lacks its type. */
export function pullAnswer({ name }: RestRepository, number: number, example: Body): Body {
  const html_url = `https://github.com/${name}/pull/${number}`;
  return { ...example, number, html_url, requested_teams: [] };
}
