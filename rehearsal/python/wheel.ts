import { createHash } from 'node:crypto';
import { type ZipEntry, zip } from './zip';

export interface WheelOptions {
  readonly name: string;
  readonly version: string;
  readonly files: readonly ZipEntry[];
  readonly requires?: readonly string[];
  /** Text of `entry_points.txt`. */
  readonly entryPoints?: string;
  readonly summary?: string;
  /** Files that its RECORD does not list. */
  readonly unlisted?: readonly ZipEntry[];
}

/** File name and bytes of a pure Python wheel. */
export function wheel(options: WheelOptions): { filename: string; content: Buffer } {
  const { name, version, files, requires = [], entryPoints, summary = 'A stand-in', unlisted = [] } = options;
  const stem = `${name.replaceAll('-', '_')}-${version}`;
  const metadata = [
    'Metadata-Version: 2.1',
    `Name: ${name}`,
    `Version: ${version}`,
    `Summary: ${summary}`,
    'Author: rehearsal',
    'License: none',
    'Home-page: https://example.com',
    ...requires.map((requirement) => `Requires-Dist: ${requirement}`),
    '',
  ].join('\n');
  const info = [
    { path: `${stem}.dist-info/METADATA`, content: metadata },
    {
      path: `${stem}.dist-info/WHEEL`,
      content: 'Wheel-Version: 1.0\nGenerator: rehearsal\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    },
    ...(entryPoints ? [{ path: `${stem}.dist-info/entry_points.txt`, content: entryPoints }] : []),
  ];
  const all = [...files, ...info];
  const record = all.map(({ path, content }) => {
    const hash = createHash('sha256').update(content).digest('base64url');
    return `${path},sha256=${hash},${Buffer.byteLength(content)}`;
  });
  const recordPath = `${stem}.dist-info/RECORD`;
  const lines = [...record, `${recordPath},,`, ''].join('\n');
  return {
    filename: `${stem}-py3-none-any.whl`,
    content: zip([...all, ...unlisted, { path: recordPath, content: lines }]),
  };
}
