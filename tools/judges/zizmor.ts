import { TOOLS } from '../python/environment';
import type { Finding } from './finding';
import { output } from './program';

/** From the fewest findings to the most. */
export const PERSONAS = ['regular', 'pedantic', 'auditor'] as const;

/** Zizmor ends so where it found something of some severity, or nothing. */
const DONE = [0, 10, 11, 12, 13, 14];
const SUPPRESSION = /zizmor: ignore\[[\w, -]+\]\s*(.*)$/;

interface Location {
  readonly symbolic: { readonly key: { readonly Local: { readonly verbatim_path: string } } };
  readonly concrete: { readonly comments: readonly string[] };
}

interface Result {
  readonly ident: string;
  readonly desc: string;
  readonly ignored: boolean;
  readonly locations: readonly Location[];
}

/** What zizmor finds in workflows as the one persona, without a configuration and without the network. */
export function zizmor(files: readonly string[], persona: (typeof PERSONAS)[number] = 'auditor'): Finding[] {
  // Without ignores, it says as well what the file suppresses, and marks it.
  const options = ['--offline', '--quiet', '--no-config', '--no-ignores', '--format=json'];
  const program = TOOLS.program('zizmor');
  const results: Result[] = JSON.parse(
    output(program, [...options, `--persona=${persona}`, '--', ...files], DONE),
  );
  return results.map(({ ident, desc, ignored, locations }) => ({
    file: locations[0].symbolic.key.Local.verbatim_path,
    rule: ident,
    message: desc,
    ...(ignored && { suppressed: reasonIn(locations) }),
  }));
}

/** The words behind a suppression. One without any gets an empty reason, which the tests refuse. */
function reasonIn(locations: readonly Location[]): string {
  const comments = locations.flatMap(({ concrete }) => concrete.comments);
  return comments.map((comment) => SUPPRESSION.exec(comment)?.[1]).find((reason) => reason) ?? '';
}
