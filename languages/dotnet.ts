import { readdirSync } from 'node:fs';
import { isThere, type Language, run } from './language';

export const DOTNET: Language = {
  name: '.NET',
  missing: () => undefined,
  check: (sources) => {
    const [project] = readdirSync(sources.of('dotnet'), { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.csproj'),
    );
    if (!project) throw new Error('No project was generated');
    if (!isThere('dotnet', '--version'))
      return 'code generated; there is no SDK here, so that nothing was compiled';
    run('dotnet', ['build', '--nologo', project], { cwd: sources.of('dotnet') });
    return 'compiled';
  },
};
