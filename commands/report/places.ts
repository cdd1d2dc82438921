import { accountWords } from '../access/reference';
import type { AccessSetup, Group } from '../access/setup';
import { code, type Html, html, section, tableOf } from './html';

/** Where packages are, and what is let into them from where. */
export function placesSection(setups: readonly AccessSetup[]): Html {
  const repositories = setups.flatMap(({ repositories, account }) =>
    repositories.map(({ domain, name, upstreams, connections }) => [
      code(`${domain}/${name}`),
      accountWords(account),
      [...upstreams, ...connections].join(', ') || 'nothing',
    ]),
  );
  const groups = setups.flatMap((setup) => setup.groups.map(groupRow));
  const none = html`<p>No repository is in the templates.</p>`;
  return section(
    'places',
    'Where packages are, and from where they come',
    repositories.length > 0
      ? tableOf('Repositories', ['Repository', 'In', 'Behind it, for what it does not have'], repositories)
      : none,
    groups.length > 0
      ? tableOf(
          'Package groups: from where versions of a package may come',
          ['Packages', 'Published by somebody', 'From public indexes', 'From repositories behind it'],
          groups,
        )
      : html`<p>No package group keeps any name out: where a public index is behind a repository, whatever it has can come in.</p>`,
  );
}

function groupRow({ domain, pattern, restrictions }: Group) {
  const { Publish, ExternalUpstream, InternalUpstream } = restrictions;
  return [
    html`${code(pattern)} of ${domain}`,
    ...[Publish, ExternalUpstream, InternalUpstream].map(modeWords),
  ];
}

const MODES: Readonly<Record<string, string>> = {
  ALLOW: 'let in',
  BLOCK: 'kept out',
  INHERIT: 'as the group around it says',
};

function modeWords(restriction: Group['restrictions']['Publish']): string {
  const { mode = 'INHERIT', repositories = [] } = restriction ?? {};
  if (mode === 'ALLOW_SPECIFIC_REPOSITORIES')
    return `let into ${repositories.join(', ') || 'no repository'} alone`;
  return MODES[mode] ?? mode;
}
