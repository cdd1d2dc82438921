import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LinkedPip } from './linked-pip';
import { awsCli } from './tools';

export interface Endpoints {
  readonly sts: string;
  readonly codeartifact: string;
}

/** Programs that GitHub's Ubuntu image has and scripts may count on, besides the AWS CLI. No Python: a job sets that up. */
const PROGRAMS = (
  'bash sh env cat ls cp mv rm mkdir rmdir ln touch chmod date dirname basename pwd head tail cut tr sort uniq wc tee ' +
  'od seq sleep true false test expr printf echo grep egrep sed awk find xargs diff cmp sha256sum sha1sum md5sum base64 ' +
  'mktemp readlink realpath stat tar gzip gunzip unzip zip git curl jq id uname timeout'
).split(' ');

/** A bare machine: a PATH of its own, and new homes on demand. */
export class Machine {
  private count = 0;

  public constructor(
    private readonly root: string,
    public readonly endpoints: Endpoints,
    private readonly pip: LinkedPip,
  ) {
    const bin = join(root, 'bin');
    mkdirSync(bin, { recursive: true });
    for (const program of PROGRAMS) {
      const found = ['/usr/bin', '/bin'].map((folder) => join(folder, program)).find(existsSync);
      if (found) symlinkSync(found, join(bin, program));
    }
    executable(join(bin, 'aws'), this.awsScript());
  }

  /** An empty folder. */
  public folder(name: string): string {
    const folder = join(this.root, `${++this.count}-${name.replaceAll(/[^a-z0-9-]+/gi, '-')}`);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  /** The whole environment of a process: nothing of the surrounding one comes along. */
  public environment(home: string, ...pathFirst: string[]): Record<string, string> {
    const temporary = join(home, 'tmp');
    mkdirSync(temporary, { recursive: true });
    return {
      HOME: home,
      TMPDIR: temporary,
      PATH: [...pathFirst, join(this.root, 'bin')].join(':'),
      LANG: 'C.UTF-8',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_PAGER: '',
      PIP_DISABLE_PIP_VERSION_CHECK: '1',
      PIP_NO_CACHE_DIR: '1',
      PIP_NO_COMPILE: '1', // compiling what is run once takes half of an installation
      PYTHON_KEYRING_BACKEND: 'keyring.backends.null.Keyring',
      NO_COLOR: '1',
    };
  }

  /** A Python with pip and nothing else; returns the folder of its programs. */
  public python(folder: string): string {
    this.pip.makeEnvironment(folder);
    return join(folder, 'bin');
  }

  /** The endpoints are the AWS CLI's alone: nothing else in a job sees a variable that GitHub would not set. */
  private awsScript(): string {
    const { sts, codeartifact } = this.endpoints;
    return [
      '#!/bin/sh',
      `export AWS_ENDPOINT_URL_STS=${sts} AWS_ENDPOINT_URL_CODEARTIFACT=${codeartifact}`,
      `exec ${awsCli()} "$@"`,
      '',
    ].join('\n');
  }
}

function executable(path: string, text: string): void {
  writeFileSync(path, text);
  chmodSync(path, 0o755);
}
