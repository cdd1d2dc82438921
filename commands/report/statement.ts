import type { Statement } from '../access/policy/statement';
import type { AccessSetup } from '../access/setup';
import { principalWords } from '../access/told/principal-item';
import { targetWords } from '../access/told/target';
import { code, type Html, html, joined, listOf } from './html';

/** What a policy is of, for statements that leave out who, or on what. */
export interface Whose {
  /** Who it is given to. */
  readonly who?: string;
  /** What it is attached to. */
  readonly on?: string;
}

/** A statement as a sentence. */
export function statementSentence(setup: AccessSetup, statement: Statement, { who, on }: Whose): Html {
  const { effect, principals, actions, isNotActions, resources, isNotResources, unknown } = statement;
  const names = Object.entries(principals ?? {}).flatMap(([kind, list]) =>
    list.map((name) => (kind === 'Federated' ? tokenWords(name) : principalWords(kind, name))),
  );
  const whom = principals ? names.join(' or ') : who;
  const isAttached = on !== undefined && (resources.length === 0 || resources.includes('*'));
  const what = isAttached ? [on] : resources.map((one) => targetWords(setup, one));
  const does = joined([...actions].sort().map(code), ', ');
  const where = [...what].sort().join(', ') || 'nothing';
  return html`${effect === 'Deny' ? 'Denies' : 'Allows'} ${isNotActions ? 'everything but ' : ''}${does} on ${isNotResources ? 'everything but ' : ''}${where} to ${whom || 'nobody'}.${
    unknown && html` <strong class="open">Not told in full: ${unknown}.</strong>`
  }`;
}

function tokenWords(provider: string): string {
  const [, issuer] = provider.split(':oidc-provider/');
  return issuer ? `whoever has a token of ${issuer}` : provider;
}

/** Under which conditions a statement applies, all of which have to hold. */
export function conditionList({ written }: Statement): Html {
  const tests = Object.entries(written).flatMap(([operator, keys]) =>
    Object.entries(keys ?? {}).map(([key, given]) => test(operator, key, [given].flat())),
  );
  return tests.length === 0 ? html`none` : listOf(tests);
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const OPERATORS: Readonly<Record<string, string>> = {
  stringequals: 'is',
  stringnotequals: 'is not',
  stringequalsignorecase: 'is, in small or capital letters,',
  stringnotequalsignorecase: 'is not, in small or capital letters,',
  stringlike: 'is like',
  stringnotlike: 'is not like',
  arnequals: 'is like',
  arnnotequals: 'is not like',
  arnlike: 'is like',
  arnnotlike: 'is not like',
  bool: 'is',
  numericequals: 'is',
  numericnotequals: 'is not',
  numericlessthan: 'is less than',
  numericlessthanequals: 'is at most',
  numericgreaterthan: 'is more than',
  numericgreaterthanequals: 'is at least',
};

const QUALIFIERS: Readonly<Record<string, string>> = { forallvalues: 'each of ', foranyvalue: 'one of ' };

function test(operator: string, key: string, values: readonly unknown[]): Html {
  const [, qualifier = '', base = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(.+?)(IfExists)?$/i.exec(operator) ?? [];
  if (base.toLowerCase() === 'null' && values.length === 1) {
    return html`${code(key)} is ${String(values[0]) === 'true' ? 'absent' : 'there'}`;
  }
  const words = OPERATORS[base.toLowerCase()];
  const texts = values.map((value) =>
    code(typeof value === 'object' ? JSON.stringify(value) : String(value)),
  );
  if (!words) return html`${operator} ${code(key)} ${joined(texts, ' or ')}`;
  const list = joined(texts, words.includes('not') ? ' nor ' : ' or ');
  return html`${QUALIFIERS[qualifier.toLowerCase()]}${code(key)} ${words} ${list}${ifExists && ', where it is given at all'}`;
}
