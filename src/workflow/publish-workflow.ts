import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { Construct } from 'constructs';
import type { SharedTrust } from '../github/trust/shared-trust';
import type { TrustedRuns } from '../github/trust/trusted-runs';
import { pathIn } from '../private/invalid-input';
import { checkKinds } from '../private/kinds';
import { callerWorkflow } from './caller';
import { AppFiles } from './checkout/app-files';
import { filePaths } from './checkout/file-paths';
import { header } from './checkout/header';
import type { Workflow } from './language/model';
import { PUBLISH_WORKFLOW_KINDS } from './options/option-kinds';
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
 * When the CDK CLI runs the app, the files are written to the Git checkout, after all of the app is synthesized
 * without an error; in CI they are compared with it instead, and synthesis fails where they differ. In a test,
 * nothing of this happens, and `files` has the text.
 *
 * Throws for values that GitHub, AWS or Python would not take, and for a token in a place that can not be an
 * input. Fails synthesis where a file that it did not generate is in the way, where a file can't be written, and
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

  /** @internal The runs that it publishes in. */
  public readonly _runs: TrustedRuns;

  private readonly settings: WorkflowSettings;
  private trust?: () => SharedTrust;
  private readonly propertiesPath?: string;
  private rendered?: { readonly revision: string; readonly files: Record<string, string> };

  constructor(scope: Construct, id: string, props: PublishWorkflowProps) {
    checkKinds(pathIn(scope, id), props, PUBLISH_WORKFLOW_KINDS);
    super(scope, id);
    checkKnownValues(this, props);
    checkLiteralParts(this, props);
    const paths = filePaths(this, props);
    this.settings = resolveSettings(this, props, paths.reusable);
    this.propertiesPath = paths.properties;
    this._runs = { publishOn: props.publishOn, jobWorkflowRef: props.host?._jobWorkflowRef(paths.reusable) };

    const { path } = this.node;
    const { pins } = this.settings;
    let reusable: { readonly values: string; readonly workflow: Workflow } | undefined;
    this.reusable = WorkflowFile._of(paths.reusable, header(path, 'workflow'), pins, () => {
      // A copy, which has the values of now for all jobs.
      const settings = { ...this.settings, ...(this.trust && { trust: this.trust() }) };
      const values = JSON.stringify(settings.values);
      if (reusable?.values !== values) reusable = { values, workflow: reusableWorkflow(settings) };
      return reusable.workflow;
    });
    this.caller = WorkflowFile._of(
      paths.caller,
      header(path, props.host ? 'template' : 'workflow'),
      pins,
      () => callerWorkflow(this.settings, this.reusable._workflow(), paths.reusable, paths.caller),
    );

    tell(this, this.settings);
    AppFiles.of(this).add({
      construct: this,
      namedBy: 'fileName or callerFileName',
      writeFiles: props.writeFiles ?? true,
      gitRoot: props.gitRoot,
      files: () => this.files,
    });
  }

  /** The path of the reusable workflow, from the root of its repository. */
  public get reusablePath(): string {
    return this.reusable.path;
  }

  /**
   * The text of each file, by its path from the root of the Git checkout, with `/` between its parts. The
   * same on every machine.
   *
   * It has the names that the tree has when it is asked for: Aspects and escape hatches can change them until
   * the app is synthesized, and after that this is the last word.
   */
  public get files(): { [path: string]: string } {
    const values = JSON.stringify(this.settings.values);
    const revision = `${this.reusable._revision()} ${this.caller._revision()} ${values}`;
    if (this.rendered?.revision !== revision) this.rendered = { revision, files: this.render() };
    return { ...this.rendered.files };
  }

  /** @internal Lets the run compare itself with what a role trusts. Only before a file is asked for. */
  public _compareWith(trust: () => SharedTrust): void {
    this.trust = trust;
  }

  private render(): Record<string, string> {
    return {
      [this.reusable.path]: this.reusable.text,
      [this.caller.path]: this.caller.text,
      ...(this.propertiesPath && { [this.propertiesPath]: templateProperties() }),
    };
  }
}
