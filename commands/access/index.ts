import type { Template } from '../../evaluation/template';
import { changes } from './changes';
import { limitsOf } from './limits';
import { environmentOf, nothingIn, setupsOf } from './load';
import { accountWords } from './reference';
import type { PlacedTemplate } from './setup';
import { linesOf } from './told/lines';

/** A template, and where it is deployed as far as that is known. */
export interface StackTemplate {
  readonly template: unknown;
  readonly account?: string;
  readonly region?: string;
}

/**
 * Who may do what by some templates, in sorted lines that are the same however it is written. Templates `beside` are
 * read for what they hand on.
 */
export function accessLines(
  templates: readonly StackTemplate[],
  beside: readonly StackTemplate[] = [],
): string[] {
  const setups = setupsOf(templates.map(placed), beside.map(placed));
  return setups.flatMap((setup) => {
    const where = setups.length > 1 ? `in ${accountWords(setup.account)}: ` : '';
    const lines = linesOf(changes(nothingIn(setup), setup)).map(({ says, text, reasons }) =>
      says === 'gains' ? text : `perhaps ${text} (${reasons.join('; ')})`,
    );
    return [...new Set([...lines, ...limitsOf(setup)])].sort().map((line) => where + line);
  });
}

const placed = ({ template, account, region }: StackTemplate): PlacedTemplate => ({
  template: template as Template,
  environment: environmentOf(account, region),
});
