import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** An option of the workflow, as its docstring tells of it. */
export interface Option {
  readonly name: string;
  /** What it is, and why it is so. */
  readonly text: string;
  /** As its `@default` says; none for what has to be given. */
  readonly byDefault?: string;
}

const FOLDER = join(__dirname, '..', '..', 'src', 'workflow', 'options');

/** What is described by the interfaces that it is made of, and which of them is one of many of a kind. */
const NESTED: Record<string, string> = { extraSteps: 'ExtraSteps' };

/** Every option of an interface, those that it inherits first, in the order of the source. */
export function optionsOf(name: string): Option[] {
  const found = interfaces.get(name);
  if (!found) return [];
  const inherited = (found.heritageClauses ?? []).flatMap(({ types }) =>
    types.flatMap(({ expression }) => optionsOf(expression.getText())),
  );
  return [...inherited, ...found.members.filter(ts.isPropertySignature).flatMap(describe)];
}

function describe(property: ts.PropertySignature): Option[] {
  const name = property.name.getText();
  const [doc] = ts.getJSDocCommentsAndTags(property).filter(ts.isJSDoc);
  const tag = doc?.tags?.find(({ tagName }) => tagName.text === 'default');
  const option = {
    name,
    text: flat(ts.getTextOfJSDocComment(doc?.comment)),
    byDefault: property.questionToken && flat(ts.getTextOfJSDocComment(tag?.comment)),
  };
  const nested = optionsOf(NESTED[name] ?? '').map((inner) => ({ ...inner, name: `${name}.${inner.name}` }));
  return [option, ...nested];
}

function flat(text = ''): string {
  return text.replace(/\s+/g, ' ').trim();
}

const interfaces = new Map(
  readdirSync(FOLDER)
    .map((file) =>
      ts.createSourceFile(file, readFileSync(join(FOLDER, file), 'utf8'), ts.ScriptTarget.Latest, true),
    )
    .flatMap(({ statements }) => statements.filter(ts.isInterfaceDeclaration))
    .map((declaration) => [declaration.name.text, declaration]),
);
