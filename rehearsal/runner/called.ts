import { type Input, InvalidWorkflow, type Job, needsOf, type Workflow } from './workflow';

/** Ids of the jobs, each after those it needs. */
export function inOrder(workflow: Workflow): string[] {
  const order: string[] = [];
  const visit = (id: string, path: string[]) => {
    if (path.includes(id)) throw new InvalidWorkflow(`jobs need each other: ${[...path, id].join(' -> ')}`);
    if (order.includes(id)) return;
    for (const need of needsOf(workflow.jobs[id] as Job)) visit(need, [...path, id]);
    order.push(id);
  };
  for (const id of Object.keys(workflow.jobs)) visit(id, []);
  return order;
}

/** The inputs of a called workflow; GitHub does not start one that is given others. */
export function readInputs(
  declared: Record<string, Input>,
  given: Record<string, unknown>,
): Record<string, unknown> {
  for (const [name, value] of Object.entries(given)) {
    const input = declared[name];
    if (!input)
      throw new InvalidWorkflow(`Invalid input, ${name} is not defined in the referenced workflow.`);
    if (typeof value !== input.type)
      throw new InvalidWorkflow(`Invalid input ${name}: a ${input.type} is expected`);
  }
  const values: Record<string, unknown> = {};
  for (const [name, input] of Object.entries(declared)) {
    if (input.required && !(name in given)) {
      throw new InvalidWorkflow(`Input ${name} is required, but not provided while calling.`);
    }
    values[name] = given[name] ?? input.default ?? { string: '', boolean: false, number: 0 }[input.type];
  }
  return values;
}
