import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { ROOT } from '../python/environment';
import { inFixture, type Snippet, snippetsIn } from './snippets';

const FOLDER = join(ROOT, 'docs');
const FIXTURE = readFileSync(join(ROOT, 'rosetta', 'default.ts-fixture'), 'utf8');

/** Compiles each snippet of docs/ as a file of its own, without writing one, and gives what is wrong with it. */
export function problemsOf(snippets: readonly Snippet[]): string[] {
  const files = new Map(
    snippets.map((snippet, index) => [
      join(FOLDER, `snippet-${index}.ts`),
      { snippet, ...inFixture(snippet, FIXTURE) },
    ]),
  );
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(ROOT, 'tsconfig.dev.json'), ts.sys.readFile).config,
    ts.sys,
    ROOT,
  );
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path)?.text ?? readFile(path);
  host.getSourceFile = (path, version, ...more) => {
    const file = files.get(path);
    return file ? ts.createSourceFile(path, file.text, version) : getSourceFile(path, version, ...more);
  };
  // What a page shows may leave a name unused.
  const program = ts.createProgram([...files.keys()], { ...options, noUnusedLocals: false }, host);
  return [...files].flatMap(([path, { snippet, offset }]) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(path)).map(({ messageText, file, start = 0 }) => {
      const line = (file ? file.getLineAndCharacterOfPosition(start).line : offset) - offset + snippet.line;
      return `docs/${snippet.page}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    }),
  );
}

/** The snippets of all pages. */
export function allSnippets(): Snippet[] {
  return readdirSync(FOLDER)
    .filter((page) => page.endsWith('.md'))
    .flatMap((page) => snippetsIn(page, readFileSync(join(FOLDER, page), 'utf8')));
}
