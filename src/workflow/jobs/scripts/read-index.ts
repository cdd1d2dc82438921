import { READ_REFUSAL } from '../../../codeartifact/repository/read-refusal';
import { script } from './script';

const { title, cause, remedy } = READ_REFUSAL;

/**
 * Asks an index for one package with the token that is in the variable `token`, so that a refusal is explained before a
 * tool meets it. It fails nothing, and says nothing where there is no curl. The token is in no argument of a program,
 * which others could see.
 *
 * By HTTP, 401 is said of a token and 403 of a request; a package that is not there is no refusal.
 *
 * @param index the address of the index with the slash at its end, as a part of a text of bash
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.5
 */
export function readIndexOnce(index: string): string {
  return script(`
    status=$(curl --silent --max-time 30 --output /dev/null --write-out '%{http_code}' --config - \\
      "${index}pip/" <<< "user = \\"aws:$token\\"" 2>/dev/null || true)
    if [[ "$status" == 40[13] ]]; then
      echo "::error title=${title}::The index answers $status. ${cause} ${remedy}"
    fi
  `);
}
