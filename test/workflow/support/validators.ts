import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { actionlint } from '../../../tools/judges/actionlint';

type Validate = (document: unknown, config: unknown) => Promise<{ message: string }[]>;

interface LanguageService {
  readonly validate: Validate;
  readonly TextDocument: { create(uri: string, language: string, version: number, text: string): unknown };
}

/** The label of somebody's own runner, in the tests. */
const OWN_RUNNER = 'acme-linux';

let languageService: LanguageService | undefined;
let documents = 0;

/** GitHub's language service is ESM that Node 20 refuses to load, so that it is bundled first. */
function load(): LanguageService {
  const source =
    'export {validate} from "@actions/languageservice"; export {TextDocument} from "vscode-languageserver-textdocument";';
  const [bundle] = buildSync({
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    stdin: { resolveDir: __dirname, contents: source },
  }).outputFiles;
  const module = { exports: {} };
  new Function('module', 'exports', 'require', bundle.text)(module, module.exports, require);
  return module.exports as LanguageService;
}

/** What GitHub's own language service finds in a workflow; `files` are the workflows that it calls. */
export async function languageServiceProblems(
  text: string,
  files: Record<string, string> = {},
): Promise<string[]> {
  languageService ??= load();
  const { validate, TextDocument } = languageService;
  const fileProvider = {
    getFileContent: async ({ path }: { path: string }) => ({ name: path, content: files[path] }),
  };
  // It remembers what it has read by URI.
  const document = TextDocument.create(`file:///workflow-${documents++}.yml`, 'yaml', 1, text);
  return (await validate(document, { fileProvider })).map(({ message }) => message);
}

/** What it finds in an `action.yml`, by GitHub's own schema for these. */
export async function actionFileProblems(text: string): Promise<string[]> {
  languageService ??= load();
  const { validate, TextDocument } = languageService;
  const document = TextDocument.create(`file:///${documents++}/action.yml`, 'yaml', 1, text);
  return (await validate(document, {})).map(({ message }) => message);
}

const linted = new Map<string, string[]>();

/** What actionlint finds in a workflow. It can't take what isn't YAML. */
export function actionlintProblems(text: string): string[] {
  if (!linted.has(text)) lintTogether([text]);
  return linted.get(text) ?? [];
}

/** Lets actionlint read many workflows at once: to start it takes longer than to read one. */
export function lintTogether(texts: string[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'actionlint-'));
  const files = texts.map((_, index) => join(folder, `${index}.yml`));
  for (const [index, file] of files.entries()) writeFileSync(file, texts[index]);
  const findings = actionlint(files, { labels: [OWN_RUNNER] });
  for (const [index, text] of texts.entries()) {
    const own = findings.filter(({ file }) => file === files[index]);
    linted.set(
      text,
      own.map(({ message }) => message),
    );
  }
  rmSync(folder, { recursive: true });
}
