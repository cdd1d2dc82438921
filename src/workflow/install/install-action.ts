import type { IConstruct } from 'constructs';
import type { WorkflowHost } from '../../github';
import { ActionPins } from '../actions/action-pins';
import { AppFiles } from '../checkout/app-files';
import { header } from '../checkout/header';
import type { CompositeAction } from '../language/action-model';
import { toYaml } from '../language/yaml';
import { commentsWith, renderFile } from '../render';
import { passedInputs, unknownInputs } from '../settings/values';
import { type InstallPlace, type InstallValues, inputValues } from './install-values';
import { checkStep, type InstallSettings, installStep, signInSteps } from './steps';

/** The composite action of a reader, and how a job uses it. */
export class InstallAction {
  constructor(
    private readonly owner: IConstruct,
    private readonly folder: string,
    private readonly place: InstallPlace,
    private readonly settings: InstallSettings,
    private readonly host?: WorkflowHost,
  ) {}

  /** Has the file written into the checkout, or compared with it. */
  public writeTo(gitRoot: string | undefined, writeFiles: boolean): void {
    const { owner: construct } = this;
    const files = () => this.files;
    AppFiles.of(construct).add({
      construct,
      namedBy: 'actionName',
      writeFiles,
      gitRoot,
      isShared: false,
      files,
    });
  }

  public get files(): { [path: string]: string } {
    const pins = new ActionPins(this.owner);
    const text = renderFile(header(this.owner.node.path, 'workflow'), this.action(pins), pins);
    return { [`${this.folder}/action.yml`]: text };
  }

  /** The permissions and the first steps of a job that uses it. */
  public get snippet(): string {
    const pins = new ActionPins(this.owner);
    const { values } = this.values();
    const checkout = {
      name: 'Check out',
      uses: pins.uses('actions/checkout'),
      with: { 'persist-credentials': false },
    };
    const inputs = passedInputs(values);
    const uses = {
      name: 'Install from CodeArtifact',
      uses: pins.ownAction(this.host?._uses(this.folder) ?? `./${this.folder}`),
      ...(Object.keys(inputs).length > 0 && { with: inputs }),
    };
    const job = {
      permissions: { contents: 'read', 'id-token': 'write' },
      steps: [...(this.host ? [] : [checkout]), uses],
    };
    return toYaml(job, commentsWith(pins));
  }

  private action(pins: ActionPins): CompositeAction {
    const values = this.values();
    const { domainName, repositoryName } = values.values;
    const isKnown = domainName.known !== undefined && repositoryName.known !== undefined;
    const place = isKnown ? `${domainName.known}/${repositoryName.known}` : 'a repository of CodeArtifact';
    const inputs = unknownInputs(values.values).map(
      ({ name, description }) => [name, { description, required: true }] as const,
    );
    return {
      name: 'Install from CodeArtifact',
      description: `Lets the later steps of a job install Python packages from ${place}`,
      ...(inputs.length > 0 && { inputs: Object.fromEntries(inputs) }),
      runs: {
        using: 'composite',
        steps: [
          checkStep(values, this.settings),
          ...signInSteps(pins, values, this.settings),
          installStep(values, this.settings),
        ],
      },
    };
  }

  private values(): InstallValues {
    return inputValues(this.owner, this.place);
  }
}
