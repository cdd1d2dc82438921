/** Whether some text matches both of two patterns, in which `*` stands for any characters. */
export function haveInCommon(one: string, other: string): boolean {
  // For each end of `one` that is left, whether it can meet what is left of `other`; filled from the ends on.
  let row = Array.from({ length: other.length + 1 }, (_, index) => /^\**$/.test(other.slice(index)));
  for (let left = one.length - 1; left >= 0; left--) {
    const below = row;
    row = new Array<boolean>(other.length + 1);
    row[other.length] = below[other.length] && one[left] === '*';
    for (let right = other.length - 1; right >= 0; right--) {
      if (one[left] === '*') row[right] = below[right] || row[right + 1];
      else if (other[right] === '*') row[right] = row[right + 1] || below[right];
      else row[right] = one[left] === other[right] && below[right + 1];
    }
  }
  return row[0];
}
