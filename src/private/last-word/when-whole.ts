import type { IConstruct } from 'constructs';

/** Says something of a construct when aspects and everybody else have had their word. */
export function whenWhole({ node }: IConstruct, say: () => void): void {
  node.addValidation({
    validate: () => {
      say();
      return [];
    },
  });
}
