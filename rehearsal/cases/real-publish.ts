import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunResult } from '../runner/request';
import type { Stage } from '../stage';
import type { Case } from './case';
import { Refused } from './door';
import { EXAMPLE, ORDERS, TAG } from './example';
import type { Scene } from './scene';

/** The files that passed, by name. */
const builtFiles = async (scene: Scene): Promise<[string, Buffer][]> => {
  const { artifacts, jobs } = succeeded(await scene.built());
  return [...artifacts.get(jobs['publish/verify']?.outputs.artifact_name ?? '')];
};

/** The run, or the refusal that its log shows. */
function succeeded(result: RunResult): RunResult {
  if (result.conclusion === 'success') return result;
  const failed = Object.values(result.jobs).find(({ result: r }) => r === 'failure');
  throw new Refused('job', failed?.log.lines.slice(-25).join('\n') ?? '');
}

const folder = `${EXAMPLE.account}/${EXAMPLE.domain}/${EXAMPLE.repository}`;

async function expectPublished(scene: Scene, stage: Stage): Promise<void> {
  const files = await builtFiles(scene);
  if (files.length !== 2)
    throw new Error(`built ${files.map(([name]) => name).join()}, not a wheel and an sdist`);
  for (const [filename, content] of files) {
    const stored = stage.store.file(folder, EXAMPLE.package.name, filename);
    if (stored?.size !== content.length) throw new Error(`${filename} is not in the repository`);
  }
}

/** Puts a file into the repository before the publish job runs. */
const seed = (stage: Stage, filename: string, content: Buffer) =>
  stage.store.put(
    folder,
    EXAMPLE.package.name,
    { filename, version: EXAMPLE.package.version, origin: 'published' },
    content,
  );

/** A setup.py that goes for everything a thief could use. */
const THIEF = `
import os, subprocess, urllib.request
url = os.environ.get("ACTIONS_ID_TOKEN_REQUEST_URL")
if url:
    request = urllib.request.Request(url + "&audience=sts.amazonaws.com")
    request.add_header("Authorization", "bearer " + os.environ["ACTIONS_ID_TOKEN_REQUEST_TOKEN"])
    print("STOLEN", urllib.request.urlopen(request).read()[:20], flush=True)
secrets = [name for name in os.environ if name.startswith("AWS_") and "KEY" in name or name.startswith("TWINE_")]
if secrets:
    print("STOLEN", secrets, flush=True)
raise SystemExit("no token endpoint and no credentials" if not url and not secrets else "done")
`;

const CASES: readonly Case[] = [
  {
    says: 'a tag push publishes the wheel and the sdist',
    expect: 'allowed',
    because: 'the two generated workflow files, python3 -m build, twine and the AWS CLI do it together',
    run: async (scene) => {
      const { stage, result } = await scene.published();
      succeeded(result);
      await expectPublished(scene, stage);
    },
  },
  {
    says: 'somebody reads the log of the run',
    expect: ['job', /nothing to see/],
    because: 'every secret is masked, whoever prints it',
    run: async (scene) => {
      const { result, secrets } = await scene.published();
      const { log } = succeeded(result).jobs['publish/publish'] ?? {};
      if (!log || secrets.length < 3) throw new Error('the run took no session and no token');
      const open = secrets.filter((secret) => result.log.includes(secret) || !log.hides(secret));
      if (!open.length) throw new Refused('job', 'nothing to see');
    },
  },
  {
    says: 'the session and the token of the run are used after a quarter of an hour',
    expect: ['job', /15 minutes/],
    because: 'neither is given out for longer',
    run: async (scene) => {
      const { result, seconds } = await scene.published();
      succeeded(result);
      if (Math.max(...seconds) <= 900) throw new Refused('job', 'both end after 15 minutes');
    },
  },
  {
    says: 'a repository with an immutable subject publishes by the same files',
    expect: 'allowed',
    because: 'the trust knows both forms',
    run: async (scene) => {
      const stage = await scene.freshStage();
      const immutable = { ...ORDERS, immutableSubject: true };
      succeeded(await scene.run(stage, immutable, TAG, { earlier: await scene.built() }));
      await expectPublished(scene, stage);
    },
  },
  {
    says: 'the publish job is run again after half of it was uploaded',
    expect: 'allowed',
    because: 'a file with the same bytes is accepted again',
    run: async (scene) => {
      const stage = await scene.freshStage();
      const [first] = await builtFiles(scene);
      if (first) seed(stage, ...first);
      succeeded(await scene.run(stage, ORDERS, TAG, { earlier: await scene.built() }));
      await expectPublished(scene, stage);
    },
  },
  {
    says: 'the version was published before with other contents',
    expect: ['job', /409.*Already published.*raise the version/s],
    because: 'a published file is never replaced, and the log says what to do',
    run: async (scene) => {
      const stage = await scene.freshStage();
      for (const [filename] of await builtFiles(scene)) seed(stage, filename, Buffer.from('something else'));
      succeeded(await scene.run(stage, ORDERS, TAG, { earlier: await scene.built() }));
    },
  },
  {
    says: 'the built files are exchanged between the jobs',
    expect: ['job', /Not what was verified/],
    because: 'their hashes are handed on beside them',
    run: async (scene) => {
      const stage = await scene.freshStage();
      const { jobs, artifacts } = await scene.built();
      const other = (path: string, content: Buffer) =>
        path.endsWith('.whl') ? Buffer.concat([content, content]) : content;
      succeeded(
        await scene.run(stage, ORDERS, TAG, { earlier: { jobs, artifacts: artifacts.tamperedWith(other) } }),
      );
    },
  },
  {
    says: 'the publish job runs for a branch all the same',
    expect: [
      'job',
      /Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity/,
    ],
    because: 'the subject names the branch, and that is what its author sees',
    run: async (scene) => {
      const stage = await scene.freshStage();
      const text = scene.assembly.caller.text.replace(/^on:\n(?: .*\n)+/m, 'on: push\n');
      const event = { name: 'push', ref: 'refs/heads/feature' } as const;
      succeeded(await scene.run(stage, ORDERS, event, { text, earlier: await scene.built() }));
    },
  },
  {
    says: 'the tag is another version than the package',
    expect: ['job', /The tag is v9\.9\.9, and the version in \S+ is 1\.2\.3/],
    because: 'whoever installs by the tag would get something else, and the log says what to do',
    run: async (scene) => {
      const event = { ...TAG, ref: 'refs/tags/v9.9.9' };
      succeeded(await scene.run(await scene.freshStage(), ORDERS, event, { until: 'publish/verify' }));
    },
  },
  {
    says: 'the package is built by code that looks for credentials',
    expect: ['job', /no token endpoint and no credentials/],
    because: 'the job that runs it has none',
    run: async (scene) => {
      const stage = await scene.freshStage();
      const source = stage.machine.folder('thief');
      cpSync(scene.assembly.package, source, { recursive: true });
      writeFileSync(join(source, 'setup.py'), THIEF);
      succeeded(await scene.run(stage, ORDERS, TAG, { source, until: 'publish/build' }));
    },
  },
];

/** Publishing with the real programs. */
export const REAL_PUBLISH_CASES = CASES.map((one): Case => ({ ...one, slow: true }));
