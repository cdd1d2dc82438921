import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveTemplate } from '../../evaluation/template';
import { JUDGES, ROOT } from '../python/environment';
import type { Finding } from './finding';

const SCRIPT = join(ROOT, 'tools', 'judges', 'ask_parliament.py');
const ENVIRONMENT = { account: '111111111111', region: 'us-east-1' };
const IDENTITY_POLICIES = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'];

/** What parliament finds in identity policies, by its own list of actions and the resources that they act on. */
export function parliament(policies: Readonly<Record<string, unknown>>): Finding[] {
  const output = execFileSync(JUDGES.program('python'), [SCRIPT], {
    input: JSON.stringify(policies),
    encoding: 'utf8',
  });
  return (JSON.parse(output) as [string, string, string][]).map(([file, rule, message]) => ({
    file,
    rule,
    message,
    suppressed: comparesSeconds(rule, message, policies[file]) ? SECONDS : undefined,
  }));
}

const SECONDS = 'AWS lists sts:DurationSeconds as a String, and its user guide compares it as a number';

/** Whether a finding is of the only number that a policy of ours compares. */
function comparesSeconds(rule: string, message: string, policy: unknown): boolean {
  const operator = /Numeric\w+ThanEqualsIfExists requires a value of type Number but given String$/;
  if (rule !== 'MISMATCHED_TYPE' || !operator.test(message)) return false;
  const keys = JSON.stringify(policy).match(/"Numeric\w+":\{[^}]*\}/g) ?? [];
  return keys.every((condition) => /^"Numeric\w+":\{"sts:DurationSeconds":"\d+"\}$/.test(condition));
}

/** The identity policies of a template, as they are when it is deployed. */
export function identityPolicies(file: string): Record<string, unknown> {
  const { resources } = resolveTemplate(JSON.parse(readFileSync(file, 'utf8')), ENVIRONMENT);
  return Object.fromEntries(
    resources
      .filter(({ type }) => IDENTITY_POLICIES.includes(type))
      .map(({ logicalId, properties }) => [`${file} ${logicalId}`, properties.PolicyDocument]),
  );
}
