import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { SharedTrust } from '../../../src/github/trust/shared-trust';
import { JUDGE } from '../../../src/workflow/jobs/scripts/sign-in/judge';
import { python } from '../../support/locked-python';

/** Each cause with what is trusted and what the run has. */
export type Judgement = Record<string, [wanted: string[], has: string | null]>;

const ASK = `
import json, re, sys

${JUDGE}
for line in sys.stdin:
    print(json.dumps(judge(**json.loads(line))), flush=True)
`;

/** The judge of the workflow, in one process for many runs. */
export class Judge {
  private readonly program: ChildProcess;
  private readonly answers: AsyncIterator<string>;

  public constructor(judge = ASK) {
    this.program = spawn(python(), ['-I', '-c', judge], { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdout } = this.program;
    if (!stdout) throw new Error('no output to read');
    this.answers = createInterface(stdout)[Symbol.asyncIterator]();
  }

  public async ask(
    trust: SharedTrust,
    entry: string | undefined,
    claims: Record<string, string>,
  ): Promise<Judgement> {
    const question = { trust, entry: entry?.split(' ') ?? [], claims };
    this.program.stdin?.write(`${JSON.stringify(question)}\n`);
    const { value, done } = await this.answers.next();
    if (done) throw new Error(`the judge ended at ${JSON.stringify(question)}`);
    return JSON.parse(value);
  }

  public close(): void {
    this.program.stdin?.end();
  }
}
