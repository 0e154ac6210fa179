/** One input as it was read: `name` is what reports show (a file name without its folder, or `stdin`). */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
}
