import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Annotations,
  type App,
  Aspects,
  attachCustomSynthesis,
  CfnResource,
  Lazy,
  Stack,
  Stage,
} from 'aws-cdk-lib';
import * as assertions from 'aws-cdk-lib/assertions';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { AppFiles } from '../../../src/workflow/checkout/app-files';
import type { FileOwner } from '../../../src/workflow/checkout/file-owner';
import { putFiles } from '../support/bash';
import { asCli, asTest, newCheckout, newFolder, removeFolders, saidToCli } from '../support/cli';
import { pipelinesApp } from '../support/pipelines-app';
import { addWorkflow, named, synthesizeApp } from '../support/whole-app';

afterAll(removeFolders);

const REUSABLE = '.github/workflows/codeartifact_python.yml';
const CALLER = '.github/workflows/publish_python.yml';
const CONTENT = { said: '', failure: '' };

const isWritten = (checkout: string) => existsSync(join(checkout, '.github'));
const read = (checkout: string, path = REUSABLE) => readFileSync(join(checkout, path), 'utf8');

/** A Stage with a stack and its workflow, as every team has one for dev and one for prod. */
function addStage(
  app: Construct,
  name: string,
  props = named(name) as Parameters<typeof addWorkflow>[1],
): Stage {
  const stage = new Stage(app, name);
  addWorkflow(new Stack(stage, 'Acme'), props);
  return stage;
}

describe('judged when the app is whole', () => {
  const devAndProd = (app: App) => ['dev', 'prod'].map((name) => addStage(app, name));

  test('Stages with files of their own: the second synthesis in CI is content, and says nothing', () => {
    const checkout = newCheckout();
    expect(synthesizeApp(checkout, {}, devAndProd)).toEqual({
      said: `Written in ${realpathSync(checkout)}, to be committed: .github/workflows/dev.yml, .github/workflows/publish_dev.yml, .github/workflows/prod.yml, .github/workflows/publish_prod.yml\n`,
      failure: '',
    });
    expect(synthesizeApp(checkout, { ci: 'true' }, devAndProd)).toEqual(CONTENT);
    expect(synthesizeApp(checkout, {}, devAndProd)).toEqual(CONTENT);
  });

  test('a Stage that the app synthesizes by hand before the next one is there', () => {
    const byHand = (app: App) => {
      addStage(app, 'dev').synth();
      addStage(app, 'prod');
    };
    const checkout = newCheckout();
    expect(synthesizeApp(checkout, {}, byHand).failure).toBe('');
    expect(synthesizeApp(checkout, { ci: 'true' }, byHand)).toEqual(CONTENT);
    expect(readdirSync(join(checkout, '.github/workflows'))).toHaveLength(4);
  });

  test('a Stage that alone is synthesized writes nothing yet', () => {
    const checkout = newCheckout();
    asCli(checkout, {}, () => {
      pipelinesApp();
    });
    expect(isWritten(checkout)).toBe(false);
  });

  test('a Stage in a Stage', () => {
    const nested = (app: App) => addStage(new Stage(app, 'Europe'), 'dev');
    const checkout = newCheckout();
    expect(synthesizeApp(checkout, {}, nested).failure).toBe('');
    expect(synthesizeApp(checkout, { ci: 'true' }, nested)).toEqual(CONTENT);
  });

  test('a Stage that is gone leaves files, each named once', () => {
    const checkout = newCheckout();
    synthesizeApp(checkout, {}, (app) => {
      devAndProd(app);
      addWorkflow(new Stack(app, 'Acme'));
    });
    const { failure } = synthesizeApp(checkout, { ci: 'true' }, (app) => {
      devAndProd(app);
      new Stack(app, 'Acme');
    });
    expect(failure.match(/[\w./]+ is left over: \S+/g)).toEqual([
      `${REUSABLE} is left over: Acme/Workflow`,
      `${CALLER} is left over: Acme/Workflow`,
    ]);
  });

  test('what is left over is printed where only Stages could say it, as a warning to acknowledge', () => {
    const checkout = newCheckout();
    const renamed = (app: App) => addStage(app, 'dev', named('renamed'));
    synthesizeApp(checkout, {}, (app) => addStage(app, 'dev'));
    expect(synthesizeApp(checkout, {}, renamed).said).toContain(
      '[Warning at /dev/Acme/Workflow] The file .github/workflows/dev.yml is left over: ',
    );
    expect(saidToCli()).toMatch(/ \[ack: cdk-python-artifact-pipeline:stale-workflow\]\n/);
    const acknowledged = synthesizeApp(checkout, {}, (app) =>
      Annotations.of(renamed(app)).acknowledgeWarning('cdk-python-artifact-pipeline:stale-workflow'),
    );
    expect(acknowledged).toEqual(CONTENT);
  });

  test('it is an annotation where a stack of the app itself can say it', () => {
    const checkout = newCheckout();
    synthesizeApp(checkout, {}, (app) => addStage(app, 'dev'));
    let stack: Stack | undefined;
    synthesizeApp(checkout, {}, (app) => {
      addStage(app, 'dev', named('renamed'));
      stack = new Stack(app, 'Delivery');
      addWorkflow(stack);
    });
    assertions.Annotations.fromStack(stack as Stack).hasWarning(
      '/Delivery/Workflow',
      assertions.Match.stringLikeRegexp('dev.yml is left over'),
    );
    expect(saidToCli()).not.toContain('left over');
  });
});

describe('a synthesis that fails has written nothing', () => {
  const OLD = '# Generated by cdk-python-artifact-pipeline from dev/Acme/Workflow\non: push\n';

  test.each([{}, { ci: 'true' }])('two Stages that would write one file with other content (%j)', (env) => {
    const checkout = newCheckout();
    putFiles(checkout, { [REUSABLE]: OLD });
    const { said, failure } = synthesizeApp(checkout, env, (app) => {
      addStage(app, 'dev', {});
      addStage(app, 'prod', { region: 'us-east-1' });
    });
    expect(failure).toContain(
      `dev/Acme/Workflow and prod/Acme/Workflow would both write ${REUSABLE}, with different content. ` +
        'Give one of them another fileName or callerFileName, or turn its files off with writeFiles: false.',
    );
    expect(said).toBe('');
    expect(read(checkout)).toBe(OLD);
    expect(existsSync(join(checkout, CALLER))).toBe(false);
  });

  test('with the same content they share the file, which is from the first', () => {
    const checkout = newCheckout();
    const build = (app: App) => ['dev', 'prod'].map((name) => addStage(app, name, {}));
    expect(synthesizeApp(checkout, {}, build).failure).toBe('');
    expect(read(checkout)).toContain('from dev/Acme/Workflow\n');
    expect(synthesizeApp(checkout, { ci: 'true' }, build)).toEqual(CONTENT);
  });

  test('a stack that can not be synthesized, after ours', () => {
    const checkout = newCheckout();
    const { failure } = synthesizeApp(checkout, {}, (app) => {
      addWorkflow(new Stack(app, 'Acme'));
      new CfnResource(new Stack(app, 'Later'), 'Bad', {
        type: 'Acme::Bad',
        properties: {
          A: Lazy.string({
            produce: () => {
              throw new Error('not to be had');
            },
          }),
        },
      });
    });
    expect(failure).toContain('not to be had');
    expect(isWritten(checkout)).toBe(false);
  });

  test.each<[string, (app: App) => Construct]>([
    ['a stack of the app', (app) => new Stack(app, 'Other')],
    ['a stack of another Stage', (app) => new Stack(new Stage(app, 'prod'), 'Other')],
    ['the workflow itself', (app) => app.node.findChild('dev')],
  ])('an error annotation at %s, which the CDK CLI judges later', (_, place) => {
    const checkout = newCheckout();
    const { failure, said } = synthesizeApp(checkout, {}, (app) => {
      addStage(app, 'dev');
      Annotations.of(place(app)).addError('not allowed here');
    });
    expect(failure).toBe('');
    expect(said).toMatch(/^No generated file is written, since [\w/]+ has an error\.\n$/);
    expect(isWritten(checkout)).toBe(false);
  });

  test('an error of the app itself', () => {
    const { said } = synthesizeApp(newCheckout(), {}, (app) => {
      addStage(app, 'dev');
      Annotations.of(app).addError('not allowed here');
    });
    expect(said).toBe('No generated file is written, since the app has an error.\n');
  });

  test('an error that an Aspect of a Stage finds, and one that comes as late as the template', () => {
    const checkout = newCheckout();
    synthesizeApp(checkout, {}, (app) =>
      Aspects.of(addStage(app, 'dev')).add({
        visit: (node) => {
          if (node instanceof Stack) Annotations.of(node).addError('no tags');
        },
      }),
    );
    synthesizeApp(checkout, {}, (app) => {
      const stack = new Stack(addStage(app, 'dev'), 'Late');
      const produce = () => {
        Annotations.of(stack).addError('too late');
        return 'x';
      };
      new CfnResource(stack, 'R', { type: 'Acme::R', properties: { A: Lazy.string({ produce }) } });
    });
    expect(saidToCli()).toContain('since dev/Late has an error');
    expect(isWritten(checkout)).toBe(false);
  });

  test('a validation of somebody else that fails', () => {
    const checkout = newCheckout();
    const { failure } = synthesizeApp(checkout, {}, (app) => {
      addWorkflow(new Stack(app, 'Acme'));
      new Stack(app, 'Other').node.addValidation({ validate: () => ['no'] });
    });
    expect(failure).toContain('[Other] no');
    expect(isWritten(checkout)).toBe(false);
  });

  test('a synthesis without validation checks nothing, and so writes nothing', () => {
    const checkout = newCheckout();
    synthesizeApp(checkout, {}, (app) => {
      addWorkflow(new Stack(app, 'Acme'));
      app.synth({ skipValidation: true });
    });
    expect(isWritten(checkout)).toBe(false);
  });
});

describe('a synthesis that is repeated', () => {
  test('without validation after one that failed writes nothing of that', () => {
    const checkout = newCheckout();
    putFiles(checkout, { [CALLER]: 'on: push\n' });
    synthesizeApp(checkout, {}, (app) => {
      addWorkflow(new Stack(app, 'Acme'));
      expect(() => app.synth()).toThrow('was not generated');
      app.synth({ skipValidation: true });
    });
    expect(existsSync(join(checkout, REUSABLE))).toBe(false);
  });

  test('writes once and says so once', () => {
    const checkout = newCheckout();
    const { said } = synthesizeApp(checkout, {}, (app) => {
      addStage(app, 'dev');
      app.synth();
      app.synth({ force: true });
    });
    expect(said.match(/Written/g)).toHaveLength(1);
  });

  test('in a unit test does nothing, however it is asked for', () => {
    const checkout = newCheckout();
    asCli(checkout, {}, () =>
      asTest(() => {
        const app = pipelinesApp();
        const stack = new Stack(app, 'Acme');
        addWorkflow(stack);
        app.synth();
        app.synth();
        assertions.Template.fromStack(stack).resourceCountIs('AWS::IAM::Role', 0);
        assertions.Template.fromStack(app.node.findChild('Delivery') as Stack);
      }),
    );
    expect(isWritten(checkout)).toBe(false);
    expect(saidToCli()).toBe('');
  });
});

describe('the one custom synthesis of an app', () => {
  test('may be taken: the files are written all the same, when every stack is synthesized', () => {
    const checkout = newCheckout();
    const calls: boolean[] = [];
    const build = (app: App) => {
      attachCustomSynthesis(app, { onSynthesize: () => calls.push(isWritten(checkout)) });
      addStage(app, 'dev');
      addWorkflow(new Stack(app, 'Acme'));
    };
    expect(synthesizeApp(checkout, {}, build).failure).toBe('');
    expect(calls).toEqual([true]);
    expect(synthesizeApp(checkout, { ci: 'true' }, build)).toEqual(CONTENT);
    const failing = newCheckout();
    synthesizeApp(failing, {}, (app) => {
      build(app);
      attachCustomSynthesis(new Construct(new Stack(app, 'Zebra'), 'Late'), {
        onSynthesize: () => {
          throw new Error('late');
        },
      });
    });
    expect(isWritten(failing)).toBe(false);
  });

  test('is left to the app until it is synthesized', () => {
    const checkout = newCheckout();
    const { failure } = synthesizeApp(checkout, {}, (app) => {
      addWorkflow(new Stack(app, 'Acme'));
      attachCustomSynthesis(app, { onSynthesize: () => undefined });
    });
    expect(failure).toBe('');
    expect(isWritten(checkout)).toBe(true);
  });
});

describe('a tree without an App', () => {
  test('whose root is a Stage', () => {
    const checkout = newCheckout();
    asCli(checkout, {}, () => {
      const stage = new Stage(undefined as unknown as Construct, 'dev', { outdir: newFolder() });
      addWorkflow(new Stack(stage, 'Acme'));
      stage.synth();
    });
    expect(read(checkout)).toContain('# Generated by cdk-python-artifact-pipeline from dev/Acme/Workflow\n');
  });

  test('whose root is a Stack', () => {
    asCli(newCheckout(), {}, () => {
      const stack = new Stack();
      const { files } = addWorkflow(stack);
      expect(Object.keys(files)).toEqual([REUSABLE, CALLER]);
      assertions.Template.fromStack(stack);
    });
  });

  test('whose root is a construct', () => {
    const stack = new Stack(new Construct(undefined as unknown as Construct, ''), 'Acme');
    expect(asCli(newCheckout(), {}, () => Object.keys(addWorkflow(stack).files))).toEqual([REUSABLE, CALLER]);
  });
});

describe('a checkout without Git', () => {
  const build = (app: App) => addWorkflow(new Stack(app, 'Acme'));

  test('as CodePipeline hands it on: the files are compared with those in its .github', () => {
    const checkout = newCheckout();
    synthesizeApp(checkout, {}, build);
    const sources = newFolder();
    putFiles(sources, { [REUSABLE]: read(checkout), 'cdk/app.py': '' });
    const { failure } = synthesizeApp(join(sources, 'cdk'), { CODEBUILD_BUILD_ID: 'acme:1' }, build);
    expect(failure).toContain(`The generated file ${CALLER} is missing.`);
    expect(failure).not.toContain(REUSABLE);
  });

  test.each([{}, { ci: 'true' }])('as Docker has it, without .github: a note, and no error (%j)', (env) => {
    const folder = newFolder();
    let stack: Stack | undefined;
    expect(
      synthesizeApp(folder, env, (app) => {
        stack = new Stack(app, 'Acme');
        addWorkflow(stack);
        addWorkflow(stack, named('second'), 'Second');
      }),
    ).toEqual(CONTENT);
    const notes = assertions.Annotations.fromStack(stack as Stack).findInfo('*', assertions.Match.anyValue());
    expect(notes.map(({ id, entry }) => [id, entry.data])).toEqual([
      ['/Acme/Workflow', expect.stringMatching(/have a|has a .git or a .github.*no-checkout\]$/s)],
    ]);
    expect(isWritten(folder)).toBe(false);
  });

  test('the note of a Stage is printed', () => {
    expect(synthesizeApp(newFolder(), {}, (app) => addStage(app, 'dev')).said).toMatch(
      /^\[Info at \/dev\/Acme\/Workflow\] The generated files are neither written nor compared: .* \[ack: cdk-python-artifact-pipeline:no-checkout\]\n$/,
    );
  });
});

describe('a value that the CDK CLI has yet to look up', () => {
  const WAITING =
    'The generated files are neither compared nor written yet: the CDK CLI looks up values first.\n';
  const lookup =
    (defaultValue?: string) =>
    (app: App): void => {
      const stack = new Stack(app, 'Acme', { env: { account: '111111111111', region: 'eu-west-1' } });
      const domainName = StringParameter.valueFromLookup(stack, 'domain', defaultValue);
      addWorkflow(stack, { domainName });
    };
  const KEY = 'ssm:account=111111111111:parameterName=domain:region=eu-west-1';

  // aws-cdk#8604, #8699, #7477
  test.each([
    ['its placeholder', undefined],
    ['a default in its place', 'acme-default'],
  ])('%s is neither compared nor written, and the next pass is', (_, defaultValue) => {
    const checkout = newCheckout();
    const build = lookup(defaultValue);
    for (const env of [{}, { ci: 'true' }])
      expect(synthesizeApp(checkout, env, build)).toEqual({ said: WAITING, failure: '' });
    expect(isWritten(checkout)).toBe(false);

    const context = { [KEY]: 'acme' };
    expect(synthesizeApp(checkout, {}, build, context).failure).toBe('');
    expect(read(checkout)).toMatch(/: acme$/m);
    expect(synthesizeApp(checkout, { ci: 'true' }, build, context)).toEqual(CONTENT);
    expect(synthesizeApp(checkout, { ci: 'true' }, build)).toEqual({ said: WAITING, failure: '' });
  });

  test('a placeholder that came by another way, as from a stack of its own, is no value either', () => {
    const checkout = newCheckout();
    const { said } = synthesizeApp(checkout, {}, (app) =>
      addWorkflow(new Stack(app, 'Acme'), { domainName: 'dummy-value-for-acme' }),
    );
    expect(said).toBe(WAITING);
    expect(isWritten(checkout)).toBe(false);
  });

  test('two Stages with one placeholder are in no conflict', () => {
    const { failure } = synthesizeApp(newCheckout(), { ci: 'true' }, (app) => {
      for (const [name, region] of [
        ['dev', 'eu-west-1'],
        ['prod', 'us-east-1'],
      ]) {
        const stack = new Stack(new Stage(app, name), 'Acme', { env: { account: '111111111111', region } });
        addWorkflow(stack, { domainName: StringParameter.valueFromLookup(stack, 'domain'), region });
      }
    });
    expect(failure).toBe('');
  });
});

describe('another kind of file, with an owner of its own', () => {
  const ACTION = '.github/actions/install/action.yml';
  const HEADER = '# Generated by cdk-python-artifact-pipeline from Acme/Action\n';
  const owner =
    (path = ACTION, options: Partial<FileOwner> = {}) =>
    (app: App) => {
      const construct = new Construct(new Stack(app, 'Acme'), 'Action');
      const files = () => ({ [path]: `${HEADER}name: Install\n` });
      AppFiles.of(construct).add({ construct, namedBy: 'actionName', writeFiles: true, files, ...options });
    };

  test('is written, compared, and found when it is left over', () => {
    const checkout = newCheckout();
    expect(synthesizeApp(checkout, {}, owner()).said).toContain(`to be committed: ${ACTION}\n`);
    expect(synthesizeApp(checkout, { ci: 'true' }, owner())).toEqual(CONTENT);
    const renamed = owner('.github/actions/set-up/action.yml');
    expect(synthesizeApp(checkout, { ci: 'true' }, renamed).failure).toContain(
      `The file ${ACTION} is left over: Acme/Action generated it once`,
    );
  });

  test('has advice with the names of its own options', () => {
    const checkout = newCheckout();
    putFiles(checkout, { [ACTION]: 'name: Mine\n' });
    expect(synthesizeApp(checkout, {}, owner()).failure).toContain(
      'Move it away, or give the construct another actionName. (construct Acme/Action)',
    );
    expect(synthesizeApp(checkout, {}, owner(ACTION, { writeFiles: false }))).toEqual(CONTENT);
  });

  test('that is to be at a path with a placeholder waits', () => {
    const checkout = newCheckout();
    synthesizeApp(checkout, {}, owner('.github/actions/dummy-value-for-name/action.yml'));
    expect(isWritten(checkout)).toBe(false);
    expect(saidToCli()).toContain('neither compared nor written yet');
  });
});

describe('a folder inside the checkout', () => {
  test('is said by its root in what was written', () => {
    const checkout = newCheckout();
    mkdirSync(join(checkout, 'other'));
    const { said } = synthesizeApp(checkout, {}, (app) => {
      const stack = new Stack(app, 'Acme');
      addWorkflow(stack);
      addWorkflow(stack, { gitRoot: 'other' }, 'Other');
    });
    const root = realpathSync(checkout);
    const paths = `${REUSABLE}, ${CALLER}`;
    expect(said).toBe(
      `Written in ${root}, to be committed: ${paths}\nWritten in ${join(root, 'other')}, to be committed: ${paths}\n`,
    );
  });

  test('one file is said where one file is written', () => {
    const checkout = newCheckout();
    const build = (app: App) => addWorkflow(new Stack(app, 'Acme'));
    synthesizeApp(checkout, {}, build);
    writeFileSync(join(checkout, CALLER), `${read(checkout, CALLER)}# edited\n`);
    expect(synthesizeApp(checkout, {}, build).said).toBe(
      `Written in ${realpathSync(checkout)}, to be committed: ${CALLER}\n`,
    );
  });
});
