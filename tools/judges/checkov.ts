import { spawnSync } from 'node:child_process';
import { JUDGES } from '../python/environment';
import type { Finding } from './finding';

interface Check {
  readonly check_id: string;
  readonly check_name: string;
  readonly file_abs_path: string;
  readonly resource: string;
}

interface Report {
  readonly results: { readonly failed_checks: readonly Check[]; readonly skipped_checks?: readonly Check[] };
  readonly summary: { readonly passed: number; readonly parsing_errors: number };
}

/** What checkov finds in a folder, and how many of its checks passed. It takes workflows from .github/workflows only. */
export function checkov(
  folder: string,
  framework: 'cloudformation' | 'github_actions',
): { findings: Finding[]; passed: number } {
  // It does not ask its service for the addresses of its guidelines.
  const options = ['--output', 'json', '--compact', '--quiet', '--skip-download'];
  const args = ['--directory', folder, '--framework', framework, ...options];
  const { status, stdout, stderr, error } = spawnSync(JUDGES.program('checkov'), args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error) throw error;
  const report: Report | undefined = stdout.startsWith('{') ? JSON.parse(stdout) : undefined;
  if (!report?.results || report.summary.parsing_errors > 0)
    throw new Error(`checkov ended with ${status}:\n${stdout.slice(-500)}\n${stderr.trim().slice(-500)}`);
  const findings = report.results.failed_checks.map((check) => ({
    file: check.file_abs_path,
    rule: check.check_id,
    message: `${check.check_name} (${check.resource})`,
  }));
  return { findings, passed: report.summary.passed };
}
