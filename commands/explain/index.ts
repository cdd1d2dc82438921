import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { commandOf, JSON_OPTION, SARIF_OPTION } from '../arguments';
import { openAssembly } from '../assembly';
import { APP_OPTION, assemblyFolder, folderOperand } from '../assembly-folder';
import { type CommandContext, ExitCode, Misuse } from '../command';
import type { Caller } from './caller/caller';
import { isPastedToken, NOT_ON_THE_LINE } from './caller/json-web-token';
import { readCaller } from './caller/read-caller';
import { textIn } from './caller/text-in';
import { type Deployed, readDeployed } from './deployed';
import { explain, type Wish } from './explain';
import { explainInstall, readInstaller } from './install';
import { type Verdict, verdictOfAll } from './judge';
import { explanationAsSarif } from './report/explanation-sarif';
import { installAsText } from './report/install-text';
import { explanationAsJson, installAsJson } from './report/json';
import { asText } from './report/text';

const CODES: Readonly<Record<Verdict, ExitCode>> = {
  granted: ExitCode.YES,
  refused: ExitCode.NO,
  undecided: ExitCode.UNDECIDED,
};

export const command = commandOf({
  name: 'explain',
  summary: 'Say why AWS lets somebody publish or install, or why it does not',
  operands: [
    {
      name: '[publish | install]',
      description:
        'Look at the roles that publish, or at who may install; at all roles where neither is said',
    },
    folderOperand('Cloud assembly that cdk synth wrote'),
  ],
  options: {
    claims: {
      type: 'string',
      value: 'FILE',
      description:
        'Who asks: the claims of a token as JSON, the token itself (its signature is not needed, and it is never printed), or the event AssumeRoleWithWebIdentity of CloudTrail; - is the standard input',
    },
    package: {
      type: 'string',
      value: 'NAME',
      description: 'With publish: the package, which the role has to be allowed to publish',
    },
    principal: {
      type: 'string',
      value: 'ARN',
      description: 'With install: a role, a user or an account, instead of claims',
    },
    organization: {
      type: 'string',
      value: 'ID',
      description: 'With --principal: its organization, such as o-a1b2c3d4e5',
    },
    app: APP_OPTION,
    account: { type: 'string', value: 'ID', description: 'Where stacks are deployed that name no account' },
    region: { type: 'string', value: 'NAME', description: 'Where stacks are deployed that name no Region' },
    parameter: {
      type: 'string',
      value: 'NAME=VALUE',
      multiple: true,
      description: 'A parameter of the deployment; can be given more than once',
    },
    json: JSON_OPTION,
    sarif: SARIF_OPTION,
  },
  examples: [
    'explain publish --claims claims.json',
    'explain publish --claims event.json --package acme-orders',
    'explain install --principal arn:aws:iam::222222222222:role/developer --organization o-a1b2c3d4e5',
  ],
  run: async (values, operands, context) => {
    const { wish, folders } = readOperands(operands, context.cwd);
    const deployment = {
      account: values.account,
      region: values.region,
      parameters: readParameters(values.parameter),
    };
    refuseCombinations(wish, values);
    const folder = assemblyFolder(folders, values.app);
    const deployed = () => readDeployed(openAssembly(folder, context.cwd), deployment);
    if (values.principal !== undefined) {
      const installer = readInstaller(values.principal, values.organization);
      const explained = explainInstall(deployed(), installer);
      const verdict = verdictOfAll(explained.map((one) => one.verdict));
      context.stdout(
        values.json
          ? installAsJson(installer, explained, verdict)
          : installAsText(installer, explained, verdict, context),
      );
      return CODES[verdict];
    }
    return explainClaims(
      await readClaims(values.claims, context),
      deployed(),
      { wish, package: values.package },
      values,
      context,
    );
  },
});

function explainClaims(
  caller: Caller,
  deployed: Deployed,
  asked: { wish: Wish; package?: string },
  { json, sarif }: { json: boolean; sarif: boolean },
  context: CommandContext,
): ExitCode {
  const explanation = explain(deployed, caller, asked);
  if (json) context.stdout(explanationAsJson(explanation));
  else if (sarif) context.stdout(explanationAsSarif(explanation));
  else context.stdout(asText(explanation, context));
  return CODES[explanation.verdict];
}

function readOperands(operands: readonly string[], cwd: string): { wish: Wish; folders: readonly string[] } {
  if (operands.some(isPastedToken)) throw new Misuse(`A token is given as an operand. ${NOT_ON_THE_LINE}`);
  const [wish, ...folders] = operands;
  if (wish === 'publish' || wish === 'install') return { wish, folders };
  if (wish !== undefined && !existsSync(resolve(cwd, wish))) {
    throw new Misuse(
      `explain takes publish or install and a FOLDER, and ${JSON.stringify(wish)} is none of them.`,
    );
  }
  return { wish: undefined, folders: operands };
}

interface Given {
  readonly claims?: string;
  readonly package?: string;
  readonly principal?: string;
  readonly organization?: string;
  readonly json: boolean;
  readonly sarif: boolean;
  readonly account?: string;
}

function refuseCombinations(wish: Wish, given: Given): void {
  const { claims, principal, organization, json, sarif, account } = given;
  if (given.package !== undefined && wish !== 'publish') throw new Misuse('--package goes with publish.');
  if (principal !== undefined && wish !== 'install') throw new Misuse('--principal goes with install.');
  if (principal !== undefined && claims !== undefined)
    throw new Misuse('Give --claims or --principal, and not both.');
  if (organization !== undefined && principal === undefined)
    throw new Misuse('--organization goes with --principal.');
  if (json && sarif) throw new Misuse('Give --json or --sarif, and not both.');
  if (sarif && principal !== undefined) throw new Misuse('--sarif goes with --claims.');
  if (account !== undefined && !/^\d{12}$/.test(account)) {
    throw new Misuse(`--account is ${JSON.stringify(account)}. Give the 12 digits of an account.`);
  }
  if (claims === undefined && principal === undefined) {
    const other = wish === 'install' ? ', or --principal ARN' : '';
    throw new Misuse(`Who asks? Give --claims FILE, or --claims - for the standard input${other}.`);
  }
}

async function readClaims(file = '-', { cwd, stdin }: CommandContext): Promise<Caller> {
  if (file === '-') return readCaller(await stdin(), 'The standard input');
  return readCaller(readText(file, cwd), file);
}

function readText(file: string, cwd: string): string {
  if (isPastedToken(file)) throw new Misuse(`--claims is a token itself. ${NOT_ON_THE_LINE}`);
  try {
    return textIn(readFileSync(resolve(cwd, file)));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : String(code);
    throw new Misuse(`--claims is ${JSON.stringify(file)}: ${why}.`);
  }
}

function readParameters(given: readonly string[]): Record<string, string> {
  const pairs = given.map((text) => /^([A-Za-z0-9]+)=(.*)$/s.exec(text));
  const wrong = given.find((_, i) => !pairs[i]);
  if (wrong !== undefined) throw new Misuse(`--parameter is ${JSON.stringify(wrong)}. Give NAME=VALUE.`);
  return Object.fromEntries(pairs.map((pair) => [pair?.[1], pair?.[2]]));
}
