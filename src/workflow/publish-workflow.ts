import { Annotations, attachCustomSynthesis } from 'aws-cdk-lib';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { Construct } from 'constructs';
import { callerWorkflow } from './caller';
import { FileOwners } from './checkout/file-owners';
import { filePaths } from './checkout/file-paths';
import { drift, write, writtenByHand } from './checkout/files-on-disk';
import { findGitRoot, noGitRoot } from './checkout/git-root';
import { header } from './checkout/header';
import { staleFiles } from './checkout/stale-files';
import { SynthesisMode, synthesisMode } from './checkout/synthesis-mode';
import type { Workflow } from './language/model';
import type { PublishWorkflowProps } from './options/workflow-options';
import { reusableWorkflow } from './reusable';
import { checkKnownValues } from './settings/known-values';
import { checkLiteralParts } from './settings/literal-parts';
import { resolveSettings } from './settings/resolve-settings';
import type { WorkflowSettings } from './settings/settings';
import { tell } from './settings/warnings';
import { templateProperties } from './template-properties';
import { WorkflowFile } from './workflow-file';

/**
 * The workflow files that build Python packages and publish them to CodeArtifact: a reusable workflow, and
 * one that calls it.
 *
 * When the CDK CLI runs the app, the files are written to the Git checkout; with the environment variable
 * `CI` set, they are compared with it instead, and synthesis fails where they differ. In a test, nothing of
 * this happens, and `files` has the text.
 *
 * Throws for values that GitHub, AWS or Python would not take, and for a token in a place that can not be an
 * input. Fails synthesis where there is no Git checkout, where a file that it did not generate is in the way, and
 * where two constructs of an app would write the same file with different content.
 *
 * @see https://docs.github.com/en/actions/how-tos/reuse-automations/reuse-workflows
 */
@propertyInjectable
export class PublishWorkflow extends Construct {
  /** The id by which an `IPropertyInjector` of aws-cdk-lib finds this class. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-python-artifact-pipeline.PublishWorkflow';

  /** The workflow that others call. */
  public readonly reusable: WorkflowFile;

  /** The workflow that calls it when something is to be published. */
  public readonly caller: WorkflowFile;

  private readonly settings: WorkflowSettings;
  private readonly propertiesPath?: string;
  private readonly writeFiles: boolean;
  private readonly gitRoot?: string;
  private rendered?: { readonly revision: string; readonly files: Record<string, string> };

  constructor(scope: Construct, id: string, props: PublishWorkflowProps) {
    super(scope, id);
    checkKnownValues(this, props);
    checkLiteralParts(this, props);
    const paths = filePaths(this, props);
    this.settings = resolveSettings(this, props, paths.reusable);
    this.propertiesPath = paths.properties;
    this.writeFiles = props.writeFiles ?? true;
    this.gitRoot = props.gitRoot;

    const { path } = this.node;
    const { pins } = this.settings;
    let reusable: Workflow | undefined;
    this.reusable = WorkflowFile._of(paths.reusable, header(path, 'workflow'), pins, () => {
      reusable ??= reusableWorkflow(this.settings);
      return reusable;
    });
    this.caller = WorkflowFile._of(
      paths.caller,
      header(path, props.host ? 'template' : 'workflow'),
      pins,
      () => callerWorkflow(this.settings, this.reusable._workflow(), paths.caller),
    );

    tell(this, this.settings);
    FileOwners.of(this).add(this);
    this.node.addValidation({ validate: () => this.problemsOnDisk() });
    attachCustomSynthesis(this, { onSynthesize: () => this.writeToDisk() });
  }

  /** The path of the reusable workflow, from the root of its repository. */
  public get reusablePath(): string {
    return this.reusable.path;
  }

  /**
   * The text of each file, by its path from the root of the Git checkout, with `/` between its parts. The
   * same on every machine.
   */
  public get files(): { [path: string]: string } {
    const revision = `${this.reusable._revision()} ${this.caller._revision()}`;
    if (this.rendered?.revision !== revision) this.rendered = { revision, files: this.render() };
    return { ...this.rendered.files };
  }

  /** @internal */
  public _root(): string | undefined {
    const isOff = !this.writeFiles || synthesisMode() === SynthesisMode.NONE;
    return isOff ? undefined : findGitRoot(this.gitRoot);
  }

  private render(): Record<string, string> {
    return {
      [this.reusable.path]: this.reusable.text,
      [this.caller.path]: this.caller.text,
      ...(this.propertiesPath && { [this.propertiesPath]: templateProperties() }),
    };
  }

  private problemsOnDisk(): string[] {
    const mode = synthesisMode();
    if (!this.writeFiles || mode === SynthesisMode.NONE) return [];
    const root = this._root();
    if (root === undefined) return [noGitRoot(this.gitRoot)];
    const conflicts = FileOwners.of(this).conflicts(this, root);
    if (mode === SynthesisMode.CHECK)
      return [...conflicts, ...drift(root, this.ownFiles(root)), ...this.stale()];
    for (const sentence of this.stale()) {
      Annotations.of(this).addWarningV2('cdk-python-artifact-pipeline:stale-workflow', sentence);
    }
    return [...conflicts, ...writtenByHand(root, this.ownFiles(root))];
  }

  private writeToDisk(): void {
    const root = this._root();
    if (root !== undefined && synthesisMode() === SynthesisMode.WRITE) write(root, this.ownFiles(root));
  }

  /** The files that no construct before this one writes. */
  private ownFiles(root: string): Record<string, string> {
    const owners = FileOwners.of(this);
    return Object.fromEntries(
      Object.entries(this.files).filter(([path]) => !owners.earlierOwner(this, root, path)),
    );
  }

  /** What is left over from before, said once for an app. */
  private stale(): string[] {
    const owners = FileOwners.of(this);
    if (!owners.speaksForAll(this)) return [];
    return [...owners.generated()].flatMap(([root, paths]) => staleFiles(this.node.root, root, paths));
  }
}
