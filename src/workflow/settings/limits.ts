import { type Duration, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { isPlaceholder } from '../../private/token-text';

/** A timeout of a job in minutes; throws for one that GitHub would not take. */
export function timeoutMinutes(
  scope: IConstruct,
  property: string,
  given: Duration | undefined,
  otherwise: number,
): number {
  const minutes = given?.toMinutes({ integral: false }) ?? otherwise;
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= 360) return minutes;
  throw invalidInput(
    {
      property,
      given: given?.toHumanString(),
      reason: 'is not a time that a job can have',
      allowed: 'full minutes, from 1 minute to 6 hours',
      see: 'https://docs.github.com/en/actions/reference/limits',
    },
    scope,
  );
}

/** The days for which files are kept; throws for what GitHub would not take. */
export function retentionDays(scope: IConstruct, given: Duration | undefined, otherwise: number): number {
  const days = given?.toDays({ integral: false }) ?? otherwise;
  if (Number.isInteger(days) && days >= 1 && days <= 90) return days;
  throw invalidInput(
    {
      property: 'artifactRetention',
      given: given?.toHumanString(),
      reason: 'is not a time that GitHub keeps files for',
      allowed: '1 to 90 full days',
      see: 'https://docs.github.com/en/organizations/managing-organization-settings/configuring-the-retention-period-for-github-actions-artifacts-and-logs-in-your-organization',
    },
    scope,
  );
}

/** Throws for a text that has no place in a workflow: a token, an expression, or what is no single line. */
export function checkText(scope: IConstruct, property: string, text: string, allowed: string): string {
  const isFine = !Token.isUnresolved(text) && /^[^\s\p{Cc}][^\p{Cc}]*$/u.test(text) && !text.includes('${{');
  if (isFine) return text;
  throw invalidInput({ property, given: text, reason: 'is not a text for a workflow file', allowed }, scope);
}

/** Throws for a folder that is not in the repository. */
export function checkFolder(scope: IConstruct, property: string, folder: string): string {
  if (isPlaceholder(folder)) return folder;
  const parts = folder.split('/');
  const isFine = parts.every((part) => /^[\w.-]+$/.test(part) && part !== '..');
  if (isFine && !Token.isUnresolved(folder)) return folder;
  throw invalidInput(
    {
      property,
      given: folder,
      reason: 'is not a folder in a repository',
      allowed: "names of letters, digits, dots, hyphens and underscores, as in 'packages/orders-sdk'",
    },
    scope,
  );
}
