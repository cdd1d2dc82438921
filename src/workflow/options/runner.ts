import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { checkKind, TEXT } from '../../private/kinds';
import { isPlaceholder } from '../../private/token-text';

const RUNNERS =
  'https://docs.github.com/en/actions/how-tos/write-workflows/choose-where-workflows-run/choose-the-runner-for-a-job';

/** What stands behind `runs-on:`, and what is known of the runner. */
export interface RunnerChoice {
  readonly labels: string[];
  readonly group?: string;
  readonly isEphemeral: boolean;
}

/**
 * The runner that a job is sent to: one with all of some labels, or one of a group.
 *
 * @see https://docs.github.com/en/actions/how-tos/write-workflows/choose-where-workflows-run/choose-the-runner-for-a-job
 */
export class Runner {
  /**
   * A runner with all of these labels, such as `self-hosted`, `linux` and `ARM64`.
   *
   * Throws for no label, a label that is a list as text, a token, and for `${{`.
   *
   * @param labels one label each, without brackets
   */
  public static labels(...labels: string[]): Runner {
    if (labels.length === 0) {
      throw invalidInput({
        property: 'Runner.labels',
        given: undefined,
        reason: 'needs a label',
        allowed: "labels of a runner, as in Runner.labels('self-hosted', 'linux')",
        see: RUNNERS,
      });
    }
    for (const label of labels) checkRunnerLabel('Runner.labels', label, (each) => `Runner.labels(${each})`);
    return new Runner({ labels, isEphemeral: false });
  }

  /**
   * A runner of a group, where labels are given one that has all of them.
   *
   * Throws for what is no name of a group, and for a label as `labels` does.
   *
   * @param group the name of the group in the organization or enterprise
   * @param labels one label each, without brackets
   * @see https://docs.github.com/en/actions/concepts/runners/runner-groups
   */
  public static group(group: string, ...labels: string[]): Runner {
    checkKind(undefined, 'Runner.group', group, TEXT);
    const reason = problemOf(group);
    if (reason) {
      throw invalidInput({
        property: 'Runner.group',
        given: group,
        reason,
        allowed: "the name of a runner group, as in 'publishers'",
        see: RUNNERS,
      });
    }
    for (const label of labels)
      checkRunnerLabel('Runner.group', label, (each) => `Runner.group('${group}', ${each})`);
    return new Runner({ labels, group, isEphemeral: false });
  }

  private constructor(private readonly choice: RunnerChoice) {}

  /**
   * The same runner, said to be ephemeral: it takes one job and is then gone, with all that the job left
   * behind. A warning about self-hosted runners has no reason then.
   *
   * @see https://docs.github.com/en/actions/reference/runners/self-hosted-runners
   */
  public ephemeral(): Runner {
    return new Runner({ ...this.choice, isEphemeral: true });
  }

  /** @internal */
  public _render(): RunnerChoice {
    return this.choice;
  }
}

/** Throws for what no runner could have as one of its labels; a list as text is written as it should be. */
export function checkRunnerLabel(
  property: string,
  label: string,
  write?: (labels: string) => string,
  place?: IConstruct,
): void {
  checkKind(place, property, label, TEXT);
  const isList = isListAsText(label);
  const reason = isList
    ? 'is a list as text, which GitHub takes for the name of one label'
    : problemOf(label);
  if (!reason) return;
  throw invalidInput(
    {
      property,
      given: label,
      reason,
      allowed: "one label of a runner, as in 'ubuntu-24.04'",
      instead: isList ? write?.(labelsIn(label)) : undefined,
      see: RUNNERS,
    },
    place,
  );
}

function problemOf(text: string): string | undefined {
  if (isPlaceholder(text)) return undefined;
  if (Token.isUnresolved(text))
    return 'is known to CloudFormation only, and the workflow file is written before';
  if (text.includes('${{')) return "has '${{', and who starts a workflow would choose its runner";
  return /^[^\s\p{Cc}]([^\p{Cc}\u2028\u2029]*[^\s\p{Cc}])?$/u.test(text)
    ? undefined
    : 'is not a name on one line';
}

function isListAsText(text: string): boolean {
  return !Token.isUnresolved(text) && /^\[|\]$|,\s|^self-hosted,/i.test(text);
}

function labelsIn(text: string): string {
  return text
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((label) => label.trim().replace(/^(['"])(.*)\1$/, '$2'))
    .filter(Boolean)
    .map((label) => `'${label}'`)
    .join(', ');
}
