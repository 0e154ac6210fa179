/** Why the operating system refused, as problems tell it: its code (`ENOSPC`) where there is one. */
export function systemReason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
