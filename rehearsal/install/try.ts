import { openBackdrop } from '../rehearse';
import { installSetup } from './app';
import { Laptops } from './laptop';
import { readFileSync } from 'node:fs';
import { client } from '../../tools/clients/clients';
import { TOOLS } from '../../tools/python/environment';
import { importsOf, programAt } from '../clients/bash';
async function main() {
  const setup = installSetup();
  if (process.argv[2] === 'show') { console.log(JSON.stringify({...setup, template: 0}, null, 1).replaceAll('\\n','\n')); return; }
  const backdrop = await openBackdrop();
  const laptops = await Laptops.open(backdrop, setup);
  const start: Record<string,string> = {
    PIP_OLD: importsOf(client('pip','oldest'), client('keyring','oldest')),
    KEYRING: programAt(client('keyring','newest').program('keyring')),
    KEYRING_OLD: programAt(client('keyring','oldest').program('keyring')),
    UV_OLD: programAt(client('uv','oldest').program('uv')), UV: programAt(TOOLS.program('uv')),
    POETRY_OLD: programAt(client('poetry','oldest').program('poetry')), POETRY: programAt(client('poetry','newest').program('poetry')),
    PDM_OLD: programAt(client('pdm','oldest').program('pdm')), PDM: programAt(client('pdm','newest').program('pdm')),
  };
  let script = readFileSync(process.argv[2]!, 'utf8');
  for (const [k,v] of Object.entries(start)) script = script.replaceAll(`@${k}@`, v);
  for (const [way, texts] of Object.entries({all: setup.all, internal: setup.internal})) for (const [k,v] of Object.entries(texts)) script = script.replaceAll(`@${way}.${k}@`, v);
  try {
    for (const part of script.split('\n=====\n')) {
      console.log('################', part.split('\n')[0]);
      console.log(await laptops.run({ script: 'export UV_PYTHON=$(command -v python)\n' + part }).catch((e: unknown) => 'FAILED ' + String(e).slice(-1800)));
    }
  } finally { await laptops.close(); await backdrop.close(); }
}
main().then(() => process.exit(0), (e) => { console.error(e); process.exit(1); });
