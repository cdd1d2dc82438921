import type { IConstruct } from 'constructs';

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

/** The error for an input that can never work; it names the construct where there is one. */
export function invalidInput(input: InvalidInput, scope?: IConstruct): Error {
  const sentences = [
    `${input.property} ${describe(input.given)} ${input.reason}.`,
    input.allowed && `Allowed: ${input.allowed}.`,
    input.instead && `Write instead: ${input.instead}.`,
    input.see && `See ${input.see}`,
    scope && `(construct ${scope.node.path})`,
  ];
  return new Error(sentences.filter(Boolean).join(' '));
}

function describe(given: unknown): string {
  return given === undefined ? '(not given)' : JSON.stringify(given);
}
