import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Command, type CommandContext, type ExitCode, Misuse } from './command';
import { exitCodesText } from './exit-codes';
import { listed } from './output/table';

/** One option, and what `--help` says of it. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly description: string;

  /** How its value is called, for example `FILE`. */
  readonly value?: string;
  readonly short?: string;

  /** Whether it can be given more than once. */
  readonly multiple?: boolean;
  readonly default?: string;
}

type Options = Readonly<Record<string, Option>>;

type Value<O extends Option> = O['type'] extends 'boolean'
  ? boolean
  : O extends { multiple: true }
    ? string[]
    : O extends { default: string }
      ? string
      : string | undefined;

export type Values<O extends Options> = { readonly [K in keyof O]: Value<O[K]> };

/** What a command takes, from which its usage is written and its arguments are read. */
export interface CommandSpecification<O extends Options> {
  readonly name: string;
  readonly summary: string;

  /** What comes after the name beside options: how it is called, and what it is. */
  readonly operands?: readonly { readonly name: string; readonly description: string }[];

  /** By their names without the dashes. */
  readonly options: O;

  /** Lines that a person can copy, without the name of the program. */
  readonly examples?: readonly string[];

  /** Paragraphs below the options. */
  readonly notes?: string;
  run(values: Values<O>, operands: readonly string[], context: CommandContext): Promise<ExitCode>;
}

/** `--json`, for the commands that have it. */
export const JSON_OPTION = {
  type: 'boolean',
  description: 'Print the answer as JSON',
} as const satisfies Option;

/** `--sarif`, for the commands that have it. */
export const SARIF_OPTION = {
  type: 'boolean',
  description: 'Print what was found as SARIF 2.1.0, as code scanning reads it',
} as const satisfies Option;

/** A command by what it takes: `const` options give the types of their values. */
export function commandOf<const O extends Options>(specification: CommandSpecification<O>): Command {
  return {
    name: specification.name,
    summary: specification.summary,
    usage: usageOf(specification),
    run: async (args, context) => {
      const { values, operands } = parse(specification, args);
      return specification.run(values, operands, context);
    },
  };
}

function usageOf({
  name,
  summary,
  operands = [],
  options,
  examples = [],
  notes,
}: CommandSpecification<Options>) {
  const program = 'cdk-python-artifact-pipeline';
  const call = [program, name, ...operands.map((operand) => operand.name), '[options]'].join(' ');
  const rows = [
    ...Object.entries(options).map(([option, { short, value, type, description, default: standard }]) => [
      `${short ? `-${short}, ` : ''}--${option}${type === 'string' ? ` ${value ?? 'TEXT'}` : ''}`,
      standard === undefined ? description : `${description} (default: ${standard})`,
    ]),
    ['-h, --help', 'Print this'],
  ];
  const sections = [
    `${summary}\n\nUsage: ${call}`,
    operands.length ? listed(operands.map((operand) => [operand.name, operand.description])) : '',
    `Options:\n${listed(rows)}`,
    examples.length
      ? `Examples:\n${examples.map((example) => `  npx ${program} ${example}`).join('\n')}`
      : '',
    notes ?? '',
    exitCodesText(),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

function parse<O extends Options>({ options }: CommandSpecification<O>, args: readonly string[]) {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { type, short, multiple = false }]) => [
      name,
      { type, multiple, ...(short && { short }) },
    ]),
  ) as ParseArgsConfig['options'];
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: config, allowPositionals: true });
    const withDefaults = Object.fromEntries(
      Object.entries(options).map(([name, option]) => [
        name,
        (values as Record<string, unknown>)[name] ??
          option.default ??
          (option.type === 'boolean' ? false : option.multiple ? [] : undefined),
      ]),
    );
    return { values: withDefaults as Values<O>, operands: positionals };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error;
    throw new Misuse(`${message.split('. To specify')[0]}.`.replace('..', '.'));
  }
}
