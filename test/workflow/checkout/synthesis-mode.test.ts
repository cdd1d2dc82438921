import { SynthesisMode, synthesisMode } from '../../../src/workflow/checkout/synthesis-mode';

test.each<[NodeJS.ProcessEnv, SynthesisMode]>([
  [{}, SynthesisMode.NONE],
  [{ CI: 'true' }, SynthesisMode.NONE],
  [{ CDK_OUTDIR: 'cdk.out' }, SynthesisMode.NONE],
  [{ CDK_CLI_ASM_VERSION: '52.0.0' }, SynthesisMode.WRITE],
  [{ CDK_CLI_ASM_VERSION: '52.0.0', CI: '' }, SynthesisMode.WRITE],
  [{ CDK_CLI_ASM_VERSION: '52.0.0', CI: '0' }, SynthesisMode.WRITE],
  [{ CDK_CLI_ASM_VERSION: '52.0.0', CI: 'false' }, SynthesisMode.WRITE],
  [{ CDK_CLI_ASM_VERSION: '52.0.0', CI: 'true' }, SynthesisMode.CHECK],
  [{ CDK_CLI_ASM_VERSION: '52.0.0', CI: '1' }, SynthesisMode.CHECK],
  [{ CDK_CLI_ASM_VERSION: '52.0.0', CI: 'yes' }, SynthesisMode.CHECK],
])('%j', (env, mode) => {
  expect(synthesisMode(env)).toBe(mode);
});
