import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { changes } from '../access/changes';
import { loadTemplates, nothingIn, setupsOf } from '../access/load';
import { accountWords } from '../access/reference';
import { linesOf } from '../access/told/lines';
import { commandOf, JSON_OPTION } from '../arguments';
import { ExitCode, Misuse } from '../command';
import { paintFor } from '../output/style';
import { movesBetween } from './moves';
import { asMarkdown, asText } from './output';

export const command = commandOf({
  name: 'diff',
  summary: 'Say who gains access by a change and who loses it, and what it replaces or leaves behind',
  operands: [
    { name: 'BEFORE', description: 'Cloud assembly, or one template as JSON, as it was' },
    { name: 'AFTER', description: 'The same as it is to be' },
  ],
  options: {
    allow: {
      type: 'string',
      value: 'LINE',
      multiple: true,
      description: 'A line of "Who gains" or "What moves" that is meant, without the sign before it',
    },
    'allow-file': {
      type: 'string',
      value: 'FILE',
      description: 'A file with such lines; empty ones and those with # in front are passed over',
    },
    markdown: { type: 'boolean', description: 'Print tables for a pull request' },
    json: JSON_OPTION,
  },
  examples: [
    'diff before/cdk.out cdk.out',
    'diff before/cdk.out cdk.out --markdown --allow-file access-gains.txt',
  ],
  notes:
    'It ends with 1 where somebody gains, or something moves, that no --allow names, and with 3 where it can not be ' +
    'told whether somebody gains. What is the same on both sides never counts, nor does a change of wording. What ' +
    'moves is a domain, repository, package group, OIDC provider or named role that the deployment would replace, ' +
    'leave behind, delete or fail on.',
  run: async ({ allow, 'allow-file': file, markdown, json }, operands, { cwd, stdout, color }) => {
    const [before, after, more] = operands;
    if (before === undefined || after === undefined || more !== undefined)
      throw new Misuse('diff takes BEFORE and AFTER.');
    if (markdown && json) throw new Misuse('--markdown and --json are two forms of one answer.');
    const allowed = new Set([...allow, ...(file === undefined ? [] : linesIn(file, cwd))]);
    const templates = [loadTemplates(before, cwd), loadTemplates(after, cwd)] as const;
    const [was, is] = [setupsOf(templates[0]), setupsOf(templates[1])];
    const moves = movesBetween(...templates);
    const accounts = [...new Set([...was, ...is].map(({ account }) => account))].sort();
    const found = accounts.map((account) => {
      const [one, other] = [was, is].map((setups) => setups.find((setup) => setup.account === account));
      const known = (one ?? other) as (typeof was)[number];
      return {
        account: accountWords(account),
        lines: linesOf(changes(one ?? nothingIn(known), other ?? nothingIn(known))),
        moves: moves.filter((move) => move.account === account).map(({ account: _, ...move }) => move),
      };
    });
    const lines = found.flatMap((one) => one.lines);
    const findings = [...lines.filter(({ says }) => says === 'gains'), ...moves].map(({ text }) => text);
    const unused = [...allowed].filter((text) => !findings.includes(text));
    if (json) stdout(`${JSON.stringify({ accounts: found, unusedAllowances: unused }, undefined, 2)}\n`);
    else stdout(markdown ? asMarkdown(found, allowed) : asText(found, allowed, paintFor({ color })));
    if (findings.some((text) => !allowed.has(text))) return ExitCode.NO;
    return lines.some(({ says }) => says.startsWith('may')) ? ExitCode.UNDECIDED : ExitCode.YES;
  },
});

function linesIn(file: string, cwd: string): string[] {
  try {
    const lines = readFileSync(resolve(cwd, file), 'utf8')
      .split(/\r?\n/)
      .map((line) => line.trim());
    return lines.filter((line) => line !== '' && !line.startsWith('#'));
  } catch (error) {
    throw new Misuse(`${file} can not be read: ${(error as Error).message}`);
  }
}
