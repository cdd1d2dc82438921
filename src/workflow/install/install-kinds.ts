import { IndexScope, PythonClient } from '../../codeartifact';
import { WORKFLOW_HOST } from '../../github/names/kinds';
import { SECONDS } from '../../github/roles/role-kinds';
import { BOOLEAN, type Kinds, listOf, memberOf, TEXT } from '../../private/kinds';
import type { InstallOptions } from './install-options';

export const INSTALL_KINDS: Kinds<InstallOptions> = {
  actionName: TEXT,
  actionHost: WORKFLOW_HOST,
  indexScope: memberOf('IndexScope', IndexScope),
  clients: listOf(memberOf('PythonClient', PythonClient)),
  tokenDuration: SECONDS,
  writeFiles: BOOLEAN,
  gitRoot: TEXT,
};
