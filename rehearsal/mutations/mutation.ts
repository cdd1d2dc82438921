import type { Assembly } from '../cases';

/** A change that makes the setup wrong, and that some case has to notice. */
export interface Mutation {
  readonly says: string;
  readonly change: (assembly: Assembly) => Assembly;
  /** The slow case to play where no quick one notices; quick ones are always played. */
  readonly watch?: string;
}

/** A mutation that changes nothing would be caught by nothing, and would say nothing. */
export function applied(mutation: Mutation, assembly: Assembly): Assembly {
  const changed = mutation.change(assembly);
  if (JSON.stringify(changed) === JSON.stringify(assembly))
    throw new Error(`"${mutation.says}" changes nothing`);
  return changed;
}
