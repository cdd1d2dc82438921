import { READ_REFUSAL } from '../../../codeartifact/repository/read-refusal';
import { script } from './script';

const { title, cause, remedy } = READ_REFUSAL;

/**
 * Asks the index for one package, so that a refusal is explained before a tool meets it. To run after `LOG_IN`. It fails
 * nothing, and says nothing where there is no curl. The token is in no argument of a program, which others could see.
 *
 * Of a refused token, HTTP says 401, and of a refused request 403; a package that is not there is no refusal.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.5
 */
export const READ_INDEX_ONCE = script(`
  status=$(curl --silent --max-time 30 --output /dev/null --write-out '%{http_code}' --config - \\
    "\${endpoint}simple/pip/" <<< "user = \\"aws:$token\\"" 2>/dev/null || true)
  if [[ "$status" == 40[13] ]]; then
    echo "::error title=${title}::The index answers $status. ${cause} ${remedy}"
  fi
`);
