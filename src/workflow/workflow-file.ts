import { checkKind, listOf, objectWith } from '../private/kinds';
import type { ActionPins } from './actions/action-pins';
import type { JsonPatch } from './language/json-patch';
import type { Workflow } from './language/model';
import { renderWorkflow } from './render';

const PATCHES = listOf(objectWith('_apply', 'a JsonPatch', "JsonPatch.add('/jobs/build/env', { … })"));

/** One of the generated workflows, to change what no option says. */
export class WorkflowFile {
  /** @internal */
  public static _of(path: string, header: string[], pins: ActionPins, produce: () => Workflow): WorkflowFile {
    return new WorkflowFile(path, header, pins, produce);
  }

  private readonly patches: JsonPatch[] = [];

  private constructor(
    /** The path from the root of the repository, with `/` between its parts. */
    public readonly path: string,
    private readonly header: string[],
    private readonly pins: ActionPins,
    private readonly produce: () => Workflow,
  ) {}

  /**
   * What is in the file, with the names that the tree has when it is asked for; after synthesis, the last word.
   *
   * Throws where a patch does not apply.
   */
  public get text(): string {
    return renderWorkflow(this.header, this._workflow(), this.pins);
  }

  /**
   * Changes the file, after what the options say and in the order of the patches. What the reusable workflow
   * is permitted by a patch, its caller grants.
   *
   * @param patches what to change
   * @see https://www.rfc-editor.org/rfc/rfc6902
   */
  public patch(...patches: JsonPatch[]): void {
    checkKind(undefined, 'patch', patches, PATCHES);
    this.patches.push(...patches);
  }

  /** @internal */
  public _workflow(): Workflow {
    if (this.patches.length === 0) return this.produce();
    const workflow = structuredClone(this.produce());
    for (const patch of this.patches) patch._apply(this.path, workflow);
    return workflow;
  }

  /** @internal How often it was changed. */
  public _revision(): number {
    return this.patches.length;
  }
}
