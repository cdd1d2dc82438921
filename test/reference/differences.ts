/** A line for each value that differs between two JSON documents, with its path; none where they are the same. */
export function differencesOf(before: unknown, after: unknown): string[] {
  const [was, is] = [valuesIn(before), valuesIn(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((path) => was.get(path) !== is.get(path))
    .map((path) => `${path}: ${was.get(path) ?? 'nothing'} became ${is.get(path) ?? 'nothing'}`);
}

/** The JSON of each value that holds no other, by its path. */
function valuesIn(value: unknown, path = ''): Map<string, string> {
  const isEmpty = typeof value !== 'object' || value === null || Object.keys(value).length === 0;
  if (isEmpty) return new Map([[path, JSON.stringify(value)]]);
  return new Map(
    Object.entries(value as object).flatMap(([key, item]) => [
      ...valuesIn(item, path === '' ? key : `${path}.${key}`),
    ]),
  );
}
