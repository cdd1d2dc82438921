import { TOOLS } from '../python/environment';
import type { Finding } from './finding';
import { output } from './program';

/** CDK writes `Fn::Join` where `Fn::Sub` would read better, in every template that it ever made. */
const OF_CDK: Record<string, string> = { I1022: 'the CDK writes Fn::Join, never Fn::Sub' };

interface Match {
  readonly Filename: string;
  readonly Message: string;
  readonly Rule: { readonly Id: string };
  readonly Location: { readonly Path?: readonly (string | number)[] };
}

/** What cfn-lint finds in templates, informational rules among them. It adds the kinds of its findings to its code. */
export function cfnLint(files: readonly string[]): Finding[] {
  const codes = Array.from({ length: 32 }, (_, code) => code).filter((code) => code !== 1);
  const options = ['--format', 'json', '--include-checks', 'I', '--non-zero-exit-code', 'none'];
  const matches: Match[] = JSON.parse(
    output(TOOLS.program('cfn-lint'), [...options, '--', ...files], codes) || '[]',
  );
  return matches.map(({ Filename, Rule, Message, Location }) => ({
    file: Filename,
    rule: Rule.Id,
    message: `${Message} (${Location.Path?.slice(0, 4).join('/')})`,
    ...(OF_CDK[Rule.Id] && { suppressed: OF_CDK[Rule.Id] }),
  }));
}
