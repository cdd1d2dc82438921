import { Construct, type IConstruct } from 'constructs';
import { inReadersLanguage } from './readers-language';

/** What a person needs to know to correct an input that can never work. */
export interface InvalidInput {
  /** The property, as its user writes it: `domainName`, `PublishTrigger.tags`. */
  readonly property: string;
  readonly given: unknown;
  /** A clause that follows the value: "has an upper-case letter". */
  readonly reason: string;
  readonly allowed?: string;
  readonly instead?: string;
  readonly see?: string;
}

/**
 * The path of a construct that is not there yet, for an error that prevents it. Throws for a scope and an id that are
 * none: the CDK takes them without a look.
 */
export function pathIn(scope: IConstruct, id: string): string {
  if (!Construct.isConstruct(scope)) {
    throw invalidInput({ property: 'scope', given: scope, reason: 'is no construct', instead: 'this' });
  }
  if (typeof id !== 'string') {
    const [given, allowed] = [id, "a text, as in 'Python'"];
    throw invalidInput({ property: 'id', given, reason: 'is no name of a construct', allowed }, scope);
  }
  return [scope.node.path, id].filter(Boolean).join('/');
}

/** The error for an input that can never work; it names the construct where there is one, or is to be. */
export function invalidInput(input: InvalidInput, place?: IConstruct | string): Error {
  const path = typeof place === 'string' ? place : place?.node.path;
  const sentences = [
    `${input.property} ${describe(input.given)} ${input.reason}.`,
    input.allowed && `Allowed: ${input.allowed}.`,
    input.instead && `Write instead: ${input.instead}.`,
    input.see && `See ${input.see}`,
    path && `(construct ${path})`,
  ];
  return new Error(inReadersLanguage(sentences.filter(Boolean).join(' ')));
}

const LONGEST = 300;

/** A value so that it can be seen and the message read, whatever it is. */
function describe(given: unknown): string {
  if (given === undefined) return '(not given)';
  if (typeof given === 'string') return JSON.stringify(shortened(given));
  if (typeof given === 'number') return String(given);
  if (typeof given === 'function')
    return `(the ${/^class\b/.test(String(given)) ? 'class' : 'function'} ${given.name || 'without a name'})`;
  if (Construct.isConstruct(given)) return JSON.stringify((given as IConstruct).node.path);
  try {
    return shortened(JSON.stringify(given) ?? String(given));
  } catch {
    return `(${Object.prototype.toString.call(given).slice(1, -1)})`;
  }
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
