import { loadEsm } from '../esm';

type Library = typeof import('@actions/expressions', { with: { 'resolution-mode': 'import' }});
const library = () => loadEsm<Library>('@actions/expressions');

/** Contexts by name, as plain values. */
export type Contexts = Readonly<Record<string, unknown>>;

export interface Status {
  /** Whether everything before went well. */
  readonly success: boolean;
}

const EXPRESSION = /\$\{\{((?:[^'}]|'[^']*'|\}(?!\}))*)\}\}/g;

/** Text with every `${{ }}` in it evaluated by GitHub's own evaluator. */
export function interpolate(text: string, contexts: Contexts): string {
  return text.replaceAll(EXPRESSION, (_all, expression: string) =>
    evaluate(expression, contexts).coerceString(),
  );
}

/** An `if:`; without a status function in it, it holds only while all went well. */
export function holds(condition: string | boolean | undefined, contexts: Contexts, status: Status): boolean {
  const source = String(condition ?? 'success()');
  const expression = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(source)?.[1] ?? source;
  const statusful = /\b(success|failure|always|cancelled)\s*\(/.test(expression);
  const full = statusful ? expression : `success() && (${expression})`;
  const result = evaluate(full, contexts, status);
  return library().data.Kind.Boolean === result.kind
    ? result.coerceString() === 'true'
    : !['', '0', 'null'].includes(result.coerceString());
}

function evaluate(expression: string, contexts: Contexts, status?: Status) {
  const { Lexer, Parser, Evaluator, data } = library();
  const answers: Record<string, boolean> = status
    ? { success: status.success, failure: !status.success, always: true, cancelled: false }
    : {};
  const functions = Object.entries(answers).map(([name, answer]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(answer),
  }));
  const tree = new Parser(
    new Lexer(expression.trim()).lex().tokens,
    Object.keys(contexts),
    functions,
  ).parse();
  const context = JSON.parse(JSON.stringify(contexts), data.reviver);
  return new Evaluator(tree, context, new Map(functions.map((f) => [f.name, f]))).evaluate();
}
