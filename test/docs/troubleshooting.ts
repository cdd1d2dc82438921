import {
  CONFLICTS,
  LIKELY_REFUSALS,
  type UploadRefusal,
} from '../../src/codeartifact/package/upload-refusals';
import { READ_REFUSAL } from '../../src/codeartifact/repository/read-refusal';
import { SIGN_IN_CAUSES, type SignInCauseId } from '../../src/github/trust/refusal-causes';
import { SETUP_CAUSES } from '../../src/workflow/jobs/scripts/sign-in/causes';

const row = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows].map(row).join('\n');

/** Places in the words of who reads. */
const WORDS: Readonly<Record<string, string>> = { repository: 'OWNER/REPO', trusted: '…', has: '…' };
const filled = (text: string) =>
  text.replace(/\{(\w+)\}/g, (_, place: string) => WORDS[place] ?? place.toUpperCase()).replaceAll('….', '…');

function causes(wanted: (id: SignInCauseId) => boolean): string {
  const rows = Object.entries(SIGN_IN_CAUSES).filter(([id]) => wanted(id as SignInCauseId));
  return table(
    ['error', 'what is trusted', 'what there is', 'what to do', 'to see it'],
    rows.map(([, { title, trusted, has, remedy, command }]) => [
      `**${title}**`,
      ...[trusted, has, remedy].map(filled),
      `\`${filled(command)}\``,
    ]),
  );
}

const refusals = (all: Readonly<Record<string, UploadRefusal>>) =>
  Object.values(all)
    .map(({ cause, remedy }) => `- ${cause} ${remedy}`)
    .join('\n');

const isSetup = (id: SignInCauseId) => (SETUP_CAUSES as readonly string[]).includes(id);

/** What stands between the marks of the page. */
const BLOCKS: Readonly<Record<string, string>> = {
  claims: causes((id) => !isSetup(id) && id !== 'token-missing'),
  setup: causes(isSetup),
  token: causes((id) => id === 'token-missing'),
  conflicts: refusals(CONFLICTS),
  likely: refusals(LIKELY_REFUSALS),
  read: `${READ_REFUSAL.cause} ${READ_REFUSAL.remedy}`,
};

/** The page with these parts written anew. */
export function troubleshootingPage(page: string): string {
  return Object.entries(BLOCKS).reduce((text, [name, block]) => {
    const [begin, end] = [`<!-- ${name} -->\n`, '<!-- end -->'];
    const [before, rest] = text.split(begin);
    if (rest === undefined) throw new Error(`docs/troubleshooting.md has no mark ${name}`);
    return `${before}${begin}${block}\n${rest.slice(rest.indexOf(end))}`;
  }, page);
}
