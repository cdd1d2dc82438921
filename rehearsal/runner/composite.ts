import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Step } from './workflow';

/** An action that is made of steps. */
export class Composite {
  public constructor(
    private readonly uses: string,
    private readonly known: Readonly<Record<string, { readonly default?: string }>>,
    public readonly steps: readonly Step[],
  ) {}

  /** What a step passes, of those that there are. An input that is required and not passed is empty: nobody checks. */
  public inputs(given: Step['with'] = {}, value: (text: string) => string): Record<string, string> {
    const unknown = Object.keys(given).find((name) => !(name in this.known));
    if (unknown) throw new Error(`${this.uses}: input ${unknown} is not known`);
    return Object.fromEntries(
      Object.entries(this.known).map(([name, input]) => [
        name,
        value(String(given[name] ?? input.default ?? '')),
      ]),
    );
  }
}

/** The composite action behind a `uses:`, of the checkout or of another repository; undefined where it is none. */
export function readComposite(
  uses: string,
  workspace: string,
  actionFile?: (uses: string) => string | undefined,
): Composite | undefined {
  const text = uses.startsWith('./') ? readLocal(workspace, uses) : actionFile?.(uses);
  if (text === undefined) return undefined;
  const { inputs, runs } = parse(text);
  if (runs?.using !== 'composite') throw new Error(`${uses} is no composite action`);
  for (const step of runs.steps) {
    if (step.run !== undefined && !step.shell)
      throw new Error(`${uses}: Required property is missing: shell`);
  }
  return new Composite(uses, inputs ?? {}, runs.steps);
}

function readLocal(workspace: string, uses: string): string {
  const file = join(workspace, uses, 'action.yml');
  if (existsSync(file)) return readFileSync(file, 'utf8');
  throw new Error(
    `Can't find 'action.yml' under '${uses}'. Did you forget to run actions/checkout before running your local action?`,
  );
}
