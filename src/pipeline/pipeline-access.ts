import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Stack, Stage } from 'aws-cdk-lib';
import type { CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';
import { Construct, type IConstruct } from 'constructs';
import { invalidInput } from '../private/invalid-input';
import { checkKind, type Kind } from '../private/kinds';

interface StackTemplate {
  readonly template: unknown;
  readonly account?: string;
  readonly region?: string;
}

/** What reads templates is no part of this module, and is loaded when somebody asks. */
interface Reader {
  accessLines(templates: StackTemplate[], beside: StackTemplate[]): string[];
}

const SCOPE: Kind = {
  allowed: 'a stack of an app, an app or a stage',
  accepts: (value) => Construct.isConstruct(value),
};

/**
 * Who may publish, install and so on, by all policies of a stack: a list for a test to compare.
 *
 * A line moves when access moves, and at nothing else: logical ids, the order of statements and how a policy is written
 * make no difference.
 */
export class PipelineAccess {
  /**
   * What the template of a stack comes to, or of all stacks of an app or stage. Synthesizes the app.
   *
   * Throws for a construct that is in no app, and where synthesis fails.
   *
   * @param scope a stack, or an app or stage for all that it holds
   */
  public static of(scope: IConstruct): PipelineAccess {
    checkKind(undefined, 'PipelineAccess.of', scope, SCOPE);
    const stage = Stage.isStage(scope) ? scope : Stage.of(scope);
    if (!stage) {
      throw invalidInput(
        {
          property: 'PipelineAccess.of',
          given: scope.node.path,
          reason: 'is in no app, and so has no template',
          allowed: SCOPE.allowed,
        },
        scope,
      );
    }
    const stack = Stage.isStage(scope) ? undefined : Stack.of(scope);
    const { stacksRecursively } = stage.synth();
    const isMeant = ({ stackName, hierarchicalId }: CloudFormationStackArtifact) =>
      stack === undefined || (stackName === stack.stackName && hierarchicalId === stack.node.path);
    const placed = (artifacts: CloudFormationStackArtifact[]) => artifacts.map(templateOf);
    const lines = reader().accessLines(
      placed(stacksRecursively.filter(isMeant)),
      placed(stacksRecursively.filter((artifact) => !isMeant(artifact))),
    );
    return new PipelineAccess(lines);
  }

  /** The answer, sorted: what is done to what, and who may. */
  public readonly lines: string[];

  private constructor(lines: string[]) {
    this.lines = lines;
  }
}

function templateOf({ template, environment }: CloudFormationStackArtifact): StackTemplate {
  const known = (name: string) => (name.startsWith('unknown-') ? undefined : name);
  return { template, account: known(environment.account), region: known(environment.region) };
}

/** The package ships it beside `lib`; a checkout has its sources. */
function reader(): Reader {
  const root = rootOf(__dirname);
  const shipped = join(root, 'bin', 'access.js');
  const sources = join(root, 'commands', 'access', 'index.ts');
  return require(__filename.endsWith('.ts') && existsSync(sources) ? sources : shipped) as Reader;
}

function rootOf(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : rootOf(dirname(folder));
}
