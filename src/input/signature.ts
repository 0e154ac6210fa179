/** Whether bytes begin as a ZIP archive does: a local file header, or the end of an empty archive (APPNOTE 6.3, 4.3). */
export function isArchive(bytes: Uint8Array): boolean {
  return begins(bytes, [0x50, 0x4b, 3, 4]) || begins(bytes, [0x50, 0x4b, 5, 6]);
}

/** Whether bytes are a compound file ([MS-CFB] 2.2): Excel before 2007, or any workbook under a password. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return begins(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
