import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isThere, type Language, run } from './language';

const BOTH = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId>
  <artifactId>both</artifactId>
  <version>0.0.0</version>
  <packaging>pom</packaging>
  <modules><module>library</module><module>consumer</module></modules>
</project>
`;

export const JAVA: Language = {
  name: 'Java',
  missing: () => (isThere('mvn', '--version') ? undefined : 'a JDK and Maven'),
  check: (sources) => {
    const folder = sources.scratch('java');
    cpSync(sources.of('java'), join(folder, 'library'), { recursive: true });
    cpSync(join(__dirname, 'java'), join(folder, 'consumer'), { recursive: true });
    writeFileSync(join(folder, 'pom.xml'), BOTH);
    const output = run('mvn', ['--batch-mode', '--no-transfer-progress', 'test'], { cwd: folder });
    const [, passed] = /Tests run: (\d+), Failures: 0, Errors: 0/.exec(output) ?? [];
    if (!passed) throw new Error('No test was run');
    return `compiled by Maven, ${passed} tests of JUnit that synthesize`;
  },
};
