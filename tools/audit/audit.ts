/** What `npm audit --json` prints: a report, or why there is none. */
export interface AuditReport {
  readonly message?: string;
  readonly error?: { readonly summary?: string };
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>;
}

/** What fails the gate; what is below is shown by `npm audit`, and waits for the weekly upgrade. */
const SEVERE = ['high', 'critical'];

/** The known holes in what is installed, or why nobody could say. */
export function audited({ vulnerabilities, message, error }: AuditReport): {
  holes: string[];
  unknown?: string;
} {
  if (!vulnerabilities) return { holes: [], unknown: error?.summary || message || 'npm gave no reason' };
  const holes = Object.entries(vulnerabilities)
    .filter(([, { severity }]) => SEVERE.includes(severity))
    .map(([name, { severity, range }]) => `${name} ${range}: ${severity}`);
  return { holes };
}
