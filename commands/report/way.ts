import type { InWords } from '../access/answer';
import type { AccessSetup, RepositorySetup } from '../access/setup';
import type { Arrow, Box, Picture } from './picture';
import { workflowWords } from './who';

/** Boxes of a kind in one column; more of them are told in the table alone. */
const MOST = 6;
const COLUMN = { who: 0, workflow: 1, role: 2, repository: 3, installs: 4 };

/** The way of a package, from who publishes to who installs. */
export function wayOf(setup: AccessSetup, publish: InWords, install: InWords, id: string): Picture {
  const drawing = new Drawing();
  for (const { what, by, who } of publish.to) {
    const place = drawing.repository(setup, what, true);
    const role = by && drawing.box(`role ${by}`, COLUMN.role, by, ['a role in AWS'], 'aws');
    for (const words of who) {
      const asks = drawing.box(
        `who ${words.who}${words.when}`,
        COLUMN.who,
        words.who,
        [words.when, words.further].filter(Boolean),
        'person',
      );
      const workflow = workflowWords(words);
      const by = workflow && drawing.box(`workflow ${workflow}`, COLUMN.workflow, workflow, [], 'github');
      drawing.line(asks, by || undefined, role || undefined, place);
    }
  }
  for (const { what, by, who } of install.to) {
    // A role that publishes may read as well: that is no news.
    if (publish.to.some((one) => by && one.by === by)) continue;
    const place = drawing.repository(setup, what, false);
    for (const words of who) {
      const name = [words.who, by && `by the role ${by}`].filter(Boolean).join(', ');
      drawing.line(
        place,
        drawing.box(
          `installs ${name}${words.when}`,
          COLUMN.installs,
          name,
          [words.when, words.further, 'may install'].filter(Boolean),
          'person',
        ),
      );
    }
  }
  drawing.upstreams(setup);
  return { id, title: 'The way of a package', width: 168, ...drawing.done() };
}

class Drawing {
  private readonly boxes = new Map<string, Box>();
  private readonly arrows = new Map<string, Arrow>();

  public box(id: string, column: number, title: string, lines: readonly string[], kind: Box['kind']): string {
    const known = this.boxes.get(id);
    const all = [...new Set([...(known?.lines ?? []), ...lines])];
    this.boxes.set(id, { id, column, title, lines: all, kind });
    return id;
  }

  /** The repository that something is about, or just that. */
  public repository({ repositories }: AccessSetup, what: string, isPublished: boolean): string {
    const known = repositories.find((one) => what === nameOf(one) || what.endsWith(` in ${nameOf(one)}`));
    if (!known) return this.box(`repository ${what}`, COLUMN.repository, what, [], 'aws');
    const packages = isPublished ? [`takes ${what.slice(0, -` in ${nameOf(known)}`.length)}`] : [];
    return this.box(`repository ${nameOf(known)}`, COLUMN.repository, nameOf(known), packages, 'aws');
  }

  /** What stands behind the repositories that are drawn. */
  public upstreams({ repositories }: AccessSetup): void {
    const behind = (one: RepositorySetup, column: number, seen: readonly RepositorySetup[]): void => {
      const to = `repository ${nameOf(one)}`;
      for (const connection of one.connections) {
        this.line(
          this.box(
            `connection ${connection}`,
            Math.max(0, column - 1),
            connection,
            ['outside of AWS'],
            'person',
          ),
          to,
        );
      }
      for (const upstream of repositories) {
        const isUpstream = upstream.domain === one.domain && one.upstreams.includes(upstream.name);
        if (!isUpstream || seen.includes(upstream)) continue;
        const id = `repository ${nameOf(upstream)}`;
        const at = Math.max(0, column - 1);
        if (!this.boxes.has(id)) this.box(id, at, nameOf(upstream), ['stands behind'], 'aws');
        this.line(id, to);
        behind(upstream, at, [...seen, upstream]);
      }
    };
    for (const one of repositories) {
      if (this.boxes.get(`repository ${nameOf(one)}`)?.column === COLUMN.repository)
        behind(one, COLUMN.repository, [one]);
    }
  }

  /** Arrows from each to the next, leaving out what is not there. */
  public line(...ids: readonly (string | undefined)[]): void {
    const there = ids.filter((id) => id !== undefined);
    there.slice(1).forEach((to, index) => {
      const from = there[index] as string;
      this.arrows.set(`${from}\n${to}`, { from, to });
    });
  }

  public done(): Pick<Picture, 'boxes' | 'arrows'> {
    const all = [...this.boxes.values()];
    const shown: Box[] = [];
    const stands = new Map<string, string>();
    for (const box of all) {
      const those = all.filter(({ column }) => column === box.column);
      const index = those.indexOf(box);
      const isShown = index < MOST || those.length === MOST + 1;
      stands.set(box.id, isShown ? box.id : `more ${box.column}`);
      if (isShown) shown.push(box);
      else if (index === MOST)
        shown.push({ ...box, id: `more ${box.column}`, title: `and ${those.length - MOST} more`, lines: [] });
    }
    const arrows = [...this.arrows.values()].map(({ from, to }) => ({
      from: stands.get(from) as string,
      to: stands.get(to) as string,
    }));
    const unique = new Map(arrows.map((one) => [`${one.from}\n${one.to}`, one]));
    return { boxes: shown, arrows: [...unique.values()] };
  }
}

const nameOf = ({ domain, name }: RepositorySetup) => `${domain}/${name}`;
