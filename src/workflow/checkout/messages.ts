import { Annotations, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { printable } from './header';

/**
 * Annotates a construct when the app is whole. A Stage has handed in its annotations by then, so those of its
 * constructs are printed here, as the CDK CLI would.
 */
export function annotate(construct: IConstruct, level: 'Warning' | 'Info', name: string, text: string): void {
  const { node } = construct;
  const id = `cdk-python-artifact-pipeline:${name}`;
  const before = node.metadata.length;
  if (level === 'Warning') Annotations.of(construct).addWarningV2(id, text);
  else Annotations.of(construct).addInfoV2(id, text);
  const isNew = node.metadata.length > before;
  if (isNew && !isStillRead(construct)) print(`[${level} at /${printable(node.path)}] ${text} [ack: ${id}]`);
}

/** The construct to annotate with what concerns all of them: one whose annotations the CDK CLI still reads. */
export function spokesman(constructs: IConstruct[]): IConstruct {
  return constructs.find((construct) => isStillRead(construct)) ?? constructs[0];
}

function isStillRead(construct: IConstruct): boolean {
  return Stage.of(construct) === construct.node.root;
}

/** Says something where templates and JSON on standard output are not disturbed. */
export function print(text: string): void {
  process.stderr.write(`${text}\n`);
}
