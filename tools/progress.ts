/** Tells each text with the seconds since this was called. */
export function progress(began = Date.now()): (text: string) => void {
  return (text) => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s  ${text}`);
}
