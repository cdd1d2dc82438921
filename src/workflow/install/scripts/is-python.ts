/** Whether a program is a Python that can get a token. */
export function isPython(program: string): string {
  return `${program} -I -c 'import sys; sys.exit(sys.version_info < (3, 6))' 2> /dev/null`;
}
