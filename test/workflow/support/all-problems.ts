import { isMap, isScalar, visit } from 'yaml';
import { unionOfPermissions } from '../../../src/workflow/language/permissions';
import { ownProblems } from './checks';
import { parsedDocument, parsedWorkflow } from './parsed';
import { shellcheckProblems } from './shellcheck';
import { actionlintProblems, languageServiceProblems } from './validators';

/** Combinations of options have many files in common. */
const checkedWorkflows = new Map<string, string[]>();

/** What any of the checks finds in one workflow, with the check before it. */
export async function allProblems(text: string, files: Record<string, string> = {}): Promise<string[]> {
  const called = Object.entries(files).filter(
    ([path]) => text.includes(`${path}@`) || text.includes(`./${path}`),
  );
  const key = JSON.stringify([text, ...called.map(signature)]);
  const problems = checkedWorkflows.get(key) ?? (await findProblems(text, Object.fromEntries(called)));
  checkedWorkflows.set(key, problems);
  return problems;
}

/** What a caller can see of a workflow: its inputs, and what its jobs ask for. */
function signature([path, text]: [string, string]): unknown[] {
  const workflow = parsedWorkflow(text);
  return [path, workflow.on, unionOfPermissions(workflow, path)];
}

async function findProblems(text: string, called: Record<string, string>): Promise<string[]> {
  const github = await languageServiceProblems(text, called);
  if (parsedDocument(text).errors.length > 0) return github.map((message) => `GitHub: ${message}`);
  return [
    ...github.map((message) => `GitHub: ${message}`),
    ...actionlintProblems(text).map((message) => `actionlint: ${message}`),
    ...scripts(text)
      .flatMap(shellcheckOnce)
      .map((message) => `shellcheck: ${message}`),
    ...ownProblems(text, called).map((message) => `own: ${message}`),
  ];
}

const checkedScripts = new Map<string, string[]>();

function shellcheckOnce(script: string): string[] {
  const problems = checkedScripts.get(script) ?? shellcheckProblems(script);
  checkedScripts.set(script, problems);
  return problems;
}

function scripts(text: string): string[] {
  const found: string[] = [];
  visit(parsedDocument(text), {
    Pair: (_, { key, value }) => {
      if (isScalar(key) && key.value === 'run' && !isMap(value) && isScalar(value))
        found.push(String(value.value));
    },
  });
  return found;
}
